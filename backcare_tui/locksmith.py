"""Locks a diary that is open, and unlocks it: the page's way to what `encrypt` and `decrypt` do."""

from collections.abc import Callable
from pathlib import Path

from backcare_tui.diary.repository import CannotKeep
from backcare_tui.diary.when import Clock
from backcare_tui.store.cipher import CannotLock, pyrage
from backcare_tui.store.keyrings import forget_in_keyring
from backcare_tui.store.keys import Key, new_key, passphrase, say_strength
from backcare_tui.store.lock_whole import lock_whole, unlock_whole
from backcare_tui.store.locked import places_of
from backcare_tui.store.locking import keep_key, keep_public
from backcare_tui.store.recovery_sheet import recovery_sheet
from backcare_tui.store.unlock_apart import key_file_apart, unlocked_apart
from backcare_tui.text import clean
from backcare_tui.wording.locking import LOGS_ON, OPENS_IT


class FileLocksmith:
    """See `diary.locksmith.Locksmith`; `key` is what opens the diary as it stands."""

    def __init__(self, path: Path, clock: Clock, key: Key | None) -> None:
        """Lock and unlock the diary at a path, which `key` has opened if it is locked."""
        self._path, self._clock, self.key = path, clock, key
        self._places = places_of(path)
        self._prepared: tuple[Key, bytes] | None = None

    @property
    def why_not(self) -> str:
        """Empty where the library is installed."""
        try:
            pyrage()
        except CannotLock as error:
            return str(error)
        return ""

    @property
    def is_locked(self) -> bool:
        """Whether the locked file is there."""
        return self._places.is_locked

    @property
    def has_key(self) -> bool:
        """Whether the file of a key is there."""
        return self._places.read_key() is not None

    @property
    def uses_keyring(self) -> bool:
        """Whether the keyring may open it."""
        return self.is_locked and self._places.uses_keyring()

    def say_strength(self, words: str) -> str:
        """By its length."""
        return say_strength(passphrase(words))

    async def prepare(self, words: str) -> tuple[str, ...]:
        """The key from before, or a new one."""
        held = self._places.read_key()
        if held is None:
            key = new_key()
            held = await key_file_apart(key, words)
        else:
            key = await unlocked_apart(held, words)
        self._prepared = key, held
        return tuple(recovery_sheet(self._places, key, self._clock))

    def lock(self) -> tuple[str, ...]:
        """With all that goes with it."""
        if self._prepared is None:
            raise CannotLock("There is no key yet to lock the diary with.")
        key, key_file = self._prepared
        said = self._done(lambda: lock_whole(self._path, self._clock, key, key_file))
        self.key = key
        there = clean(
            f"Locked: {self._places.locked}. Keep a copy of {self._places.key.name}, too."
        )
        return (there, OPENS_IT, LOGS_ON, *said)

    async def check(self, words: str) -> None:
        """By opening its key; the secret key of the sheet opens it as well."""
        key = await unlocked_apart(self._places.read_key(), words)
        if key != self.key:
            raise CannotLock("This key does not open the diary.")

    def unlock(self) -> tuple[str, ...]:
        """With all that goes with it."""
        key = self._own()
        said = self._done(lambda: unlock_whole(self._path, self._clock, key))
        self.key = None
        kept = f"Its key stays in {self._places.key.name}: locked copies elsewhere may need it."
        return (clean(f"Unlocked for good: {self._places.diary}"), clean(kept), *said)

    async def change(self, words: str) -> None:
        """The key stays the same one, so that backups and copies open as before."""
        keep_key(self._places, await key_file_apart(self._own(), words))

    def forget_keyring(self) -> None:
        """And ask for the passphrase from now on."""
        key = self._own()
        keep_public(self._places, key, uses_keyring=False)
        forget_in_keyring(key.recipient)

    def _own(self) -> Key:
        if self.key is None:
            raise CannotLock("The diary is not locked.")
        return self.key

    def _done(self, do: Callable[[], tuple[str, ...]]) -> tuple[str, ...]:
        """Do it; where only the last step failed, it is done all the same, and the sentence says what is left."""
        was_locked = self.is_locked
        try:
            return do()
        except CannotKeep as error:
            if self.is_locked is was_locked:
                raise
            return (str(error),)
