"""Entries as they lie where the person is now: on which day, and in which order of the clock.

An entry keeps the day that it had where it was made. Whoever lands in the west has entries of a day
that is still to come there; until it has come they are listed with today, so that none is hidden.
"""

import datetime as dt
from typing import TypeVar

from backcare_tui.diary.night_ends import night_ends
from backcare_tui.diary.records.base import Record, made_of
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock

R = TypeVar("R", bound=Record)
DAYS_AHEAD = 2
"""How far a day may be ahead of another place: from one end of the zones to the other, 26 hours."""


def day_here(record: Record, clock: Clock) -> dt.date:
    """The day that an entry is listed with: its own, or today while its own is still to come here.

    What has not happened yet, by a clock that was wrong, stays with its own day.
    """
    now = clock.now()
    ahead = (record.day - now.date()).days
    if not 0 < ahead <= DAYS_AHEAD:
        return record.day
    known = record.updated if isinstance(record, Night) else record.at
    return now.date() if known and known <= now else record.day


def entries_of_today(repository: Repository, kind: type[R], clock: Clock) -> tuple[R, ...]:
    """The entries of one kind that are listed with today, in the order of time."""
    today = clock.today()
    ahead = repository.entries(kind, (today, today + dt.timedelta(days=DAYS_AHEAD)))
    found = (record for record in ahead if day_here(record, clock) == today)
    return tuple(sorted(found, key=lambda record: clock_order(record, clock)[1:]))


def clock_order(record: Record, clock: Clock) -> tuple[dt.date, float, str, float]:
    """Sorts entries of several kinds by day, and by the minute within it, as `Record.time_order` does.

    A night lies where one got up; one without times comes first on its day.
    """
    ends = night_ends(record, clock) if isinstance(record, Night) else None
    if ends is None:
        return record.time_order
    up = ends.up.timestamp()
    return record.day, up // 60, made_of(record.id), up
