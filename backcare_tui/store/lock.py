"""One writer at a time among all processes on this machine."""

import os
import sys
import time
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from types import TracebackType

from backcare_tui.diary.repository import CannotKeep
from backcare_tui.files import why

WAIT_S = 10.0
_STEP_S = 0.01


class FileLock(AbstractContextManager[None]):
    """Holds `<diary>.lock` while a change is made; the system lets go if the process dies.

    The lock is one of the whole machine (fcntl, on Windows msvcrt), so a full screen and a shell never
    overwrite each other. It is not the diary itself that is locked, as that is replaced by each write.

        with FileLock(path):
            storage.load()      # what another process wrote
            storage.write(...)

    Entering raises CannotKeep where another process holds it longer than `wait_s` seconds.
    """

    def __init__(self, diary: Path, wait_s: float = WAIT_S) -> None:
        """Lock beside the diary, waiting `wait_s` seconds at the most for another writer."""
        self._path = diary.with_name(f"{diary.name}.lock")
        self._wait_s = wait_s
        self._file: int | None = None

    def __enter__(self) -> None:
        """Wait for the lock.

        Raises:
            CannotKeep: If another process keeps it too long, or the folder cannot be written.
        """
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise CannotKeep(say_os_error(self._path.parent, error)) from error
        with ExitStack() as closing:
            closing.callback(os.close, file)
            self._wait_for(file)
            closing.pop_all()
        self._file = file

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let go."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _wait_for(self, file: int) -> None:
        deadline = time.monotonic() + self._wait_s
        try:
            while not _taken(file):
                if time.monotonic() > deadline:
                    raise CannotKeep(
                        "Another backcare is still writing to this diary. "
                        "Nothing was changed; please try again."
                    )
                time.sleep(_STEP_S)
        except OSError as error:  # some network drives have no locks
            raise CannotKeep(say_os_error(self._path.parent, error)) from error


def say_os_error(path: Path, error: OSError) -> str:
    """What the system refused, in a sentence for a person."""
    return f"The diary could not be saved in {path}: {why(error)}. Nothing was changed."


if sys.platform == "win32":
    import msvcrt

    def _taken(file: int) -> bool:
        """Try to lock the first byte; Windows lets go when the file is closed."""
        os.lseek(file, 0, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _taken(file: int) -> bool:
        """Try to lock the file; the system lets go when it is closed."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
