"""The backups of one diary: a folder of compressed copies, each read back after it was written."""

import datetime as dt
import re
import zlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from hashlib import sha256
from itertools import count
from pathlib import Path

import msgspec

from backcare_tui.diary.repository import CannotKeep, CannotOpen
from backcare_tui.diary.safekeeping import Backup, BackupReason, CannotBackUp
from backcare_tui.files import read_regular, why
from backcare_tui.store.backup_index import (
    INDEX,
    BackupIndex,
    BackupLine,
    folders_of,
    noted_path,
    read_index,
    write_index,
)
from backcare_tui.store.cipher import PLAIN, Cipher
from backcare_tui.store.digest import Seal, seal
from backcare_tui.store.identity import generation_of
from backcare_tui.store.lock import LOCKED_ENDING, FileLock
from backcare_tui.store.packing import MOST, unpacked_backup, write_backup
from backcare_tui.store.places import BACKUPS_VARIABLE, backups_root
from backcare_tui.store.reading import Tables, tables_of
from backcare_tui.store.rotation import surplus
from backcare_tui.store.tally import Tally, tally

_ASIDE = "aside"
_DAY_END = len("diary-2026-11-28")
_WORDS = {
    BackupReason.ASKED: "asked",
    BackupReason.RESTORE: "before-restore",
    BackupReason.MIGRATION: "before-migration",
    BackupReason.IMPORT: "before-import",
    BackupReason.MERGE: "before-merge",
    BackupReason.LOCK: "before-lock",
}
_REASONS = {words: reason for reason, words in _WORDS.items()}
_NAME = re.compile(
    rf"diary-(\d{{4}}-\d\d-\d\d)(?:-({'|'.join(_REASONS)}|{_ASIDE}))?(?:-\d+)?\.json\.gz(?:\{LOCKED_ENDING})?"
)


class Backups:
    """The backups of one diary in a folder, which is made with the first of them.

    Each is the file as it was, as standard gzip, for its owner only; `gunzip` opens it anywhere. It is
    written whole or not at all, then read from the disk again, decoded and counted.

        backups = Backups(backups_root() / diary_id)
        backups.keep(path.read_bytes(), BackupReason.MERGE, clock.now())
        backups.newest_good()

    What fails raises CannotBackUp with a sentence; a file that was there stays as it was.
    """

    def __init__(self, folder: Path, diary: Path | None = None, cipher: Cipher = PLAIN) -> None:
        """Keep backups in a folder.

        Args:
            folder: It has the backups of one diary and nothing else.
            diary: Where the diary is; it is noted, so that its backups are found by that too.
            cipher: What the diary goes through; the backups of a locked one are locked.
        """
        self.folder = folder
        self._diary, self._cipher = diary, cipher

    def all(self) -> tuple[Backup, ...]:
        """Every backup there is, the one made last first; one that cannot be read says so.

        Raises:
            CannotBackUp: If the folder cannot be read.
        """
        return tuple(backup for backup, _ in self._lines())

    def newest_good(self) -> Backup | None:
        """The one made last that can be read, and does not hold far less than the one before it."""
        whole = [each for each in self.all() if each.is_whole]
        good = (each for each in whole if not each.is_aside and each.entries)
        return next(good, next(iter(whole), None))

    def has_of(self, day: dt.date) -> bool:
        """Whether the state before the first change of a day is kept, or set aside.

        It is asked after each save, and reads no other backup.
        """
        noted = {line.file: line for line in read_index(self.folder).backups}
        of = (name for name in self._names() if _named(self.folder / name).day == day)
        seen = (self._looked_at(name, noted.get(name))[0] for name in of)
        return any(each.reason is BackupReason.DAY and each.is_whole for each in seen)

    def keep(self, data: bytes, reason: BackupReason, now: dt.datetime) -> Backup:
        """Make a backup of a diary as it is in these bytes, read it back, and let at most one go.

        One of a day that holds far less than the last one, without removals to account for it, is
        set aside: it takes nobody's place, and none goes for it.

        Raises:
            CannotBackUp: If it could not be written, or these bytes are no diary.
        """
        tables = decoded(data, self._diary or self.folder)
        try:
            with self._alone():
                return self._add(data, tables, reason, now)
        except OSError as error:
            raise CannotBackUp(
                f"No backup could be made: {why(error)}. Its place is {self.folder}."
            ) from error

    def _add(self, data: bytes, tables: Tables, reason: BackupReason, now: dt.datetime) -> Backup:
        """Write a backup and note it; then the one goes that may, where there is one."""
        held = tally(tables)
        lines, index = list(self._lines()), self._index()
        is_worse = held.is_worse(index.entries, index.at)
        is_aside = is_worse and reason is not BackupReason.ASKED
        words = _ASIDE if is_aside and reason is BackupReason.DAY else _WORDS.get(reason, "")
        backup = Backup(
            self._free(now.date(), words),
            now.date(),
            reason,
            generation_of(tables),
            held.entries,
            is_aside=is_aside,
        )
        digest = write_backup(backup.path, data, self._cipher)
        backup = msgspec.structs.replace(backup, size=backup.path.stat().st_size)
        lines.insert(0, (backup, digest))
        pool = [each for each, _ in lines if each.is_aside or not is_aside]
        old = surplus(pool, now.date())
        self._note([line for line in lines if line[0] != old], None if is_aside else held, now)
        if old:
            old.path.unlink(missing_ok=True)
        return backup

    def accept(self, tables: Tables, now: dt.datetime) -> None:
        """Take what a person chose to put in place for what the next backups are judged by."""
        # Where that cannot be noted they are judged by the last one, and the next is set aside.
        with suppress(OSError, CannotBackUp), self._alone():
            self._note(list(self._lines()), tally(tables), now)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """With no other process that makes a backup here meanwhile."""
        with ExitStack() as held:
            try:
                held.enter_context(FileLock(self.folder / INDEX))
            except CannotKeep as error:
                if isinstance(error.__cause__, OSError):
                    raise error.__cause__ from None
                raise CannotBackUp(
                    f"No backup could be made: another backcare is at it in {self.folder}."
                ) from error
            yield

    def _note(self, lines: list[tuple[Backup, str]], held: Tally | None, now: dt.datetime) -> None:
        """Put into the index what is there, and by what the next one is judged, if not as before."""
        index = self._index()
        noted = tuple(
            BackupLine(each.path.name, digest, each.generation, each.entries, each.is_aside)
            for each, digest in reversed(lines)
            if digest
        )
        paths = {*index.paths, *([noted_path(self._diary)] if self._diary else [])}
        entries, at = (held.entries, now) if held else (index.entries, index.at)
        write_index(self.folder, BackupIndex(tuple(sorted(paths)), noted, entries, at))

    def _index(self) -> BackupIndex:
        """The index; where it is lost, the newest good backup says what there was."""
        index = read_index(self.folder)
        if index.at is None and (newest := self.newest_good()):
            return msgspec.structs.replace(index, entries=newest.entries)
        return index

    def _free(self, day: dt.date, words: str) -> Path:
        """The first free name for a backup of this kind."""
        stem = "-".join(filter(None, ("diary", day.isoformat(), words)))
        numbered = (f"-{n}" if n > 1 else "" for n in count(1))
        ending = f".json.gz{self._cipher.ending}"
        paths = (self.folder / f"{stem}{number}{ending}" for number in numbered)
        return next(path for path in paths if not path.exists())

    def _lines(self) -> Iterator[tuple[Backup, str]]:
        """Each backup with its digest, the one made last first; those not in the index by their day."""
        noted = {line.file: line for line in read_index(self.folder).backups}
        for name in reversed(_in_order(self._names(), noted)):
            yield self._looked_at(name, noted.get(name))

    def _names(self) -> list[str]:
        """The names of all backups.

        Raises:
            CannotBackUp: If the folder cannot be read.
        """
        try:
            return sorted(p.name for p in self.folder.iterdir() if _NAME.fullmatch(p.name))
        except FileNotFoundError:
            return []
        except OSError as error:
            raise CannotBackUp(
                f"The backups cannot be read: {why(error)}. Their place is {self.folder}."
            ) from error

    def _looked_at(self, name: str, line: BackupLine | None) -> tuple[Backup, str]:
        """What a file is: as it is noted, if its bytes are those that were written, else as it reads."""
        backup = _named(self.folder / name)
        try:
            written, _ = read_regular(backup.path, MOST)
            backup = msgspec.structs.replace(backup, size=len(written))
            digest = sha256(written).hexdigest()
            if line and digest == line.digest:
                seen = msgspec.structs.replace(
                    backup, generation=line.generation, entries=line.entries, is_aside=line.is_aside
                )
                return seen, digest
            tables = decoded(unpacked_backup(written, backup.path, self._cipher), backup.path)
        except (OSError, EOFError, zlib.error, CannotBackUp, CannotOpen):
            return msgspec.structs.replace(backup, is_whole=False), ""
        read = msgspec.structs.replace(
            backup, generation=generation_of(tables), entries=tally(tables).entries
        )
        return read, digest


def decoded(data: bytes, path: Path) -> Tables:
    """The tables of a diary that is whole.

    Raises:
        CannotBackUp: If it is none.
    """
    try:
        return tables_of(data, path, is_sealed=seal(data) is Seal.WHOLE)
    except CannotOpen as error:
        raise CannotBackUp(str(error)) from error


def _in_order(names: Sequence[str], noted: Collection[str]) -> list[str]:
    """Names in the order in which they were made: as noted, and the others where their day puts them."""
    known = [name for name in noted if name in names]
    for name in (each for each in names if each not in noted):
        earlier = (n for n, each in enumerate(known, start=1) if each[:_DAY_END] <= name[:_DAY_END])
        known.insert(max(earlier, default=0), name)
    return known


def _named(path: Path) -> Backup:
    """What the name of a backup says."""
    found = _NAME.fullmatch(path.name)
    day, word = found.groups() if found else ("", None)
    try:
        when = dt.date.fromisoformat(day)
    except ValueError:  # such as a 31 February
        when = dt.date.min
    return Backup(path, when, _REASONS.get(word or "", BackupReason.DAY), is_aside=word == _ASIDE)


def backups_at(path: Path, diary: str | None, cipher: Cipher = PLAIN) -> Backups:
    """The backups of what stands at a path, also where it does not say any more which diary it is.

    Args:
        path: Where the diary stands, or stood.
        diary: Its id; None where it cannot be read, or never had one.
        cipher: What it goes through there.

    Raises:
        CannotBackUp: If there is no folder for them.
    """
    root = _root()
    if diary:
        return Backups(root / diary, path, cipher)
    known = next(iter(folders_of(root, path)), None)
    unknown = root / f"at-{sha256(noted_path(path).encode()).hexdigest()[:16]}"
    return Backups(known or unknown, path, cipher)


def _root() -> Path:
    try:
        return backups_root()
    except RuntimeError:
        raise CannotBackUp(
            f"There is no home folder to keep backups in. Say where with {BACKUPS_VARIABLE}."
        ) from None
