"""What turns the bytes of the diary to those of its file, and back: as they are, or locked by age.

A locked file is the diary within age (https://age-encryption.org/v1), so that stock tools open it:
`age -d -i diary.key.age diary.json.age`. To lock takes the public key alone; to open, the
secret one. Whoever can write to the folder can put other files there: age keeps others from reading.
"""

import zlib
from typing import Any, Protocol

from backcare_tui.diary.repository import CannotOpen
from backcare_tui.store.lock import LOCKED_ENDING
from backcare_tui.store.reading import WAY_BACK

MOST_BYTES = 2**30
"""What a file may hold when it is opened; a small one can be made to swell without end."""
_AGE = b"age-encryption.org/"
_GZIP = b"\x1f\x8b"
_WITH_GZIP_HEADER = 31
_OF_ANOTHER_KEY = "No matching keys"


class CannotLock(CannotOpen):
    """Something of a lock is not there or not whole; `str()` is a sentence for a person."""


class Cipher(Protocol):
    """Both ways between the bytes of a diary and those of a file that holds it.

    Whatever keeps a diary, or a copy of it, on the disk goes through the one of its storage:

        file.write_bytes(cipher.closed(data))
        data = cipher.opened(file.read_bytes(), file)
    """

    ending: str
    """What the names of files that it closed have at their end."""

    def closed(self, data: bytes | bytearray) -> bytes | bytearray:
        """What is written to the disk."""

    def opened(self, data: bytes, what: object = "The file") -> bytes:
        """What was given to `closed`; of gzip what it holds.

        Args:
            data: The bytes of a file.
            what: What the sentence calls it, such as its path.

        Raises:
            CannotOpen: If it cannot be had from these bytes.
        """


class _Plain:
    """A file holds the diary as it is."""

    ending = ""

    def closed(self, data: bytes | bytearray) -> bytes | bytearray:
        return data

    def opened(self, data: bytes, what: object = "The file") -> bytes:
        if is_locked(data):
            raise CannotLock(f"{what} is locked, and the key to it is not known here.")
        return data


PLAIN: Cipher = _Plain()
"""Of a diary that is not locked."""


class AgeCipher:
    """Locks for a public key; opens with the secret one, if it is known.

    >>> AgeCipher("age1...").opened(b"anything")
    Traceback (most recent call last):
    backcare_tui.store.cipher.CannotLock: The file is locked, and the key to it is not known here.
    """

    ending = LOCKED_ENDING

    def __init__(self, recipient: str, secret: str = "") -> None:
        """Lock for `recipient` (`age1...`); open with `secret` (`AGE-SECRET-KEY-1...`)."""
        self._recipient, self._secret = recipient, secret

    def closed(self, data: bytes | bytearray) -> bytes:
        """The bytes within age; as they are, since to pack them takes four times as long as to lock them.

        Raises:
            CannotLock: If the public key is none.
        """
        age = pyrage()
        try:
            recipient = age.x25519.Recipient.from_str(self._recipient)
        except age.RecipientError:
            raise CannotLock("The public key to lock with is not whole.") from None
        locked: bytes = age.encrypt(bytes(data), [recipient])
        return locked

    def opened(self, data: bytes, what: object = "The file") -> bytes:
        """What is within, unpacked where it was packed with gzip, as a backup is.

        Raises:
            CannotOpen: If it is damaged, or locked for another key.
        """
        if not self._secret:
            raise CannotLock(f"{what} is locked, and the key to it is not known here.")
        age = pyrage()
        try:
            packed: bytes = age.decrypt(data, [age.x25519.Identity.from_str(self._secret)])
        except age.DecryptError as error:
            if _OF_ANOTHER_KEY in str(error):
                raise CannotLock(
                    f"{what} was locked with another key than the one beside it. It was left as it is."
                ) from None
            raise CannotOpen(_damaged(what)) from None
        return unpacked(packed, what) if packed.startswith(_GZIP) else packed


def is_locked(data: bytes) -> bool:
    """Whether the bytes of a file begin as those of age do."""
    return data.startswith(_AGE)


def unpacked(packed: bytes, what: object) -> bytes:
    """What gzip holds, as far as memory allows.

    Raises:
        CannotOpen: If it is damaged, or larger than any diary.
    """
    unpacking = zlib.decompressobj(_WITH_GZIP_HEADER)
    try:
        data = unpacking.decompress(packed, MOST_BYTES)
    except zlib.error:
        raise CannotOpen(_damaged(what)) from None
    if unpacking.unconsumed_tail:
        raise CannotOpen(f"{what} holds more than any diary does. It was left as it is.")
    if not unpacking.eof:
        raise CannotOpen(_damaged(what))
    return data


def pyrage() -> Any:
    """The library that locks, imported for a diary that is locked alone.

    Raises:
        CannotLock: If it is not installed.
    """
    try:
        import pyrage as age  # noqa: PLC0415 - no plain diary needs it
    except ImportError:
        from backcare_tui.extras import how_to_get  # noqa: PLC0415 - as above

        raise CannotLock(
            f"A locked diary needs a library that is not installed here: {how_to_get('lock')} brings it."
        ) from None
    return age


def _damaged(what: object) -> str:
    return f"{what} is a locked file and damaged, so it does not open. It was left as it is. {WAY_BACK}"
