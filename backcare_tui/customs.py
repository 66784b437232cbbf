"""The customs of a place: whether a day has twice twelve hours or twenty-four, and what water is measured in.

As a locale is, it is one of the whole process. Times and amounts are said by pure functions that a hundred others
stand on, and two people never read one process: so it is set where a diary is opened, and again as its settings
change. Whoever says a time or an amount, or reads one, asks it; what a program reads is never said by it.

    follow(customs_of(repository.settings()))
    say_time("21:30")  # "9:30 pm"
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal, NamedTuple

Hours = Literal[24, 12]
"""Hours until a clock begins anew."""
Units = Literal["metric", "us"]
"""What water is measured in: milliliters, or fluid ounces of the US."""


class Customs(NamedTuple):
    """How times of day and amounts are said."""

    hours: Hours = 24
    units: Units = "metric"


STANDARD = Customs()
"""Those of the file, and of all that programs read."""


class _Held:
    """What holds in this process."""

    customs = STANDARD
    is_fixed = False


def customs() -> Customs:
    """What holds now."""
    return _Held.customs


def follow(found: Customs) -> None:
    """Go by these from now on, unless something was fixed."""
    if not _Held.is_fixed:
        _Held.customs = found


@contextmanager
def fixed(found: Customs) -> Iterator[None]:
    """Go by these and no others until the block ends: for what programs read, and for tests."""
    before = _Held.customs, _Held.is_fixed
    _Held.customs, _Held.is_fixed = found, True
    try:
        yield
    finally:
        _Held.customs, _Held.is_fixed = before
