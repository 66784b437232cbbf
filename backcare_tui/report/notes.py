"""The notes of a time, for a page that others read."""

import datetime as dt
from collections.abc import Mapping
from typing import Literal

import msgspec

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.repository import Between, Entries
from backcare_tui.guidance.care.team import named, names_of
from backcare_tui.library.taxonomy import name_of
from backcare_tui.report.own_words import own
from backcare_tui.report.parts import PagePart
from backcare_tui.text import clean
from backcare_tui.wording.entries import say_entry

Notes = Literal["none", "visits", "all"]
"""Which notes are on the page."""
NOTED: Mapping[Notes, tuple[type[Record], ...]] = {
    "none": (),
    "visits": (Visit,),
    "all": (Visit, Pain, Night, Session, Feeling, Check),
}
"""The kinds of entries whose notes are on the page."""
PART_OF: Mapping[type[Record], PagePart] = {
    Visit: "care",
    Pain: "pain",
    Feeling: "pain",
    Night: "sleep",
    Session: "movement",
    Check: "checks",
}
"""The part that a note belongs to: where that is left out, it is too."""


class EntryNote(msgspec.Struct, frozen=True):
    """A note of an entry; safe to print."""

    id: str
    """Of its entry."""
    day: dt.date
    what: str
    """What kind of entry it is of, such as `Massage, with Dana Whitfield`."""
    text: str
    part: PagePart
    """Of which part the entry is."""


def notes_of(diary: Entries, span: Between, notes: Notes = "all") -> tuple[EntryNote, ...]:
    """The notes of a time in its order.

    Args:
        diary: As it may be told.
        span: The first and the last day.
        notes: Of which kinds of entries.
    """
    names = names_of(diary.entries(Person))
    entries = [each for kind in NOTED[notes] for each in diary.entries(kind, span)]
    return tuple(
        EntryNote(
            entry.id,
            entry.day,
            _kind(entry, names),
            clean(text, lines=True).strip(),
            PART_OF[type(entry)],
        )
        for entry in sorted(entries, key=lambda each: each.time_order)
        if (text := entry.note)
    )


def _kind(entry: Record, names: Mapping[str, str]) -> str:
    """What kind of entry it is, without what else the entry says."""
    if isinstance(entry, Visit):
        by = own(named(names, entry.person))
        what = name_of("treatments", entry.treatment)
        return f"{what}, with {by}" if by else what
    if isinstance(entry, Check):
        return "Check-up" if entry.is_check_up else "Check for warning signs"
    return say_entry(entry)[0]
