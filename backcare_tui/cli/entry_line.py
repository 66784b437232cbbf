"""An entry in one line: what it is called within a sentence, and what was done with it."""

import datetime as dt

from backcare_tui.diary.records.base import ID_SHOWN, Record
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.when import Clock
from backcare_tui.text import say_day, say_time, shortened, within

_WIDTH = 100


def said(verb: str, record: Record, clock: Clock) -> str:
    """What was done with an entry: `Saved pain 4 moderate, Mon 23 Nov 08:12 · 1a2b3c4d`."""
    when = "" if record.day == dt.date.min else f", {say_day(record.day, clock.today())}"
    time = f" {say_time(record.at)}" if record.at else ""
    return f"{verb} {named(record)}{when}{time} · {record.id[:ID_SHOWN]}"


def named(record: Record) -> str:
    """An entry within a line: `pain 4 moderate`."""
    from backcare_tui.wording.entries import say_entry

    what, value_ = say_entry(record)
    is_name = isinstance(record, Session | Person)
    kind = what if is_name else within(what)
    return shortened(f"{kind} {value_}", _WIDTH)
