"""Moves a diary that is open to another folder: the page's way to `store.moving`."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from backcare_tui.commands.keymap import FILE_NAME
from backcare_tui.store.beside import files_beside
from backcare_tui.store.locked import places_of
from backcare_tui.store.moving import move_diary
from backcare_tui.store.places import note_of_place
from backcare_tui.text import clean, say_count

if TYPE_CHECKING:
    from backcare_tui.reminders.reminding import Reminding

REMINDER = "The reminder still looks into the old folder: set it again."


class Mover:
    """Of one diary; whoever opens it anew opens it at `path`."""

    def __init__(self, path: Path, reminding: "Callable[[], Reminding]") -> None:
        """Move the diary at a path; `reminding` says whether a reminder looks into it."""
        self.path = path
        self._reminding = reminding

    def __call__(self, folder: Path) -> tuple[str, ...]:
        """Move it; sentences that say where it is now, and what there is to do.

        Raises:
            CannotKeep: If it cannot be moved; it stays where it is.
        """
        beside = sum(1 for _ in files_beside(self.path))
        others = say_count(beside, "copy of another device", "copies of other devices")
        stayed = (f"{others} stayed in {self.path.parent}.",) if beside else ()
        is_followed = self.path == note_of_place()[1]
        moved = move_diary(self.path, folder, (self.path.with_name(FILE_NAME),))
        self.path = moved.diary
        reminds = () if is_followed or not self._reminding().standing() else (REMINDER,)
        said = (f"Moved: {places_of(self.path).file}", *moved.left, *stayed, *reminds)
        return tuple(map(clean, said))
