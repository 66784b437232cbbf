"""`change`, `remove`, `check`, `where`: looking after what is in the diary."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path

from backcare_tui.cli.edits import edited
from backcare_tui.cli.entry_line import ID_SHOWN, named, said
from backcare_tui.cli.terminal import CannotDo, say, say_done
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.kinds import KINDS
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock
from backcare_tui.store import open_repository
from backcare_tui.store.places import data_folder
from backcare_tui.text import clean, say_count
from backcare_tui.wording.fields.context import context_of


def change(args: Namespace, path: Path, clock: Clock) -> int:
    """Change fields of an entry; a field without a value is removed."""
    repository = open_repository(path, clock)
    with repository.alone():
        context = context_of(repository, clock)
        record = edited(_find(repository, args.id), args.edits, context)
        repository.change(record, summary=f"changed {named(record)}")
    say_done(said("Changed", record, clock))
    return 0


def remove(args: Namespace, path: Path, clock: Clock) -> int:
    """Remove an entry."""
    repository = open_repository(path, clock)
    record = _find(repository, args.id)
    repository.remove(record.id, summary=f"removed {named(record)}")
    say_done(said("Removed", record, clock))
    return 0


def check(_args: Namespace, path: Path, clock: Clock) -> int:
    """Read every document, and say what is in the diary and what is wrong; 1 if anything is."""
    if not path.exists():
        say(f"There is no diary yet at {clean(str(path))}; the first entry makes it.")
        return 0
    repository = open_repository(path, clock)
    troubles = repository.troubles
    say(clean(str(path)), *_counts(repository))
    if repository.read_only:
        say(repository.read_only)
    if not troubles:
        say("Nothing is wrong.")
        return 0
    say(f"{say_count(len(troubles), 'document')} set aside:")
    say(*(clean(f"{t.table} {t.id[:ID_SHOWN] or '?'}: {t.sentence}") for t in troubles))
    return 1


def where(_args: Namespace, path: Path, _clock: Clock) -> int:
    """Say where the diary is, whether it is there, and where it would be by default."""
    there = f"{path.stat().st_size} bytes" if path.is_file() else "not there yet"
    say(clean(f"diary   {path.absolute()} ({there})"), clean(f"folder  {data_folder()}"))
    return 0


def _find(repository: Repository, id_start: str) -> Record:
    try:
        return repository.find(id_start)
    except BadValue as error:
        raise CannotDo(str(error)) from error


def _counts(repository: Repository) -> Iterator[str]:
    for kind in KINDS:
        if count := len(repository.entries(kind)):
            yield f"{kind.table:<9}  {count}"


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {
    "change": change,
    "remove": remove,
    "check": check,
    "where": where,
}
