"""What locks a diary, unlocks it for good, and changes what opens it: all that a page knows of it."""

from typing import Protocol


class Locksmith(Protocol):
    """Of one diary that is open.

    What opens a key takes seconds, on purpose, and is done beside the interface; `lock` and `unlock` give the diary
    another file, so whoever had it open opens it anew after them.
    """

    @property
    def why_not(self) -> str:
        """Why nothing can be locked here, and what brings it, as a sentence; empty where it can."""

    @property
    def is_locked(self) -> bool:
        """Whether the diary is locked."""

    @property
    def has_key(self) -> bool:
        """Whether there is a key from before, which is used again with its passphrase."""

    @property
    def uses_keyring(self) -> bool:
        """Whether the keyring of the system may open the diary."""

    def say_strength(self, words: str) -> str:
        """How strong a passphrase is, in a sentence.

        Raises:
            BadValue: If it cannot be taken.
        """

    async def prepare(self, words: str) -> tuple[str, ...]:
        """Have the key at hand that the diary will be locked with; nothing of the diary is touched.

        Args:
            words: A new passphrase, or that of the key from before.

        Returns:
            The lines of the recovery sheet.

        Raises:
            BadValue: If it is none.
            CannotOpen: If it does not open the key from before, or a key cannot be made.
        """

    def lock(self) -> tuple[str, ...]:
        """Lock the diary with what was prepared; sentences that say how it stands now.

        Raises:
            CannotOpen, CannotKeep: If it could not be; the diary is as it was.
        """

    async def check(self, words: str) -> None:
        """See whether a passphrase opens the diary.

        Raises:
            BadValue, CannotOpen: If it does not.
        """

    def unlock(self) -> tuple[str, ...]:
        """Put the diary back in plain text; sentences that say how it stands now.

        Raises:
            CannotOpen, CannotKeep: If it could not be; the diary is as it was.
        """

    async def change(self, words: str) -> None:
        """Have another passphrase open the key.

        Raises:
            BadValue: If it is none.
            CannotOpen, CannotKeep: If it could not be; the old one opens it as before.
        """

    def forget_keyring(self) -> None:
        """Have the keyring of the system forget the key.

        Raises:
            CannotOpen, CannotKeep: If it could not be.
        """
