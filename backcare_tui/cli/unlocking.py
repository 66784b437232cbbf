"""The key to a locked diary for the shell: stated, of the keyring, or asked for."""

from pathlib import Path

from backcare_tui.cli import passphrases
from backcare_tui.cli.terminal import CannotDo, complain
from backcare_tui.diary.values import BadValue
from backcare_tui.store.cipher import pyrage
from backcare_tui.store.keys import Key, WrongPassphrase, unlocked_key
from backcare_tui.store.locked import LockedPlaces, places_of
from backcare_tui.wording.locking import FORGOTTEN

LOCKED = "The diary is locked."


def key_to(path: Path) -> Key | None:
    """The key to a locked diary; None for a plain one.

    Raises:
        CannotDo: If nobody can be asked for it, or nobody knows it.
        CannotOpen: If it is damaged, or the library that opens it is not installed.
    """
    places = places_of(path)
    if not places.is_locked:
        return None
    pyrage()
    if key := key_at_hand(places):
        return key
    if not passphrases.is_asked():
        raise CannotDo(f"{LOCKED} {passphrases.NO_TERMINAL}")
    return asked_key(places)


def asked_key(places: LockedPlaces) -> Key:
    """The key by the passphrase that is typed on the terminal.

    Raises:
        CannotDo: If it was not the right one three times.
        CannotOpen: If the key is damaged.
    """
    for _ in range(passphrases.TRIES):
        try:
            return unlocked_key(places.read_key(), passphrases.ask("Passphrase of the diary: "))
        except (BadValue, WrongPassphrase) as error:
            complain(str(error))
    raise CannotDo(f"{LOCKED} {FORGOTTEN}")


def key_at_hand(places: LockedPlaces) -> Key | None:
    """The key that is to be had without asking: by a stated passphrase, or of the keyring.

    Raises:
        CannotDo: If a passphrase is stated and is none, or a wrong one.
        CannotOpen: If the key is damaged.
    """
    if (found := passphrases.stated()) is None:
        return key_in_keyring_of(places)
    try:
        return unlocked_key(places.read_key(), found)
    except BadValue as error:
        raise CannotDo(f"{LOCKED} {error}") from None


def key_in_keyring_of(places: LockedPlaces) -> Key | None:
    """The key that the keyring has, where the person wanted that."""
    if not places.uses_keyring():
        return None
    from backcare_tui.store.keyrings import key_in_keyring

    return key_in_keyring(places.recipient())
