"""`change`, `remove`: putting right what is in the diary."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from backcare_tui.cli.edits import edited
from backcare_tui.cli.entry_line import named, said
from backcare_tui.cli.notes import INPUT, note_of_input
from backcare_tui.cli.opening import open_repository
from backcare_tui.cli.terminal import CannotDo, say_done
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock
from backcare_tui.store.retrying import anew
from backcare_tui.wording.fields.context import context_of


def change(args: Namespace, path: Path, clock: Clock) -> int:
    """Change fields of an entry; a field without a value is removed."""
    edits = [_with_input(edit) for edit in args.edits]
    repository = open_repository(path, clock)

    def changed() -> Record:
        with repository.alone():
            context = context_of(repository, clock)
            record = edited(_find(repository, args.id), edits, context)
            repository.change(record, summary=f"changed {named(record)}")
            return record

    say_done(said("Changed", anew(changed), clock))
    return 0


def _with_input(edit: str) -> str:
    """A note that is `-` is read from standard input, as with `log`."""
    called, _, text = edit.partition("=")
    is_piped = called.strip().casefold() == "note" and text.strip() == INPUT
    return f"{called}={note_of_input()}" if is_piped else edit


def remove(args: Namespace, path: Path, clock: Clock) -> int:
    """Remove an entry."""
    repository = open_repository(path, clock)
    record = _find(repository, args.id)
    repository.remove(record.id, summary=f"removed {named(record)}")
    say_done(said("Removed", record, clock))
    return 0


def _find(repository: Repository, id_start: str) -> Record:
    try:
        return repository.find(id_start)
    except BadValue as error:
        raise CannotDo(str(error)) from error


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {"change": change, "remove": remove}
