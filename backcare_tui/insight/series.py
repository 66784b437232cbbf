"""Days and nights as series with gaps: what is not known is None, never zero."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from backcare_tui.diary.derived import mean, nights_by_day, pain_by_day, time_asleep
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.when import Clock

T = TypeVar("T", int, float)


def pain_series(entries: Iterable[Pain], days: Sequence[dt.date]) -> dict[dt.date, float | None]:
    """Each day's mean severity, 0 to 10; None for a day without an entry."""
    by_day = pain_by_day(entries)
    return {day: by_day.get(day) for day in days}


def sleep_series(
    nights: Iterable[Night], days: Sequence[dt.date], clock: Clock
) -> dict[dt.date, int | None]:
    """Minutes asleep in the night that ended on each day; None where the length is not known."""
    by_day = nights_by_day(nights)
    return {day: time_asleep(by_day[day], clock) if day in by_day else None for day in days}


def known(series: Mapping[dt.date, T | None]) -> dict[dt.date, T]:
    """The days of a series that have a value."""
    return {day: value for day, value in series.items() if value is not None}


def mean_known(values: Iterable[float | None]) -> float | None:
    """The mean of the values that are known; None if none is."""
    there = [value for value in values if value is not None]
    return mean(there) if there else None
