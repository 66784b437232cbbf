"""How faithfully a diary is kept, told so that nobody has to feel guilty: what there is, never what is missing.

It is a share of the last three weeks, so one day more or less hardly moves it, and no day sets it back to nothing (our own rule: people
name guilt as the reason to stop).
"""

import datetime as dt

import msgspec

from backcare_tui.diary.records.activity import ActiveDay
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.kinds import ENTRIES
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.repository import Entries
from backcare_tui.text import say_count

DAYS = 21
"""How many days are looked at: three weeks."""
LEAST_DAYS = 7
"""Days since the first entry below which nothing is said yet (our own rule)."""


class Faithfulness(msgspec.Struct, frozen=True):
    """What was taken down of some days."""

    of: int
    """How many days are looked at: 21, or as many as the diary has in them."""
    noted: int
    """Of how many of them anything was taken down by the person."""
    moved: int
    """Of how many of them a session or an active day was."""


def faithfulness(repository: Entries, until: dt.date) -> Faithfulness | None:
    """The last three weeks up to a day; None where the diary has fewer than seven days in them.

    What a device counted is not taken down by anybody, so it counts for moving alone.
    """
    first = until - dt.timedelta(days=DAYS - 1)
    entries = [each for kind in ENTRIES for each in repository.entries(kind, (first, until))]
    noted = {each.day for each in entries if not _is_of_device(each)}
    if not noted:
        return None
    had_before = any(
        repository.entries(kind, (first - dt.timedelta(days=DAYS), first)) for kind in ENTRIES
    )
    of = DAYS if had_before else (until - min(noted)).days + 1
    if of < LEAST_DAYS:
        return None
    moved = {each.day for each in entries if isinstance(each, Session) or _is_active(each)}
    return Faithfulness(of, len(noted), len(moved))


def say_faithfulness(of: Faithfulness) -> str:
    """Such as `Something noted on 18 of the last 21 days; active on 9.`."""
    moved = f"; active on {of.moved}" if of.moved else ""
    return f"Something noted on {of.noted} of the last {say_count(of.of, 'day')}{moved}."


def _is_of_device(entry: Record) -> bool:
    return isinstance(entry, ActiveDay) and entry.imported is not None


def _is_active(entry: Record) -> bool:
    return isinstance(entry, ActiveDay) and bool(entry.active_min or entry.steps)
