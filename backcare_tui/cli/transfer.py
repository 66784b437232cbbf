"""`export` and `import`: the diary to a file, and another program's entries into the diary."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from backcare_tui import files
from backcare_tui.cli.terminal import CannotDo, WrongWords, say, say_done
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock
from backcare_tui.store import open_repository
from backcare_tui.text import clean, say_list

if TYPE_CHECKING:
    from backcare_tui.exchange.formats.base import ExportFormat


def export_diary(args: Namespace, path: Path, clock: Clock) -> int:
    """Write every entry to a file, or to standard output for `-`.

    Raises:
        WrongWords: If the form is not one of those that can be written.
        CannotDo: If the file is there already, or cannot be written.
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
    return 0


def import_file(args: Namespace, path: Path, clock: Clock) -> int:
    """Take in what a file holds and the diary does not; all of it is one change.

    Raises:
        WrongWords: If the format is not one of those that can be read.
        CannotDo: If the file cannot be understood.
        CannotKeep: If what it holds could not be made durable; nothing is added.
    """
    from backcare_tui import exchange
    from backcare_tui.cli.care import care_known, new_care

    if args.format not in {None, *exchange.FORMATS}:
        formats = ", ".join(exchange.FORMATS)
        raise WrongWords(f'format: "{args.format}" is not one of {formats}.')
    repository = open_repository(path, clock)
    try:
        batch = exchange.read(Path(args.file), args.format, clock)
        known = care_known(repository, clock)
        outcome = exchange.bring_in(repository, batch, dry_run=args.dry_run)
    except (exchange.CannotImport, BadValue) as error:
        raise CannotDo(str(error)) from error
    added = "would be added" if args.dry_run else "added"
    counts = (
        f"{outcome.added} {added}",
        f"{outcome.known} known",
        f"{len(outcome.refused)} refused",
    )
    tell = say if args.dry_run else say_done
    care = new_care(repository, clock, known)
    tell(", ".join(counts), *map(clean, (*batch.notes, *outcome.refused)), *care)
    return 0


def _export_format(name: str | None, ending: str) -> "ExportFormat":
    """The format that is stated, or else the one of such files."""
    from backcare_tui.exchange.known import EXPORTS

    for each in EXPORTS:
        if name == each.name or (not name and ending == each.ending):
            return each
    known = say_list([each.name for each in EXPORTS], "or")
    if stated := name or ending[1:]:
        raise WrongWords(
            f'format: "{clean(stated)}" is not one that can be written; what can is {known}.'
        )
    endings = say_list([each.ending for each in EXPORTS], "or")
    raise WrongWords(
        f"format: nothing is stated; give a file name that ends in {endings}, or --format {known}."
    )


def refuse_to_overwrite(target: Path, diary: Path, *, force: bool) -> None:
    """Let a file that is there stand, and the diary itself in any case.

    Raises:
        CannotDo: If the file is the diary, or is there and not to be written over.
    """
    if target.exists() and diary.exists() and target.samefile(diary):
        raise CannotDo(f"{target} is the diary itself; choose another file.")
    if target.exists() and not force:
        raise CannotDo(f"{target} is there already; --force writes over it.")


def write_whole(target: Path, data: bytes) -> None:
    """Write a file for its owner only, whole or not at all.

    Raises:
        CannotDo: If it cannot be written.
    """
    try:
        files.write_whole(target, data)
    except files.CannotWrite as error:
        raise CannotDo(str(error)) from error


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {
    "export": export_diary,
    "import": import_file,
}
