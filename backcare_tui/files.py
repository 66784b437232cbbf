"""The one way a file is written: beside its place, flushed to the disk, then put there as a whole."""

import errno
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

_REPLACE_TRIES = 20


class CannotWrite(Exception):
    """A file could not be written, or not for sure; `str()` is a sentence for a person."""


class NotDurable(OSError):
    """The new file is in its place, but may not outlast a power cut."""


def why(error: OSError) -> str:
    """The system's own reason, as a part of a sentence."""
    return (error.strerror or "the system refused").lower()


def write_whole(target: Path, data: bytes) -> None:
    """Write a file for its owner only, whole or not at all.

    Raises:
        CannotWrite: If the system refuses; nothing was changed, unless the sentence says otherwise.
    """
    try:
        put(target, data, target.with_name(f".backcare-{os.urandom(6).hex()}"))
    except NotDurable as error:
        raise CannotWrite(
            f"{target} is written, but the system could not promise that it will outlast a power "
            f"cut: {why(error)}."
        ) from error
    except OSError as error:
        raise CannotWrite(f"Could not write {target}: {why(error)}.") from error


def put(target: Path, data: bytes, beside: Path) -> os.stat_result:
    """Put a new file in the place of the one that is there, durably; on failure the old one stays.

    Args:
        target: Where it is to be.
        data: All that it holds; only its owner may read it.
        beside: Where it is written first, in the same folder; what a process that died has left
            there goes.

    Returns:
        What the system says of the new file, to tell it later from one that somebody else put there.

    Raises:
        NotDurable: If only the last step failed: the new file is in place all the same.
        OSError: If anything else did; the old file is as it was.
    """
    try:
        beside.unlink(missing_ok=True)
        state = _write(beside, data)
        _replace(beside, target)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    try:
        _sync_folder(target.parent)
    except OSError as error:
        raise NotDurable(error.errno, error.strerror) from error
    return state


def _write(path: Path, data: bytes) -> os.stat_result:
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with open(file, "wb", buffering=0) as stream:  # noqa: PTH123 - a descriptor, for its mode 0600
        view = memoryview(data)
        while view:
            view = view[stream.write(view) :]
        _sync(stream.fileno())
    return path.stat()


if sys.platform == "darwin":
    import fcntl

    def _sync(file: int) -> None:
        """On macOS fsync leaves the data in the drive's cache; F_FULLFSYNC does not."""
        try:
            fcntl.fcntl(file, fcntl.F_FULLFSYNC)
        except OSError:  # some network drives do not know it
            os.fsync(file)
else:

    def _sync(file: int) -> None:
        os.fsync(file)


if sys.platform == "win32":

    def _replace(beside: Path, path: Path) -> None:
        """On Windows a virus scanner or sync program may hold the file for a moment."""
        for _ in range(_REPLACE_TRIES):
            try:
                beside.replace(path)
            except PermissionError:
                time.sleep(0.02)
            else:
                return
        beside.replace(path)

    def _sync_folder(folder: Path) -> None:
        """Windows has no way to sync a folder: NTFS journals the rename."""
else:

    def _replace(beside: Path, path: Path) -> None:
        beside.replace(path)

    def _sync_folder(folder: Path) -> None:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno not in {errno.EINVAL, errno.ENOTSUP}:  # some file systems cannot
                raise
        finally:
            os.close(descriptor)
