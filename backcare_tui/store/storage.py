"""A TinyDB storage that is whole at every moment: written beside, fsynced, then put in place."""

import os
import sys
import time
from pathlib import Path
from typing import Any

import msgspec
from tinydb.storages import Storage

from backcare_tui.diary.repository import CannotKeep, CannotOpen
from backcare_tui.store.lock import say_os_error

Tables = dict[str, dict[str, Any]]
"""Table name to document number to document."""
Stamp = tuple[int, int, int]
"""What tells one version of the file from another: inode, size, time of change in ns."""

_REPLACE_TRIES = 20


class FileStorage(Storage):
    """The whole diary in memory, and in one JSON file that only changes as a whole.

    `read` gives what was last read or written; `is_current` tells whether the file is still that,
    and `load` reads it anew. Whoever changes something holds the lock meanwhile.
    """

    def __init__(self, path: Path) -> None:
        """Keep the diary at `path`; a link is followed, so that it stays a link."""
        self.path = Path(os.path.realpath(path))
        self._tables: Tables | None = None
        self._stamp: Stamp | None = None

    def load(self) -> None:
        """Read the file; one that is not there, or is empty, is an empty diary.

        Raises:
            CannotOpen: If it cannot be read as a diary.
        """
        self._stamp = self._stamp_now()
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            data = b""
        except IsADirectoryError:
            raise CannotOpen(f"{self.path} is a folder, not a diary file.") from None
        except OSError as error:
            if self.path.is_dir():  # what Windows says of a folder is "permission denied"
                raise CannotOpen(f"{self.path} is a folder, not a diary file.") from None
            reason = (error.strerror or "the system refused").lower()
            raise CannotOpen(f"The diary {self.path} could not be read: {reason}.") from None
        self._tables = _tables(data, self.path) if data else {}

    def is_current(self) -> bool:
        """Whether the file is the one that was last read or written here."""
        return self._tables is not None and self._stamp == self._stamp_now()

    def read(self) -> Tables:
        """All tables, as last read or written; callers leave them as they are."""
        if self._tables is None:
            self.load()
        return self._tables or {}

    def write(self, data: Tables) -> None:
        """Put new tables in the place of the old, durably; on failure the old ones stay.

        Raises:
            CannotKeep: If they could not be made durable.
        """
        beside = self.path.with_name(f"{self.path.name}.new")
        try:
            _write_durably(beside, msgspec.json.encode(data))
            _replace(beside, self.path)
            _sync_folder(self.path.parent)
        except OSError as error:
            self.forget()
            beside.unlink(missing_ok=True)
            raise CannotKeep(say_os_error(self.path.parent, error)) from error
        self._tables, self._stamp = data, self._stamp_now()

    def forget(self) -> None:
        """Let go of what is in memory; the next `read` takes it from the file."""
        self._tables = None

    def _stamp_now(self) -> Stamp | None:
        try:
            stat = self.path.stat()
        except OSError:
            return None
        return stat.st_ino, stat.st_size, stat.st_mtime_ns


def _tables(data: bytes, path: Path) -> Tables:
    try:
        tables: Tables = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=Tables)
        for table in tables.values():
            all(int(number) >= 0 for number in table)  # TinyDB numbers its documents
    except (msgspec.DecodeError, ValueError) as error:
        raise CannotOpen(
            f"{path} cannot be read as a diary ({error}). It was left as it is. "
            "A copy of an earlier day can be put in its place."
        ) from None
    return tables


def _write_durably(path: Path, data: bytes) -> None:
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with open(file, "wb", buffering=0) as stream:  # noqa: PTH123 - a descriptor, for its mode 0600
        view = memoryview(data)
        while view:
            view = view[stream.write(view) :]
        _sync(stream.fileno())


if sys.platform == "darwin":
    import fcntl

    def _sync(file: int) -> None:
        """On macOS fsync leaves the data in the drive's cache; F_FULLFSYNC does not."""
        try:
            fcntl.fcntl(file, fcntl.F_FULLFSYNC)
        except OSError:  # some network drives do not know it
            os.fsync(file)
else:

    def _sync(file: int) -> None:
        os.fsync(file)


if sys.platform == "win32":

    def _replace(beside: Path, path: Path) -> None:
        """On Windows a virus scanner or sync program may hold the file for a moment."""
        for _ in range(_REPLACE_TRIES):
            try:
                beside.replace(path)
            except PermissionError:
                time.sleep(0.02)
            else:
                return
        beside.replace(path)

    def _sync_folder(folder: Path) -> None:
        """Windows has no way to sync a folder: NTFS journals the rename."""
else:

    def _replace(beside: Path, path: Path) -> None:
        beside.replace(path)

    def _sync_folder(folder: Path) -> None:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
