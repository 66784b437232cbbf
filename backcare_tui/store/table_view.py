"""The records of one table: made when they are asked for, kept over a change of some of them."""

import datetime as dt
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any, Generic, TypeVar

from backcare_tui.diary.codec import read_record
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.repository import Between, Trouble
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import span_of
from backcare_tui.store.day_index import DayIndex, Table, changed_in
from backcare_tui.store.documents import (
    DAY_FIELDS,
    Sketch,
    entry_sketch,
    in_order,
    is_mark,
    sketch,
    whole,
)

R = TypeVar("R", bound=Record)
MOST_PUT = 50
"""So many records of one change are put in their places one by one; of more all are sorted."""


class TableView(Generic[R]):
    """Records over a raw table. What it keeps is put in place whole, so that threads may read it.

    A document that holds a bad value is left out, and named by the troubles of the diary.
    """

    def __init__(self, kind: type[R], table: Table) -> None:
        """Look at a table of documents by their numbers; nothing is read before it is asked for."""
        self.kind = kind
        self._table = table
        self._in_order: tuple[R, ...] | None = None
        self._index: DayIndex | None = None

    def after(self, table: Table) -> "TableView[R]":
        """The view of the table after a change of some documents, by which none became a twin; this one stays."""
        view = TableView(self.kind, table)
        if self._index is None:
            return view
        changed = changed_in(self._table, table)
        view._index = self._index.after(table, changed)
        if self._in_order is not None and not self._index.has_twins:
            gone = {str(one.id) for each in changed if (one := entry_sketch(each.before))}
            found = self._readable(each.after for each in changed if entry_sketch(each.after))
            ids = gone | found.keys()
            view._in_order = _put(self._in_order, ids, found.values())
        return view

    @property
    def index(self) -> DayIndex:
        """The documents by their local day."""
        if self._index is None:
            field = next(name for name in DAY_FIELDS if name in self.kind.__struct_fields__)
            self._index = DayIndex(self._table, field)
        return self._index

    def in_order(self) -> tuple[R, ...]:
        """All records in the order of time."""
        if self._in_order is None:
            every = self._readable(held for _, held in self.held())
            self._in_order = tuple(sorted(every.values(), key=_order))
        return self._in_order

    def some(self, between: Between) -> list[R]:
        """The records of some days in the order of time, without reading the other documents."""
        first, last = (day.isoformat() for day in between)
        is_short = (between[1] - between[0]).days < len(self.index)
        span = map(dt.date.isoformat, span_of(*between)) if is_short else self.index.days()
        found = (held for day in span if first <= day <= last for held in self.index.on(day))
        return sorted(self._readable(found).values(), key=_order)

    def held(self) -> Iterator[tuple[Sketch, object]]:
        """The documents that are entries, not marks of removal; of twins the first.

        They come in the order of their numbers, in which they were made; a change of one moves it
        to the end of its table, where it does not belong.
        """
        seen: set[object] = set()
        for _, held in in_order(self._table):
            known = sketch(held)
            if known is None:
                yield Sketch(), held
            elif not is_mark(held, known) and not (isinstance(known.id, str) and known.id in seen):
                seen.add(known.id if isinstance(known.id, str) else None)
                yield known, held

    def documents(self) -> Iterator[Mapping[str, Any]]:
        """The same, each as a dict."""
        return (as_document(held) for _, held in self.held())

    def twins(self) -> Iterator[Trouble]:
        """The documents with the id of an earlier one."""
        known = ((sketch(held), held) for held in self._table.values())
        ids = Counter(
            each.id
            for each, held in known
            if each and isinstance(each.id, str) and not is_mark(held, each)
        )
        for id_, count in ids.items():
            if count > 1:
                error = BadValue("id", id_, "an id that only one entry has; the first one is shown")
                yield Trouble(self.kind.table, id_, str(error))

    def _readable(self, every: Iterable[object]) -> dict[str, R]:
        """The records in some documents, by their ids."""
        found: dict[str, R] = {}
        for held in every:
            with suppress(BadValue):
                record = read_record(self.kind, as_document(held))
                found[record.id] = record
        return found


def as_document(held: object) -> Mapping[str, Any]:
    """A document; what is none, as one that is set aside."""
    document = whole(held)
    return document if isinstance(document, dict) else {"id": "", "entry": document}


def _order(record: Record) -> tuple[dt.date, float, str, float]:
    return record.time_order


def _put(
    in_order: Iterable[R], ids: Container[str], records: Collection[R]
) -> tuple[R, ...] | None:
    """Records in order, with others in the places of those with these ids.

    None where all have to be sorted: there are many, or only the file's own order tells two apart.
    """
    if len(records) > MOST_PUT:
        return None
    found = [record for record in in_order if record.id not in ids]
    for record in records:
        at = bisect_right(found, record.time_order, key=_order)
        if at and found[at - 1].time_order == record.time_order:
            return None
        found.insert(at, record)
    return tuple(found)
