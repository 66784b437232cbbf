"""All that the upper floors know of keeping: `Repository`, `Change`, `Trouble`."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any, Protocol, TypeVar

import msgspec

from backcare_tui.diary.codec import Document
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.settings import SettingName, Settings

R = TypeVar("R", bound=Record)
Between = tuple[dt.date, dt.date]
"""The first and the last day, both included."""


GIVEN_UP = "You did not wait for the other backcare. Nothing was changed."
"""Why a change was not made whose wait for another process was given up."""


class Change(msgspec.Struct, frozen=True):
    """One change that was made and can be undone."""

    summary: str
    """What it did, for a person: `added pain 4`."""
    at: dt.datetime
    ids: tuple[str, ...]
    """The entries that it touched."""
    day: dt.date | None = None
    """Of what is or can be taken back, or made again: the day that it is about."""


class Trouble(msgspec.Struct, frozen=True):
    """A document that was set aside because it holds a bad value; the rest of the diary is open."""

    table: str
    id: str
    sentence: str


class CannotKeep(Exception):
    """A change could not be made durable; `str()` is a sentence for a person.

    Nothing was changed, unless the sentence says otherwise.
    """


class CannotOpen(Exception):
    """The diary could not be opened; nothing was changed. `str()` is a sentence for a person."""


class Entries(Protocol):
    """What gives entries and takes none: a `Repository`, or what of one may be seen."""

    def entries(self, kind: type[R], between: Between | None = None) -> tuple[R, ...]:
        """The records of one kind in the order of time, of all days or of some."""


class Repository(Protocol):
    """What gives and takes entries. Each change is whole, durable, and can be undone.

    The upper floors know nothing else of keeping; `store.open_repository` gives one over a file, and
    the tests run one contract over memory and over a file. Records are frozen: to change one, put
    another with its id.

        pain = Pain(at=clock.now(), severity=4)
        repository.add(pain, summary="pain 4")
        repository.change(msgspec.structs.replace(pain, note="after the drive"))
        repository.entries(Pain, (monday, sunday))  # in the order of time
        repository.undo()
        repository.redo()

    A method that changes returns only once the change is on the disk, and raises otherwise: BadValue
    for what may not be kept, CannotKeep where it could not be. Whoever decides by what is there, and
    then writes, does both within `alone()`.

    One thread may change while another reads: that sees all as it was before the change, or all as it
    is after it. Of changes in two threads one waits for the other.
    """

    @property
    def read_only(self) -> str | None:
        """Why nothing can be changed, as a sentence; None where it can."""

    @property
    def notices(self) -> tuple[str, ...]:
        """What a person should know of the file as it was last read, as sentences; mostly nothing.

        Such as that another program has changed it, or that it is older than its last backup. Nothing
        is set aside for it, and all can be changed.
        """

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """The documents that were set aside; this reads all of them, and a thread may ask."""

    def snapshot(self) -> "Repository":
        """The diary as it is now, for a thread to read: what changes later is not in it.

        What is changed in the copy is not kept.
        """

    def entries(self, kind: type[R], between: Between | None = None) -> tuple[R, ...]:
        """The records of one kind in the order of time, of all days or of some."""

    def named(
        self, kind: type[Record], fields: tuple[str, ...], between: Between
    ) -> Iterator[tuple[dt.date, frozenset[str]]]:
        """What some fields of each entry name, with its day; nothing else of it is read.

        It is a quick look for words in years of entries, also in those that were set aside. Those
        that name nothing are passed over.

            repository.named(Pain, ("areas", "triggers"), (monday, sunday))
            # (monday, {"lower-back-l", "stress"}), ...

        Args:
            kind: The kind of entries.
            fields: Those that hold a word, words, or a number for each of some words.
            between: The days, which come in order.
        """

    def span(self) -> Between | None:
        """The first and the last day that have an entry; None in an empty diary."""

    def find(self, id_start: str) -> Record:
        """The one record whose id begins so.

        Raises:
            BadValue: If none does, or more than one.
        """

    def knows(self, *records: Record) -> bool:
        """Whether one of some records stands here, or the mark that it leaves when it is removed."""

    def add(self, *records: Record, summary: str = "") -> Change:
        """Keep new records, all or none of them.

        Raises:
            BadValue: If a value cannot be taken.
            CannotKeep: If they could not be made durable.
        """

    def change(self, record: Record, summary: str = "") -> Change:
        """Put a record in the place of the one with its id; fields unknown here stay.

        Raises:
            BadValue: If a value cannot be taken, or there is no such record.
            CannotKeep: If it could not be made durable.
        """

    def put(self, *records: Record, summary: str = "") -> Change:
        """Keep records as one change, all or none of them: new ones, and those whose ids are known.

        One that is known takes the place of what has its id, as by `change`; any other is added.

        Raises:
            BadValue: If a value cannot be taken.
            CannotKeep: If they could not be made durable.
        """

    def remove(self, *ids: str, summary: str = "") -> Change:
        """Remove records, all or none of them; a mark stays in their place.

        Raises:
            BadValue: If there is no such record.
            CannotKeep: If it could not be made durable.
        """

    def documents(self) -> Mapping[str, tuple[object, ...]]:
        """Every document of every table as the file holds it, for who carries the diary elsewhere.

        Marks of removal are among them, and fields and tables that this version does not know;
        what the store keeps for itself (`meta`, and the steps of undo and redo) is not. Each is a
        dict; what cannot be read as one is the `msgspec.Raw` that it is.
        """

    def take_in(self, documents: Iterable[tuple[str, Document]], summary: str = "") -> Change:
        """Keep whole documents, each with its table, as one change, all or none of them.

        What they hold is kept to the letter, `updated` too where they state it, and fields and
        tables that this version does not know. One whose id is known takes the place of what has
        it. Undo leaves no mark of what this added: nobody has seen it yet.

            repository.take_in([("pain", {"id": "a", "at": at, "severity": 4, "mine": 1})])

        Raises:
            BadValue: If a document cannot be taken.
            CannotKeep: If they could not be made durable.
        """

    def undo(self) -> Change | None:
        """Take back the last change that was not yet taken back; None if there is none.

        Raises:
            CannotKeep: If it could not be made durable.
        """

    def redo(self) -> Change | None:
        """Make again what undo took back last; None if there is none, or another change came since.

        Raises:
            CannotKeep: If it could not be made durable.
        """

    def last_change(self) -> Change | None:
        """What `undo` would take back now, with when it was made; None if there is none."""

    def last_undone(self) -> Change | None:
        """What `redo` would make again now, with when it was taken back; None if there is none."""

    def alone(self) -> AbstractContextManager[None]:
        """Read, decide and change with nobody else writing between; changes within join in.

        Raises:
            CannotKeep: If nothing can be changed, or another process writes too long.
        """

    @property
    def is_waiting(self) -> bool:
        """Whether a change waits just now for another process that writes; any thread may ask."""

    def give_up(self) -> None:
        """Have a change that waits so raise CannotKeep, with nothing changed; any thread may.

        A change that waits no longer is made all the same.
        """

    def settings(self) -> Settings:
        """Every setting; reading them again costs nothing until one is changed."""

    def set(self, name: SettingName, value: object) -> None:
        """Keep one setting, None to forget it; undo does not touch it.

        Args:
            name: Its field in `Settings`.
            value: As `Settings` has it, or as the file holds it; see `stored_value`.

        Raises:
            CannotKeep: If it could not be made durable.
        """

    def set_all(self, values: Mapping[SettingName, object], summary: str = "") -> Change:
        """Keep several settings as one change that undo takes back, None to forget one.

        Args:
            values: As `set` takes them, by their names.
            summary: What undo calls the change.

        Raises:
            CannotKeep: If they could not be made durable.
        """

    def draft(self, name: str) -> Mapping[str, Any] | None:
        """What was typed into a form and not saved yet, by its fields; None where nothing was.

        Args:
            name: The form, and where it has more than one draft what it is about.
        """

    def keep_draft(self, name: str, values: Mapping[str, Any] | None) -> None:
        """Keep a draft, None to forget it; undo does not touch drafts.

        Raises:
            CannotKeep: If it could not be made durable.
        """

    def refresh(self) -> bool:
        """Whether another process has changed the diary since the last look; it is read anew.

        While another thread changes something it is not looked at, as that thread does.

        Raises:
            CannotOpen: If what stands there now cannot be read.
        """
