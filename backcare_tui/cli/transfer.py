"""`export`: the diary to a file, or what is planned ahead for a calendar."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from backcare_tui.cli.opening import open_repository
from backcare_tui.cli.terminal import CannotDo, WrongWords, complain, say, say_done
from backcare_tui.diary.when import Clock
from backcare_tui.files import refuse_to_write_over, write_whole
from backcare_tui.store.locked import places_of
from backcare_tui.text import clean, say_list

if TYPE_CHECKING:
    from backcare_tui.exchange.formats.base import ExportFormat


def export_diary(args: Namespace, path: Path, clock: Clock) -> int:
    """Write a file, or to standard output for `-`, in the form that its name or `--format` says.

    Raises:
        WrongWords: If the form is not one of those that can be written.
        CannotDo: If the file is the diary.
        IsThere: If it is there already.
        CannotWrite: If it cannot be written, or nothing is there for it.
    """
    to_output = args.file == "-"
    format_ = _export_format(args.format, "" if to_output else Path(args.file).suffix.lower())
    if not to_output:
        refuse_to_overwrite(Path(args.file), path, force=args.force)
    repository = open_repository(path, clock)
    data = format_.write(repository, clock)
    if to_output:
        say(format_.say(data))
        return 0
    write_whole(Path(args.file), data)
    say_done(f"Exported to {clean(args.file)}")
    tell_unlocked(path)
    return 0


def _export_format(name: str | None, ending: str) -> "ExportFormat":
    """The format that is stated, or else the one of such files."""
    known = export_formats()
    for each in known:
        if name == each.name or (not name and ending == each.ending):
            return each
    names = say_list([each.name for each in known], "or")
    if stated := name or ending[1:]:
        raise WrongWords(
            f'format: "{clean(stated)}" is not one that can be written; what can is {names}.'
        )
    endings = say_list([each.ending for each in known], "or")
    raise WrongWords(
        f"format: nothing is stated; give a file name that ends in {endings}, or --format {names}."
    )


def export_formats() -> "tuple[ExportFormat, ...]":
    """All that can be written: the whole diary, and what is planned ahead."""
    from backcare_tui.exchange.known import EXPORTS
    from backcare_tui.report.calendar import CALENDAR

    return (*EXPORTS, CALENDAR)


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


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {
    "export": export_diary,
}
