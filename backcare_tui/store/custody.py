"""Looks at where a diary is kept, for a person who wants to know."""

import datetime as dt
import math
from collections.abc import Sequence
from operator import itemgetter
from pathlib import Path

from backcare_tui.diary.custody import Custody, DeviceSaved
from backcare_tui.diary.repository import CannotOpen
from backcare_tui.diary.safekeeping import BackupReason, CannotBackUp
from backcare_tui.store.beside import files_beside
from backcare_tui.store.cipher import PLAIN, Cipher
from backcare_tui.store.identity import device_id
from backcare_tui.store.locked import places_of
from backcare_tui.store.merge import last_saved
from backcare_tui.store.storage import FileStorage
from backcare_tui.store.ways_back import FileSafekeeping


def custody_of(
    path: Path, safe: FileSafekeeping, cipher: Cipher = PLAIN, waiting: Sequence[str] = ()
) -> Custody:
    """The file, the lock, the devices, what lies beside, and the backups; it reads the file and the folder of those.

    Args:
        path: The diary, plain or locked.
        safe: Its backups.
        cipher: What opens the file.
        waiting: A sentence for each copy beside it.
    """
    places = places_of(path)
    try:
        found, folder, trouble = safe.backups(), str(safe.folder), ""
    except CannotBackUp as error:
        found, folder, trouble = (), "", str(error)
    merged = (each.day for each in found if each.reason is BackupReason.MERGE)
    return Custody(
        file=_shortly(places.file.absolute()),
        is_locked=places.is_locked,
        device=device_id(),
        beside=sum(1 for _ in files_beside(path)),
        backups=len(found),
        last_backup=found[0].day if found else None,
        trouble=trouble,
        path=str(places.file.absolute()),
        size=_size(places.file),
        parts=tuple(str(each) for each in (*places.all, places.inbox) if each.exists()),
        backups_folder=folder,
        devices=_devices(places.file, cipher),
        waiting=tuple(waiting),
        merged=tuple(dict.fromkeys(merged)),
    )


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _devices(file: Path, cipher: Cipher) -> tuple[DeviceSaved, ...]:
    try:
        saved = last_saved(FileStorage(file, cipher=cipher).read())
    except CannotOpen:
        return ()
    latest = sorted(saved.items(), key=itemgetter(1), reverse=True)
    return tuple(DeviceSaved(device, _day(at)) for device, at in latest)


def _day(at: float) -> dt.date | None:
    return dt.datetime.fromtimestamp(at).astimezone().date() if math.isfinite(at) else None


def _shortly(path: Path) -> str:
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except (RuntimeError, ValueError):  # there is no home folder, or it is not in there
        return str(path)
