"""A day's figures: pain, sleep and movement. What is not known is None, never zero."""

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec

from backcare_tui.diary.derived import mean, nights_by_day, time_asleep
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.repository import Between, Entries
from backcare_tui.diary.when import Clock, span_of


class DayFigures(msgspec.Struct, frozen=True):
    """One day in figures; charts, the week, longer times and the report all draw from it."""

    day: dt.date
    pain: float | None = None
    """The mean severity of its entries, 0 to 10."""
    best: int | None = None
    """The lowest severity."""
    worst: int | None = None
    """The highest severity."""
    asleep_min: int | None = None
    """Minutes asleep in the night that ended on this day, as they passed when the clocks change."""
    sessions: int = 0
    moved_min: float | None = None
    """Minutes of the day's sessions; None where none says how long it was."""


def days_of(repository: Entries, span: Between, clock: Clock) -> tuple[DayFigures, ...]:
    """Every day from the first to the last, also those of which nothing is known.

    Args:
        repository: The diary; only the entries of these days are read.
        span: The first and the last day.
        clock: Where the person is, for nights on which the clocks change.
    """
    known = known_days(
        repository.entries(Pain, span),
        repository.entries(Night, span),
        repository.entries(Session, span),
        clock,
    )
    return tuple(known.get(day) or DayFigures(day) for day in span_of(*span))


def known_days(
    pains: Iterable[Pain], nights: Iterable[Night], sessions: Iterable[Session], clock: Clock
) -> dict[dt.date, DayFigures]:
    """The days that have an entry of these, in their order."""
    severities: dict[dt.date, list[int]] = {}
    for entry in pains:
        severities.setdefault(entry.day, []).append(entry.severity)
    done: dict[dt.date, list[Session]] = {}
    for session in sessions:
        done.setdefault(session.day, []).append(session)
    night_of = nights_by_day(nights)
    return {
        day: _day(day, severities.get(day, ()), night_of.get(day), done.get(day, ()), clock)
        for day in sorted({*severities, *night_of, *done})
    }


def _day(
    day: dt.date,
    severities: Sequence[int],
    night: Night | None,
    sessions: Sequence[Session],
    clock: Clock,
) -> DayFigures:
    lengths = [each.done_s for each in sessions if each.done_s is not None]
    return DayFigures(
        day,
        pain=mean(severities) if severities else None,
        best=min(severities, default=None),
        worst=max(severities, default=None),
        asleep_min=time_asleep(night, clock) if night else None,
        sessions=len(sessions),
        moved_min=sum(lengths) / 60 if lengths else None,
    )


def known_pain(days: Iterable[DayFigures]) -> dict[dt.date, float]:
    """The mean severity of each day that has one."""
    return {each.day: each.pain for each in days if each.pain is not None}


def known_sleep(days: Iterable[DayFigures]) -> dict[dt.date, int]:
    """The minutes asleep of each day for which they are known."""
    return {each.day: each.asleep_min for each in days if each.asleep_min is not None}
