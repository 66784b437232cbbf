"""`export`: the diary to a file, or what is planned ahead for a calendar."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from backcare_tui.cli.opening import open_repository
from backcare_tui.cli.targets import refuse_to_overwrite, tell_unlocked
from backcare_tui.cli.terminal import WrongWords, say, say_done
from backcare_tui.diary.when import Clock
from backcare_tui.files import write_whole
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


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {
    "export": export_diary,
}
