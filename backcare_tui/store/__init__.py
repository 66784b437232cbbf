"""How the diary is kept: one TinyDB file, whole at every moment. `open_repository` is the door."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from backcare_tui.diary.repository import CannotOpen
from backcare_tui.diary.safekeeping import BackupReason
from backcare_tui.diary.when import Clock
from backcare_tui.store.backup_index import newest_generation
from backcare_tui.store.cipher import PLAIN
from backcare_tui.store.identity import diary_of
from backcare_tui.store.keys import Key
from backcare_tui.store.lock import FileLock
from backcare_tui.store.locked import IsLocked, places_of
from backcare_tui.store.migrate import SCHEMA, migrate_file
from backcare_tui.store.places import backups_root
from backcare_tui.store.storage import FileStorage
from backcare_tui.store.tiny import TinyRepository

if TYPE_CHECKING:
    from backcare_tui.store.ways_back import FileSafekeeping

__all__ = ["SCHEMA", "IsLocked", "Key", "open_repository", "safekeeping"]


def open_repository(
    path: Path, clock: Clock | None = None, key: Key | None = None
) -> TinyRepository:
    """The diary in a file; a file that is not there is an empty diary, made with the first entry.

    The one door of this package: the app and the command line come in here, screens never. A diary
    of an older form is brought to today's after a backup of it was made; one of a newer form opens
    read-only.

        repository = open_repository(diary_path())
        repository.add(Pain(at=clock.now(), severity=4))

    Args:
        path: The file, by its name as a plain diary or as a locked one.
        clock: The time.
        key: What opens a locked diary; a plain one asks for none.

    Raises:
        IsLocked: If it is locked and no key is given.
        CannotOpen: If there is a file that cannot be read as a diary, which is left as it is, or if
            one was saved there that is gone.
    """
    places = places_of(path)
    if reason := places.why_not_begun():
        raise CannotOpen(reason)
    if places.is_locked and key is None:
        raise IsLocked(f"The diary in {places.locked} is locked.")
    cipher = key.cipher if key and places.is_locked else PLAIN
    storage = FileStorage(places.file, backed_up=_backed_up, cipher=cipher)
    lock, clock = FileLock(places.diary), clock or Clock()
    storage.load()
    migrate_file(storage, lock, partial(_keep_before_migration, clock))
    return TinyRepository(storage, clock, lock)


def _backed_up(diary: str) -> int | None:
    """The generation of the newest good backup of a diary."""
    try:
        return newest_generation(backups_root() / diary)
    except RuntimeError:  # there is no home folder
        return None


def _keep_before_migration(clock: Clock, storage: FileStorage) -> None:
    """Keep a diary before it is brought to a newer form."""
    from backcare_tui.store.backups import backups_at  # noqa: PLC0415 - rarely needed

    backups = backups_at(storage.path, diary_of(storage.read()), storage.cipher)
    backups.keep(storage.text(), BackupReason.MIGRATION, clock.now())


def safekeeping(
    path: Path, clock: Clock | None = None, key: Key | None = None
) -> "FileSafekeeping":
    """The backups of the diary in a file, and the ways back to them, also where it is damaged.

    Nothing is read before it is asked for, so that it is given where no diary could be opened.

        newest = safekeeping(diary_path()).newest_good()
    """
    from backcare_tui.store.ways_back import FileSafekeeping  # noqa: PLC0415 - rarely needed

    return FileSafekeeping(path, clock or Clock(), key)
