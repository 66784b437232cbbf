"""A diary as a backup holds it: standard gzip, written whole, and read from the disk again."""

import zlib
from gzip import GzipFile, compress
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from backcare_tui.diary.repository import CannotOpen
from backcare_tui.diary.safekeeping import CannotBackUp
from backcare_tui.files import put, read_regular, why
from backcare_tui.store.cipher import PLAIN, Cipher, is_locked

LEVEL = 6
"""Of gzip: a sixth of the size for a fourteenth of a second at ten years."""
MOST = 1 << 30
"""Bytes that a backup may become when it is unpacked; ten years are 5 MB."""
_GZIP = b"\x1f\x8b"


def write_backup(path: Path, data: bytes, cipher: Cipher = PLAIN) -> str:
    """Write a backup, read it from the disk again, and give its digest.

    What reads as these bytes, which were decoded and counted, is that diary.

    Raises:
        CannotBackUp: If it does not read as these bytes.
        OSError: If it could not be written.
    """
    written = packed(data, cipher)
    put(path, written, path.with_name(".backup.new"))
    if read_backup(path, cipher) != data:
        raise CannotBackUp(f"The backup {path} does not read as it was written.")
    return sha256(written).hexdigest()


def packed(data: bytes, cipher: Cipher = PLAIN) -> bytes:
    """A diary as a backup holds it."""
    return bytes(cipher.closed(compress(data, LEVEL, mtime=0)))


def read_backup(path: Path, cipher: Cipher = PLAIN) -> bytes:
    """The diary that a backup holds, to the byte; also one that is not compressed, or not locked.

    Raises:
        CannotBackUp: If it cannot be read.
    """
    try:
        return unpacked_backup(read_regular(path, MOST)[0], path, cipher)
    except CannotOpen as error:
        raise CannotBackUp(str(error)) from error
    except (OSError, EOFError, zlib.error) as error:
        reason = why(error) if isinstance(error, OSError) and error.errno else "the file is damaged"
        raise CannotBackUp(f"The backup {path} cannot be read: {reason}.") from error


def unpacked_backup(held: bytes, path: Path, cipher: Cipher = PLAIN) -> bytes:
    """What a file of gzip holds, not more than a diary can be; of another file all of it.

    Raises:
        CannotOpen: If it is locked, and cannot be opened.
    """
    if is_locked(held):
        return cipher.opened(held, path)
    if not held.startswith(_GZIP):
        return held
    with GzipFile(fileobj=BytesIO(held)) as file:
        data = file.read(MOST + 1)
    if len(data) > MOST:
        raise EOFError
    return data
