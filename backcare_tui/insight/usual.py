"""What is usual for a person: how much their own weeks differ, and between what their weeks lie.

A control chart of one person (individuals and moving range, XmR): the middle is the median of the weeks,
and the spread is told from the changes from one week to the next, so that a slow rise or fall does not
pass for spread (Tennant 2007, Int J Qual Health Care 19:187). Pure Python, as Today says it.
"""

import datetime as dt
import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import msgspec

from backcare_tui.diary.derived import mean, median
from backcare_tui.insight.comparison import LEAST_PART, pain_of

LEAST_DAYS = math.ceil(LEAST_PART * 7)
"""Noted days from which the mean of a week stands for it: 4, as half of any days (`insight.comparison`)."""
WEEKS = 13
"""How many weeks before one say what is usual for it: a quarter of a year (a choice of ours)."""
LEAST_CHANGES = 5
"""Changes from a week to the next from which on they say how much weeks differ: of six weeks in a row, say.

A choice of ours: with fewer, Student's factor is so large that nearly nothing lies beyond.
"""
LIMIT = 2.66
"""Mean moving ranges: three standard deviations of a week (XmR chart), 2.1 of the change from one to the next.

The mean of the ranges and not of their squares, so that a single lasting step does not pass for a wide swing.
"""
_STUDENT = (2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179)
"""Student's 97.5th percentiles at `LEAST_CHANGES` to 12 degrees of freedom: by how much fewer changes widen it."""
_HIGHEST = 10
_DAY = dt.timedelta(days=1)


class Usual(msgspec.Struct, frozen=True):
    """What is usual for the weeks of one person; points of pain, unrounded."""

    swing: float
    """Up to how much one week differs from the one before in 19 of 20 cases, 0 or more.

    2.66 times the mean change from a week to the next, and a little more where few changes are known.
    """
    low: float
    high: float
    """Between these a usual week lies, 0 to 10: the median, and the swing to either side."""

    def lies(self, week: float) -> int:
        """Where a week's mean lies, as it is said with one decimal: -1 below, 1 above, 0 within."""
        said = round(week, 1)
        return (said > round(self.high, 1)) - (said < round(self.low, 1))


def usual_of(weeks: Sequence[float | None]) -> Usual | None:
    """What is usual by some weeks, the oldest first; the last 13 of them count.

    Args:
        weeks: The mean of each, 0 to 10; None where it had too few days. Only weeks next to each other
            have a change between them.

    Returns:
        None with fewer than five changes.

    >>> usual_of([4, 5, 4, 5, 4])
    >>> usual_of([4, 4.5] * 6 + [4])
    Usual(swing=1.33, low=2.67, high=5.33)
    """
    changes = _changes(weeks)
    if len(changes) < LEAST_CHANGES:
        return None
    middle = median(week for week in weeks[-WEEKS:] if week is not None)
    few = _STUDENT[len(changes) - LEAST_CHANGES] / _STUDENT[-1]
    swing = few * LIMIT * mean([abs(change) for change in changes])
    return Usual(swing, max(middle - swing, 0), min(middle + swing, _HIGHEST))


def weeks_missing(weeks: Sequence[float | None]) -> int:
    """How many more weeks in a row it takes until what is usual is known; 0 where it is."""
    changes = len(_changes(weeks))
    is_open = not weeks or weeks[-1] is None  # the next week has none before it to differ from
    return max(LEAST_CHANGES - changes + is_open, 0) if changes < LEAST_CHANGES else 0


def week_means(
    pain: Mapping[dt.date, float], firsts: Iterable[dt.date]
) -> tuple[float | None, ...]:
    """The mean of the days of each week, by its first day; None with fewer than 4 noted days."""
    return tuple(_week_mean(pain, first) for first in firsts)


def firsts_before(first: dt.date, weeks: int = WEEKS) -> tuple[dt.date, ...]:
    """The first days of so many weeks before one that begins on a day, the oldest first."""
    return tuple(first - _DAY * 7 * back for back in range(weeks, 0, -1))


def _week_mean(pain: Mapping[dt.date, float], first: dt.date) -> float | None:
    week = pain_of(pain, (first, first + _DAY * 6))
    return week.mean if week.is_enough else None


def _changes(weeks: Sequence[float | None]) -> list[float]:
    pairs = pairwise(weeks[-WEEKS:])
    return [now - before for before, now in pairs if before is not None and now is not None]
