"""The files of a locked diary, by their names: it, its key, the public half of that, its inbox."""

import os
from pathlib import Path

import msgspec

from backcare_tui.diary.repository import CannotOpen
from backcare_tui.files import read_regular
from backcare_tui.store.cipher import AgeCipher, CannotLock
from backcare_tui.store.keys import is_recipient
from backcare_tui.store.lock import LOCKED_ENDING

_MOST_OF_A_KEY = 65536
_ANEW = "Close backcare and open it again."
KEYRING = "# keyring"
"""A line beside the public key: the keyring of the system may have the secret one."""


class IsLocked(CannotOpen):
    """The diary is locked, and no key was given."""


class LockedPlaces(msgspec.Struct, frozen=True):
    """Where a diary is, plain and locked, and what stands beside a locked one.

    While the locked file is there, it is the diary, whatever else is there.
    """

    diary: Path
    """The plain file, also where it is not there: `diary.json`."""

    @property
    def locked(self) -> Path:
        """The locked file: `diary.json.age`."""
        return self.diary.with_name(f"{self.diary.name}{LOCKED_ENDING}")

    @property
    def key(self) -> Path:
        """The key, itself locked by the passphrase: `diary.key.age`."""
        return self._beside(f"key{LOCKED_ENDING}")

    @property
    def public(self) -> Path:
        """The public half of the key, by which anything is locked: `diary.key.pub`."""
        return self._beside("key.pub")

    @property
    def inbox(self) -> Path:
        """The folder of entries that wait for the next unlock: `diary.inbox`."""
        return self._beside("inbox")

    @property
    def is_locked(self) -> bool:
        """Whether the diary is locked."""
        return os.path.lexists(self.locked)

    @property
    def file(self) -> Path:
        """The file that is the diary now, or will be."""
        return self.locked if self.is_locked else self.diary

    @property
    def all(self) -> tuple[Path, ...]:
        """Every file that no other may be written over."""
        return (self.diary, self.locked, self.key, self.public)

    def why_not_begun(self) -> str:
        """Why no new diary may be begun here, as a sentence; empty where there is one, or none was."""
        if self.is_locked or os.path.lexists(self.diary) or not os.path.lexists(self.key):
            return ""
        return (
            f"There was a locked diary here: {self.key} is its key, but {self.locked} is gone. "
            "Put it back; or, to begin anew, put the key elsewhere."
        )

    def read_key(self) -> bytes | None:
        """The file of the key; None where it is not there or cannot be read."""
        try:
            return read_regular(self.key, _MOST_OF_A_KEY)[0]
        except OSError:
            return None

    def recipient(self) -> str:
        """The public key.

        Raises:
            CannotLock: If it is not there, or is none.
        """
        if not (found := self.recipient_there()):
            raise CannotLock(
                f"{self.public} is not there or not whole, so nothing can be locked for the diary. "
                "Unlock it once, and it is made anew: backcare check."
            )
        return found

    def recipient_there(self) -> str:
        """The public key; empty where it is not there, or is none."""
        return next(filter(is_recipient, self._lines()), "")

    def uses_keyring(self) -> bool:
        """Whether the keyring of the system may have the key."""
        return KEYRING in self._lines()

    def sealing(self) -> AgeCipher:
        """What locks for this diary and opens nothing.

        Raises:
            CannotLock: If the public key is not there, or is none.
        """
        return AgeCipher(self.recipient())

    def _lines(self) -> list[str]:
        try:
            text = read_regular(self.public, _MOST_OF_A_KEY)[0].decode("ascii", "replace")
        except OSError:
            return []
        return [line.strip() for line in text.splitlines()]

    def _beside(self, ending: str) -> Path:
        return self.diary.with_name(f"{self.diary.name.removesuffix('.json')}.{ending}")


def places_of(path: Path) -> LockedPlaces:
    """The places of a diary, by the name of its plain or of its locked file; links are followed.

    >>> places_of(Path("/home/ann/diary.json.age")).key.name
    'diary.key.age'
    """
    plain = (
        path.with_name(path.name.removesuffix(LOCKED_ENDING))
        if path.suffix == LOCKED_ENDING
        else path
    )
    return LockedPlaces(Path(os.path.realpath(plain)))


def why_elsewhere(path: Path) -> str:
    """Why a diary is not in this file any more, as a sentence: it was locked meanwhile, or unlocked.

    Empty where it is not known to be elsewhere.
    """
    if os.path.lexists(f"{path}{LOCKED_ENDING}"):
        return f"The diary in {path} is locked by now. {_ANEW}"
    plain = path.with_name(path.name.removesuffix(LOCKED_ENDING))
    if plain != path and not os.path.lexists(path) and os.path.lexists(plain):
        return f"The diary in {path} is unlocked for good by now. {_ANEW}"
    return ""
