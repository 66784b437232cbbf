"""One writer at a time among all processes on this machine."""

import errno
import os
import sys
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, suppress
from functools import partial
from pathlib import Path
from types import TracebackType

from backcare_tui.diary.repository import GIVEN_UP, CannotKeep
from backcare_tui.files import give_to_owner, make_folder, why

WAIT_S = 10.0
_STEP_S = 0.01
_BUSY = "Another backcare is still writing to this diary. Nothing was changed; please try again."
LOCKED_ENDING = ".age"
"""What the name of a diary has at its end while a passphrase locks it."""
NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL})
"""What a drive answers that has no locks, such as some network drives."""


class FileLock(AbstractContextManager[None]):
    """Holds `<diary>.lock` while a change is made; the system lets go if the process dies.

    The lock is one of the whole machine (fcntl, on Windows msvcrt), so a full screen and a shell never
    overwrite each other. It is not the diary itself that is locked, as that is replaced by each write.
    Where a drive has no locks, the name of a file is one; see `LockByName`.

        with FileLock(path):
            storage.load()      # what another process wrote
            storage.write(...)

    Entering raises CannotKeep where another process holds it longer than `wait_s` seconds, or where
    another thread gave up the wait.
    """

    def __init__(self, diary: Path, wait_s: float = WAIT_S) -> None:
        """Lock beside the diary, waiting `wait_s` seconds at the most for another writer."""
        self._diary = diary
        self._path = lock_path(diary)
        self._wait_s = wait_s
        self._held = ExitStack()
        self._given_up = threading.Event()
        self._is_waiting = False

    @property
    def is_waiting(self) -> bool:
        """Whether another writer is being waited for; any thread may ask."""
        return self._is_waiting

    def give_up(self) -> None:
        """End the wait, if there is one; any thread may."""
        if self._is_waiting:
            self._given_up.set()

    def __enter__(self) -> None:
        """Wait for the lock.

        Raises:
            CannotKeep: If another process keeps it too long, the wait is given up, or the folder
                cannot be written.
        """
        with ExitStack() as taken:
            try:
                self._take(taken)
            except OSError as error:
                raise CannotKeep(say_os_error(self._path.parent, error)) from error
            self._held = taken.pop_all()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let go; the change is made, so whatever goes wrong now is none of its faults."""
        self._held.close()

    def _take(self, taken: ExitStack) -> None:
        make_folder(self._path.parent)
        file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        taken.callback(_close, file)
        give_to_owner(self._path, self._diary if self._diary.exists() else self._path.parent)
        try:
            self._wait_for(partial(_taken, file), lambda: _BUSY)
        except OSError as error:
            if error.errno not in NO_LOCKS:
                raise
            from backcare_tui.store.lock_by_name import LockByName  # noqa: PLC0415 - sockets, rare

            by_name = LockByName(self._path.with_name(f"{self._diary.name}.writing"))
            self._wait_for(by_name.take, by_name.who_holds)
            taken.callback(by_name.let_go)

    def _wait_for(self, take: Callable[[], bool], why_not: Callable[[], str]) -> None:
        deadline = time.monotonic() + self._wait_s
        self._given_up.clear()
        try:
            while not take():
                if time.monotonic() > deadline:
                    raise CannotKeep(why_not())
                self._is_waiting = True
                if self._given_up.wait(_STEP_S):
                    raise CannotKeep(GIVEN_UP)
        finally:
            self._is_waiting = False


def lock_path(diary: Path) -> Path:
    """The file that is held while a diary is changed; locked by a passphrase, it has the same one."""
    return diary.with_name(f"{diary.name.removesuffix(LOCKED_ENDING)}.lock")


def say_os_error(path: Path, error: OSError) -> str:
    """What the system refused, in a sentence for a person."""
    return f"The diary could not be saved in {path}: {why(error)}. Nothing was changed."


def _close(file: int) -> None:
    with suppress(OSError):
        os.close(file)


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30
    """What is locked is a place beyond the end: what stands in the file can still be read."""

    def _taken(file: int) -> bool:
        """Try to lock one byte; Windows lets go when the file is closed."""
        os.lseek(file, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno not in {errno.EACCES, errno.EDEADLK}:
                raise
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
