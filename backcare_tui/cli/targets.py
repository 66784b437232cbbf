"""Where a command writes to: never over the diary or its key, over no other file unless told so."""

from pathlib import Path

from backcare_tui.cli.terminal import CannotDo, complain
from backcare_tui.files import refuse_to_write_over
from backcare_tui.store.locked import places_of


def refuse_to_overwrite(target: Path, diary: Path, *, force: bool) -> None:
    """Let a file that is there stand, and the diary itself in any case.

    Raises:
        CannotDo: If the file is the diary.
        IsThere: If it is there, and not to be written over.
        CannotWrite: If what is there is no file.
    """
    refuse_own(target, diary)
    refuse_to_write_over(target, force=force)


def refuse_own(target: Path, diary: Path) -> None:
    """Keep the diary, plain or locked, and its key from being written over.

    Raises:
        CannotDo: If the file is one of them.
    """
    places = places_of(diary)
    for own in places.all:
        if target.exists() and own.exists() and target.samefile(own):
            is_diary = own in {places.diary, places.locked}
            what = "the diary itself" if is_diary else "the key of the diary"
            raise CannotDo(f"{target} is {what}; choose another file.")


def tell_unlocked(diary: Path) -> None:
    """Say of a file that was written of a locked diary that it is not locked."""
    if places_of(diary).is_locked:
        complain("That file is not locked: whoever has it can read it.")
