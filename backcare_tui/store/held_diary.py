"""What a diary in a storage holds, for who reads it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from tinydb.storages import MemoryStorage

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.setting import Setting
from backcare_tui.diary.repository import Between, Change, Trouble
from backcare_tui.diary.settings import Settings
from backcare_tui.diary.when import Clock
from backcare_tui.store import journal
from backcare_tui.store.brought import latest_ahead
from backcare_tui.store.documents import documents_at, for_elsewhere
from backcare_tui.store.examine import Examined, examined
from backcare_tui.store.identity import device_id
from backcare_tui.store.migrate import why_read_only
from backcare_tui.store.reading import Tables
from backcare_tui.store.storage import FileStorage
from backcare_tui.store.stored_settings import own_draft
from backcare_tui.store.view import DiaryView

R = TypeVar("R", bound=Record)


class HeldDiary:
    """The half of a repository that changes nothing; see `Repository` for what each method promises."""

    def __init__(self, storage: FileStorage | MemoryStorage, clock: Clock) -> None:
        """Stand on a storage."""
        self._storage = storage
        self._clock = clock
        self._view = DiaryView(self._tables())

    @property
    def read_only(self) -> str | None:
        """Why nothing can be changed, as a sentence; None where it can."""
        return why_read_only(self._tables())

    @property
    def notices(self) -> tuple[str, ...]:
        """What a person should know of the file as it was last read, as sentences."""
        return self._storage.notices if isinstance(self._storage, FileStorage) else ()

    def changed_ahead(self) -> dt.datetime | None:
        """The latest change, if it is dated more than a day ahead of now, by a clock that was wrong."""
        documents = (held for table in self._tables().values() for held in table.values())
        return latest_ahead(documents, self._clock.instant())

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """The documents of all tables that were set aside; a thread may ask for them."""
        return DiaryView(self._tables()).looked_through()[1]

    def examined(self) -> Examined:
        """A look at everything that stands in the file, for who asks whether it is whole."""
        return examined(self._tables())

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

    def knows(self, *records: Record) -> bool:
        """Whether one of some records stands here, or the mark that it leaves when it is removed."""
        places = [(record.table, record.id) for record in records]
        return bool(documents_at(self._tables(), places))

    def documents(self) -> Mapping[str, tuple[object, ...]]:
        """Every document of every table as the file holds it; see `Repository`."""
        return for_elsewhere(self._tables(), journal.OWN_TABLES)

    def last_change(self) -> Change | None:
        """What `undo` would take back now, with when it was made."""
        return self._last(journal.UNDO)

    def last_undone(self) -> Change | None:
        """What `redo` would make again now, with when it was taken back."""
        return self._last(journal.REDO)

    def _last(self, steps: str) -> Change | None:
        tables = self._tables()
        last = journal.last_step(tables.get(steps, {}), device_id(), self._clock.now())
        if last is None:
            return None
        step = last[1]
        ids = tuple(id_ for _, id_ in step.places)
        day = journal.day_of(step, documents_at(tables, step.places))
        return Change(step.summary, step.updated, ids, day)

    def settings(self) -> Settings:
        """Every setting, read anew only where one was changed."""
        return self._view.settings()

    def draft(self, name: str) -> Mapping[str, Any] | None:
        """What was typed into a form and not saved yet; None where nothing was."""
        draft = own_draft(self.entries(Setting), name, device_id())
        if draft is None:
            return None
        return draft.value if isinstance(draft.value, Mapping) else {}

    def _tables(self) -> Tables:
        return self._storage.read() or {}
