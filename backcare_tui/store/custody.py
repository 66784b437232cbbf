"""Looks at where a diary is kept, for a person who wants to know."""

import datetime as dt
import math
from operator import itemgetter
from pathlib import Path

from msgspec.structs import replace

from backcare_tui.diary.custody import Custody, DeviceSaved
from backcare_tui.diary.repository import CannotOpen
from backcare_tui.diary.safekeeping import BackupReason, CannotBackUp
from backcare_tui.diary.when import Clock
from backcare_tui.store.beside import files_beside
from backcare_tui.store.cipher import PLAIN, Cipher
from backcare_tui.store.copies import Copies
from backcare_tui.store.identity import device_id
from backcare_tui.store.keys import Key
from backcare_tui.store.locked import places_of
from backcare_tui.store.merge import last_saved
from backcare_tui.store.storage import FileStorage
from backcare_tui.store.ways_back import FileSafekeeping


def custody_of(path: Path, safe: FileSafekeeping) -> Custody:
    """The file, the lock, what lies beside, and the backups; it reads the folder of those, and no file.

    Args:
        path: The diary, plain or locked.
        safe: Its backups.
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
        merged=tuple(dict.fromkeys(merged)),
    )


def looked_closely(found: Custody, path: Path, clock: Clock, key: Key | None) -> Custody:
    """That, with the devices that saved the diary and the copies that wait; all of these are read."""
    cipher = key.cipher if key else PLAIN
    waiting = tuple(each.sentence for each in Copies(path, clock, key=key).waiting())
    return replace(found, devices=_devices(places_of(path).file, cipher), waiting=waiting)


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
