"""A diary as it was found, kept before a save makes what another program did to it final."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

from backcare_tui.files import write_whole

SetAside = Callable[[Path, bytes], None]
"""Keeps the bytes of a diary, given where it stands; raises CannotWrite where it cannot."""


def keep_beside(diary: Path, data: bytes) -> None:
    """Keep them beside the diary, under the first free name: `diary.json.found-1`.

    Raises:
        CannotWrite: If that could not be written.
    """
    names = (diary.with_name(f"{diary.name}.found-{n}") for n in count(1))
    write_whole(next(path for path in names if not path.exists()), data)
