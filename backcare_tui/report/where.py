"""Where it hurt in the first and in the last weeks of a time, to be held side by side. Pure."""

import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec

from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.repository import Between
from backcare_tui.guidance.symptoms import areas_of
from backcare_tui.report.symptoms import Days, days_named

MOST_WEEKS = 4
"""How many weeks stand for the beginning and for the end (a choice of ours)."""


class Where(msgspec.Struct, frozen=True):
    """The places named in some weeks."""

    span: Between
    weeks: int
    """How many; 0 where it is a whole time that is too short to be held against itself."""
    is_first: bool
    """Whether they are the first weeks of the time, not the last ones."""
    noted: int
    """On how many days pain was taken down."""
    areas: Days
    """By their ids, on how many days each was named, most often first."""


def where_it_hurt(pains: Sequence[Pain], span: Between) -> tuple[Where, ...]:
    """The first weeks and the last ones, up to four of each and never the same ones.

    A time of less than two weeks is told as a whole. Nothing, where no place was named.

    Args:
        pains: The entries of the time.
        span: Its first and last day.
    """
    if not any(areas_of(each) for each in pains):
        return ()
    return tuple(
        _of(pains, part, weeks, is_first=is_first) for part, weeks, is_first in _parts(span)
    )


def _parts(span: Between) -> Iterator[tuple[Between, int, bool]]:
    first, last = span
    weeks = min(((last - first).days + 1) // 14, MOST_WEEKS)
    if not weeks:
        yield span, 0, True
        return
    length = dt.timedelta(weeks=weeks) - dt.timedelta(days=1)
    yield (first, first + length), weeks, True
    yield (last - length, last), weeks, False


def _of(pains: Sequence[Pain], span: Between, weeks: int, *, is_first: bool) -> Where:
    within = [each for each in pains if span[0] <= each.day <= span[1]]
    noted = len({each.day for each in within})
    return Where(span, weeks, is_first, noted, days_named(within, areas_of))
