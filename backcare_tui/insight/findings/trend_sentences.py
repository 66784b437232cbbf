"""A trend as a person would say it: which way, how much of it, and how sure that is."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

import msgspec

from backcare_tui.insight.findings.results import LastingStep, Trend
from backcare_tui.text import say_count, say_day, say_number, sentence_case

WEEKS_A_YEAR = 365.25 / 7
SPANS = (("week", 1.0), ("month", WEEKS_A_YEAR / 12), ("year", WEEKS_A_YEAR))
"""The times that a change is told for, with their weeks: the first in which it can be seen."""
SHORT_WEEKS = 6
"""Up to so many weeks a clear trend is told together with how often such trends turn (our own rule)."""
TURNS = "So short a trend often turns: in a year of weekly looks up to 2 in 3 people see one by chance alone."
"""Of four weeks, by `tests/bench/bench_trend.py`, in courses whose days remember the day before by up to
0.7, also with heavy tails and flares; with a memory of 0.9 nearly everybody sees one."""
_LONG_WEEKS = 104
"""From here on the time that was looked at is told in years."""


class TrendWords(msgspec.Struct, frozen=True):
    """How changes of one outcome are told."""

    name: str
    unit: str
    rose: str
    fell: str
    entry: str
    """What a day has that counts."""
    least: float
    """The smallest change that can be told."""
    say: Callable[[float], str]


def _say_whole(number: float) -> str:
    return str(round(number))


_OF = {
    "pain": TrendWords("pain", "point", "rose", "fell", "day with an entry", 0.1, say_number),
    "sleep": TrendWords(
        "sleep",
        "minute",
        "got longer",
        "got shorter",
        "night of known length",
        1,
        _say_whole,
    ),
}


def say_trends(
    trends: Sequence[Trend], step: LastingStep | None, today: dt.date
) -> tuple[str, ...]:
    """A sentence for each trend, and what else is to be said of the time.

    Since when pain has had another level stands after the trend of pain; after a clear trend over a short
    time it is said, once, how often those turn.
    """
    return tuple(_each_sentence(trends, step, today))


def _each_sentence(
    trends: Sequence[Trend], step: LastingStep | None, today: dt.date
) -> Iterator[str]:
    for each in trends:
        yield say_trend(each)
        if step and each.outcome == "pain":
            yield say_step(step, today)
    if any(each.is_clear and each.weeks_known <= SHORT_WEEKS for each in trends):
        yield TURNS


def say_step(step: LastingStep, today: dt.date) -> str:
    """Since when, to half a point: `Pain has been about 3 points higher since about Tue 10 Mar.`."""
    size = f"about {say_number(round(2 * abs(step.size)) / 2)} points"
    way = "higher" if step.size > 0 else "lower"
    since = say_day(step.since, today)
    if step.last == today:
        return f"Pain has been {size} {way} since about {since}."
    return f"From about {since} on, pain was {size} {way}."


def say_trend(trend: Trend) -> str:
    """A trend in a sentence, of the time that has days and no other.

    `Pain fell by 0.3 points a week over these 12 weeks (0.1 to 0.5).`, or that none is clear, or how many
    days are needed. What is too small to be seen in a week is told for a month or a year.
    """
    words = _OF[trend.outcome]
    slope, low, high = trend.slope_per_week, trend.low, trend.high
    name = words.name.capitalize()
    if slope is None or low is None or high is None:
        if 7 * trend.weeks < trend.days + trend.needs:
            days = _say_needed(trend.days + trend.needs, words.entry)
            return f"{sentence_case(_say_time(trend.weeks))} is too short for a trend in {words.name}: it takes {days}."
        days = _say_needed(trend.needs, words.entry, more="more ")
        return f"{name} needs {days} before a trend can be told."
    time = _say_time(trend.weeks_known)
    if not slope and low == high:
        return f"{name} did not change over {time}."
    if _span(words, max(abs(slope), abs(low), abs(high))) is None:
        return f"{name} hardly changed over {time}."
    span = _span(words, abs(slope)) if trend.is_clear else None
    if span is None:
        return f"No clear trend in {words.name} over {time}: {_say_range(trend)}."
    per, weeks = span
    way = words.rose if slope > 0 else words.fell
    size = _say_size(words, abs(slope) * weeks)
    first, last = sorted((abs(low) * weeks, abs(high) * weeks))
    between = f"({_say_bare(words, first)} to {_say_bare(words, last)})"
    return f"{name} {way} by {size} a {per} over these {time} {between}."


def trend_verdict(trend: Trend) -> Literal["yes", "no", "too-few-days"]:
    """Whether a trend is told: what `say_trend` says, in a word for programs."""
    if trend.slope_per_week is None:
        return "too-few-days"
    is_told = trend.is_clear and _span(_OF[trend.outcome], abs(trend.slope_per_week)) is not None
    return "yes" if is_told else "no"


def _say_needed(days: int, entry: str, more: str = "") -> str:
    noun, _, rest = entry.partition(" ")
    return f"{say_count(days, more + noun)} {rest}"


def _say_time(weeks: int) -> str:
    if weeks >= _LONG_WEEKS:
        return f"{say_number(weeks / WEEKS_A_YEAR)} years"
    return say_count(weeks, "week") if weeks else "less than a week"


def _span(words: TrendWords, size: float) -> tuple[str, float] | None:
    """The shortest time in which a change so large a week can be told, None where it is in none."""
    return next((span for span in SPANS if _is_told(words, size * span[1])), None)


def _is_told(words: TrendWords, size: float) -> bool:
    return round(size / words.least) >= 1


def _say_range(trend: Trend) -> str:
    """Both ends of the interval: `between 0.2 points a week down and 0.1 up`."""
    words = _OF[trend.outcome]
    ends = (trend.low or 0.0, trend.high or 0.0)
    per, weeks = _span(words, max(map(abs, ends))) or SPANS[-1]
    return "between " + " and ".join(_say_ends(words, ends, per, weeks))


def _say_ends(
    words: TrendWords, ends: tuple[float, float], per: str, weeks: float
) -> Iterator[str]:
    is_named = False
    for end in ends:
        if not end:
            yield "no change"
            continue
        size = abs(end) * weeks
        amount = _say_bare(words, size) if is_named else f"{_say_size(words, size)} a {per}"
        is_named = True
        yield f"{amount} {'up' if end > 0 else 'down'}"


def _say_bare(words: TrendWords, size: float) -> str:
    """The number alone; what would be nothing when rounded is `under` the smallest one told."""
    return words.say(size) if _is_told(words, size) else f"under {words.say(words.least)}"


def _say_size(words: TrendWords, size: float) -> str:
    number = _say_bare(words, size)
    return f"{number} {words.unit}{'' if number in {'1', 'under 1'} else 's'}"
