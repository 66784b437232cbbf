"""What restoring would change: the entries of two states of a diary, side by side."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from backcare_tui.diary.codec import is_removed
from backcare_tui.diary.records.kinds import RECORDS
from backcare_tui.diary.safekeeping import Differing, Restoring, Way
from backcare_tui.diary.when import iso_day
from backcare_tui.store.documents import DAY_FIELDS, whole
from backcare_tui.store.identity import diary_of
from backcare_tui.store.journal import OWN_TABLES


def restoring_to(now: Mapping[str, Any], then: Mapping[str, Any]) -> Restoring:
    """What putting a diary back to what it was would bring, take away and put back.

    >>> now = {"pain": {"1": {"id": "a", "severity": 4}, "2": {"id": "b", "severity": 5}}}
    >>> then = {"pain": {"1": {"id": "a", "severity": 3}, "2": {"id": "c", "severity": 6}}}
    >>> [(each.id, each.way) for each in restoring_to(now, then).entries]
    [('a', 'put back'), ('b', 'taken'), ('c', 'brought')]

    Args:
        now: The tables as they are.
        then: The tables that would take their place.
    """
    found: list[Differing] = []
    for table in sorted((now.keys() | then.keys()) - OWN_TABLES):
        here, there = (dict(_entries(tables.get(table, {}))) for tables in (now, then))
        for id_ in here.keys() | there.keys():
            if way := _way(here.get(id_), there.get(id_)):
                document = whole(there[id_] if id_ in there else here[id_])
                found.append(Differing(table, id_, _day_of(table, document), way))
    diaries = {diary for tables in (now, then) if (diary := diary_of(tables))}
    return Restoring(tuple(sorted(found, key=_order)), is_of_another=len(diaries) > 1)


def _order(each: Differing) -> tuple[str, dt.date, str]:
    return each.table, each.day or dt.date.min, each.id


def _entries(table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Id and text of each entry that is there; of one without an id its content stands for it."""
    for held in table.values():
        document = whole(held)
        if not isinstance(document, Mapping):
            yield repr(document), held
        elif not is_removed(document):
            yield str(document.get("id") or repr(document)), held


def _way(here: Any, there: Any) -> Way | None:
    if here is None or there is None:
        return "brought" if here is None else "taken"
    is_same = _bytes_of(here) == _bytes_of(there) or whole(here) == whole(there)
    return None if is_same else "put back"


def _bytes_of(held: Any) -> bytes:
    """A document as text."""
    return bytes(held) if isinstance(held, msgspec.Raw) else msgspec.json.encode(held)


def _day_of(table: str, document: Any) -> dt.date | None:
    """The day that an entry is about; None for what has none."""
    kind = RECORDS.get(table)
    if kind is None or not isinstance(document, Mapping):
        return None
    fields = (name for name in DAY_FIELDS[:-1] if name in kind.__struct_fields__)
    return iso_day(str(document.get(next(fields, ""), ""))[:10])
