"""Diaries that hold bad days only: then the days between are unknown, and what can be told is how many were bad.

A mean of such days says nothing of a week, but four weeks can be held against the four before by their number.
"""

import datetime as dt
from collections import Counter
from collections.abc import Mapping

import msgspec

from backcare_tui.library.day_measures import (
    BAD_DAY,
    BAD_DAYS_FROM,
    BAD_DAYS_OF_WEEK,
    BAD_DAYS_PART,
    BAD_DAYS_SPAN,
    BAD_DAYS_WEEKS,
)
from backcare_tui.text import say_count


class BadDays(msgspec.Struct, frozen=True):
    """How many bad days there were, in a diary that holds hardly any other."""

    now: int
    """Of the four weeks up to a day."""
    before: int | None
    """Of the four weeks before; None where the diary is not that old."""


def bad_days_only(worst_by_day: Mapping[dt.date, int], last: dt.date) -> BadDays | None:
    """The bad days of the four weeks up to a last day; None where others are noted, too.

    Args:
        worst_by_day: The worst pain of each day that has an entry, 0 to 10; days before eight weeks do not matter.
        last: The last day of the four weeks.

    >>> monday = dt.date(2026, 11, 23)
    >>> twice_a_week = {monday - dt.timedelta(days=each): 7 for each in (0, 3, 7, 10, 14, 17, 21, 24)}
    >>> bad_days_only(twice_a_week, monday)
    BadDays(now=8, before=None)
    """
    first = last - dt.timedelta(days=BAD_DAYS_SPAN - 1)
    noted = {day: worst for day, worst in worst_by_day.items() if first <= day <= last}
    bad = sum(worst >= BAD_DAY for worst in noted.values())
    of_weeks = Counter((day - first).days // 7 for day in noted)
    is_rare = len(of_weeks) >= BAD_DAYS_WEEKS and max(of_weeks.values()) <= BAD_DAYS_OF_WEEK
    if len(noted) < BAD_DAYS_FROM or not is_rare or bad < BAD_DAYS_PART * len(noted):
        return None
    earliest = first - dt.timedelta(days=BAD_DAYS_SPAN)
    earlier = [worst for day, worst in worst_by_day.items() if earliest <= day < first]
    began = min(worst_by_day)
    is_known = began < earliest + dt.timedelta(days=BAD_DAYS_SPAN // 4)
    return BadDays(bad, sum(worst >= BAD_DAY for worst in earlier) if is_known else None)


def say_bad_days(days: BadDays) -> str:
    """`8 bad days in 4 weeks, 9 in the 4 before`."""
    before = "" if days.before is None else f", {days.before or 'none'} in the 4 before"
    return f"{say_count(days.now, 'bad day')} in 4 weeks{before}"
