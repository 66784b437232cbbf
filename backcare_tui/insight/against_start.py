"""How pain is now against a start that does not move with the page: one answer for all papers of a day.

Held against each other are the last four weeks and the four weeks that began twelve weeks ago, or that a younger
diary began with, whatever time the page is of. It is the mean of the days, as in a week and in a course; the
person's own swing is in the same measure. Flare-ups are not left out of it: they are told beside it. Pure Python.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Literal

import msgspec

from backcare_tui.diary.repository import Between
from backcare_tui.insight.comparison import PainChange, PainOfDays, compare, pain_of
from backcare_tui.insight.own_swing import own_swing, remembering

START_DAYS = 84
"""How far back the start lies at most: twelve weeks (a choice of ours)."""
READ_DAYS = 182
"""How far back days say how widely the person's own pain swings: half a year, as for a course (a choice of ours)."""
MOST_WEEKS, LEAST_WEEKS = 4, 2
"""Weeks that are held against as many, whole ones that never share a day (a choice of ours)."""
Start = Literal["weeks-ago", "diary", "set"]
_DAY = dt.timedelta(days=1)


class AgainstStart(msgspec.Struct, frozen=True):
    """Pain now and at the start."""

    start: PainOfDays
    now: PainOfDays
    since: Start
    """What the start is: twelve weeks ago, the first weeks of the diary, or a day that the person set."""
    change: PainChange | None = None
    """Now against the start; None where either has too few days."""


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
    start = pain_of(pain_by_day, (begin, begin + length))
    now = pain_of(pain_by_day, (last - length, last))
    if not (start.is_enough and now.is_enough) or start.mean is None or now.mean is None:
        return AgainstStart(start, now, since)
    half_a_year = (last - _DAY * (READ_DAYS - 1), last - length - _DAY)
    swing = own_swing(
        remembering(_within(pain_by_day, half_a_year)),
        _within(pain_by_day, now.span),
        _within(pain_by_day, start.span),
    )
    return AgainstStart(start, now, since, compare(start.mean, now.mean, swing))


def _within(pain_by_day: Mapping[dt.date, float], span: Between) -> dict[dt.date, float]:
    return {day: pain for day, pain in pain_by_day.items() if span[0] <= day <= span[1]}
