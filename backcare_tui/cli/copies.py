"""What a file sync left beside the diary comes in before a command, and is said."""

import os
from pathlib import Path

from backcare_tui.cli.terminal import complain
from backcare_tui.diary.repository import CannotKeep, CannotOpen
from backcare_tui.diary.when import Clock
from backcare_tui.store.beside import files_beside
from backcare_tui.store.locked import places_of


def take_in_copies(path: Path, clock: Clock) -> None:
    """Merge what a file sync left beside the diary, and say so; what goes wrong stops no command.

    Beside a locked diary it waits for the full screen, or for `merge`: nobody is asked twice for a passphrase.
    """
    places = places_of(path)
    if places.is_locked or next(files_beside(Path(os.path.realpath(places.file))), None) is None:
        return
    from backcare_tui.store.copies import Copies  # 10 ms, for the rare time that a file is there
    from backcare_tui.wording.merges import say_looked

    try:
        for looked in Copies(path, clock).take_in():
            complain(say_looked(looked, clock.today()))
    except (CannotKeep, CannotOpen):  # said by the command itself, which meets it too
        return
