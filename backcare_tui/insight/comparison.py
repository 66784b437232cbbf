"""Pain of some days held against that of others: one way for weeks, for the report and for the hand-over page.

How much is known of some days (`pain_of`), how much has to be (`PainOfDays.is_enough`), and what is said of a change
(`compare`) is the same everywhere; how widely a person's pain swings by itself is read from weeks or from days, as
there are. All is judged as it is said, rounded: a reader who subtracts two figures never finds them at odds with the
word. Pure Python.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Literal

import msgspec

from backcare_tui.diary.derived import mean_known
from backcare_tui.diary.repository import Between
from backcare_tui.library.measures import is_noticed

LEAST_PART = 0.5
"""The part of the days that has to be noted before they are held against others: 4 of 7, 14 of 28 (a choice of ours)."""
Weight = Literal["as-before", "unknown", "within", "small", "matters"]
"""`unknown` where the usual swing is; `small` beyond it, but of a size that people do not notice."""
DECIMALS = 1
"""Of every figure that is said."""


def as_said(pain: float) -> float:
    """A mean of pain, or a difference of two that are said, with its one decimal."""
    return round(pain, DECIMALS)


class PainOfDays(msgspec.Struct, frozen=True):
    """Some days in a row, and what is noted of them."""

    span: Between
    noted: int
    """How many of them have pain noted."""
    mean: float | None
    """The mean of these days, 0 to 10, unrounded; None where none is noted."""

    @property
    def days(self) -> int:
        """How many they are."""
        return (self.span[1] - self.span[0]).days + 1

    @property
    def is_enough(self) -> bool:
        """Whether half of them are noted."""
        return self.noted >= LEAST_PART * self.days

    @property
    def said(self) -> float | None:
        """The mean with one decimal, as it is said."""
        return None if self.mean is None else as_said(self.mean)


class PainChange(msgspec.Struct, frozen=True):
    """A change between days that can be compared; points of pain as they are said."""

    points: float
    """The mean less that of the days before."""
    before: float
    """That of the days before."""
    weight: Weight
    """What may be said of it."""
    swing: float | None
    """Up to how much such means differ by themselves; None where it is not known, or said as `about as much`."""


def pain_of(pain_by_day: Mapping[dt.date, float], span: Between) -> PainOfDays:
    """What is noted of some days.

    Args:
        pain_by_day: The mean of each day that has one, 0 to 10; days outside the span are left out.
        span: The first and the last day.

    >>> monday = dt.date(2026, 11, 23)
    >>> week = pain_of({monday: 4.0, monday + dt.timedelta(days=1): 5.5}, (monday, monday + dt.timedelta(days=6)))
    >>> week.noted, week.mean, week.is_enough
    (2, 4.75, False)
    """
    known = [pain for day, pain in pain_by_day.items() if span[0] <= day <= span[1]]
    return PainOfDays(span, len(known), mean_known(known))


def compare(before: float, now: float, swing: float | None) -> PainChange:
    """What may be said of a change of pain between days of which enough are noted.

    Args:
        before: The mean of the days before, 0 to 10, unrounded.
        now: The mean of the later days.
        swing: Up to how much such means differ by themselves; None where it is not known.

    >>> compare(7.0, 5.04, swing=0.5)
    PainChange(points=-2.0, before=7.0, weight='matters', swing=0.5)
    """
    was = as_said(before)
    points = as_said(as_said(now) - was)
    said = None if swing is None else as_said(swing)
    is_beyond = swing is not None and abs(now - before) > swing
    weight: Weight = "small"
    if not points:
        weight = "as-before"
    elif said is None:
        weight = "unknown"
    elif not is_beyond or abs(points) <= said:
        weight = "within"
    elif is_noticed(points, was):
        weight = "matters"
    if said is not None and abs(points) > said and not is_beyond:
        said = None  # only by the rounding: no figure may say that it is more
    return PainChange(points, was, weight, said)
