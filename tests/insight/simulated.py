"""Made-up diaries in which nothing, or one thing, has a bearing on pain: what the fair test is held to."""

import datetime as dt
from collections.abc import Mapping

import msgspec
import numpy as np
import numpy.typing as npt

from backcare_tui.insight.findings.clock import EarlierPain
from backcare_tui.insight.findings.factors import UNIT_STEP, UNIT_WITH, FactorColumn, Gathered
from backcare_tui.insight.findings.persistence import Floats
from backcare_tui.insight.findings.results import Outcome

BEGAN = dt.date(2025, 1, 1)
FACTORS = 12
MEMORIES = (0.0, 0.3, 0.6, 0.8, 0.9)
SPREAD = 1.5
"""The standard deviation of pain around its usual course, in points."""


class Simulated(msgspec.Struct, frozen=True):
    """What a diary is like."""

    days: int
    memory: float
    """The autocorrelation of pain from one day to the next, 0 to 0.9."""
    has_calendar: bool = True
    """Whether weeks have a rhythm, months a course that pain and factors share, and days are missing."""
    effect: float = 0.0
    """Points that the first factor adds to the next day's pain."""


def any_diary(random: np.random.Generator) -> Simulated:
    """One of 60 to 365 days with any memory."""
    return Simulated(int(random.integers(60, 366)), float(random.choice(MEMORIES)))


def simulate(kind: Simulated, random: np.random.Generator) -> Gathered:
    """A diary of this kind: pain in whole numbers, missing days, factors with memories of their own."""
    course = _slow(kind.days, random) * random.uniform(0, 3) * kind.has_calendar
    present = [_factor(kind, course, number, random) for number in range(FACTORS)]
    if kind.effect:
        present[0] = (random.random(kind.days) < 0.3).astype(float)
    pain = (
        4.5 + course + _rhythm(kind, random) + SPREAD * remembering(kind.days, kind.memory, random)
    )
    pain[1:] += kind.effect * present[0][:-1]
    asleep = 400 - 20 * course + 45 * remembering(kind.days, random.choice(MEMORIES), random)
    is_kept = random.random(kind.days) > random.uniform(0, 0.3) * kind.has_calendar
    rounded = np.clip(np.round(pain), 0, 10)
    noted = _kept(rounded, is_kept)
    before = {day: EarlierPain(day, severity) for day, severity in noted.items()}
    columns = tuple(
        FactorColumn(
            f"trigger:{number}",
            _kept(values, is_kept),
            "ticked" if number in {6, 7, 8} else "done",
            UNIT_STEP if number % 4 == 3 else UNIT_WITH,
            is_amount=number % 4 == 3,
            before=before,
        )
        for number, values in enumerate(present)
    )
    last = BEGAN + dt.timedelta(days=kind.days - 1)
    outcomes: dict[Outcome, Mapping[dt.date, float]] = {
        "pain": noted,
        "sleep": _kept(np.round(asleep), is_kept),
    }
    return Gathered((BEGAN, last), outcomes, columns)


def remembering(days: int, memory: float, random: np.random.Generator) -> Floats:
    """A course of mean 0 and standard deviation 1 in which a day keeps this part of the one before."""
    course = random.normal(size=days)
    for day in range(1, days):
        course[day] = memory * course[day - 1] + np.sqrt(1 - memory**2) * course[day]
    return course


def _slow(days: int, random: np.random.Generator) -> Floats:
    """A line, a wave of two to six months, a bend, or nothing; about 1 from bottom to top."""
    at = np.arange(days) / days
    courses = (
        at - 0.5,
        np.cos(2 * np.pi * (np.arange(days) / random.uniform(60, 180) + random.uniform())) / 2,
        1 / (1 + np.exp(-(at - random.uniform(0.2, 0.8)) * random.uniform(6, 20))) - 0.5,
        np.zeros(days),
    )
    return np.asarray(courses[random.integers(len(courses))])


def _rhythm(kind: Simulated, random: np.random.Generator) -> Floats:
    of_week = random.normal(0, 0.5, 7) * kind.has_calendar * random.integers(2)
    return np.asarray(of_week[np.arange(kind.days) % 7])


def _factor(kind: Simulated, course: Floats, number: int, random: np.random.Generator) -> Floats:
    """Present on 10 to 70 percent of the days, or every fourth time an amount."""
    urge = remembering(kind.days, random.choice([0.0, 0.5, 0.9]), random)
    urge = urge + course * random.choice([-1, 0, 1]) + _rhythm(kind, random)
    present = (urge > np.quantile(urge, 1 - random.uniform(0.1, 0.7))).astype(float)
    return np.asarray(urge if number % 4 == 3 else present)


def _kept(values: Floats, is_kept: npt.NDArray[np.bool_]) -> Mapping[dt.date, float]:
    return {
        BEGAN + dt.timedelta(days=day): float(value)
        for day, value in enumerate(values)
        if is_kept[day]
    }
