"""A damaged diary joined with its newest good backup, entry by entry."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from backcare_tui.diary.codec import Document, is_removed
from backcare_tui.diary.safekeeping import Backup, Recovery
from backcare_tui.diary.when import iso_moment, span_of
from backcare_tui.store.documents import whole
from backcare_tui.store.identity import META
from backcare_tui.store.journal import LONG_AGO, REDO, UNDO
from backcare_tui.store.reading import Tables
from backcare_tui.store.salvage import Hole, Salvage, Salvaged, day_in, lost_in
from backcare_tui.store.tally import NOT_ENTRIES

TablePlace = tuple[str, str]
"""Table and id; of what has no id its content stands for one."""
LONGEST = 366
"""Days of a hole that are named one by one."""


class Joined(msgspec.Struct, frozen=True):
    """What was recovered: the tables that are to be put in place, and what is said of them."""

    tables: Tables
    recovery: Recovery


def recovered(salvage: Salvage, held: Tables | None = None, backup: Backup | None = None) -> Joined:
    """Join what is whole in a damaged file with a backup, by table and id.

    Where both have an entry the later `updated` wins. Where they say that it was changed at the same
    moment, and differ, something changed it without saying so: then the backup's is the right one.

    >>> from backcare_tui.store.salvage import readable
    >>> damaged = readable(b'{"pain":{"1":{"id":"a","severity":7},"2":{"id":"b","sev')
    >>> held = {"pain": {"1": {"id": "a", "severity": 1}, "2": {"id": "b", "severity": 2}}}
    >>> recovered(damaged, held).tables["pain"]
    {'1': {'id': 'a', 'severity': 1}, '2': {'id': 'b', 'severity': 2}}

    Args:
        salvage: What the file still holds.
        held: The tables of the backup; None where there is none.
        backup: Which one it is.
    """
    ours = _latest((each.table, each.number, each.document) for each in salvage.found)
    theirs = _latest(_in_tables(held or {}))
    joined = dict(theirs)
    from_backup = {place for place in theirs if place not in ours}
    for place, (number, document) in ours.items():
        if place in theirs and _is_theirs(document, theirs[place][1]):
            if not _is_same(document, theirs[place][1]):
                from_backup.add(place)
        else:
            joined[place] = (number, document)
    for steps in (UNDO, REDO):  # of two histories only one can be taken back
        if any(table == steps for table, _ in ours):
            joined = {p: held for p, held in joined.items() if p[0] != steps or p in ours}
    from_backup &= joined.keys()
    entries = {place for place, (_, document) in joined.items() if _is_entry(place, document)}
    lost = tuple(hole for hole in salvage.holes if _is_lost(hole, salvage, joined, from_backup))
    recovery = Recovery(
        recovered=sum(_is_entry(place, document) for place, (_, document) in ours.items()),
        about=salvage.about,
        from_backup=len(from_backup & entries),
        entries=len(entries),
        backup=backup,
        lost_days=_days_of(lost),
        cut_tables=_cut(salvage, theirs),
    )
    return Joined(_numbered(joined), recovery)


def _latest(documents: Iterable[tuple[str, int, Any]]) -> dict[TablePlace, tuple[int, Any]]:
    """Each place once, with what was changed there last."""
    found: dict[TablePlace, tuple[int, Any]] = {}
    for table, number, document in documents:
        place = (table, _id_of(table, document))
        if place not in found or _moment(document) > _moment(found[place][1]):
            found[place] = (number, document)
    return found


def _in_tables(tables: Tables) -> Iterator[tuple[str, int, Any]]:
    for table, documents in tables.items():
        for number, held in documents.items():
            yield table, int(number), whole(held)


def _id_of(table: str, document: Any) -> str:
    if table == META:
        return META  # one document, whatever its id
    id_ = document.get("id") if isinstance(document, Mapping) else None
    return id_ if isinstance(id_, str) and id_ else repr(document)


def _moment(document: Any) -> dt.datetime:
    stated = document.get("updated") if isinstance(document, Mapping) else None
    return iso_moment(stated) or LONG_AGO


def _is_theirs(ours: Any, theirs: Any) -> bool:
    """Whether the backup's is taken: it is later, or differs though it was not changed since."""
    return _moment(theirs) >= _moment(ours)


def _is_same(ours: Any, theirs: Any) -> bool:
    return bool(msgspec.json.encode(ours) == msgspec.json.encode(theirs) or ours == theirs)


def _is_entry(place: TablePlace, document: Any) -> bool:
    is_mark = isinstance(document, Mapping) and is_removed(document)
    return place[0] not in NOT_ENTRIES and not is_mark


def _is_lost(
    hole: Hole,
    salvage: Salvage,
    joined: Mapping[TablePlace, tuple[int, Document]],
    from_backup: set[TablePlace],
) -> bool:
    """Whether a hole has taken what the backup does not have."""
    lost = lost_in(hole, salvage)
    known = {id_ for _, id_ in joined}
    if hole.ids and len(hole.ids) >= lost:
        return not known.issuperset(hole.ids)
    return lost > sum(_is_in(hole, joined[place][1]) for place in from_backup)


def _is_in(hole: Hole, document: Any) -> bool:
    """Whether an entry that only the backup has is one that stood in a hole."""
    day = day_in(document) if isinstance(document, Mapping) else None
    return day is None or (
        (not hole.first or day >= hole.first) and (not hole.last or day <= hole.last)
    )


def _days_of(holes: Iterable[Hole]) -> tuple[dt.date, ...]:
    """The days that holes are about, as far as what stands around them tells."""
    days: set[dt.date] = set()
    for hole in holes:
        edges = sorted(filter(None, (hole.first, hole.last)))
        if edges and (edges[-1] - edges[0]).days <= LONGEST:
            days.update(span_of(edges[0], edges[-1]))
        else:
            days.update(edges)
    return tuple(sorted(days))


def _cut(salvage: Salvage, theirs: Mapping[TablePlace, object]) -> tuple[str, ...]:
    """The tables of a file without an end of which nothing, or only a beginning, is there."""
    if not salvage.is_cut:
        return ()
    begun = {each.table for each in salvage.found}
    missing = {table for table, _ in theirs} - begun
    return tuple(sorted((missing | {salvage.last_table}) - NOT_ENTRIES - {""}))


def _numbered(joined: Mapping[TablePlace, tuple[int, Any]]) -> Tables:
    """Tables in which each document has its number, or where two have one the next free one."""
    tables: Tables = {}
    late: list[Salvaged] = []
    for (table, _), (number, document) in joined.items():
        documents = tables.setdefault(table, {})
        if number == 0 or str(number) in documents:
            late.append(Salvaged(table, number, document))
        else:
            documents[str(number)] = document
    for each in late:
        documents = tables[each.table]
        documents[str(max(map(int, documents), default=0) + 1)] = each.document
    return tables
