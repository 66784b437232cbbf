"""The one way a file is read, and written: beside its place, flushed to the disk, then put there."""

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_REPLACE_TRIES = 20


class CannotWrite(Exception):
    """A file could not be written, or not for sure; `str()` is a sentence for a person."""


class IsThere(CannotWrite):
    """There is a file of that name already, and it was not said to write over it."""


class NotDurable(OSError):
    """The new file is in its place, but may not outlast a power cut."""


class ReplacedMeanwhile(OSError):
    """Somebody else put another file in the place; it was left there."""


def why(error: OSError) -> str:
    """The system's own reason, as a part of a sentence."""
    reason = error.strerror or "the system refused"
    return reason[:1].lower() + reason[1:]


def say_bytes(count: int) -> str:
    """A limit of bytes, which is a round one: `64 MB`, `64 KB`.

    >>> say_bytes(64 << 20), say_bytes(64 << 10), say_bytes(4)
    ('64 MB', '64 KB', '4 bytes')
    """
    sizes = ((count >> 20, "MB"), (count >> 10, "KB"), (count, "bytes"))
    return next((f"{size} {unit}" for size, unit in sizes if size), "nothing")


def from_home(text: str) -> Path:
    """A path as it was typed, with `~` for a home folder; of a home that there is not it stays as it is."""
    return Path(os.path.expanduser(text))  # noqa: PTH111 - `Path.expanduser` raises there


def read_regular(path: Path, most: int) -> tuple[bytes, os.stat_result]:
    """All of a file, with what the system says of it; a pipe or a device is never waited for.

    Args:
        path: The file, or a link to it.
        most: How many bytes it may have.

    Raises:
        OSError: If it cannot be read, is no regular file, or is larger; `why` has the words.
    """
    with _opened(path) as file:
        state = os.fstat(file.fileno())
        data = file.read() if state.st_size <= most else b""
    if max(state.st_size, len(data)) > most:
        raise OSError(errno.EFBIG, f"it is larger than {say_bytes(most)}")
    return data, state


def regular_head(path: Path, most: int) -> bytes:
    """The first bytes of a file, `most` of them at the most; a pipe or a device is never waited for.

    Raises:
        OSError: If it cannot be read, or is no regular file.
    """
    with _opened(path) as file:
        return file.read(most)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags), "rb") as file:  # noqa: PTH123 - a descriptor, for its flags
        state = os.fstat(file.fileno())
        if stat.S_ISDIR(state.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(state.st_mode):
            raise OSError(errno.EINVAL, "it is no regular file")
        yield file


def make_folder(folder: Path) -> None:
    """Make a folder for its owner only, with those above it, so that it outlasts a power cut.

    Raises:
        OSError: If one of them cannot be made.
    """
    if folder.is_dir():
        return
    make_folder(folder.parent)
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:  # made by another process just now, or no folder
        if not folder.is_dir():
            raise
        return
    give_to_owner(folder, folder.parent)
    try:
        _sync_folder(folder.parent)
    except PermissionError:
        return  # a folder that may be entered and not looked into: nothing can flush it
    except OSError:  # the next try must not take it for one that is there for good
        with suppress(OSError):
            folder.rmdir()
        raise


def refuse_to_write_over(target: Path, *, force: bool) -> None:
    """Say so before anything else where a file is there.

    Raises:
        IsThere: If there is one, and it is not to be written over.
        CannotWrite: If what is there is no file, but a folder or a device.
    """
    if target.exists() and not target.is_file():
        raise CannotWrite(f"Could not write {target}: what is there is no file.")
    if target.exists() and not force:
        raise IsThere(f"{target} is there already.")


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


def put(
    target: Path, data: bytes | bytearray, beside: Path, is_still: Callable[[], bool] = lambda: True
) -> os.stat_result:
    """Put a new file in the place of the one that is there, durably; on failure the old one stays.

    Args:
        target: Where it is to be.
        data: All that it holds; only its owner may read it.
        beside: Where it is written first, in the same folder; what a process that died has left
            there goes.
        is_still: Asked at the last moment: whether what stands in the place is still what may go.

    Returns:
        What the system says of the new file, to tell it later from one that somebody else put there.

    Raises:
        NotDurable: If only the last step failed: the new file is in place all the same.
        ReplacedMeanwhile: If something else stands in the place by now.
        OSError: If anything else did; the old file is as it was.
    """
    try:
        beside.unlink(missing_ok=True)
        state = _write(beside, data, target)
        if not is_still():
            raise ReplacedMeanwhile(errno.EBUSY, "another program wrote to it")
        _replace(beside, target)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    _make_durable(target.parent)
    return state


def move(source: Path, target: Path) -> None:
    """Have a file, which is flushed already, take the place of another one in its folder, durably.

    Raises:
        NotDurable: If only the last step failed: it is in place all the same.
        OSError: If it could not be moved; both are as they were.
    """
    _replace(source, target)
    _make_durable(target.parent)


def remove(path: Path) -> None:
    """Remove a file, durably; one that is not there is removed.

    Raises:
        NotDurable: If only the last step failed: it is gone all the same.
        OSError: If it could not be removed.
    """
    path.unlink(missing_ok=True)
    _make_durable(path.parent)


def _make_durable(folder: Path) -> None:
    try:
        _sync_folder(folder)
    except OSError as error:
        raise NotDurable(error.errno, error.strerror) from error


def give_to_owner(path: Path, like: Path) -> None:
    """Leave what root has made to the owner and the group of something else, where that is possible.

    A file that root wrote could not be read any more by the person whose diary it is.
    """
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        with suppress(OSError):  # a drive that knows no owners, or not all of them
            theirs, own = like.stat(), path.stat()
            if (theirs.st_uid, theirs.st_gid) != (own.st_uid, own.st_gid):
                os.chown(path, theirs.st_uid, theirs.st_gid)


def _write(path: Path, data: bytes | bytearray, target: Path) -> os.stat_result:
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with open(file, "wb", buffering=0) as stream:  # noqa: PTH123 - a descriptor, for its mode 0600
        view = memoryview(data)
        while view:
            view = view[stream.write(view) :]
        give_to_owner(path, target if target.exists() else target.parent)
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
            with suppress(OSError):  # it was only looked at
                os.close(descriptor)
