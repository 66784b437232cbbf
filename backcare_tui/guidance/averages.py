"""What values by day mostly were: the mean of a week, and the median of the fortnight before a day.

Each says from how many days it may be made; with fewer it is None, and no rule speaks.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeVar

from backcare_tui.diary.derived import mean, median
from backcare_tui.diary.when import span_of

V = TypeVar("V", int, float)
WEEK, FORTNIGHT = 7, 14
MONTH = 28
LEAST_OF_WEEK, LEAST_OF_FORTNIGHT = 4, 5
"""Days with a value that a mean of seven days, and a median of fourteen, need (our own rule)."""
DIGITS = 9
"""Decimals that a mean is told apart by: a sum of thirds must not fall short of a whole."""


@lru_cache(maxsize=4096)
def days_up_to(last: dt.date, count: int) -> tuple[dt.date, ...]:
    """So many days, the last of them this one."""
    return span_of(last - dt.timedelta(days=count - 1), last)


def known_of(values: Mapping[dt.date, V], days: Iterable[dt.date]) -> list[V]:
    """The values of some days, those without one left out."""
    return [values[day] for day in days if day in values]


def mean7(values: Mapping[dt.date, V], last: dt.date) -> float | None:
    """The mean of the 7 days up to a last one; None with fewer than 4."""
    found = known_of(values, days_up_to(last, WEEK))
    return round(mean(found), DIGITS) if len(found) >= LEAST_OF_WEEK else None


def median14(values: Mapping[dt.date, V], day: dt.date) -> float | None:
    """The median of the 14 days before a day; None with fewer than 5."""
    found = known_of(values, days_up_to(day - dt.timedelta(days=1), FORTNIGHT))
    return median(found) if len(found) >= LEAST_OF_FORTNIGHT else None
