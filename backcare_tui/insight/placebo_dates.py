"""Days before a date held against days after it, and the same at dates on which nothing began.

What falls after a date that one chose falls after other dates too: people begin something when it is bad. So the
same days are moved through the person's own earlier time, from one placebo date to the next, and it is counted how
often pain fell as much there (a test over the dates on which a thing might have begun: Edgington; Onghena 2007).
"""

import datetime as dt
from collections.abc import Collection, Mapping
from itertools import accumulate
from typing import NamedTuple

import msgspec

from backcare_tui.diary.derived import mean
from backcare_tui.diary.when import span_of

DAY = dt.timedelta(days=1)
ROUNDING = 1e-9
LEAST_DATES = 28
"""Placebo dates from which on they are counted in hundredths; they overlap, so fewer say little (our own rule)."""


class DateStretch(msgspec.Struct, frozen=True):
    """Which days are held against each other, counted from a date."""

    before: int
    """So many days, the last of them the day before the date."""
    first: int
    """The first of the days after, so many days after the date."""
    last: int
    """The last of them."""
    least_before: int
    """So many of the days before have to be noted, one or more."""
    least_after: int
    """So many of the days after have to be noted, one or more."""

    def days_before(self, date: dt.date) -> tuple[dt.date, ...]:
        """The days before a date."""
        return span_of(date - self.before * DAY, date - DAY)

    def days_after(self, date: dt.date) -> tuple[dt.date, ...]:
        """The days after a date."""
        return span_of(date + self.first * DAY, date + self.last * DAY)


class BeforeAndAfter(NamedTuple):
    """The values of the days that are noted."""

    before: list[float]
    after: list[float]

    @property
    def fall(self) -> float:
        """By how much the mean after lies below the mean before."""
        return mean(self.before) - mean(self.after)


def held_at(
    date: dt.date, stretch: DateStretch, by_day: Mapping[dt.date, float]
) -> BeforeAndAfter | None:
    """What is noted before and after a date; None where either is too little."""
    before = [by_day[day] for day in stretch.days_before(date) if day in by_day]
    after = [by_day[day] for day in stretch.days_after(date) if day in by_day]
    if len(before) < stretch.least_before or len(after) < stretch.least_after:
        return None
    return BeforeAndAfter(before, after)


def placebo_falls(
    began: dt.date,
    stretch: DateStretch,
    by_day: Mapping[dt.date, float],
    apart_from: Collection[dt.date] = (),
) -> tuple[float, ...]:
    """By how much the same stretch fell at each placebo date: all of its days lie before it began.

    Args:
        began: The date that is judged.
        stretch: The days that are held against each other.
        by_day: What is noted.
        apart_from: Days of something that might have acted; no stretch with one of them is counted.
    """
    first = min(by_day, default=began)
    days = span_of(first, began - DAY)
    noted = list(accumulate((day in by_day for day in days), initial=0))
    total = list(accumulate((by_day.get(day, 0.0) for day in days), initial=0.0))
    acting = list(accumulate((day in apart_from for day in days), initial=0))
    falls = []
    for date in range(1, len(days) - stretch.last):
        start, after, end = (
            max(date - stretch.before, 0),
            date + stretch.first,
            date + stretch.last + 1,
        )
        many_before, many_after = noted[date] - noted[start], noted[end] - noted[after]
        is_known = many_before >= stretch.least_before and many_after >= stretch.least_after
        if is_known and acting[end] == acting[start]:
            before = (total[date] - total[start]) / many_before
            falls.append(before - (total[end] - total[after]) / many_after)
    return tuple(falls)


def as_much_of_100(falls: Collection[float], fall: float) -> int | None:
    """Of 100 placebo dates, after how many it fell as much or more; None with fewer than `LEAST_DATES`."""
    if len(falls) < LEAST_DATES:
        return None
    return round(100 * sum(each >= fall - ROUNDING for each in falls) / len(falls))
