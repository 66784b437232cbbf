"""What tells that a diary was here, when it is gone: its lock says whose it is."""

import os
from contextlib import suppress
from pathlib import Path

from backcare_tui.files import read_regular
from backcare_tui.store.lock import lock_path

_MOST = 200


def leave_trace(diary: Path, id_: str) -> None:
    """Have the lock beside a diary say which diary stands there; where there is no lock, nothing."""
    line = f"{id_}\n".encode()
    with suppress(OSError):
        if _read(diary) != line:
            file = os.open(lock_path(diary), os.O_WRONLY | os.O_TRUNC)
            try:
                os.write(file, line)
            finally:
                os.close(file)


def trace_of(diary: Path) -> str:
    """The id of the diary that was saved here last; empty where none ever was."""
    with suppress(OSError, ValueError):
        return _read(diary).decode("ascii").strip()
    return ""


def _read(diary: Path) -> bytes:
    return read_regular(lock_path(diary), _MOST)[0]
