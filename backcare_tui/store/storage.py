"""A TinyDB storage that is whole at every moment: written beside, fsynced, then put in place."""

import os
from contextlib import suppress
from itertools import count
from pathlib import Path

import msgspec
from tinydb.storages import Storage

from backcare_tui.diary.repository import CannotKeep, CannotOpen
from backcare_tui.files import (
    CannotWrite,
    NotDurable,
    ReplacedMeanwhile,
    put,
    read_regular,
    why,
    write_whole,
)
from backcare_tui.store.cipher import PLAIN, Cipher
from backcare_tui.store.digest import Seal, seal, seal_in_place
from backcare_tui.store.identity import device_id, generation_of, identified, identity_of
from backcare_tui.store.lock import lock_path, say_os_error
from backcare_tui.store.locked import why_elsewhere
from backcare_tui.store.older import BackedUp, nothing_backed_up, say_older
from backcare_tui.store.reading import Tables, tables_of
from backcare_tui.store.traces import leave_trace, trace_of

MOST = 512 << 20
"""Bytes of a diary; ten years are 5 MB."""
_encode_into = msgspec.json.Encoder().encode_into
Stamp = tuple[int, int, int]
"""What tells one version of the file from another: inode, size, time of change in ns."""


class FileStorage(Storage):
    """The whole diary in memory, and in one JSON file that only changes as a whole.

    `read` gives what was last read or written; `is_current` tells whether the file is still that,
    and `load` reads it anew. Whoever changes something holds the lock meanwhile.
    """

    def __init__(
        self,
        path: Path,
        backed_up: BackedUp = nothing_backed_up,
        cipher: Cipher = PLAIN,
    ) -> None:
        """Keep the diary at `path`; a link is followed, so that it stays a link.

        Args:
            path: The file.
            backed_up: Knows the newest backup, to tell an earlier copy by.
            cipher: What the bytes of the file go through.
        """
        self.path = Path(os.path.realpath(path))
        self.cipher = cipher
        self._backed_up = backed_up
        self._tables: Tables | None = None
        self._stamp: Stamp | None = None
        self._found: bytes | None = None
        """What another program has made of the file, until it is set aside."""
        self._older = ""
        self._text: bytes | None = None
        """What was read; the documents are parts of it, so that it costs nothing to hold."""

    @property
    def notices(self) -> tuple[str, ...]:
        """What a person should know of the file as it was last read, as sentences."""
        found = _SAY_FOUND if self._found else ""
        return tuple(filter(None, (found, self._older)))

    def load(self) -> None:
        """Read the file; one that is not there is an empty diary, unless there was one before.

        Raises:
            CannotOpen: If it cannot be read as a diary, or is gone since it was read or saved.
        """
        if reason := why_elsewhere(self.path):
            raise CannotOpen(reason)
        try:
            held, state = read_file(self.path)
        except FileNotFoundError:
            self._refuse_vanished()
            self._tables, self._stamp, self._text = {}, None, b""
            return
        data = self.cipher.opened(held, self.path)
        tables, is_found = tables_in(data, self.path)
        # The stamp goes with the tables: a file that could not be read is not the current one.
        self._tables, self._stamp, self._text = tables, _stamp_in(state), data
        self._found = held if is_found else None
        self._older = say_older(identity_of(tables), self._backed_up)

    def _refuse_vanished(self) -> None:
        lock = lock_path(self.path)
        if self._tables:
            raise CannotOpen(
                f"The diary is not in {self.path} any more. "
                f"Put it back, or close backcare and remove {lock.name} to begin anew."
            )
        if trace_of(self.path):
            raise CannotOpen(
                f"There was a diary at {self.path}, as {lock.name} beside it says, and it is gone. "
                "backcare restore puts its newest backup there; or wait for the program that synchronizes it. "
                f"To begin a new one, remove {lock.name}."
            )

    def text(self) -> bytes:
        """All that the file holds, which was read or written here last; empty where that is gone."""
        if self._text is None:
            with suppress(OSError):
                self._text = self.cipher.opened(read_regular(self.path, MOST)[0], self.path)
        return self._text or b""

    def is_current(self) -> bool:
        """Whether the file is the one that was last read or written here."""
        is_same = self._tables is not None and self._stamp == stamp_of(self.path)
        return is_same and not why_elsewhere(self.path)

    def read(self) -> Tables:
        """All tables, as last read or written; callers leave them as they are."""
        if self._tables is None:
            self.load()
        return self._tables or {}

    def write(self, data: Tables) -> None:
        """Put new tables in the place of the old, durably; on failure the old ones stay.

        The file says in `meta` which diary it is, is one generation on, and sealed by a digest. What
        another program had made of it is set aside first.

        Raises:
            ChangedMeanwhile: If the file is no longer the one that was read; it is left as it is.
            CannotKeep: If they could not be made durable. Where only the last step failed they are
                in place all the same, as the sentence says, and `is_current` no longer holds.
        """
        beside = self.path.with_name(f"{self.path.name}.new")
        data = identified(data, device_id(), above=generation_of(self._tables or {}))
        self._set_aside_what_was_found()
        written = bytearray()
        _encode_into(data, written)
        seal_in_place(written)
        try:
            state = put(self.path, self.cipher.closed(written), beside, self._is_as_read)
        except ReplacedMeanwhile as error:
            raise ChangedMeanwhile(say_os_error(self.path.parent, error)) from error
        except NotDurable as error:
            raise CannotKeep(
                f"The change stands in {self.path}, but the system could not promise "
                f"that it will outlast a power cut: {why(error)}."
            ) from error
        except OSError as error:
            raise CannotKeep(say_os_error(self.path.parent, error)) from error
        self._tables, self._stamp, self._text = data, _stamp_in(state), None
        if now := identity_of(data):
            leave_trace(self.path, now.diary)

    def write_over(self, data: Tables) -> None:
        """As `write`, in the place of a file that cannot be read, once that was kept elsewhere."""
        self._tables, self._stamp, self._found = {}, stamp_of(self.path), None
        self.write(data)

    def _is_as_read(self) -> bool:
        """Whether the file is the one that the change was made on, also for who takes no lock."""
        return self._stamp == stamp_of(self.path)

    def _set_aside_what_was_found(self) -> None:
        if self._found is None:
            return
        try:
            _keep_beside(self.path, self._found)
        except CannotWrite as error:
            raise CannotKeep(f"{error} Nothing was changed.") from error
        self._found = None


class ChangedMeanwhile(CannotKeep):
    """Another program, which takes no lock, wrote to the file between reading and saving."""


def read_file(path: Path) -> tuple[bytes, os.stat_result]:
    """The bytes of the file of a diary, plain or locked, and its state.

    Raises:
        FileNotFoundError: If there is none.
        CannotOpen: If it cannot be read.
    """
    try:
        return read_regular(path, MOST)
    except FileNotFoundError:
        raise
    except OSError as error:  # Windows says of a folder that permission is denied
        if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir may raise what was just caught
            raise CannotOpen(f"{path} is a folder, not a diary file.") from None
        raise CannotOpen(f"The diary {path} could not be read: {why(error)}.") from None


def tables_in(data: bytes, path: Path) -> tuple[Tables, bool]:
    """The tables of a diary, and whether another program has changed it since backcare wrote it.

    Raises:
        CannotOpen: If it is none.
    """
    kind = seal(data)
    tables = tables_of(data, path, is_sealed=kind is Seal.WHOLE)
    is_bare = kind is Seal.NONE and identity_of(tables) is not None  # the digest was left out
    return tables, is_bare or kind is Seal.BROKEN


_SAY_FOUND = (
    "Another program changed this diary since backcare wrote it. A copy of it as it is now is kept "
    "before the next save; `backcare check` says whether anything in it is wrong."
)


def stamp_of(path: Path) -> Stamp | None:
    """Which version of a file stands at a path; None where none can be seen."""
    try:
        return _stamp_in(path.stat())
    except OSError:
        return None


def _stamp_in(state: os.stat_result) -> Stamp:
    return state.st_ino, state.st_size, state.st_mtime_ns


def _keep_beside(diary: Path, data: bytes) -> None:
    """Keep the bytes of a diary beside it, under the first free name: `diary.json.found-1`.

    Raises:
        CannotWrite: If that could not be written.
    """
    names = (diary.with_name(f"{diary.name}.found-{n}") for n in count(1))
    write_whole(next(path for path in names if not path.exists()), data)
