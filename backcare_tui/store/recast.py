"""Backups that are locked as their diary is now, or plain again: each replaced by one that was read back."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from msgspec.structs import replace

from backcare_tui.diary.repository import CannotKeep
from backcare_tui.diary.safekeeping import CannotBackUp
from backcare_tui.files import put, remove, why
from backcare_tui.store.backup_index import read_index, write_index
from backcare_tui.store.cipher import Cipher
from backcare_tui.store.lock import LOCKED_ENDING
from backcare_tui.store.packing import packed, read_backup

BACKUP = "diary-*.json.gz*"


def recast(folder: Path, opening: Cipher, closing: Cipher) -> tuple[str, ...]:
    """Have every backup of a folder be as a cipher has it; gives a sentence for each that is not.

    A process that dies between leaves a backup twice, or one more as it was; the next time ends it.

    Args:
        folder: The backups of one diary.
        opening: What opens those that are locked.
        closing: What they are to be written with.
    """
    said: list[str] = []
    for path in sorted(folder.glob(BACKUP)):
        if path.name.endswith(LOCKED_ENDING) != bool(closing.ending):
            said += _tried(path, opening, closing)
    return tuple(said)


def _tried(path: Path, opening: Cipher, closing: Cipher) -> Iterator[str]:
    try:
        _recast_one(path, opening, closing)
    except OSError as error:
        yield f"The backup {path} is as it was, not as the diary is now: {why(error)}."
    except (CannotBackUp, CannotKeep) as error:
        yield f"{error} It was left as it is."


def _recast_one(path: Path, opening: Cipher, closing: Cipher) -> None:
    data = read_backup(path, opening)
    target = path.with_name(f"{path.name.removesuffix(LOCKED_ENDING)}{closing.ending}")
    written = packed(data, closing)
    put(target, written, target.with_name(f".{target.name}.new"))
    if read_backup(target, closing) != data:
        raise CannotKeep(f"{target} does not read as it was written.")
    _note(path, target, sha256(written).hexdigest())
    remove(path)


def _note(old: Path, new: Path, digest: str) -> None:
    """Have the index name the new file in the place of the old."""
    index = read_index(old.parent)
    lines = tuple(
        replace(line, file=new.name, digest=digest) if line.file == old.name else line
        for line in index.backups
        if line.file != new.name
    )
    if lines != index.backups:
        write_index(old.parent, replace(index, backups=lines))
