"""Locking a diary and unlocking it for good, so that at every moment one of its files is whole.

What decides is one name: while `diary.json.age` is there, it is the diary. It comes into its place whole
and looked at once more, and only then the plain file goes; back it is the other way round. A process that
dies between leaves both, the same to the byte; whoever unlocks next removes the plain one.
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from backcare_tui.diary.repository import CannotKeep, CannotOpen
from backcare_tui.files import CannotWrite, move, put, read_regular, remove, why, write_whole
from backcare_tui.store.cipher import PLAIN, CannotLock, Cipher
from backcare_tui.store.digest import sealed
from backcare_tui.store.identity import device_id, identified
from backcare_tui.store.keys import Key
from backcare_tui.store.lock import LOCKED_ENDING, FileLock
from backcare_tui.store.locked import KEYRING, LockedPlaces
from backcare_tui.store.storage import MOST

_SET_ASIDE = re.compile(r"\.(form-\d+|found-\d+|damaged-.*)$")
"""Copies that backcare put beside a diary."""


def lock_diary(places: LockedPlaces, key: Key, key_file: bytes) -> None:
    """Lock a diary; one that is not there yet is begun by it.

    Args:
        places: Where it is.
        key: What it is locked with.
        key_file: The key, locked by its passphrase, as it is kept beside.

    Raises:
        CannotOpen: If it is locked already, or there is no reading it.
        CannotKeep: If a file could not be written; the sentence says which of the two is the diary.
    """
    with FileLock(places.diary):
        if places.is_locked:
            raise CannotLock(f"The diary in {places.locked} is locked already.")
        if not places.diary.exists():
            _begin(places.diary)
        data = _read(places.diary)
        _keep(places.key, key_file)
        keep_public(places, key, uses_keyring=places.uses_keyring())
        with _said(f"{places.diary} is the diary, as before."):
            _replace(places.locked, data, key.cipher)
        with _said(
            f"The diary is locked now, but {places.diary} is still there, in plain text; "
            "unlocking it once tries again to remove it."
        ):
            remove(places.diary)


def unlock_diary(places: LockedPlaces, key: Key) -> None:
    """Put the plain diary back; the key stays where it is.

    Raises:
        CannotOpen: If it is not locked, or cannot be opened with this key.
        CannotKeep: If a file could not be written; the sentence says which of the two is the diary.
    """
    with FileLock(places.diary):
        if not places.is_locked:
            raise CannotLock(f"The diary in {places.diary} is not locked.")
        data = key.cipher.opened(_read(places.locked), places.locked)
        with _said(f"{places.locked} is the diary, as before."):
            _replace(places.diary, data, PLAIN)
        with _said(f"{places.locked} could not be removed, and is the diary as before."):
            remove(places.locked)


def keep_key(places: LockedPlaces, key_file: bytes) -> None:
    """Put another file of the key in the place of the one there, as with a new passphrase.

    Raises:
        CannotKeep: If it could not be written; the old one stays.
    """
    with FileLock(places.diary):
        _keep(places.key, key_file)


def keep_public(places: LockedPlaces, key: Key, *, uses_keyring: bool) -> None:
    """Keep the public half of the key, and whether the keyring of the system may have the other one.

    Raises:
        CannotKeep: If it could not be written.
    """
    lines = [
        "# What is logged while the diary is locked is locked with this key; it opens nothing.",
        *([KEYRING] if uses_keyring else []),
        key.recipient,
    ]
    _keep(places.public, "".join(f"{line}\n" for line in lines).encode())


def renew_public(places: LockedPlaces, key: Key) -> str:
    """Have the public half beside the diary be that of its key; a sentence where it was another's.

    Raises:
        CannotKeep: If it could not be written.
    """
    found = places.recipient_there()
    if found == key.recipient:
        return ""
    keep_public(places, key, uses_keyring=places.uses_keyring())
    if not found:
        return ""
    return (
        f"{places.public} was not of this diary's key, and is put right. What was logged meanwhile was "
        "locked with another key, and so may be read by somebody else."
    )


def lock_copies(places: LockedPlaces, key: Key) -> tuple[str, ...]:
    """Lock what stands in plain text beside a locked diary, and remove what is a part of it.

    Returns:
        A sentence for each file that was left in plain text, with why.
    """
    said: list[str] = []
    if plain := tuple(_plain_beside(places)):
        with FileLock(places.diary):
            said = [each for path in plain if (each := _put_away(path, places, key))]
    return tuple(said)


def unlock_copies(places: LockedPlaces, key: Key) -> tuple[str, ...]:
    """Put the copies beside a diary back into plain text; a sentence for each that could not be."""
    said: list[str] = []
    for path in _beside(places):
        plain = path.with_name(path.name.replace(LOCKED_ENDING, ""))
        if plain != path and _SET_ASIDE.search(plain.name) and not plain.exists():
            said += _tried(path, lambda: _convert(path, plain, key.cipher, PLAIN))  # noqa: B023 - done at once
    return tuple(said)


def others_beside(places: LockedPlaces) -> tuple[Path, ...]:
    """Files that begin as the diary does and are none of backcare's own: copies, exports."""
    stem = places.diary.name.removesuffix(".json")
    return tuple(
        path
        for path in _beside(places)
        if path not in places.all
        and path.suffix not in {LOCKED_ENDING, ".new", ".lock", ".writing"}
        and path.name.startswith(stem)
        and not _SET_ASIDE.search(path.name)
    )


@contextmanager
def _said(standing: str) -> Iterator[None]:
    """Turn what the system refuses into a sentence that says how things stand."""
    try:
        yield
    except OSError as error:
        raise CannotKeep(f"The system refused ({why(error)}). {standing}") from error


def _begin(diary: Path) -> None:
    """A diary without an entry, so that the first one is locked already."""
    with _said("There is no diary yet."):
        _replace(diary, sealed(msgspec.json.encode(identified({}, device_id()))), PLAIN)


def _keep(path: Path, data: bytes) -> None:
    if _read_or_none(path) == data:
        return
    try:
        write_whole(path, data)
    except CannotWrite as error:
        raise CannotKeep(f"{error} The diary is as it was.") from error
    if _read_or_none(path) != data:
        raise CannotKeep(
            f"{path} could not be read back as it was written. The diary is as it was."
        )


def _replace(target: Path, data: bytes, cipher: Cipher) -> None:
    """Put a file in place, looked at once more before; the one that is there stays until then."""
    beside = target.with_name(f"{target.name}.new")
    try:
        put(beside, cipher.closed(data), beside.with_name(f"{beside.name}.new"))
        _refuse_other(cipher.opened(beside.read_bytes(), beside), data, beside)
        move(beside, target)
    except (OSError, CannotOpen, CannotKeep):
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def _refuse_other(found: bytes, meant: bytes, path: Path) -> None:
    if found != meant:
        raise CannotKeep(f"{path} could not be read back as it was written.")


def _convert(path: Path, target: Path, one: Cipher, other: Cipher) -> None:
    _replace(target, one.opened(path.read_bytes(), path), other)
    remove(path)


def _put_away(path: Path, places: LockedPlaces, key: Key) -> str:
    """Lock or remove a plain file; the sentence where it was left."""
    if path == places.diary:
        return _put_plain_away(path, places, key)
    if path.suffix == ".new":  # of a save that was cut short: never said to be kept
        return "".join(_tried(path, lambda: remove(path)))
    locked = path.with_name(f"{path.name}{LOCKED_ENDING}")
    return "".join(_tried(path, lambda: _convert(path, locked, PLAIN, key.cipher)))


def _put_plain_away(path: Path, places: LockedPlaces, key: Key) -> str:
    """Remove the plain diary beside the locked one, if that has all of it."""
    try:
        is_same = key.cipher.opened(_read(places.locked), places.locked) == path.read_bytes()
    except (CannotOpen, OSError):
        return ""  # opening the diary says so
    if is_same:
        return "".join(_tried(path, lambda: remove(path)))
    return (
        f"{path} stands beside the locked diary in plain text and is not the same. It was left as it is; "
        f"`backcare merge {path}` takes in what only it has, then remove it."
    )


def _tried(path: Path, do: Callable[[], None]) -> Iterator[str]:
    try:
        do()
    except OSError as error:
        yield f"{path} is still in plain text: {why(error)}."
    except (CannotOpen, CannotKeep) as error:
        yield str(error)


def _plain_beside(places: LockedPlaces) -> Iterator[Path]:
    """What stands in plain text beside a locked diary and is a part or a copy of it."""
    name = places.diary.name
    for path in _beside(places):
        is_part = path.name in {name, f"{name}.new", f"{name}.new.new"}
        is_copy = path.name.startswith(name.removesuffix(".json")) and _SET_ASIDE.search(path.name)
        is_closed = path.suffix == LOCKED_ENDING or path.name.startswith(places.locked.name)
        if is_part or (is_copy and not is_closed):
            yield path


def _beside(places: LockedPlaces) -> tuple[Path, ...]:
    try:
        with os.scandir(places.diary.parent) as found:
            return tuple(sorted(Path(each.path) for each in found if each.is_file()))
    except OSError:
        return ()


def _read(path: Path) -> bytes:
    try:
        return read_regular(path, MOST)[0]
    except OSError as error:
        raise CannotOpen(f"{path} could not be read: {why(error)}. It was left as it is.") from None


def _read_or_none(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
