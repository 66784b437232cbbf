"""What was taken down today, in the order of time."""

import msgspec

from backcare_tui.diary.here import clock_order, entries_of_today
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.kinds import ENTRIES
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.text import write_time
from backcare_tui.wording.entries import say_entry


class Logged(msgspec.Struct, frozen=True):
    """One entry of today, in words that are safe to print."""

    id: str
    table: str
    at_text: str
    """HH:MM; empty where no time is known."""
    what: str
    value: str


def logged_today(repository: Repository, clock: Clock) -> tuple[Logged, ...]:
    """What was taken down for today, in the order of time; what has no time comes first."""
    records = (record for kind in ENTRIES for record in entries_of_today(repository, kind, clock))
    in_order = sorted(records, key=lambda record: clock_order(record, clock)[1:])
    return tuple(
        Logged(record.id, record.table, time_text(record), *say_entry(record))
        for record in in_order
    )


def time_text(record: Record) -> str:
    """An entry's time of day as HH:MM: its moment, or when one got up; empty where unknown."""
    if isinstance(record, Night):
        return record.up or ""
    return write_time(record.at) if record.at else ""
