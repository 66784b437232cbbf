"""`import`: another program's or diary's entries into this one, and what becomes of each."""

from argparse import Namespace
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from backcare_tui.cli.opening import open_repository
from backcare_tui.cli.terminal import (
    CannotDo,
    WrongWords,
    complain,
    json_text,
    say,
    say_done,
)
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock
from backcare_tui.store.retrying import anew
from backcare_tui.text import clean

if TYPE_CHECKING:
    from backcare_tui.exchange import Batch, ImportOutcome


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
        batch = exchange.read(Path(args.file), args.format, clock, _say_progress)
        known = care_known(repository, clock)
        wishes = exchange.Wishes(changes=args.take_changes, removed=args.with_removed)
        outcome = anew(
            partial(
                exchange.bring_in,
                repository,
                batch,
                dry_run=args.dry_run,
                wishes=wishes,
                progress=_say_progress,
            )
        )
    except (exchange.CannotImport, BadValue) as error:
        raise CannotDo(str(error)) from error
    tell = say if args.dry_run else say_done
    if args.json:
        tell(json_text(_facts(batch, outcome)))
    else:
        said = exchange.say_outcome(batch, outcome, dry_run=args.dry_run, wishes=wishes)
        tell(*map(clean, said), *new_care(repository, clock, known))
    if outcome.is_empty:
        complain("Nothing in it could be taken.")
        return 1
    return 0


def _say_progress(what: str, done: int) -> None:
    """Say how far it is; a small file is done before there is anything to say."""
    from backcare_tui.exchange import PROGRESS_EVERY

    if done >= PROGRESS_EVERY:
        complain(f"{done:,} {what} ...")


def _facts(batch: "Batch", outcome: "ImportOutcome") -> dict[str, Any]:
    """The same for programs: all of it, one by one."""
    return {
        "format": batch.format,
        "added": outcome.added,
        "filled": outcome.filled,
        "known": outcome.known,
        "changed": outcome.changed,
        "removed": outcome.removed,
        "refused": len(outcome.refused),
        "kinds": dict(outcome.kinds),
        "left_out": [*outcome.refused, *map(str, batch.dropped)],
        "differences": [
            {"table": each.place[0], "id": each.place[1], "text": str(each), "newer": each.is_newer}
            for each in outcome.differences
        ],
        "notes": [*batch.notes, *outcome.notes],
    }


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {"import": import_file}
