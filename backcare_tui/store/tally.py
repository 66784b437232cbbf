"""How much a diary holds, by which a backup of it is judged: none may take the place of a better one."""

import datetime as dt
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

import msgspec

from backcare_tui.diary.records.setting import Setting
from backcare_tui.diary.when import iso_moment
from backcare_tui.store.documents import whole
from backcare_tui.store.journal import OWN_TABLES, REDO

NOT_ENTRIES = OWN_TABLES | {Setting.table}
"""The tables in which the program keeps what is its own."""
LEAST_PART = 0.9
"""Of the entries that were there last: below that, removals must account for the rest."""


class _Mark(msgspec.Struct, frozen=True):
    """What tells the mark of a removal from an entry."""

    removed: Any = None


_mark = msgspec.json.Decoder(_Mark).decode


class Tally(msgspec.Struct, frozen=True):
    """How many entries there are, and when what was removed of them was."""

    entries: int
    removed: tuple[dt.datetime, ...] = ()

    def is_worse(self, entries: int, since: dt.datetime | None) -> bool:
        """Whether far less is here than there was, and was not removed since.

        Args:
            entries: How many there were.
            since: When that was.
        """
        gone = sum(since is None or moment >= since for moment in self.removed)
        return self.entries + gone < LEAST_PART * entries


def tally(tables: Mapping[str, Mapping[str, Any]]) -> Tally:
    """Count the entries of a diary, those with wrong values too.

    >>> tables = {"pain": {"1": {"id": "a", "severity": 4}}, "setting": {"1": {"id": "b"}}}
    >>> tally(tables).entries
    1
    """
    entries, removed = 0, []
    for name, table in tables.items():
        for held in table.values() if name not in NOT_ENTRIES else ():
            if gone := iso_moment(_removed(held)):
                removed.append(gone)
            else:
                entries += 1
    return Tally(entries, (*removed, *_taken_back(tables.get(REDO, {}).values())))


def _removed(held: object) -> object:
    """When a document was removed, without the rest of it."""
    if isinstance(held, msgspec.Raw):
        if b'"removed"' not in bytes(held):  # of most documents there is no more to read
            return None
        with suppress(msgspec.DecodeError):
            return _mark(held).removed
    return held.get("removed") if isinstance(held, Mapping) else None


def _taken_back(steps: Iterable[object]) -> Iterable[dt.datetime]:
    """When each entry was taken back that undo has taken back, and redo would make again."""
    for step in map(whole, steps):
        if isinstance(step, Mapping) and (when := iso_moment(step.get("updated"))):
            before = step.get("before")
            for place in before if isinstance(before, list) else ():
                if isinstance(place, list) and len(place) == 3 and place[2]:
                    yield when
