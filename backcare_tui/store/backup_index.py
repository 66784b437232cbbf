"""What is noted beside the backups: their order, what they hold, and where their diary was."""

import datetime as dt
from contextlib import suppress
from pathlib import Path

import msgspec

from backcare_tui.diary.values import Moment
from backcare_tui.files import put, read_regular
from backcare_tui.store.journal import LONG_AGO

INDEX = "index.json"
MOST = 1 << 20
"""Bytes of an index; one has some 10,000."""


class BackupLine(msgspec.Struct, frozen=True):
    """One backup, as it was when it was read back."""

    file: str
    digest: str
    """The sha256 of the file as it stands there, compressed."""
    generation: int
    entries: int
    is_aside: bool = False


class BackupIndex(msgspec.Struct, frozen=True):
    """All of it; what is lost with it can be read from the backups, but for their order."""

    paths: tuple[str, ...] = ()
    """Where the diary was, here, as `noted_path` has it; a damaged one may not say which it is."""
    backups: tuple[BackupLine, ...] = ()
    """In the order in which they were made."""
    entries: int = 0
    """How many entries the last good one had."""
    at: Moment | None = None
    """When it was made."""


def noted_path(path: Path) -> str:
    """A path as text that a file can hold: what is no UTF-8 in its name as escapes."""
    return str(path).encode(errors="backslashreplace").decode()


def read_index(folder: Path) -> BackupIndex:
    """The index of a folder; an empty one where there is none that can be read."""
    with suppress(OSError, msgspec.DecodeError):
        return msgspec.json.decode(read_regular(folder / INDEX, MOST)[0], type=BackupIndex)
    return BackupIndex()


def write_index(folder: Path, index: BackupIndex) -> None:
    """Put a new index in the place of the old.

    Raises:
        OSError: If it could not be written; the old one is as it was.
    """
    put(folder / INDEX, msgspec.json.encode(index), folder / f".{INDEX}.new")


def newest_generation(folder: Path) -> int | None:
    """How many saves old the diary was at its newest good backup; None where there is none.

    It is asked at each opening, and reads nothing but the index.
    """
    lines = (line for line in reversed(read_index(folder).backups) if not line.is_aside)
    there = (line.generation for line in lines if (folder / line.file).exists())
    return next(filter(None, there), None)


def folders_of(root: Path, diary: Path) -> tuple[Path, ...]:
    """The folders with backups of the diaries that stood at a path, that of the last one first."""
    found: list[tuple[dt.datetime, Path]] = []
    with suppress(OSError):
        for folder in root.iterdir():
            index = read_index(folder)
            if noted_path(diary) in index.paths:
                found.append((index.at or LONG_AGO, folder))
    return tuple(folder for _, folder in sorted(found, reverse=True))
