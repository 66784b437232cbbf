"""How a change of a diary becomes durable: in turn, under the lock, written once, and only then shown."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from threading import RLock

from tinydb.storages import MemoryStorage

from backcare_tui.diary.repository import CannotKeep, CannotOpen, Change
from backcare_tui.diary.when import Clock
from backcare_tui.store import journal
from backcare_tui.store.documents import Edit
from backcare_tui.store.due import note_state
from backcare_tui.store.held_diary import HeldDiary
from backcare_tui.store.identity import device_id
from backcare_tui.store.lock import FileLock
from backcare_tui.store.merge import last_saved
from backcare_tui.store.reading import Tables
from backcare_tui.store.staging import Staged, moment_text, stamped
from backcare_tui.store.storage import FileStorage
from backcare_tui.store.view import DiaryView

MARKS_KEPT = dt.timedelta(days=180)
"""How long the mark of a removed document stays in a diary of one device.

Where others have saved it too it stays for good: one that was off for long would bring the entry back."""


class ChangingDiary(HeldDiary):
    """A diary that can be changed, whatever the change is.

    A change is staged in memory by TinyDB's own tables, written once as a whole, and only then shown:
    where writing fails, memory and file are both as before. The step that takes it back is part of
    the same write, so there is no moment at which a change could not be undone.
    """

    def __init__(
        self,
        storage: FileStorage | MemoryStorage,
        clock: Clock,
        lock: FileLock | None = None,
    ) -> None:
        """Stand on a storage; the lock, if any, is held while a change is made."""
        super().__init__(storage, clock)
        self._lock = lock
        self._turn = RLock()
        """Held by the thread that changes something."""
        self._is_alone = False
        self._is_news = False
        """Whether a change met what another process had written, and nobody was told of it yet."""

    def refresh(self) -> bool:
        """Whether another process has changed the diary since the last look; it is read anew."""
        if not self._turn.acquire(blocking=False):
            return False  # whoever changes something in another thread looks first, too
        try:
            is_new = self._read_anew() or self._is_news
            self._is_news = False
            return is_new
        finally:
            self._turn.release()

    def _read_anew(self) -> bool:
        """Read the file if it is another one than was last read or written; whether it was."""
        if not isinstance(self._storage, FileStorage) or self._storage.is_current():
            return False
        self._storage.load()
        self._view = DiaryView(self._tables())
        return True

    def _stamped(self, edit: Edit, before: Edit) -> Edit:
        """Documents with when they are changed, which is now."""
        now = self._clock.instant()
        return {
            place: stamped(document, before.get(place), now) for place, document in edit.items()
        }

    def _stamp(self) -> str:
        return moment_text(self._clock.instant())

    @property
    def is_waiting(self) -> bool:
        """Whether a change waits just now for another process that writes."""
        return self._lock is not None and self._lock.is_waiting

    def give_up(self) -> None:
        """Have a change that waits so raise CannotKeep, with nothing changed."""
        if self._lock is not None:
            self._lock.give_up()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the lock, over what is in the file now; see `Repository`."""
        with self._turn:
            if self._is_alone:
                yield
                return
            with self._locked():
                yield

    @contextmanager
    def _locked(self) -> Iterator[None]:
        if reason := self.read_only:
            raise CannotKeep(reason)
        with self._lock or nullcontext():
            try:
                self._is_news = self._read_anew() or self._is_news
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

    def _make(
        self, tables: Tables, before: Edit, edit: Edit, summary: str, *, is_import: bool = False
    ) -> Change:
        """Make one change, with the step that takes it back."""
        staged = Staged(tables)
        step = journal.step_document(
            summary, self._stamp(), device_id(), edit, before, unseen=is_import
        )
        staged.put(journal.UNDO, {step["id"]: step})
        redo = journal.own(tables.get(journal.REDO, {}), device_id())
        staged.replace(journal.REDO, dict.fromkeys(redo))
        as_they_were = {p: d for p, d in edit.items() if "updated" in d} if is_import else {}
        change = self._keep(staged, self._stamped(edit, before) | as_they_were, summary)
        self._is_news = False  # a change is told of, and all is read again
        return change

    def _keep(
        self,
        staged: Staged,
        edit: Edit,
        summary: str,
        day: dt.date | None = None,
    ) -> Change:
        """Put the documents in place and write the whole once."""
        now = self._clock.instant()
        for steps in (journal.UNDO, journal.REDO):
            held = staged.read().get(steps, {})
            staged.replace(steps, journal.without(held, edit, device_id()))
            staged.replace(steps, dict.fromkeys(journal.forgotten(held, now)))
        others = last_saved(staged.read()).keys() - {device_id()}
        for table in {table for table, _ in edit}:
            staged.put(table, {id_: document for (t, id_), document in edit.items() if t == table})
            if not others:
                staged.clean_marks(table, now - MARKS_KEPT)
        staged.sign(moment_text(now))
        if isinstance(self._storage, FileStorage):
            note_state(self._storage, staged.read(), now, len(edit))
        self._storage.write(staged.read())
        self._view = self._view.after(self._tables(), {table for table, _ in edit})
        return Change(summary, now, tuple(id_ for _, id_ in edit), day)
