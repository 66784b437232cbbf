"""The records that the tables hold: made when asked for, kept until their table changes."""

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from operator import itemgetter
from typing import Any, TypeVar, cast

from backcare_tui.diary.codec import read_record
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.kinds import ENTRIES, RECORDS
from backcare_tui.diary.records.routine import OwnExercise, Routine
from backcare_tui.diary.records.setting import Setting
from backcare_tui.diary.repository import Between, Trouble
from backcare_tui.diary.settings import Settings, read_settings
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import iso_day, span_of
from backcare_tui.store.documents import (
    DAY_FIELDS,
    Sketch,
    in_order,
    is_mark,
    names_in,
    sketch,
    whole,
)

R = TypeVar("R", bound=Record)
V = TypeVar("V")
RawTables = Mapping[str, Mapping[str, Any]]
_JOINED = {OwnExercise.table: Routine.table}
"""The table whose records carry those of another along, by the other."""


class DiaryView:
    """Records over raw tables. A document that holds a bad value is set aside as a Trouble.

    Ten years are 30,000 documents; so records are made when they are first asked for, of all days or
    of some, and kept until a change names their ids (`after`). What is handed out is frozen.

    One thread may read while another makes the view after a change: a view is of its tables for good,
    and what it keeps is put in place whole.
    """

    def __init__(self, tables: RawTables) -> None:
        """Look at these tables; nothing is read before it is asked for."""
        self._tables = tables
        self._records: dict[str, dict[str, Record]] = {}
        self._in_order: dict[str, tuple[Record, ...]] = {}
        self._by_day: dict[str, dict[str, list[object]]] = {}
        self._named: dict[str, dict[tuple[str, ...], list[tuple[dt.date, frozenset[str]]]]] = {}
        self._settings: Settings | None = None

    def records(self, kind: type[R], between: Between | None = None) -> tuple[R, ...]:
        """The records of one kind in the order of time, of all days or of some."""
        if between:
            return self._some(kind, between)
        name = kind.table
        if name not in self._in_order:
            records = sorted(self._all(kind).values(), key=lambda record: record.time_order)
            self._in_order[name] = self._joined(kind, records)
        return cast("tuple[R, ...]", self._in_order[name])

    def named(
        self, kind: type[Record], fields: tuple[str, ...], between: Between
    ) -> Iterator[tuple[dt.date, frozenset[str]]]:
        """What some fields of each document name, with its day, in the order of days.

        It is kept until the table changes: a few words, which come back in most documents.
        """
        named = self._named.setdefault(kind.table, {})
        if fields not in named:
            same: dict[frozenset[str], frozenset[str]] = {}
            named[fields] = [
                (day, same.setdefault(names, names))
                for text, held_then in sorted(self._days(kind).items(), key=itemgetter(0))
                if (day := _date(text))
                for held in held_then
                if (names := names_in(held, fields))
            ]
        first, last = between
        return ((day, names) for day, names in named[fields] if first <= day <= last)

    def settings(self) -> Settings:
        """The settings, read once until their table changes."""
        if self._settings is None:
            held = {name: setting.value for name, setting in self.settings_by_name().items()}
            self._settings = read_settings(held)
        return self._settings

    def settings_by_name(self) -> dict[str, Setting]:
        """The stored settings of no device alone; of two by one name the one changed last.

        Two devices may each have made one.
        """
        shared = (setting for setting in self.records(Setting) if setting.device is None)
        return {setting.name: setting for setting in sorted(shared, key=when_changed)}

    def span(self) -> Between | None:
        """The first and the last day that have an entry."""
        days = sorted({text for kind in ENTRIES for text in self._days(kind)})
        first = next(filter(None, map(_date, days)), None)
        last = next(filter(None, map(_date, reversed(days))), None)
        return (first, last) if first and last else None

    def place(self, id_start: str) -> tuple[str, str]:
        """The table and the id of the one document whose id begins so, also of one set aside."""
        kind, document = self._found(id_start)
        return kind.table, str(document["id"])

    def find(self, id_start: str) -> Record:
        """The one record whose id begins so; see `Repository.find`."""
        record = read_record(*self._found(id_start))
        return self._joined(type(record), (record,))[0]

    def _found(self, id_start: str) -> tuple[type[Record], Mapping[str, Any]]:
        start = id_start.strip().lower()
        found = {
            (kind, id_): document
            for kind in RECORDS.values()
            for document in self._documents(kind.table)
            if start and (id_ := str(document.get("id", "")).lower()).startswith(start)
        }
        exact = {place: document for place, document in found.items() if place[1] == start}
        if not (found := exact or found):
            raise BadValue("id", id_start, "the beginning of an entry's id")
        if len(found) > 1:
            raise BadValue("id", id_start, f"enough: {len(found)} ids begin so; give more of it")
        (kind, _), document = found.popitem()
        return kind, document

    def looked_through(self) -> tuple[Mapping[str, int], tuple[Trouble, ...]]:
        """How many records each table has, and every document that is set aside.

        All is read for it, once, and not kept.
        """
        counts, troubles = Counter[str](), list[Trouble]()
        for table, kind in RECORDS.items():
            for document in self._documents(table):
                if sentence := _complaint(kind, document):
                    troubles.append(Trouble(table, str(document.get("id", "")), sentence))
                else:
                    counts[table] += 1
        return counts, (*troubles, *(twin for table in RECORDS for twin in self._twins(table)))

    def after(self, tables: RawTables, changed: Iterable[tuple[str, str]]) -> "DiaryView":
        """The view of tables that differ from these in some (table, id) only; this one stays."""
        by_table: dict[str, set[str]] = {}
        for table, id_ in changed:
            by_table.setdefault(table, set()).add(id_)
        view = DiaryView(tables)
        view._records = dict(self._records)
        joined = {_JOINED[table] for table in by_table if table in _JOINED}
        view._in_order = _without(self._in_order, by_table.keys() | joined)
        view._by_day = _without(self._by_day, by_table)
        view._named = _without(self._named, by_table)
        view._settings = None if Setting.table in by_table else self._settings
        for table, ids in by_table.items():
            if table in view._records:
                found = view._read(RECORDS[table], ids)
                known, gone = view._records[table] | found, ids - found.keys()
                view._records[table] = {id_: known[id_] for id_ in known if id_ not in gone}
        return view

    def _held(self, table: str) -> Iterator[tuple[Sketch, object]]:
        """The documents of a table that are entries, not marks of removal; of twins the first.

        They come in the order of their numbers, in which they were made; a change of one moves it
        to the end of its table, where it does not belong.
        """
        seen: set[object] = set()
        for _, held in in_order(self._tables.get(table, {})):
            known = sketch(held)
            if known is None:
                yield Sketch(), held
            elif not is_mark(held, known) and not (isinstance(known.id, str) and known.id in seen):
                seen.add(known.id if isinstance(known.id, str) else None)
                yield known, held

    def _documents(self, table: str) -> Iterator[Mapping[str, Any]]:
        """The same, each as a dict."""
        return (_document(held) for _, held in self._held(table))

    def _twins(self, table: str) -> Iterator[Trouble]:
        """The documents with the id of an earlier one."""
        known = ((sketch(held), held) for held in self._tables.get(table, {}).values())
        ids = Counter(
            each.id
            for each, held in known
            if each and isinstance(each.id, str) and not is_mark(held, each)
        )
        for id_, count in ids.items():
            if count > 1:
                error = BadValue("id", id_, "an id that only one entry has; the first one is shown")
                yield Trouble(table, id_, str(error))

    def _all(self, kind: type[Record]) -> dict[str, Record]:
        if kind.table not in self._records:
            self._records[kind.table] = self._read(kind, None)
        return self._records[kind.table]

    def _read(self, kind: type[Record], ids: set[str] | None) -> dict[str, Record]:
        """The records of some ids, or of all, by their ids: of those that can be read."""
        found: dict[str, Record] = {}
        for known, held in self._held(kind.table):
            if ids is None or str(known.id) in ids:
                with suppress(BadValue):  # named by `troubles`
                    record = read_record(kind, _document(held))
                    found[record.id] = record
        return found

    def _some(self, kind: type[R], between: Between) -> tuple[R, ...]:
        """The records of some days, without reading the other documents."""
        days = self._days(kind)
        records: dict[str, R] = {}
        first, last = (day.isoformat() for day in between)
        is_short = (between[1] - between[0]).days < len(days)
        span = map(dt.date.isoformat, span_of(*between)) if is_short else days
        for day in span:
            for held in days.get(day, ()) if first <= day <= last else ():
                with suppress(BadValue):  # named by `troubles`
                    record = read_record(kind, _document(held))
                    records[record.id] = record
        return self._joined(kind, sorted(records.values(), key=lambda record: record.time_order))

    def _joined(self, kind: type[R], records: Iterable[R]) -> tuple[R, ...]:
        """Records with what they carry along: routines with the own exercises in them."""
        if kind is not Routine:
            return tuple(records)
        own = {each.id: each for each in self.records(OwnExercise)}
        routines = cast("Iterable[Routine]", records)
        return cast("tuple[R, ...]", tuple(each.joined(own) for each in routines))

    def _days(self, kind: type[Record]) -> dict[str, list[object]]:
        """The documents of a table by their local day, as text."""
        if kind.table not in self._by_day:
            field = next(name for name in DAY_FIELDS if name in kind.__struct_fields__)
            days: dict[str, list[object]] = {}
            for known, held in self._held(kind.table):
                days.setdefault(str(getattr(known, field) or dt.date.min)[:10], []).append(held)
            self._by_day[kind.table] = days
        return self._by_day[kind.table]


def when_changed(record: Record) -> tuple[float, str]:
    """Sorts records by when they were changed; of those changed at once the order is any, but one."""
    return record.updated.timestamp() if record.updated else -math.inf, record.id


def _without(kept: Mapping[str, V], tables: Iterable[str]) -> dict[str, V]:
    """What is kept of the other tables."""
    gone = set(tables)
    return {table: value for table, value in dict(kept).items() if table not in gone}


def _document(held: object) -> Mapping[str, Any]:
    """A document; what is none, as one that is set aside."""
    document = whole(held)
    return document if isinstance(document, dict) else {"id": "", "entry": document}


def _complaint(kind: type[Record], document: Mapping[str, Any]) -> str:
    """Why a document cannot be read, as a sentence; empty where it can."""
    try:
        read_record(kind, document)
    except BadValue as error:
        return str(error)
    return ""


def _date(text: str) -> dt.date | None:
    """The day that a document states; None where it states none."""
    day = iso_day(text)
    return day if day and day > dt.date.min else None
