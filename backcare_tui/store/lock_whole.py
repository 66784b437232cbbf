"""A diary locked with all that goes with it, its backups and its copies; and unlocked for good."""

from pathlib import Path

from backcare_tui.diary.safekeeping import BackupReason, CannotBackUp
from backcare_tui.diary.when import Clock
from backcare_tui.store import inbox, locking
from backcare_tui.store.cipher import CannotLock
from backcare_tui.store.keys import Key, locked_key, unlocked_key
from backcare_tui.store.locked import places_of
from backcare_tui.store.ways_back import FileSafekeeping
from backcare_tui.text import clean, say_list


def lock_whole(
    path: Path, clock: Clock, key: Key, key_file: bytes, *, uses_keyring: bool = False
) -> tuple[str, ...]:
    """Lock a diary, its backups and its copies.

    At every moment one of the two files is whole and is the diary; see `lock_diary`.

    Args:
        path: The diary.
        clock: The time.
        key: What it is locked with.
        key_file: The key as its passphrase opens it, which is kept beside.
        uses_keyring: Whether the keyring of the system may open it.

    Returns:
        A sentence for each file that was left in plain text, with why.

    Raises:
        CannotOpen: If it is locked already, or there is no reading it.
        CannotKeep: If a file could not be written; the sentence says which of the two is the diary.
    """
    places = places_of(path)
    locking.lock_diary(places, key, key_file)
    if uses_keyring:
        locking.keep_public(places, key, uses_keyring=True)
    safe = FileSafekeeping(path, clock, key)
    left = (*_back_up(safe), *locking.lock_copies(places, key), *safe.recast(key.cipher))
    return (*map(clean, left), *_others(path))


def unlock_whole(path: Path, clock: Clock, key: Key) -> tuple[str, ...]:
    """Put the plain diary back, with its backups and copies; the key stays, for locked copies elsewhere.

    Returns:
        A sentence for each file that stayed locked, with why.

    Raises:
        CannotOpen: If it is not locked, or cannot be opened with this key.
        CannotKeep: If it could not be written; the locked one stays.
    """
    places = places_of(path)
    failed = _back_up(FileSafekeeping(path, clock, key))
    locking.unlock_diary(places, key)
    left = (
        *failed,
        *locking.unlock_copies(places, key),
        *FileSafekeeping(path, clock, None).recast(key.cipher),
    )
    inbox.close(places)
    return tuple(map(clean, left))


def key_file_of(key: Key, words: str) -> bytes:
    """The file of a key, locked by a passphrase and tried once; it takes two to ten seconds, on purpose.

    Raises:
        BadValue: If the passphrase cannot be taken.
        CannotLock: If it could not be opened again.
    """
    key_file = locked_key(key, words)
    if unlocked_key(key_file, words) != key:
        raise CannotLock(
            "The key could not be opened again with the passphrase. Nothing was changed."
        )
    return key_file


def _back_up(safe: FileSafekeeping) -> tuple[str, ...]:
    """Keep the diary as it is, locked; a sentence where that failed, which stops nothing."""
    try:
        safe.back_up(BackupReason.LOCK)
    except CannotBackUp as error:
        return (str(error),)
    return ()


def _others(path: Path) -> tuple[str, ...]:
    """What is still in plain text beside it, and none of backcare's own."""
    others = locking.others_beside(places_of(path))
    if not others:
        return ()
    names = say_list([clean(each.name) for each in others], "and")
    left = f"Beside it stand files that were left as they are, in plain text if they were: {names}."
    return (f"{left} Remove what you need no more.",)
