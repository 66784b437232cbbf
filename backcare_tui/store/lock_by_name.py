"""A lock for a drive that has none: a file that only one process can make."""

import datetime as dt
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path

import msgspec

from backcare_tui.files import read_regular

_MOST = 4096


class Holder(msgspec.Struct, frozen=True):
    """Who made the file."""

    pid: int
    host: str
    since: str
    """When, in UTC."""


class LockByName:
    """Holds a file while a change is made; who finds it there waits.

    The system does not let go of it when a process dies. So it says who made it: of a process of
    this machine that is gone the file goes; of another machine nobody here can know, so it stays,
    and a person is told which file it is.

        lock = LockByName(path)
        while not lock.take(): ...
        lock.let_go()
    """

    def __init__(self, path: Path) -> None:
        """The lock is the file at `path`."""
        self._path = path

    def take(self) -> bool:
        """Try to take it; False where somebody else has it.

        Raises:
            OSError: If the folder cannot be written.
        """
        return _made(self._path) or (self._is_left_over() and self._clear() and _made(self._path))

    def let_go(self) -> None:
        """Give it to the next; what cannot be taken away is found to be of a process that is gone."""
        with suppress(OSError):
            self._path.unlink()

    def who_holds(self) -> str:
        """Who has it, as a sentence, and what to do where nobody has."""
        holder = _holder(self._path)
        who = f"backcare on {holder.host} (process {holder.pid})" if holder else "another backcare"
        since = f" since {holder.since}" if holder else ""
        return (
            f"{self._path} says that {who} is writing to this diary{since}; the drive has no locks "
            "that would tell better. If none is, remove that file. Nothing was changed."
        )

    def _is_left_over(self) -> bool:
        holder = _holder(self._path)
        return bool(holder and holder.host == _host() and not _is_alive(holder.pid))

    def _clear(self) -> bool:
        """Take away what a process left that is gone; only one at a time looks and takes away."""
        guard = self._path.with_name(f"{self._path.name}.clearing")
        if not _made(guard):
            return False
        try:
            if self._is_left_over():
                self._path.unlink(missing_ok=True)
        finally:
            guard.unlink(missing_ok=True)
        return True


def _made(path: Path) -> bool:
    """Whether this process has just made the file, which says so."""
    try:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    try:
        with open(file, "wb") as stream:  # noqa: PTH123 - a descriptor, for O_EXCL
            now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
            stream.write(msgspec.json.encode(Holder(os.getpid(), _host(), now)))
    except OSError:
        with suppress(OSError):
            path.unlink()
        raise
    return True


def _holder(path: Path) -> Holder | None:
    try:
        return msgspec.json.decode(read_regular(path, _MOST)[0], type=Holder)
    except (OSError, msgspec.DecodeError):
        return None


def _host() -> str:
    return socket.gethostname()


if sys.platform == "win32":
    import ctypes

    _QUERY, _STILL_ACTIVE = 0x1000, 259

    def _is_alive(pid: int) -> bool:
        """Whether a process runs; `os.kill` would end it here."""
        kernel = ctypes.windll.kernel32
        process = kernel.OpenProcess(_QUERY, 0, pid)
        if not process:
            return False
        status = ctypes.c_ulong()
        kernel.GetExitCodeProcess(process, ctypes.byref(status))
        kernel.CloseHandle(process)
        return status.value == _STILL_ACTIVE
else:

    def _is_alive(pid: int) -> bool:
        """Whether a process runs, also one of somebody else."""
        try:
            os.kill(pid, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except OSError:
            return True
        return True
