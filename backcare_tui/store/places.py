"""Where the diary is, on each system."""

import os
from contextlib import suppress
from pathlib import Path

from backcare_tui.diary.repository import CannotOpen
from backcare_tui.files import read_regular, why
from backcare_tui.store.lock import LOCKED_ENDING, lock_path

DIARY_VARIABLE = "BACKCARE_DIARY"
BACKUPS_VARIABLE = "BACKCARE_BACKUPS"
_MOST = 65536
"""Bytes that a note of a place may have."""


def diary_path(stated: str | None = None) -> Path:
    """The diary file: the one stated, else of `BACKCARE_DIARY`, else in its own place.

    Raises:
        CannotOpen: If there is no home folder to put it in, or its own place is not there; see `own_place`.
    """
    if stated is not None and not stated.strip():
        raise CannotOpen("--diary names no file.")
    path = stated or os.environ.get(DIARY_VARIABLE)
    try:
        named = Path(path).expanduser() if path else None
        return named if named and not _was_left(named) else own_place()
    except RuntimeError:
        raise CannotOpen(
            f"There is no home folder to keep the diary in. Say where with --diary or {DIARY_VARIABLE}."
        ) from None


def _was_left(named: Path) -> bool:
    """Whether nothing but a lock is where a diary is that nothing names: what names that means the one that was moved from there."""
    if any(os.path.lexists(each) for each in (named, f"{named}{LOCKED_ENDING}")):
        return False
    if not os.path.lexists(lock_path(named)):
        return False
    with suppress(RuntimeError):  # there is no home folder
        return named.absolute() == note_of_place()[1]
    return False


def own_place() -> Path:
    """The diary that nothing names: in the platform's data folder, or where it was moved to from there.

    A drive that is not there must not have a new diary begun in its stead.

    Raises:
        RuntimeError: If there is no home folder.
        CannotOpen: If it was moved, and nothing is there, or it cannot be read where to.
    """
    note, at_first = note_of_place()
    try:
        said = Path(os.fsdecode(read_regular(note, _MOST)[0]).rstrip("\n"))
    except FileNotFoundError:
        return at_first
    except OSError as error:
        raise CannotOpen(
            f"{note} says where your diary is, and cannot be read: {why(error)}."
        ) from None
    if not said.is_absolute():
        raise CannotOpen(
            f"{note} says {str(said)!r} of where your diary is; allowed is a whole path."
        )
    places = (said, f"{said}{LOCKED_ENDING}", lock_path(said))
    if not any(os.path.lexists(each) for each in places):
        raise CannotOpen(
            f"Your diary was moved to {said}, and is not there now. Bring back the drive or the folder that it is on; "
            f"or say where it is with --diary. To begin a new one, remove {note}."
        )
    return said


def note_of_place() -> tuple[Path, Path]:
    """The file that says where the diary was moved to, and where it is without that.

    Raises:
        RuntimeError: If there is no home folder.
    """
    folder = data_folder()
    return folder / "diary.place", folder / "diary.json"


def data_folder() -> Path:
    """The platform's folder for what backcare keeps.

    Raises:
        RuntimeError: If there is no home folder.
    """
    import platformdirs  # noqa: PLC0415 - costs 15 ms, not needed where the file is stated

    return Path(platformdirs.user_data_dir("backcare", appauthor=False)).expanduser()


def backups_root() -> Path:
    """The folder that has a folder of backups for each diary: in the data folder, or as stated.

    It is not beside the diary: with that one it would be lost, and with that one be synchronized.

    Raises:
        RuntimeError: If there is no home folder, and nothing is stated.
    """
    stated = os.environ.get(BACKUPS_VARIABLE, "").strip()
    return Path(stated).expanduser() if stated else data_folder() / "backups"
