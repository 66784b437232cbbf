"""A TinyDB storage that is whole at every moment: written beside, fsynced, then put in place."""

import os
from codecs import getincrementaldecoder
from pathlib import Path
from typing import Any

import msgspec
from tinydb.storages import Storage

from backcare_tui.diary.repository import CannotKeep, CannotOpen
from backcare_tui.files import NotDurable, put, why
from backcare_tui.store.lock import say_os_error

Tables = dict[str, dict[str, Any]]
"""Table name to document number to document."""
PIECE = 65536
"""How many bytes are looked at in one go."""
_decode = msgspec.json.Decoder(dict[str, dict[str, msgspec.Raw]]).decode
Stamp = tuple[int, int, int]
"""What tells one version of the file from another: inode, size, time of change in ns."""


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
            CannotOpen: If it cannot be read as a diary, or is gone since it was read.
        """
        stamp = _stamp(self.path)
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            data = b""
        except OSError as error:  # Windows says of a folder that permission is denied
            if os.path.isdir(self.path):  # noqa: PTH112 - Path.is_dir may raise what was just caught
                raise CannotOpen(f"{self.path} is a folder, not a diary file.") from None
            raise CannotOpen(f"The diary {self.path} could not be read: {why(error)}.") from None
        if self._tables and not data:
            raise CannotOpen(
                f"The diary is not in {self.path} any more. "
                "Put it back, or close backcare to begin anew."
            )
        # The stamp goes with the tables: a file that could not be read is not the current one.
        self._tables, self._stamp = _tables(data, self.path) if data else {}, stamp

    def is_current(self) -> bool:
        """Whether the file is the one that was last read or written here."""
        return self._tables is not None and self._stamp == _stamp(self.path)

    def read(self) -> Tables:
        """All tables, as last read or written; callers leave them as they are."""
        if self._tables is None:
            self.load()
        return self._tables or {}

    def write(self, data: Tables) -> None:
        """Put new tables in the place of the old, durably; on failure the old ones stay.

        Raises:
            CannotKeep: If they could not be made durable. Where only the last step failed they are
                in place all the same, as the sentence says, and `is_current` no longer holds.
        """
        beside = self.path.with_name(f"{self.path.name}.new")
        try:
            state = put(self.path, msgspec.json.encode(data), beside)
        except NotDurable as error:
            raise CannotKeep(
                f"The change stands in {self.path}, but the system could not promise "
                f"that it will outlast a power cut: {why(error)}."
            ) from error
        except OSError as error:
            raise CannotKeep(say_os_error(self.path.parent, error)) from error
        self._tables, self._stamp = data, _stamp_of(state)


def _stamp(path: Path) -> Stamp | None:
    try:
        return _stamp_of(path.stat())
    except OSError:
        return None


def _stamp_of(state: os.stat_result) -> Stamp:
    return state.st_ino, state.st_size, state.st_mtime_ns


def _check_letters(data: bytes) -> None:
    """Refuse what is no UTF-8: documents stay as they are, so nothing else would see it.

    Piece by piece: memory of the size of the whole, once taken, would not be given back.
    """
    decoder = getincrementaldecoder("utf-8")()
    for start in range(0, len(data), PIECE):
        decoder.decode(data[start : start + PIECE])
    decoder.decode(b"", final=True)


def _tables(data: bytes, path: Path) -> Tables:
    try:
        text = data.removeprefix(b"\xef\xbb\xbf")
        _check_letters(text)
        tables: Tables = _decode(text)
        for name, table in tables.items():
            if not all(map(str.isdecimal, table)):  # TinyDB numbers its documents
                raise ValueError(f"not all documents of {name} have a number")  # noqa: TRY301 - one sentence for all
            numbers = set(map(int, table))
            if len(numbers) < len(table):  # 1 and 01; one would go with the next write
                raise ValueError(f"two documents of {name} have one number")  # noqa: TRY301 - as above
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise CannotOpen(
            f"{path} cannot be read as a diary ({error}). It was left as it is."
        ) from None
    return tables
