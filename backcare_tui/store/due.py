"""Which backups are due: the state before a day's first change, kept once the change was said."""

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

import msgspec

from backcare_tui.diary.safekeeping import BackupReason, CannotBackUp
from backcare_tui.diary.when import iso_moment
from backcare_tui.store.cipher import Cipher
from backcare_tui.store.identity import diary_of, meta_of
from backcare_tui.store.storage import FileStorage

LARGE = 100
"""A change of more entries than that, such as an import, has a backup of its own before it."""


class _State(msgspec.Struct, frozen=True):
    """A diary as it stood before a change."""

    path: Path
    diary: str
    data: bytes
    cipher: Cipher
    at: dt.datetime
    is_first: bool
    """Whether nothing was changed on that day before; only then is it said that a backup failed."""


class DueBackups:
    """Takes note of what stands in a diary before it is changed, and keeps it afterwards.

    A save does not wait for it and never fails because of it: what went wrong is a sentence.

        with keeping_backups() as due:
            repository.add(pain)       # notes what stood there
            say("saved")
            sentences = due.settle()   # writes the backup, and reads it back
    """

    def __init__(self) -> None:
        self._waiting: list[_State] = []
        self._noted: set[tuple[Path, dt.date]] = set()
        self._said: list[str] = []
        self._told: set[str] = set()
        self._settling = Lock()

    @property
    def waits(self) -> bool:
        """Whether there is something to settle."""
        return bool(self._waiting or self._said)

    def note(
        self, storage: FileStorage, after: Mapping[str, Any], now: dt.datetime, size: int
    ) -> None:
        """Take note of what stands in a file that is about to be changed, under its lock.

        Args:
            storage: The file.
            after: The tables that will stand there; they say which diary it is.
            now: When.
            size: How many entries the change touches; before a large one the backup is made at once.
        """
        known, diary = (storage.path, now.date()), diary_of(after)
        if not diary or (known in self._noted and size <= LARGE):
            return
        if not (data := storage.text()):
            return
        last = iso_moment(meta_of(storage.read()).get("updated"))
        is_first = last is None or last.astimezone(now.tzinfo).date() != now.date()
        state = _State(storage.path, diary, data, storage.cipher, now, is_first)
        if size > LARGE:
            self._keep(state, BackupReason.IMPORT)
        if known not in self._noted:
            self._noted.add(known)
            self._waiting.append(state)

    def settle(self) -> tuple[str, ...]:
        """Write what is due, and give what went wrong, in sentences; each is given once.

        A thread may do it; another one that asks meanwhile waits until that is done.
        """
        with self._settling:
            while self._waiting:
                self._keep(self._waiting.pop(0), BackupReason.DAY)
            said = tuple(dict.fromkeys(each for each in self._said if each not in self._told))
            self._told.update(said)
            self._said.clear()
        return said

    def _keep(self, state: _State, reason: BackupReason) -> None:
        # Both are needed once a day, and take longer to import than most commands take.
        from backcare_tui.store.backups import backups_at  # noqa: PLC0415

        day = state.at.date()
        try:
            backups = backups_at(state.path, state.diary, state.cipher)
            if reason is BackupReason.DAY and backups.has_of(day):
                return
            made = backups.keep(state.data, reason, state.at)
        except CannotBackUp as error:
            self._noted.discard((state.path, day))  # the next change tries again
            if state.is_first or reason is BackupReason.IMPORT:
                self._said.append(f"{error} What you saved is saved.")
        else:
            if made.is_aside:
                self._said.append(_say_aside(made.entries))


def _say_aside(entries: int) -> str:
    there = "no entries" if not entries else f"only {entries} entries"
    return (
        f"The diary had {there} today before its first change, far fewer than in the last backup. No "
        "backup was replaced: backcare restore shows what is in them. If that is right, backcare backup "
        "says so."
    )


_keeping: list[DueBackups] = []


@contextmanager
def keeping_backups() -> Iterator[DueBackups]:
    """Have every diary that this process changes backed up, as long as the block lasts.

    Whoever opens it settles what is due. Outside of it, as for a diary made up for a demo, nothing is
    backed up.
    """
    due = DueBackups()
    _keeping.append(due)
    try:
        yield due
    finally:
        _keeping.remove(due)


def note_state(storage: FileStorage, after: Mapping[str, Any], now: dt.datetime, size: int) -> None:
    """Have what stands in a file noted by whoever keeps backups now; see `DueBackups.note`."""
    if _keeping:
        _keeping[-1].note(storage, after, now, size)
