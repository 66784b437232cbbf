"""The records that the tables hold: made when asked for, kept until their table changes."""

import datetime as dt
import math
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any, TypeVar, cast

from backcare_tui.diary.codec import read_record
from backcare_tui.diary.reading_settings import read_settings
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.kinds import ENTRIES, RECORDS
from backcare_tui.diary.records.routine import OwnExercise, Routine
from backcare_tui.diary.records.setting import Setting
from backcare_tui.diary.repository import Between, Trouble
from backcare_tui.diary.settings import Settings
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import iso_day
from backcare_tui.store.table_view import TableView

R = TypeVar("R", bound=Record)
RawTables = Mapping[str, Mapping[str, Any]]


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
        self._views: dict[str, TableView[Any]] = {}
        self._settings: Settings | None = None

    def _of(self, kind: type[R]) -> TableView[R]:
        """The view of the table of a kind."""
        view = self._views.get(kind.table)
        if view is None:
            held = self._tables.get(kind.table, {})
            view = self._views.setdefault(kind.table, TableView(kind, held))
        return view

    def records(self, kind: type[R], between: Between | None = None) -> tuple[R, ...]:
        """The records of one kind in the order of time, of all days or of some."""
        view = self._of(kind)
        return self._joined(kind, view.some(between) if between else view.in_order())

    def named(
        self, kind: type[Record], fields: tuple[str, ...], between: Between
    ) -> Iterator[tuple[dt.date, frozenset[str]]]:
        """What some fields of each document name, with its day, in the order of days."""
        first, last = between
        every = self._of(kind).index.named(fields)
        return ((day, names) for day, names in every if first <= day <= last)

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
        days = sorted({text for kind in ENTRIES for text in self._of(kind).index.days()})
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
            for document in self._of(kind).documents()
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
            for document in self._of(kind).documents():
                if sentence := _complaint(kind, document):
                    troubles.append(Trouble(table, str(document.get("id", "")), sentence))
                else:
                    counts[table] += 1
        return counts, (
            *troubles,
            *(twin for kind in RECORDS.values() for twin in self._of(kind).twins()),
        )

    def after(self, tables: RawTables, changed: Container[str]) -> "DiaryView":
        """The view of tables that differ from these in those named alone; this one stays."""
        view = DiaryView(tables)
        view._settings = None if Setting.table in changed else self._settings
        view._views = {
            name: known.after(tables.get(name, {})) if name in changed else known
            for name, known in dict(self._views).items()
        }
        return view

    def _joined(self, kind: type[R], records: Iterable[R]) -> tuple[R, ...]:
        """Records with what they carry along: routines with the own exercises in them."""
        if kind is not Routine:
            return tuple(records)
        own = {each.id: each for each in self.records(OwnExercise)}
        routines = cast("Iterable[Routine]", records)
        return cast("tuple[R, ...]", tuple(each.joined(own) for each in routines))


def when_changed(record: Record) -> tuple[float, str]:
    """Sorts records by when they were changed; of those changed at once the order is any, but one."""
    return record.updated.timestamp() if record.updated else -math.inf, record.id


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
