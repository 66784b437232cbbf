"""A diary in memory at a moment, and what its weeks are, in a few words."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, cast

from tinydb.storages import MemoryStorage

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.week_plan import PlanLine, WeekPlan
from backcare_tui.diary.settings import SettingName
from backcare_tui.guidance.plan.progress import playable
from backcare_tui.library.routines import find_routine
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock

DAY = dt.timedelta(days=1)
WEEK = 7 * DAY
SUNDAY_EVENING = MONDAY.replace(hour=19, minute=0) + 6 * DAY


def diary_of(
    *records: Record | Iterable[Record],
    settings: Mapping[str, Any] | None = None,
    clock: FrozenClock | None = None,
) -> TinyRepository:
    """A diary of these records, or lists of them, in memory."""
    storage = MemoryStorage()  # type: ignore[no-untyped-call] # as TinyDB has it
    repository = TinyRepository(storage, clock or FrozenClock())
    if settings:
        repository.set_all(cast("Mapping[SettingName, object]", settings))
    flat = [each for one in records for each in ([one] if isinstance(one, Record) else one)]
    if flat:
        repository.add(*flat)
    return repository


def active(plan: WeekPlan) -> list[PlanLine]:
    """The lines that are something to do with the body."""
    return [line for line in plan.lines if line.kind in {"routine", "walk"}]


def minutes(plan: WeekPlan) -> int:
    """The active minutes of a week."""
    return sum((line.minutes or 0) * line.times for line in active(plan))


def level(plan: WeekPlan) -> int:
    """The level of the most demanding line, 0 without any routine."""
    return max((line.level or 1 for line in active(plan) if line.kind == "routine"), default=0)


def played(line: PlanLine, own: Iterable[Routine] = ()) -> Routine:
    """What a line is played as."""
    found = playable(line, tuple(own))
    assert found, line
    return found


def kept(plan: WeekPlan, part: float = 1.0, **fields: Any) -> list[Session]:
    """Sessions of a week's lines on their days, of the first part of them."""
    times = [(line, n) for line in active(plan) for n in range(line.times)]
    done = times[: round(part * len(times))]
    start = dt.datetime.combine(plan.week, dt.time(17), MONDAY.tzinfo)
    return [
        Session(at=start + n * DAY + number * dt.timedelta(minutes=1), routine=line.id, **fields)
        for number, (line, n) in enumerate(done)
        if find_routine(line.id)
    ]
