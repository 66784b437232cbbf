"""Copies of the diary that a file sync leaves beside it: found, merged, and moved into the backups.

Each program calls them otherwise, some by a word of the language of the system. So the name says only
where to look; whether a file is a copy of this diary is decided by the id within it.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from backcare_tui.diary.repository import CannotKeep, CannotOpen
from backcare_tui.diary.safekeeping import BackupReason, CannotBackUp
from backcare_tui.diary.when import Clock
from backcare_tui.files import CannotWrite, make_folder, write_whole
from backcare_tui.store import open_repository
from backcare_tui.store.beside import files_beside
from backcare_tui.store.brought import Brought, merging
from backcare_tui.store.cipher import PLAIN, Cipher, is_locked
from backcare_tui.store.identity import diary_of
from backcare_tui.store.keys import Key
from backcare_tui.store.locked import places_of
from backcare_tui.store.merge import CannotMerge, why_not_merged
from backcare_tui.store.migrate import migrated
from backcare_tui.store.places import data_folder
from backcare_tui.store.put_by import put_by
from backcare_tui.store.reading import Tables
from backcare_tui.store.storage import FileStorage, Stamp, read_file, stamp_of, tables_in

Keep = Callable[[str, bytes], object]
"""Puts the bytes of a diary, named by its id, into the backups; raises CannotKeep where it cannot."""
REMEMBERED = "copies.json"
"""The file in the data folder with the copies that were looked at and left, each by its stamp."""


class Looked(msgspec.Struct, frozen=True):
    """What became of one file beside the diary."""

    path: Path
    brought: Brought | None = None
    """What it brought; None where it was left."""
    sentence: str = ""
    """Why it was left as it is, or where it is."""


def merge_file(  # noqa: PLR0913 - what is merged, and how
    diary: Path,
    file: Path,
    clock: Clock,
    keep: Keep | None = None,
    *,
    key: Key | None = None,
    dry_run: bool = False,
) -> Brought:
    """Merge a copy of a diary into it, as one write, after a backup.

    Args:
        diary: The diary.
        file: A copy of it, from another device; it stays as it is.
        clock: Tells which changes are dated ahead of now.
        keep: Makes the backup; that of this device where none is stated.
        key: What opens a locked diary, and its copies.
        dry_run: Only say what would come.

    Raises:
        FileNotFoundError: If there is no such file.
        CannotMerge: If it is no copy of this diary.
        CannotOpen: If it cannot be read as a diary.
        CannotKeep: If the diary cannot be read, or the backup or the diary could not be made durable.
    """
    ours, cipher = places_of(diary).file, key.cipher if key else PLAIN
    if ours.exists() and file.exists() and ours.samefile(file):
        raise CannotMerge(f"{file} is the diary itself.")
    theirs, is_doubtful = _read(file, cipher)
    try:
        repository = open_repository(diary, clock, key)
    except CannotOpen as error:  # no fault of the copy
        raise CannotKeep(f"{error} Nothing was merged.") from error
    by = keep or _backed_up(ours, clock, cipher)
    try:
        if dry_run:
            tables = FileStorage(ours, cipher=cipher).read()
            return merging(tables, theirs, clock.instant(), is_doubtful=is_doubtful)[0]
        return repository.merge(
            theirs,
            lambda id_: by(id_, cipher.opened(ours.read_bytes(), ours)),
            is_doubtful=is_doubtful,
        )
    except CannotMerge as error:
        raise CannotMerge(f"{file.name} {error}") from error


class Copies:
    """The files beside one diary that may be copies of it; each is looked at once while it stays as it is.

    To see whether there is a new one costs a listing of the folder; only then are files read:

        copies = Copies(path, clock)
        if copies.are_new():
            for looked in copies.take_in():
                ...
    """

    def __init__(
        self,
        diary: Path,
        clock: Clock,
        keep: Keep | None = None,
        put_away: Keep | None = None,
        key: Key | None = None,
    ) -> None:
        """Look beside the diary at a path; nothing is read yet.

        Args:
            diary: The diary.
            clock: Tells which changes are dated ahead of now.
            keep: Makes the backup before merging; see `merge_file`.
            put_away: Takes what was merged, to the backups of this device where nothing else is stated.
            key: What opens a locked diary, and its copies.
        """
        self._diary = Path(os.path.realpath(places_of(diary).file))
        self._clock, self._key = clock, key
        self._keep = keep
        self._put_away = put_away or _put_by(clock)
        self._seen: dict[str, Stamp | None] = {}
        self._refused: dict[str, Stamp | None] | None = None

    def are_new(self) -> bool:
        """Whether there is a file that was not looked at."""
        return next(self._new(), None) is not None

    def take_in(self) -> tuple[Looked, ...]:
        """Merge every new copy, and move it into the backups; a thread may do so.

        It stands on a repository of its own, as another process would; whoever shows the diary sees by
        `refresh` that it was changed.
        """
        return tuple(looked for path in [*self._new()] if (looked := self._looked_at(path)))

    def waiting(self) -> tuple[Looked, ...]:
        """Every file that may be a copy, with why it is not merged; all of them are read for it."""
        found = ((path, self._why(path)) for path in files_beside(self._diary))
        return tuple(Looked(path, sentence=why) for path, why in found if why)

    def _why(self, path: Path) -> str:
        """Why a file is not merged; empty where nothing is to be said of it."""
        if _is_export(path):
            return ""
        try:
            ours, theirs = (_read(each, self._cipher)[0] for each in (self._diary, path))
        except FileNotFoundError:  # another process, or the sync, was faster
            return ""
        except CannotOpen as error:
            return str(error)
        if reason := why_not_merged(ours, theirs):
            return f"{path.name} {reason}"
        when = "the full screen merges it" if self._key else "the next change here merges it"
        return f"{path.name} is a copy of this diary; {when}, as does backcare merge."

    def _new(self) -> Iterator[Path]:
        for path in files_beside(self._diary) if self._diary.exists() else ():
            stamp = stamp_of(path)
            if stamp not in {self._seen.get(str(path)), self._remembered.get(str(path))}:
                yield path

    def _looked_at(self, path: Path) -> Looked | None:
        stamp = self._seen[str(path)] = stamp_of(path)
        try:
            brought = merge_file(self._diary, path, self._clock, self._keep, key=self._key)
            return Looked(path, brought, self._moved(path, stamp))
        except FileNotFoundError:  # another process was faster
            return None
        except CannotKeep as error:
            return Looked(path, sentence=f"{path.name} could not be merged. {error}")
        except (CannotMerge, CannotOpen) as error:
            self._remember(path, stamp)
            return None if _is_export(path) else Looked(path, sentence=str(error))

    def _moved(self, path: Path, stamp: Stamp | None) -> str:
        """Move what was merged into the backups; why that cannot be done, or nothing."""
        try:
            data, diary = path.read_bytes(), diary_of(_read(path, self._cipher)[0])
            if stamp_of(path) == stamp:  # else it is another one by now, which is looked at next
                self._put_away(diary or "", data if is_locked(data) else self._closed(data))
                path.unlink()
        except (CannotKeep, CannotOpen, OSError) as error:
            return f"{path.name} is merged, but could not be moved into the backups: {error}"
        return ""

    @property
    def _cipher(self) -> Cipher:
        return self._key.cipher if self._key else PLAIN

    def _closed(self, data: bytes) -> bytes:
        """A plain copy as it is kept: locked, where the diary is."""
        return bytes(self._cipher.closed(data))

    @property
    def _remembered(self) -> dict[str, Stamp | None]:
        if self._refused is None:
            self._refused = {}
            with suppress(OSError, RuntimeError, msgspec.DecodeError):
                data = (data_folder() / REMEMBERED).read_bytes()
                self._refused = msgspec.json.decode(data, type=dict[str, Stamp | None])
        return self._refused

    def _remember(self, path: Path, stamp: Stamp | None) -> None:
        """Keep what was refused, so that the next process need not look; else that one says it again."""
        there = {each: was for each, was in self._remembered.items() if Path(each).exists()}
        there[str(path)] = stamp
        with suppress(OSError, RuntimeError, CannotWrite, UnicodeEncodeError):
            folder = data_folder()
            make_folder(folder)
            write_whole(folder / REMEMBERED, msgspec.json.encode(there))


def _read(path: Path, cipher: Cipher) -> tuple[Tables, bool]:
    """The tables of a file in the form of today, and whether it is not as backcare wrote it.

    Raises:
        FileNotFoundError: If there is none.
        CannotOpen: If it cannot be read as a diary.
    """
    data, _ = read_file(path)
    opening = cipher if is_locked(data) else PLAIN  # beside a locked diary there may be plain ones
    tables, is_doubtful = tables_in(opening.opened(data, path), path)
    return migrated(tables), is_doubtful


def _is_export(path: Path) -> bool:
    """Whether a file is what `export` writes; it is no copy, and nothing is to be said of it."""
    try:
        held = msgspec.json.decode(path.read_bytes())
    except (OSError, msgspec.DecodeError, RecursionError):
        return False
    return isinstance(held, dict) and "backcare" in held


def _backed_up(diary: Path, clock: Clock, cipher: Cipher) -> Keep:
    """What keeps a diary among its backups before it is merged."""

    def keep(id_: str, data: bytes) -> None:
        from backcare_tui.store.backups import backups_at  # noqa: PLC0415 - where there is a copy

        try:
            backups = backups_at(Path(os.path.realpath(diary)), id_, cipher)
            backups.keep(data, BackupReason.MERGE, clock.now())
        except CannotBackUp as error:
            raise CannotKeep(f"{error} Nothing was merged.") from error

    return keep


def _put_by(clock: Clock) -> Keep:
    return lambda diary, data: put_by(diary, data, clock.now())
