"""How pain is now against a start that does not move with the page: one answer for all papers of a day.

Held against each other are the last four weeks and the four weeks that began twelve weeks ago, or that a younger
diary began with, whatever time the page is of. It is the mean of the days, as in a week and in a course; the
person's own swing is in the same measure. Flare-ups are not left out of it: they are told beside it. Pure Python.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Literal

import msgspec

from backcare_tui.diary.derived import mean
from backcare_tui.diary.repository import Between
from backcare_tui.insight.own_swing import own_swing, remembering
from backcare_tui.insight.weight import DECIMALS, Weight, weigh

START_DAYS = 84
"""How far back the start lies at most: twelve weeks (a choice of ours)."""
READ_DAYS = 182
"""How far back days say how widely the person's own pain swings: half a year, as for a course (a choice of ours)."""
MOST_WEEKS, LEAST_WEEKS = 4, 2
"""Weeks that are held against as many, whole ones that never share a day (a choice of ours)."""
LEAST_PART = 0.5
"""The part of the days that has to be noted in either (a choice of ours)."""
Start = Literal["weeks-ago", "diary", "set"]
_DAY = dt.timedelta(days=1)


class PainOfWeeks(msgspec.Struct, frozen=True):
    """Some days in a row."""

    span: Between
    noted: int
    """How many of them have pain noted."""
    mean: float | None
    """The mean of these days, 0 to 10, as it is said: with one decimal; None where none is noted."""

    @property
    def days(self) -> int:
        """How many they are."""
        return (self.span[1] - self.span[0]).days + 1

    @property
    def is_enough(self) -> bool:
        """Whether half of them are noted."""
        return self.noted >= LEAST_PART * self.days


class AgainstStart(msgspec.Struct, frozen=True):
    """Pain now and at the start, in figures as they are said: a reader who subtracts them finds the same."""

    start: PainOfWeeks
    now: PainOfWeeks
    since: Start
    """What the start is: twelve weeks ago, the first weeks of the diary, or a day that the person set."""
    points: float | None = None
    """Now less at the start; None where either has too few days."""
    swing: float | None = None
    """Up to how much two such means differ by themselves."""
    weight: Weight | None = None
    """What may be said of the change; None where it is not known."""


def begins_at(
    pain_by_day: Mapping[dt.date, float],
    first: dt.date | None,
    last: dt.date,
    chosen: dt.date | None,
) -> tuple[dt.date, Start]:
    """From which day on pain is looked at, and what that day is.

    Args:
        pain_by_day: Of the twelve weeks up to the last day.
        first: The first day of the diary, whatever was taken down on it.
        last: The last day that is known.
        chosen: The day from which the person wants to be compared, where they set one.
    """
    earliest = last - _DAY * (START_DAYS - 1)
    if chosen and earliest < chosen <= last:
        return chosen, "set"
    if first is None or first > earliest:
        return min((day for day in pain_by_day if earliest <= day <= last), default=last), "diary"
    return earliest, "weeks-ago"


def against_start(
    pain_by_day: Mapping[dt.date, float],
    first: dt.date | None,
    last: dt.date,
    chosen: dt.date | None = None,
) -> AgainstStart | None:
    """How pain is now against the start, see `begins_at`; None where that lies less than four weeks back.

    The days of half a year up to the last four weeks say how widely pain swings. A change is called one only where half of the days are noted in both, where it is larger than the means of so
    many days differ by themselves (`insight.own_swing`), and both as it is said, rounded.
    """
    begin, since = begins_at(pain_by_day, first, last, chosen)
    weeks = min(((last - begin).days + 1) // 14, MOST_WEEKS)
    if weeks < LEAST_WEEKS:
        return None
    length = _DAY * (7 * weeks - 1)
    start = _stretch(pain_by_day, (begin, begin + length))
    now = _stretch(pain_by_day, (last - length, last))
    if not (start.is_enough and now.is_enough) or start.mean is None or now.mean is None:
        return AgainstStart(start, now, since)
    before, days = _within(pain_by_day, start.span), _within(pain_by_day, now.span)
    half_a_year = (last - _DAY * (READ_DAYS - 1), last - length - _DAY)
    swing = own_swing(remembering(_within(pain_by_day, half_a_year)), days, before)
    points = round(now.mean - start.mean, DECIMALS)
    is_beyond = abs(mean(list(days.values())) - mean(list(before.values()))) > swing
    said = round(swing, DECIMALS)
    if abs(points) > said and not is_beyond:
        said = abs(points)  # only by the rounding: no figure may say that it is more
    weight = weigh(points, start.mean, said, is_beyond=is_beyond)
    return AgainstStart(start, now, since, points, said, weight)


def _stretch(pain_by_day: Mapping[dt.date, float], span: Between) -> PainOfWeeks:
    known = _within(pain_by_day, span)
    middle = round(mean(list(known.values())), DECIMALS) if known else None
    return PainOfWeeks(span, len(known), middle)


def _within(pain_by_day: Mapping[dt.date, float], span: Between) -> dict[dt.date, float]:
    return {day: pain for day, pain in pain_by_day.items() if span[0] <= day <= span[1]}
