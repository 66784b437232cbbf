"""Looks at where a diary is kept, for a person who wants to know."""

from pathlib import Path

from backcare_tui.diary.custody import Custody
from backcare_tui.diary.safekeeping import CannotBackUp, Safekeeping
from backcare_tui.store.beside import files_beside
from backcare_tui.store.identity import device_id
from backcare_tui.store.locked import places_of


def custody_of(path: Path, safe: Safekeeping) -> Custody:
    """The file, the lock, the device, what lies beside, and the backups; it reads the folder of those.

    Args:
        path: The diary, plain or locked.
        safe: Its backups.
    """
    places = places_of(path)
    try:
        found, trouble = safe.backups(), ""
    except CannotBackUp as error:
        found, trouble = (), str(error)
    return Custody(
        file=_shortly(places.file.absolute()),
        is_locked=places.is_locked,
        device=device_id(),
        beside=sum(1 for _ in files_beside(path)),
        backups=len(found),
        last_backup=found[0].day if found else None,
        trouble=trouble,
    )


def _shortly(path: Path) -> str:
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except (RuntimeError, ValueError):  # there is no home folder, or it is not in there
        return str(path)
