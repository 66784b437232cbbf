"""Which files beside a diary may be copies of it, by their names alone: the cheap look before any is read."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from backcare_tui.store.locked import places_of

OF_OURS = (".damaged-", ".found-", ".form-")
"""What follows the stem in the names of files that backcare itself puts beside the diary."""
ENDINGS_OF_OURS = (".lock", ".new", ".writing")
"""How the names of those end that stand there while a diary is changed, or where it was."""


def files_beside(diary: Path) -> Iterator[Path]:
    """The files whose names begin and end as the diary's does, plain or locked; whatever a program puts between."""
    places = places_of(diary)
    ours = {path.name for path in places.all}
    with suppress(OSError), os.scandir(diary.parent) as listing:
        for entry in sorted(listing, key=lambda entry: entry.name):
            is_copy = any(_is_named_as(each, entry.name) for each in (places.diary, places.locked))
            if is_copy and entry.name not in ours and entry.is_file(follow_symlinks=False):
                yield Path(entry.path)


def _is_named_as(diary: Path, name: str) -> bool:
    name, stem = name.casefold(), diary.stem.casefold()
    is_ours = name == diary.name.casefold() or name[len(stem) :].startswith(OF_OURS)
    is_ours = is_ours or name.endswith(ENDINGS_OF_OURS)
    return name.startswith(stem) and name.endswith(diary.suffix.casefold()) and not is_ours
