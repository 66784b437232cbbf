"""The repository over any TinyDB storage: each change whole, under the lock, and undoable."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from tinydb.storages import MemoryStorage

from backcare_tui.diary.codec import Document, merged, write_document
from backcare_tui.diary.documents import whole_documents
from backcare_tui.diary.reading_settings import stored_value
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.setting import Setting
from backcare_tui.diary.repository import Change
from backcare_tui.diary.settings import SettingName
from backcare_tui.diary.values import BadValue
from backcare_tui.store import journal
from backcare_tui.store.brought import Brought, merging
from backcare_tui.store.changing_diary import ChangingDiary
from backcare_tui.store.documents import Edit, documents_at, is_there, mark_of
from backcare_tui.store.identity import device_id, diary_of
from backcare_tui.store.reading import Tables
from backcare_tui.store.retrying import on_what_is_there
from backcare_tui.store.staging import Staged
from backcare_tui.store.stored_settings import (
    as_set,
    new_draft,
    outlived,
    own_draft,
    second_settings,
)
from backcare_tui.store.view import DiaryView

R = TypeVar("R", bound=Record)


class TinyRepository(ChangingDiary):
    """A diary in a TinyDB storage; see `Repository` for what each method promises.

    In tests it stands on TinyDB's own `MemoryStorage` as well as it does on a file:

        TinyRepository(MemoryStorage(), clock)
    """

    def snapshot(self) -> "TinyRepository":
        """The diary as it is now; tables are never changed in place, so they are shared."""
        storage = MemoryStorage()  # type: ignore[no-untyped-call] # as TinyDB has it
        storage.memory = self._tables()
        return TinyRepository(storage, self._clock)

    @on_what_is_there
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
            return self._make(tables, held, new, summary or f"added {len(new)}")

    @on_what_is_there
    def change(self, record: Record, summary: str = "") -> Change:
        """Put a record in the place of the one with its id; fields unknown here stay."""
        with self._changing() as tables:
            place = (record.table, record.id)
            held = documents_at(tables, [place])
            if not is_there(before := held.get(place)):
                raise BadValue("id", record.id, "an entry of this diary")
            edit = {place: merged(before, record)}
            return self._make(tables, held, edit, summary or "changed an entry")

    @on_what_is_there
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
            return self._make(tables, held, edit, summary or f"kept {len(edit)}")

    @on_what_is_there
    def remove(self, *ids: str, summary: str = "") -> Change:
        """Remove records, all or none of them; a mark stays in their place."""
        with self._changing() as tables:
            now = self._stamp()
            found = [self._view.place(id_) for id_ in ids]
            held = documents_at(tables, found)
            edit: Edit = {place: mark_of(held.get(place), place[1], now) for place in found}
            return self._make(tables, held, edit, summary or f"removed {len(edit)}")

    def take_in(self, documents: Iterable[tuple[str, Document]], summary: str = "") -> Change:
        """Keep whole documents as they are, in one change; see `Repository`."""
        return self._take_in(whole_documents(documents), summary)

    @on_what_is_there
    def _take_in(self, edit: Edit, summary: str) -> Change:
        with self._changing() as tables:
            held, said = documents_at(tables, edit), summary or f"took in {len(edit)}"
            return self._make(tables, held, edit, said, is_import=True)

    def undo(self) -> Change | None:
        """Take back the last change that was not yet taken back; None if there is none."""
        return self._go(journal.UNDO, journal.REDO)

    def redo(self) -> Change | None:
        """Make again what was taken back last, unless something else was changed since."""
        return self._go(journal.REDO, journal.UNDO)

    @on_what_is_there
    def _go(self, steps: str, back: str) -> Change | None:
        """Take the last step of one table, and leave the way back in the other."""
        with self._changing() as tables:
            device = device_id()
            last = journal.last_step(tables.get(steps, {}), device, self._clock.now())
            if last is None:
                return None
            number, step = last
            held, now = documents_at(tables, step.places), self._stamp()
            staged = Staged(tables)
            staged.take_out(steps, [number])
            way_back = journal.way_back(step, now, device, held)
            staged.put(back, {way_back["id"]: way_back})
            day = journal.day_of(step, held)
            edit = self._stamped(journal.undone(step, now), held)
            change = self._keep(staged, edit, step.summary, day)
            self._is_news = False
            return change

    @on_what_is_there
    def set(self, name: SettingName, value: object) -> None:
        """Keep one setting, None to forget it; undo does not touch it."""
        with self._changing() as tables:
            if edit := self._setting(tables, name, stored_value(value)):
                edit = self._stamped(edit, documents_at(tables, edit))
                self._keep(Staged(tables), edit, name)

    @on_what_is_there
    def set_all(self, values: Mapping[SettingName, object], summary: str = "") -> Change:
        """Keep several settings as one change that undo takes back, None to forget one."""
        with self._changing() as tables:
            edit: Edit = {}
            for name, value in values.items():
                edit |= self._setting(tables, name, stored_value(value))
            if not edit:
                return Change(summary, self._clock.now(), ())
            held = documents_at(tables, edit)
            return self._make(tables, held, edit, summary or f"kept {len(edit)} settings")

    @on_what_is_there
    def keep_draft(self, name: str, values: Mapping[str, Any] | None) -> None:
        """Keep a draft, None to forget it; undo does not touch drafts."""
        with self.alone():
            for old in outlived(self.entries(Setting), self._clock.today()):
                self._set(old, None)
            held = own_draft(self.entries(Setting), name, device_id())
            if held or values is not None:
                self._set(held or new_draft(name, device_id()), values)

    @on_what_is_there
    def _set(self, setting: Setting, value: Any) -> None:
        with self._changing() as tables:
            edit = as_set(tables, setting, value, self._stamp())
            edit = self._stamped(edit, documents_at(tables, edit))
            self._keep(Staged(tables), edit, setting.name)

    def _setting(self, tables: Tables, name: str, value: Any) -> Edit:
        """What keeping a setting puts where; nothing where there is none to forget."""
        shown = self._view.settings_by_name()
        if name not in shown and value is None:
            return {}
        edit = as_set(tables, shown.get(name) or Setting(name=name), value, self._stamp())
        return edit | second_settings(self.entries(Setting), shown, self._stamp(), name)

    @on_what_is_there
    def merge(
        self, other: Tables, keep: Callable[[str], object], *, is_doubtful: bool = False
    ) -> Brought:
        """Take in another state of this diary, entry by entry, as one write.

        It is no step of undo: taking it back would remove here, and so everywhere, what another
        device has made. The way back is what `keep` puts by.

        Args:
            other: Its tables; see `merged_tables`.
            keep: Puts the file of the diary of this id by before it is changed; may raise.
            is_doubtful: Whether their file is not as backcare wrote it; see `trusted`.

        Raises:
            CannotMerge: If they are not of this diary.
            CannotKeep: If it could not be made durable.
        """
        with self._changing() as tables:
            now = self._clock.instant()
            brought, both = merging(tables, other, now, is_doubtful=is_doubtful)
            if brought.is_nothing:
                return brought
            keep(diary_of(tables) or "")
            staged = Staged(both)
            staged.sign(self._stamp())
            self._storage.write(staged.read())
            self._view = DiaryView(self._tables())
            shown = self._view.settings_by_name()
            if twins := second_settings(self.entries(Setting), shown, self._stamp()):
                edit = self._stamped(twins, documents_at(both, twins))
                self._keep(Staged(self._tables()), edit, "one a name")
            return brought
