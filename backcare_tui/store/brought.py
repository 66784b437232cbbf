"""What merging another state of the diary brought, counted."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from backcare_tui.diary.codec import is_removed
from backcare_tui.diary.records.kinds import RECORDS
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.setting import Setting
from backcare_tui.diary.when import iso_day, iso_moment
from backcare_tui.store.documents import sketch, whole
from backcare_tui.store.journal import OWN_TABLES
from backcare_tui.store.merge import CannotMerge, merged_tables, trusted, why_not_merged
from backcare_tui.store.reading import Tables

FAR_AHEAD = dt.timedelta(days=1)
"""A change dated so far ahead of now was made by a clock that is wrong; zones are no more than that apart."""


class Brought(msgspec.Struct, frozen=True):
    """What the diary has now that it had not before."""

    added: int = 0
    """Entries that were not here."""
    changed: int = 0
    removed: int = 0
    others: int = 0
    """What is no entry that one sees: settings, and marks of what was never here."""
    nights: tuple[dt.date, ...] = ()
    """Days that have more than one night now, one of them changed or new."""
    ahead: dt.datetime | None = None
    """The latest change that came with it, where that is dated more than a day ahead of now."""

    is_doubtful: bool = False
    """Whether it came from a file that is not as backcare wrote it."""

    @property
    def is_nothing(self) -> bool:
        """Whether the diary is as it was."""
        return not (self.added or self.changed or self.removed or self.others)


def merging(
    tables: Tables, other: Tables, now: dt.datetime, *, is_doubtful: bool = False
) -> tuple[Brought, Tables]:
    """What merging another state of a diary would bring, and what the diary would be; see `merged_tables`.

    Args:
        tables: What is here.
        other: The other state.
        now: This moment, by the clock of this device.
        is_doubtful: Whether the file of the other is not as backcare wrote it; see `trusted`.

    Raises:
        CannotMerge: If they are not of one diary.
    """
    if reason := why_not_merged(tables, other):
        raise CannotMerge(reason)
    both = merged_tables(tables, trusted(other, tables) if is_doubtful else other)
    brought = what_came(tables, both, now)
    return msgspec.structs.replace(brought, is_doubtful=is_doubtful), both


def what_came(
    before: Mapping[str, Mapping[str, Any]],
    after: Mapping[str, Mapping[str, Any]],
    now: dt.datetime,
) -> Brought:
    """What `merged_tables` brought.

    Args:
        before: The tables that were here.
        after: What they became; what stayed is the very same document under its number.
        now: This moment, by the clock of this device.
    """
    counts, came = Counter[str](), list[tuple[str, Any]]()
    for table, held_before, held in _differences(before, after):
        was, is_ = _is_there(held_before), _is_there(held)
        if table not in RECORDS or table == Setting.table or not (was or is_):
            counts["others"] += 1
        else:
            counts["changed" if was and is_ else "added" if is_ else "removed"] += 1
        came.append((table, held))
    return Brought(
        added=counts["added"],
        changed=counts["changed"],
        removed=counts["removed"],
        others=counts["others"],
        nights=_second_nights(after, came),
        ahead=latest_ahead((held for _, held in came), now),
    )


def latest_ahead(documents: Iterable[object], now: dt.datetime) -> dt.datetime | None:
    """The latest change of some documents, if it is dated more than a day ahead of now."""
    moments = (iso_moment(known.updated) for held in documents if (known := sketch(held)))
    latest = max(filter(None, moments), default=now)
    return latest.astimezone(now.tzinfo) if latest > now + FAR_AHEAD else None


def _differences(
    before: Mapping[str, Mapping[str, Any]], after: Mapping[str, Mapping[str, Any]]
) -> Iterator[tuple[str, Any, Any]]:
    for name, table in after.items():
        if name not in OWN_TABLES:
            old = before.get(name, {})
            for number, held in table.items():
                if (held_before := old.get(number)) is not held:
                    yield name, held_before, held


def _is_there(held: object) -> bool:
    document = whole(held)
    return isinstance(document, Mapping) and not is_removed(document)


def _second_nights(
    after: Mapping[str, Mapping[str, Any]], came: list[tuple[str, Any]]
) -> tuple[dt.date, ...]:
    days = Counter(filter(None, map(_night, after.get(Night.table, {}).values())))
    fresh = {_night(held) for table, held in came if table == Night.table}
    twice = (iso_day(day) for day, count in days.items() if count > 1 and day in fresh)
    return tuple(sorted(filter(None, twice)))


def _night(held: object) -> str | None:
    known = sketch(held)
    return known.night if known and not known.removed and isinstance(known.night, str) else None
