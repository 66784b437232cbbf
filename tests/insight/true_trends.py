"""Made-up diaries with a trend that is known: what the interval around a trend is held to."""

import datetime as dt
from collections.abc import Iterator, Mapping
from statistics import NormalDist

import msgspec
import numpy as np

from backcare_tui.insight.findings.persistence import Floats
from backcare_tui.insight.findings.results import Trend
from backcare_tui.insight.findings.trend import WEEK, trend_of
from tests.insight.simulated import BEGAN, remembering
from tests.insight.worlds import noted

MISSING = 0.1
"""The part of days without an entry."""


class Person(msgspec.Struct, frozen=True):
    """Whose pain moves evenly, beneath the whole numbers from 0 to 10 that are noted of it."""

    name: str
    begins: float
    """Where pain is on the first day; below 0 and above 10 it is felt as that end of the scale."""
    moves: float
    """By how many points up to the last day."""
    spread: float
    """The standard deviation of a day around its course."""


PEOPLE = (
    Person("sd 0.6", 6, -2, 0.6),
    Person("sd 1.0", 6, -2, 1.0),
    Person("sd 1.5", 6, -2, 1.5),
    Person("worse, sd 1.5", 4, 2, 1.5),
    Person("mean 1.5", 1.5, -1.5, 1.3),
    Person("mostly 0", 0.5, -1.5, 1.5),
    Person("mostly 10", 10.5, -2, 1.5),
)


def true_slope(person: Person, weeks: int) -> float:
    """The least-squares slope of what is expected to be noted, in points a week."""
    around = NormalDist(0, person.spread)
    expected = np.array(
        [
            sum(1 - around.cdf(number - 0.5 - pain) for number in range(1, 11))
            for pain in _moving(person, weeks)
        ]
    )
    since = np.arange(len(expected)) - (len(expected) - 1) / 2
    return float(since @ expected / (since @ since) * WEEK)


def _moving(person: Person, weeks: int) -> Floats:
    days = weeks * WEEK
    return np.asarray(person.begins + person.moves * np.arange(days) / (days - 1))


def found_of(person: Person, weeks: int, memory: float, seed: int) -> Trend:
    """What is found in a diary of this person."""
    random = np.random.default_rng([seed, weeks, round(100 * memory)])
    course = _moving(person, weeks) + person.spread * remembering(weeks * WEEK, memory, random)
    return trend_in(noted(course), random)


def trend_in(pain: Floats, random: np.random.Generator) -> Trend:
    """The trend over all these days, of which some are missing."""
    return next(trends_in(pain, random, len(pain) // WEEK))


def trends_in(pain: Floats, random: np.random.Generator, weeks: int) -> Iterator[Trend]:
    """The trend over so many weeks as it is seen at the end of each week."""
    values = kept(pain, random)
    for end in range(weeks * WEEK, len(pain) + 1, WEEK):
        first, last = end - weeks * WEEK, end - 1
        yield trend_of("pain", values, *(BEGAN + dt.timedelta(days=day) for day in (first, last)))


def kept(pain: Floats, random: np.random.Generator) -> Mapping[dt.date, float]:
    is_kept = random.random(len(pain)) > MISSING
    return {
        BEGAN + dt.timedelta(days=day): float(value)
        for day, value in enumerate(pain)
        if is_kept[day]
    }


def covers(trend: Trend, slope: float) -> bool:
    """Whether the interval holds a slope."""
    return trend.low is not None and trend.high is not None and trend.low <= slope <= trend.high
