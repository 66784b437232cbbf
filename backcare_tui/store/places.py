"""Where the diary is, on each system."""

import os
from pathlib import Path

from backcare_tui.diary.repository import CannotOpen

DIARY_VARIABLE = "BACKCARE_DIARY"
BACKUPS_VARIABLE = "BACKCARE_BACKUPS"


def diary_path(stated: str | None = None) -> Path:
    """The diary file: the one stated, else of `BACKCARE_DIARY`, else in the platform's data folder.

    Raises:
        CannotOpen: If there is no home folder to put it in.
    """
    if stated is not None and not stated.strip():
        raise CannotOpen("--diary names no file.")
    path = stated or os.environ.get(DIARY_VARIABLE)
    try:
        return Path(path).expanduser() if path else data_folder() / "diary.json"
    except RuntimeError:
        raise CannotOpen(
            f"There is no home folder to keep the diary in. Say where with --diary or {DIARY_VARIABLE}."
        ) from None


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
