"""`encrypt` and `decrypt`: the diary behind a passphrase, and back."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from backcare_tui.cli import passphrases
from backcare_tui.cli.asking import ask
from backcare_tui.cli.opening import opened
from backcare_tui.cli.targets import refuse_own
from backcare_tui.cli.terminal import CannotDo, WrongWords, say, say_done
from backcare_tui.cli.unlocking import asked_key, key_at_hand
from backcare_tui.diary.when import Clock
from backcare_tui.files import write_whole
from backcare_tui.store import keyrings, locking, open_repository
from backcare_tui.store.cipher import pyrage
from backcare_tui.store.keys import (
    Key,
    WrongPassphrase,
    new_key,
    say_strength,
    unlocked_key,
)
from backcare_tui.store.lock_whole import key_file_of, lock_whole, unlock_whole
from backcare_tui.store.locked import LockedPlaces, places_of
from backcare_tui.store.recovery_sheet import on_paper, recovery_sheet
from backcare_tui.text import clean
from backcare_tui.wording.locking import (
    BACK_TO_PLAIN,
    CANNOT_BE_UNDONE,
    CHANGED,
    FORGOTTEN,
    KEY_FROM_BEFORE,
    KEYRING_FORGOT,
    LOGS_ON,
    OPENS_IT,
    STAYS_PLAIN,
)


def encrypt(args: Namespace, path: Path, clock: Clock) -> int:
    """Lock the diary; of one that is locked already, change what goes with that.

    Raises:
        CannotDo: If nobody agreed, or it could not be done.
        BadValue: For a passphrase that cannot be taken.
        CannotOpen: If the diary or its key cannot be read.
        CannotKeep: If a file could not be written.
    """
    places = places_of(path)
    if args.keyring and args.no_keyring:
        raise WrongWords("--keyring and --no-keyring cannot both be.")
    pyrage()
    if places.is_locked:
        return _change_lock(args, places, path, clock)
    if args.new_passphrase or args.no_keyring:
        raise CannotDo("The diary is not locked; backcare encrypt locks it.")
    open_repository(path, clock)
    if args.sheet:
        _refuse_sheet(Path(args.sheet), places)
    say(CANNOT_BE_UNDONE, STAYS_PLAIN)
    _agree(args, "lock it", "The diary is not locked")
    key, key_file = _key(places)
    _give_sheet(args, places, key, clock)
    if args.keyring:
        keyrings.keep_in_keyring(key)
    left = lock_whole(path, clock, key, key_file, uses_keyring=args.keyring)
    say_done(
        clean(f"Locked: {places.locked}"),
        clean(f"Its key, which the passphrase opens: {places.key}. Keep a copy of both."),
        OPENS_IT,
        LOGS_ON,
        *left,
    )
    return 0


def decrypt(args: Namespace, path: Path, clock: Clock) -> int:
    """Put the plain diary back, after asking.

    Raises:
        CannotDo: If it is not locked, or nobody agreed.
        CannotOpen: If it cannot be opened.
        CannotKeep: If it could not be written; the locked one stays.
    """
    places = places_of(path)
    if not places.is_locked:
        raise CannotDo("The diary is not locked.")
    pyrage()
    key, _ = _key_of_locked(places)
    opened(path, clock, key)
    say(BACK_TO_PLAIN)
    _agree(args, "unlock it for good", "The diary is locked, as before")
    left = unlock_whole(path, clock, key)
    say_done(
        clean(f"Unlocked for good: {places.diary}"),
        clean(
            f"The key stays in {places.key}: locked copies elsewhere may need it, and backcare encrypt "
            "uses it again."
        ),
        *left,
    )
    return 0


def _change_lock(args: Namespace, places: LockedPlaces, path: Path, clock: Clock) -> int:
    """What can be changed of a lock: the passphrase, the keyring, another sheet; and copies are locked."""
    if not (args.new_passphrase or args.keyring or args.no_keyring or args.sheet):
        raise CannotDo(
            "The diary is locked already. --new-passphrase, --keyring, --no-keyring and --sheet change what "
            "goes with that; backcare decrypt unlocks it for good."
        )
    if args.sheet:
        _refuse_sheet(Path(args.sheet), places)
    key, typed = _key_of_locked(places)
    opened(path, clock, key)
    done = []
    if args.new_passphrase:
        words = _new_passphrase(again=True, typed=typed)
        locking.keep_key(places, key_file_of(key, words))
        done.append(CHANGED)
    if args.keyring:
        keyrings.keep_in_keyring(key)
        locking.keep_public(places, key, uses_keyring=True)
        done.append(
            "The keyring of this system opens the diary from now on, for all who use your session."
        )
    if args.no_keyring:
        locking.keep_public(places, key, uses_keyring=False)
        keyrings.forget_in_keyring(key.recipient)
        done.append(KEYRING_FORGOT)
    if args.sheet:
        _give_sheet(args, places, key, clock)
    say_done(*done)
    return 0


def _key_of_locked(places: LockedPlaces) -> tuple[Key, list[str]]:
    """The key, by standard input too where there is no terminal; and what else that held."""
    if key := key_at_hand(places):
        return key, []
    if passphrases.is_asked():
        return asked_key(places), []
    first, *rest = passphrases.from_input()
    if not first:
        raise CannotDo(f"The diary is locked. {passphrases.NO_TERMINAL}")
    return unlocked_key(places.read_key(), first), rest


def _key(places: LockedPlaces) -> tuple[Key, bytes]:
    """The key to lock with, and its file: the one that is there from before, or a new one."""
    held = places.read_key()
    if held is None:
        words = _new_passphrase()
        key = new_key()
        return key, key_file_of(key, words)
    say(KEY_FROM_BEFORE)
    try:
        return _opened_key(held), held
    except WrongPassphrase as error:
        raise CannotDo(
            f"{error} {FORGOTTEN} Or put {places.key} elsewhere for a new key."
        ) from None


def _opened_key(held: bytes) -> Key:
    if (found := passphrases.stated()) is not None:
        return unlocked_key(held, found)
    if passphrases.is_asked():
        return unlocked_key(held, passphrases.ask("Passphrase of the key: "))
    typed = passphrases.from_input()[0]
    if not typed:
        raise CannotDo(passphrases.NO_TERMINAL)
    return unlocked_key(held, typed)


def _new_passphrase(*, again: bool = False, typed: Sequence[str] = ()) -> str:
    words = passphrases.new(again=again, typed=typed)
    say(say_strength(words), "One moment: the key is being made slow to guess.")
    return words


def _give_sheet(args: Namespace, places: LockedPlaces, key: Key, clock: Clock) -> None:
    """Print the sheet, or write it to a file of its own, before anything depends on it."""
    lines = tuple(on_paper(recovery_sheet(places, key, clock)))
    if not args.sheet:
        say("", *lines, "")
        return
    target = Path(args.sheet)
    write_whole(target, "".join(f"{line}\n" for line in lines).encode())
    say(
        clean(
            f"The recovery sheet is in {target}. Print it, then remove the file: it opens the diary."
        )
    )


def _refuse_sheet(target: Path, places: LockedPlaces) -> None:
    """Write over nothing: what a sheet opens may be gone without it.

    Raises:
        CannotDo: If there is a file already.
    """
    refuse_own(target, places.diary)
    if target.exists():
        raise CannotDo(f"{target} is there already; choose another file for the sheet.")


def _agree(args: Namespace, does: str, kept: str) -> None:
    """Go on after a yes.

    Raises:
        CannotDo: If there is none.
    """
    if not args.yes:
        question = f"yes to {does}; anything else leaves it as it is."
        ask((question,), kept, f"{kept}. There is no terminal to ask on; --yes says yes.")


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {
    "encrypt": encrypt,
    "decrypt": decrypt,
}
