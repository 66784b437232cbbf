"""The repository over any TinyDB storage: each change whole, under the lock, and undoable."""

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from itertools import count
from typing import Any, TypeVar

import msgspec
from tinydb import TinyDB
from tinydb.storages import MemoryStorage, Storage
from tinydb.table import Document as Numbered

from backcare_tui import __version__
from backcare_tui.diary.codec import Document, merged, write_document
from backcare_tui.diary.records.base import Record, new_id
from backcare_tui.diary.records.setting import Setting
from backcare_tui.diary.repository import Between, CannotKeep, CannotOpen, Change, Trouble
from backcare_tui.diary.settings import SettingName, Settings, stored_value
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock, iso_day
from backcare_tui.store import journal
from backcare_tui.store.documents import (
    Edit,
    documents_at,
    is_there,
    numbers_of,
    sketch,
    whole,
)
from backcare_tui.store.migrate import SCHEMA, why_read_only
from backcare_tui.store.storage import FileStorage, Tables
from backcare_tui.store.view import DiaryView

R = TypeVar("R", bound=Record)
DAYS_OF_A_DRAFT = 30
"""How long the draft of a day is kept."""
DRAFT = "draft."
"""What the names of drafts begin with among the settings of the file."""
MARKS_KEPT = dt.timedelta(days=180)
"""How long the mark of a removed document stays, so that other devices learn of it."""


class TinyRepository:
    """A diary in a TinyDB storage; see `Repository` for what each method promises.

    A change is staged in memory by TinyDB's own tables, written once as a whole, and only then shown:
    where writing fails, memory and file are both as before. The step that takes it back is part of
    the same write, so there is no moment at which a change could not be undone.

    In tests it stands on TinyDB's own `MemoryStorage` as well as it does on a file:

        TinyRepository(MemoryStorage(), clock)
    """

    def __init__(
        self,
        storage: FileStorage | MemoryStorage,
        clock: Clock,
        lock: AbstractContextManager[None] | None = None,
    ) -> None:
        """Stand on a storage; the lock, if any, is held while a change is made."""
        self._storage = storage
        self._clock = clock
        self._lock: AbstractContextManager[None] = lock or nullcontext()
        self._view = DiaryView(self._tables())
        self._is_alone = False

    @property
    def read_only(self) -> str | None:
        """Why nothing can be changed, as a sentence; None where it can."""
        return why_read_only(self._tables())

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """The documents of all tables that were set aside; a thread may ask for them."""
        return DiaryView(self._tables()).troubles()

    def snapshot(self) -> "TinyRepository":
        """The diary as it is now; tables are never changed in place, so they are shared."""
        storage = MemoryStorage()  # type: ignore[no-untyped-call] # as TinyDB has it
        storage.memory = self._tables()
        return TinyRepository(storage, self._clock)

    def entries(self, kind: type[R], between: Between | None = None) -> tuple[R, ...]:
        """The records of one kind in the order of time, of all days or of some."""
        return self._view.records(kind, between)

    def named(
        self, kind: type[Record], fields: tuple[str, ...], between: Between
    ) -> Iterator[tuple[dt.date, frozenset[str]]]:
        """What some fields of each entry name, with its day; nothing else of it is read."""
        return self._view.named(kind, fields, between)

    def span(self) -> Between | None:
        """The first and the last day that have an entry; None in an empty diary."""
        return self._view.span()

    def find(self, id_start: str) -> Record:
        """The one record whose id begins so."""
        return self._view.find(id_start)

    def add(self, *records: Record, summary: str = "") -> Change:
        """Keep new records, all or none of them."""
        new: Edit = {}
        for record in records:
            if (record.table, record.id) in new:
                raise BadValue("id", record.id, "a new id")
            new[record.table, record.id] = write_document(record)
        with self._changing() as tables:
            held = documents_at(tables, new)
            for table, id_ in new:
                if is_there(held.get((table, id_))):
                    raise BadValue("id", id_, "a new id")
            return self._make(tables, new, summary or f"added {len(new)}")

    def change(self, record: Record, summary: str = "") -> Change:
        """Put a record in the place of the one with its id; fields unknown here stay."""
        with self._changing() as tables:
            place = (record.table, record.id)
            before = documents_at(tables, [place]).get(place)
            if not is_there(before):
                raise BadValue("id", record.id, "an entry of this diary")
            edit = {place: merged(before, record)}
            return self._make(tables, edit, summary or "changed an entry")

    def put(self, *records: Record, summary: str = "") -> Change:
        """Keep records as one change: new ones, and those whose ids are known."""
        with self._changing() as tables:
            held = documents_at(tables, ((record.table, record.id) for record in records))
            edit: Edit = {}
            for record in records:
                before = held.get((record.table, record.id))
                edit[record.table, record.id] = (
                    merged(before, record) if is_there(before) else write_document(record)
                )
            return self._make(tables, edit, summary or f"kept {len(edit)}")

    def remove(self, *ids: str, summary: str = "") -> Change:
        """Remove records, all or none of them; a mark stays in their place."""
        with self._changing() as tables:
            now = self._stamp()
            found = [self._view.place(id_) for id_ in ids]
            edit: Edit = {place: {"id": place[1], "removed": now} for place in found}
            return self._make(tables, edit, summary or f"removed {len(edit)}")

    def undo(self) -> Change | None:
        """Take back the last change that was not yet taken back; None if there is none."""
        return self._go(journal.UNDO, journal.REDO)

    def redo(self) -> Change | None:
        """Make again what was taken back last, unless something else was changed since."""
        return self._go(journal.REDO, journal.UNDO)

    def last_change(self) -> Change | None:
        """What `undo` would take back now, with when it was made."""
        return self._last(journal.UNDO)

    def last_undone(self) -> Change | None:
        """What `redo` would make again now, with when it was taken back."""
        return self._last(journal.REDO)

    def _last(self, steps: str) -> Change | None:
        tables = self._tables()
        last = journal.last_step(tables.get(steps, {}), self._clock.now())
        if last is None:
            return None
        step = last[1]
        ids = tuple(id_ for _, id_ in step.places)
        day = journal.day_of(step, documents_at(tables, step.places))
        return Change(step.summary, step.updated, ids, day)

    def _go(self, steps: str, back: str) -> Change | None:
        """Take the last step of one table, and leave the way back in the other."""
        with self._changing() as tables:
            last = journal.last_step(tables.get(steps, {}), self._clock.now())
            if last is None:
                return None
            number, step = last
            held, now = documents_at(tables, step.places), self._stamp()
            database, staged = _staged(tables)
            database.table(steps).remove(doc_ids=[number])
            database.table(back).insert(journal.step_document(step.summary, now, step.places, held))
            day = journal.day_of(step, held)
            return self._keep(database, staged, journal.undone(step, now), step.summary, day)

    def settings(self) -> Settings:
        """Every setting, read anew only where one was changed."""
        return self._view.settings()

    def set(self, name: SettingName, value: object) -> None:
        """Keep one setting, None to forget it; undo does not touch it."""
        self._set(name, stored_value(value))

    def set_all(self, values: Mapping[SettingName, object], summary: str = "") -> Change:
        """Keep several settings as one change that undo takes back, None to forget one."""
        with self._changing() as tables:
            edit: Edit = {}
            for name, value in values.items():
                edit |= self._setting(tables, name, stored_value(value))
            if not edit:
                return Change(summary, self._clock.now(), ())
            return self._make(tables, edit, summary or f"kept {len(edit)} settings")

    def draft(self, name: str) -> Mapping[str, Any] | None:
        """What was typed into a form and not saved yet; None where nothing was."""
        held = {setting.name: setting.value for setting in self.entries(Setting)}
        if (draft := f"{DRAFT}{name}") not in held:
            return None
        values = held[draft]
        return values if isinstance(values, Mapping) else {}

    def keep_draft(self, name: str, values: Mapping[str, Any] | None) -> None:
        """Keep a draft, None to forget it; undo does not touch drafts."""
        with self.alone():
            for outlived in self._outlived():
                self._set(outlived, None)
            self._set(f"{DRAFT}{name}", values)

    def _outlived(self) -> tuple[str, ...]:
        """Drafts of days, such as `draft.night.2026-03-02`, that nobody goes on with any more."""
        oldest = self._clock.today() - dt.timedelta(days=DAYS_OF_A_DRAFT)
        drafts = (each.name for each in self.entries(Setting) if each.name.startswith(DRAFT))
        days = {name: iso_day(name.rpartition(".")[2]) for name in drafts}
        return tuple(name for name, day in days.items() if day and day < oldest)

    def _set(self, name: str, value: Any) -> None:
        with self._changing() as tables:
            if edit := self._setting(tables, name, value):
                database, staged = _staged(tables)
                self._keep(database, staged, edit, name)

    def _setting(self, tables: Tables, name: str, value: Any) -> Edit:
        """What keeping a setting puts where; nothing where there is none to forget."""
        held = {setting.name: setting for setting in self.entries(Setting)}.get(name)
        if held is None and value is None:
            return {}
        if held is None:
            document = write_document(Setting(name=name, value=value))
        elif value is None:
            document = {"id": held.id, "removed": self._stamp()}
        else:
            place = (Setting.table, held.id)
            new = msgspec.structs.replace(held, value=value)
            document = merged(documents_at(tables, [place])[place], new)
        return {(Setting.table, document["id"]): document}

    def refresh(self) -> bool:
        """Whether another process has changed the diary since the last look; it is read anew."""
        if not isinstance(self._storage, FileStorage) or self._storage.is_current():
            return False
        self._storage.load()
        self._view = DiaryView(self._tables())
        return True

    def _tables(self) -> Tables:
        return self._storage.read() or {}

    def _stamp(self) -> str:
        return self._clock.now().isoformat(timespec="seconds")

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the lock, over what is in the file now; see `Repository`."""
        if self._is_alone:
            yield
            return
        if reason := self.read_only:
            raise CannotKeep(reason)
        with self._lock:
            try:
                self.refresh()
            except CannotOpen as error:
                raise CannotKeep(f"{error} Nothing was changed.") from error
            if reason := self.read_only:
                raise CannotKeep(reason)
            self._is_alone = True
            try:
                yield
            finally:
                self._is_alone = False

    @contextmanager
    def _changing(self) -> Iterator[Tables]:
        """What is in the file now, with nobody else writing."""
        with self.alone():
            yield self._tables()

    def _make(self, tables: Tables, edit: Edit, summary: str) -> Change:
        """Make one change, with the step that takes it back."""
        database, staged = _staged(tables)
        steps, before = database.table(journal.UNDO), documents_at(tables, edit)
        steps.insert(journal.step_document(summary, self._stamp(), edit, before))
        if journal.REDO in tables:
            database.drop_table(journal.REDO)
        return self._keep(database, staged, edit, summary)

    def _keep(
        self,
        database: TinyDB,
        staged: "_Staged",
        edit: Edit,
        summary: str,
        day: dt.date | None = None,
    ) -> Change:
        """Put the documents in place and write the whole once."""
        now = self._clock.now()
        stamped = {
            place: {**document, "updated": now.isoformat(timespec="seconds")}
            for place, document in edit.items()
        }
        for steps in (journal.UNDO, journal.REDO):
            if old := journal.forgotten(staged.read().get(steps, {}), now):
                database.table(steps).remove(doc_ids=old)
        oldest_mark = (now - MARKS_KEPT).isoformat()
        for table in {table for table, _ in edit}:
            new = {id_: document for (t, id_), document in stamped.items() if t == table}
            _put(database, staged.read(), table, new)
            _clean_marks(database, staged.read(), table, oldest_mark)
        _sign(database, staged.read(), now.isoformat(timespec="seconds"))
        self._storage.write(staged.read())
        self._view.take(self._tables(), edit)
        return Change(summary, now, tuple(id_ for _, id_ in edit), day)


class _Staged(Storage):
    """Gathers the writes of one change, so that the file is written once."""

    def __init__(self, tables: Tables) -> None:
        self._tables = dict(tables)

    def read(self) -> Tables:
        return self._tables

    def write(self, data: Tables) -> None:
        self._tables = data


def _staged(tables: Tables) -> tuple[TinyDB, _Staged]:
    """A database for one change only: TinyDB's tables remember the number they gave out last."""
    staged = _Staged(tables)
    return TinyDB(storage=lambda: staged), staged


def _put(database: TinyDB, tables: Tables, table: str, new: Mapping[str, Document]) -> None:
    """Put documents in the places of those with their ids, and the rest at the end.

    The old documents are not touched: until the write is done they are what the diary holds.
    """
    held = tables.get(table, {})
    numbers = {id_: int(number) for id_, number in numbers_of(held, new).items()}
    if numbers:
        database.table(table).remove(doc_ids=list(numbers.values()))
    free = count(max(map(int, held), default=0) + 1)
    database.table(table).insert_multiple(
        Numbered(document, numbers.get(id_) or next(free)) for id_, document in new.items()
    )


def _clean_marks(database: TinyDB, tables: Tables, table: str, oldest: str) -> None:
    old = [
        int(number)
        for number, held in tables[table].items()
        if (known := sketch(held)) and known.removed and str(known.removed) < oldest
    ]
    if old:
        database.table(table).remove(doc_ids=old)


def _sign(database: TinyDB, tables: Tables, now: str) -> None:
    """Say in `meta` which form this is and which version wrote it last."""
    written: dict[str, Any] = {"schema": SCHEMA, "program": __version__}
    documents = ((number, whole(held)) for number, held in tables.get("meta", {}).items())
    held = next((place for place in documents if isinstance(place[1], Mapping)), None)
    if held is None:
        database.table("meta").insert({"id": new_id(), "updated": now, "created": now, **written})
    elif any(held[1].get(field) != value for field, value in written.items()):
        document = {**held[1], **written, "updated": now}
        database.table("meta").remove(doc_ids=[int(held[0])])
        database.table("meta").insert(Numbered(document, int(held[0])))
