"""Restoring and recovering a diary in its file; see `Safekeeping` for what each method promises."""

from contextlib import suppress
from itertools import count
from pathlib import Path

from msgspec.structs import replace

from backcare_tui.diary.repository import CannotKeep, CannotOpen
from backcare_tui.diary.safekeeping import (
    Backup,
    BackupReason,
    CannotBackUp,
    Recovery,
    Restoring,
)
from backcare_tui.diary.when import Clock
from backcare_tui.files import CannotWrite, read_regular, why, write_whole
from backcare_tui.store.backup_index import newest_generation
from backcare_tui.store.backups import Backups, backups_at, decoded
from backcare_tui.store.cipher import PLAIN, CannotLock, Cipher
from backcare_tui.store.compare import restoring_to
from backcare_tui.store.digest import Seal, seal
from backcare_tui.store.identity import META, device_id, diary_of, generation_of, identified
from backcare_tui.store.keys import Key
from backcare_tui.store.lock import FileLock
from backcare_tui.store.locked import places_of
from backcare_tui.store.migrate import why_read_only
from backcare_tui.store.packing import packed, read_backup
from backcare_tui.store.reading import Tables, tables_of
from backcare_tui.store.recast import recast
from backcare_tui.store.recover import Joined, recovered
from backcare_tui.store.salvage import Salvage, readable
from backcare_tui.store.storage import MOST, FileStorage
from backcare_tui.store.tally import tally
from backcare_tui.store.traces import trace_of

OF_DAMAGED = b"\0"
"""Of a locked file nothing can be read once it is damaged; this is what a diary never is."""
CHANGED = "The diary was changed meanwhile. Nothing was changed now; please look once more."


class FileSafekeeping:
    """The backups of the diary in a file, and the ways back to them."""

    def __init__(self, path: Path, clock: Clock, key: Key | None = None) -> None:
        """Look after the diary at a path; nothing is read before it is asked for.

        A locked diary can be looked after without its key as far as nothing has to be read.
        """
        places = places_of(path)
        self._cipher: Cipher = key.cipher if key and places.is_locked else PLAIN
        self._path = FileStorage(places.file).path
        self._clock = clock

    @property
    def folder(self) -> Path:
        """Where the backups are; it need not be there yet."""
        return self._backups().folder

    def is_damaged(self) -> bool:
        """Whether the file cannot be read as a diary, or is gone while there are backups of it."""
        data = self._bytes()
        if not data and not self._path.exists():
            return self.newest_good() is not None
        return self._tables(data) is None

    def backups(self) -> tuple[Backup, ...]:
        """All backups, the one made last first."""
        return self._backups().all()

    def newest_good(self) -> Backup | None:
        """The one that restoring takes by itself; None where there is none that can be read."""
        return self._backups().newest_good()

    def back_up(self, reason: BackupReason = BackupReason.ASKED) -> Backup:
        """Make one now."""
        return self._backups().keep(self._there(), reason, self._clock.now())

    def recast(self, opening: Cipher) -> tuple[str, ...]:
        """Have every backup be locked as the diary is, or plain as it is; a sentence for each that is not.

        Args:
            opening: What opens those that are locked now.
        """
        with suppress(CannotBackUp):  # there is no folder
            return recast(self.folder, opening, self._cipher)
        return ()

    def write_to(self, target: Path) -> int:
        """Write the diary to a file of one's own choice, compressed where its name ends in .gz.

        Returns:
            How many entries it holds.

        Raises:
            CannotBackUp: If there is nothing to back up, or it could not be written.
        """
        data = self._there()
        entries = tally(decoded(data, self._path)).entries
        try:
            is_packed = self._cipher is not PLAIN or target.suffix.lower() == ".gz"
            write_whole(target, packed(data, self._cipher) if is_packed else data)
        except CannotWrite as error:
            raise CannotBackUp(str(error)) from error
        if read_backup(target, self._cipher) != data:
            raise CannotBackUp(f"{target} does not read as it was written.")
        return entries

    def outside(self, path: Path) -> Backup:
        """A backup that stands anywhere else, compressed or not.

        Raises:
            CannotBackUp: If it cannot be read, or is no diary.
        """
        tables = decoded(read_backup(path, self._cipher), path)
        return Backup(
            path,
            self._clock.today(),
            BackupReason.ASKED,
            generation_of(tables),
            tally(tables).entries,
        )

    def difference(self, backup: Backup) -> Restoring:
        """What restoring a backup would bring, take away and put back."""
        return self._difference(
            decoded(read_backup(backup.path, self._cipher), backup.path), self._bytes()
        )

    def restore(self, backup: Backup, agreed: Restoring) -> Path | None:
        """Put a backup in the place of the diary, which is kept in the backups first."""
        then, now = decoded(read_backup(backup.path, self._cipher), backup.path), self._clock.now()
        with self._lock():
            data = self._bytes()
            if self._difference(then, data) != agreed:
                raise CannotKeep(CHANGED)
            tables, backups = self._tables(data), self._backups(diary_of(then))
            aside = None
            if tables is not None and (reason := why_read_only(tables)):
                raise CannotKeep(reason)
            if tables is None:
                aside = self._set_aside()
            elif data:
                backups.keep(data, BackupReason.RESTORE, now)
            self._put(then, backups, is_over=not tables)
            backups.accept(then, now)
        return aside

    def recovery(self) -> Recovery | None:
        """What can be brought back of a damaged diary; None where there is no damage to mend."""
        joined = self._joined(self._bytes())
        return joined.recovery if joined else None

    def recover(self, agreed: Recovery) -> Path | None:
        """Put in place what was recovered; gives where the damaged file is now."""
        with self._lock():
            data = self._bytes()
            joined = self._joined(data)
            if joined is None or joined.recovery != agreed:
                raise CannotKeep(CHANGED)
            backups = self._backups(diary_of(joined.tables))
            aside = self._set_aside()
            self._put(joined.tables, backups, is_over=True)
            backups.accept(joined.tables, self._clock.now())
        return aside

    def _joined(self, data: bytes) -> Joined | None:
        """The damaged diary joined with its newest good backup."""
        is_readable = bool(data) and self._tables(data) is not None
        if is_readable and seal(data) is not Seal.BROKEN:
            return None
        salvage = readable(data)
        backups = self._backups(_diary_in(salvage) or trace_of(self._path))
        newest, held = self._newest_opened(backups)
        if not data and not newest:
            return None
        joined = recovered(salvage, held, newest)
        if is_readable and not joined.recovery.from_backup:
            return None
        unread = sum(newest is None or not each.is_whole for each in backups.all())
        return replace(joined, recovery=replace(joined.recovery, unread=unread))

    def _newest_opened(self, backups: Backups) -> tuple[Backup | None, Tables | None]:
        """The newest good backup and what it holds; one that is locked for another key is passed over."""
        newest = backups.newest_good()
        others = (each for each in backups.all() if each.is_whole and not each.is_aside)
        for each in (*([newest] if newest else []), *others):
            with suppress(CannotBackUp):
                return each, decoded(read_backup(each.path, self._cipher), each.path)
        return None, None

    def _difference(self, then: Tables, data: bytes) -> Restoring:
        """What putting tables in place would do to what stands there, as far as that can be read."""
        now = self._tables(data)
        return restoring_to(recovered(readable(data)).tables if now is None else now, then)

    def _put(self, tables: Tables, backups: Backups, *, is_over: bool) -> None:
        """Put tables in place, above every generation that there was; over what is no diary."""
        above = identified(tables, device_id(), newest_generation(backups.folder) or 0)
        storage = FileStorage(self._path, cipher=self._cipher)
        if is_over:
            storage.write_over(above)
        else:
            storage.load()
            storage.write(above)

    def _set_aside(self) -> Path | None:
        """Keep a damaged file beside its place, under the first free name."""
        if not (data := self._held()):
            return None
        stem = f"{self._path.stem}.damaged-{self._clock.today()}"
        numbered = (f"{stem}{f'-{n}' if n > 1 else ''}{self._path.suffix}" for n in count(1))
        paths = (self._path.with_name(name) for name in numbered)
        free = next(path for path in paths if not path.exists())
        try:
            write_whole(free, data)
        except CannotWrite as error:
            raise CannotKeep(f"{error} Nothing was changed.") from error
        return free

    def _tables(self, data: bytes) -> Tables | None:
        """The tables of a diary that can be read, none of a new one; None for a damaged one."""
        try:
            return decoded(data, self._path) if data or self._path.exists() else {}
        except CannotBackUp:
            return None

    def _there(self) -> bytes:
        """The bytes of a diary that is there.

        Raises:
            CannotBackUp: If it is not.
        """
        if data := self._bytes():
            return data
        raise CannotBackUp(f"There is no diary at {self._path} to back up.")

    def _bytes(self) -> bytes:
        """The bytes of the diary, none where there is no file; of a locked one that is damaged a stub.

        Raises:
            CannotOpen: If the file is out of reach, or locked for another key.
        """
        held = self._held()
        try:
            return self._cipher.opened(held, self._path) if held else held
        except CannotLock:
            raise
        except CannotOpen:
            return OF_DAMAGED

    def _held(self) -> bytes:
        """The bytes of the file as it stands there, none where there is no file."""
        try:
            return read_regular(self._path, MOST)[0]
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise CannotOpen(f"The diary {self._path} could not be read: {why(error)}.") from None

    def _backups(self, diary: str | None = None) -> Backups:
        """Its backups, by the id that it says, or by where it stands."""
        return backups_at(self._path, diary or self._diary(), self._cipher)

    def _diary(self) -> str | None:
        """The id that the file says, or its lock beside it; None where neither does."""
        said = None
        with suppress(CannotOpen):
            data = self._bytes()
            try:
                said = diary_of(tables_of(data, self._path, is_sealed=True))
            except CannotOpen:
                said = _diary_in(readable(data))
        return said or trace_of(self._path) or None

    def _lock(self) -> FileLock:
        return FileLock(self._path)


def _diary_in(salvage: Salvage) -> str | None:
    """The id of the diary that a file is of, damaged or not."""
    meta = {str(each.number): each.document for each in salvage.found if each.table == META}
    return diary_of({META: meta})
