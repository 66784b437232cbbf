"""Entries that were logged while the diary was locked: each a file of its own, locked, beside it."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from backcare_tui.diary.repository import CannotKeep, CannotOpen
from backcare_tui.diary.values import Moment
from backcare_tui.files import CannotWrite, make_folder, read_regular, remove, why, write_whole
from backcare_tui.store.cipher import Cipher
from backcare_tui.store.lock import LOCKED_ENDING
from backcare_tui.store.locked import LockedPlaces

MOST_BYTES = 2**20


class Dropped(msgspec.Struct, frozen=True):
    """What one `log` made, to be one change of the diary."""

    id: str
    made: Moment
    summary: str
    """What undo calls it."""
    documents: tuple[tuple[str, dict[str, Any]], ...]
    """Table and document of each record, the entry itself last."""


class Unreadable(msgspec.Struct, frozen=True):
    """A file of the inbox that cannot be taken in, and is left there."""

    path: Path
    sentence: str


def drop(places: LockedPlaces, dropped: Dropped) -> Path:
    """Keep an entry until the next unlock; no secret is needed for that.

    Raises:
        CannotLock: If there is nothing to lock it with.
        CannotKeep: If it could not be made durable.
    """
    data = places.sealing().closed(msgspec.json.encode(dropped))
    path = places.inbox / f"{dropped.id}{LOCKED_ENDING}"
    try:
        make_folder(places.inbox)
        write_whole(path, data)
    except CannotWrite as error:
        raise CannotKeep(f"{error} Nothing was kept.") from error
    except OSError as error:
        raise CannotKeep(
            f"{places.inbox} could not be made: {why(error)}. Nothing was kept."
        ) from error
    return path


def waiting(places: LockedPlaces) -> tuple[Path, ...]:
    """The files of the inbox."""
    try:
        return tuple(
            sorted(path for path in places.inbox.glob(f"*{LOCKED_ENDING}") if path.is_file())
        )
    except OSError:
        return ()


def read_inbox(
    places: LockedPlaces, cipher: Cipher
) -> tuple[tuple[tuple[Path, Dropped], ...], tuple[Unreadable, ...]]:
    """What waits in the order in which it was made, and what cannot be read."""
    found, bad = [], []
    for path in waiting(places):
        try:
            found.append((path, _read(path, cipher)))
        except CannotOpen as error:
            bad.append(Unreadable(path, str(error)))
    return tuple(sorted(found, key=lambda each: (each[1].made, each[1].id))), tuple(bad)


def _read(path: Path, cipher: Cipher) -> Dropped:
    try:
        data, _ = read_regular(path, MOST_BYTES)
        return msgspec.json.decode(cipher.opened(data, path), type=Dropped)
    except OSError as error:
        raise CannotOpen(f"{path} could not be read: {why(error)}.") from None
    except (msgspec.DecodeError, RecursionError):
        raise CannotOpen(f"{path} holds no entry.") from None


def let_go(path: Path) -> Iterator[str]:
    """Remove a file that is in the diary now; a sentence where that is refused."""
    try:
        remove(path)
    except OSError as error:
        yield f"{path} is in the diary, but could not be removed: {why(error)}."


def close(places: LockedPlaces) -> None:
    """Remove an inbox in which nothing waits."""
    with suppress(OSError):
        places.inbox.rmdir()
