"""Small diaries of two weeks, for the tests of the week."""

import datetime as dt

from tinydb.storages import MemoryStorage

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.insight.week.look import WeekLook, look_at_week
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock

TODAY = MONDAY.date()
WEEK = dt.date(2026, 11, 16)
"""The Monday of the week before MONDAY's."""


def diary(*records: Record, clock: FrozenClock | None = None) -> TinyRepository:
    repository = TinyRepository(MemoryStorage(), clock or FrozenClock())  # type: ignore[no-untyped-call] # as TinyDB has it
    if records:
        repository.add(*records)
    return repository


def look(*records: Record, day: dt.date = WEEK) -> WeekLook:
    return look_at_week(diary(*records), day, FrozenClock())


def at(day: int, hour: int = 8) -> dt.datetime:
    """A moment of the week, day 0 its Monday; the days before it are negative."""
    return MONDAY.replace(hour=hour, minute=0) + dt.timedelta(days=day - 7)


def pain(day: int, severity: int, note: str | None = None) -> Pain:
    return Pain(at=at(day), severity=severity, note=note)


def night(day: int, bed: str = "23:00", up: str = "07:00", latency: int | None = None) -> Night:
    return Night(night=at(day).date(), bed=bed, up=up, latency_min=latency, quality=3)


def weeks_of_pain(before: int, now: int, days: int = 5) -> list[Record]:
    return [
        *(pain(day, now) for day in range(days)),
        *(pain(day - 7, before) for day in range(days)),
    ]


def weeks_before(*means: int, days: int = 5) -> list[Record]:
    """Pain on the first days of the weeks up to the one before WEEK's week before, the oldest first."""
    return [
        pain(day - 7 * back, mean)
        for back, mean in zip(range(len(means) + 1, 1, -1), means, strict=True)
        for day in range(days)
    ]


STEADY = weeks_before(*(5,) * 12)
"""Twelve weeks that do not differ."""
SWINGING = weeks_before(*(5, 6) * 6)
"""Twelve weeks of which each differs by one from the next: a swing of about 2.7."""
