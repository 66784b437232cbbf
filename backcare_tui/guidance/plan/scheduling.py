"""The parts of a week laid on its days, none of which asks for more than it has room for. Pure."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from itertools import combinations

import msgspec
from msgspec.structs import replace

from backcare_tui.diary.records.routine import RoutineStep
from backcare_tui.diary.values import Weekday
from backcare_tui.diary.when import weekday_id
from backcare_tui.guidance.plan.table import PartKind

ORDER: tuple[PartKind, ...] = ("strength", "ease", "calm", "walk")
"""Who chooses its days first: what needs days between."""


class WeekPart(msgspec.Struct, frozen=True, kw_only=True):
    """One active part of a week: a routine or a walk, so many times of so many minutes."""

    slot: PartKind
    id: str
    minutes: int
    times: int
    why: str
    """Why it is there, with its source, as the line says it."""
    level: int = 1
    steps: tuple[RoutineStep, ...] = ()
    days: tuple[int, ...] = ()
    """The days of the week, from 0 for its first."""

    @property
    def total(self) -> int:
        """Minutes in the week."""
        return self.minutes * self.times


def placed(
    parts: Iterable[WeekPart], room: Sequence[int], favored: Collection[int] = ()
) -> tuple[WeekPart, ...]:
    """The parts with their days; times that no day has room for are left out, and parts with none.

    A part keeps the days that it had where it still can. Strength has a day between if possible.

    Args:
        parts: What is wanted, in any order.
        room: Whole minutes that each of the seven days has.
        favored: Days on which it was possible before; what had no days yet takes them first.
    """
    left, found = list(room), []
    for part in sorted(parts, key=lambda each: ORDER.index(each.slot)):
        days = _days_for(part, left, favored)
        if not days:
            continue
        for day in days:
            left[day] -= part.minutes
        found.append(replace(part, days=days, times=len(days)))
    return tuple(found)


def weekday_ids(days: Iterable[int], first: dt.date) -> tuple[Weekday, ...]:
    """The days of a week that begins on a day, as a plan has them: `mon`, `thu`."""
    return tuple(weekday_id(first + dt.timedelta(days=each)) for each in days)


def _days_for(part: WeekPart, left: Sequence[int], favored: Collection[int]) -> tuple[int, ...]:
    open_ = [day for day in range(7) if left[day] >= part.minutes]
    if part.days and len(part.days) == part.times and set(part.days) <= set(open_):
        return part.days
    times = min(part.times, len(open_))
    if not times:
        return ()
    return max(
        combinations(open_, times),
        key=lambda days: (len(set(favored).intersection(days)), *_worth(days, part, left)),
    )


def _worth(
    days: tuple[int, ...], part: WeekPart, left: Sequence[int]
) -> tuple[int, int, int, tuple[int, ...]]:
    """How good a choice of days is: far apart, then where most is left, then as before, then early."""
    gaps = [b - a for a, b in zip(days, (*days[1:], days[0] + 7), strict=True)]
    least = min(gaps) * 100 - sum(gap * gap for gap in gaps)
    is_full = sum(left[day] for day in days)
    same = len(set(days) & set(part.days))
    if part.slot == "walk":
        return is_full, least, same, tuple(-day for day in days)
    return least, is_full, same, tuple(-day for day in days)
