"""`undo`, `redo`: at once what was done just now; what is older, after a yes."""

import datetime as dt
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import msgspec

from backcare_tui.cli.asking import ask
from backcare_tui.cli.opening import open_repository
from backcare_tui.cli.terminal import CannotDo, say_done
from backcare_tui.diary.repository import Change, Repository
from backcare_tui.diary.when import Clock
from backcare_tui.text import say_moment, sentence_case
from backcare_tui.wording.changes import say_change_of

SITTING = dt.timedelta(hours=1)
"""How long ago what is taken back without a question was done: a shell has no end (our own rule)."""


class _Step(msgspec.Struct, frozen=True):
    """One of the two ways."""

    name: str
    made: str
    """What was done then: `saved`."""
    kept: str
    """That it was not done."""
    does: str
    """What `y` does."""
    last: Callable[[Repository], Change | None]
    go: Callable[[Repository], Change | None]


UNDO = _Step(
    "undo",
    "saved",
    "Nothing was taken back",
    "takes it back",
    lambda repository: repository.last_change(),
    lambda repository: repository.undo(),
)
REDO = _Step(
    "redo",
    "taken back",
    "Nothing was made again",
    "makes it again",
    lambda repository: repository.last_undone(),
    lambda repository: repository.redo(),
)


def undo(args: Namespace, path: Path, clock: Clock) -> int:
    """Take back the last change; of another day it says how to have it again.

    Raises:
        CannotDo: If there is none, or it is older and nobody said yes.
    """
    done = _taken(UNDO, args, path, clock)
    words, today = f"Undone: {say_change_of(done, clock.today())}", clock.today()
    say_done(words if done.day == today else f"{words} · backcare redo makes it again")
    return 0


def redo(args: Namespace, path: Path, clock: Clock) -> int:
    """Make again what undo took back last.

    Raises:
        CannotDo: If there is nothing, or it was taken back longer ago and nobody said yes.
    """
    done = _taken(REDO, args, path, clock)
    say_done(f"Redone: {say_change_of(done, clock.today())}")
    return 0


def _taken(step: _Step, args: Namespace, path: Path, clock: Clock) -> Change:
    """The change that was taken back, or made again."""
    repository = open_repository(path, clock)
    found = step.last(repository)
    if found and not args.yes and clock.now() - found.at > SITTING:
        _ask(step, found, clock)
    with repository.alone():
        if found != step.last(repository):
            raise CannotDo(f"{step.kept}: something else was changed meanwhile.")
        done = step.go(repository)
    if done is None:
        raise CannotDo(f"There is nothing to {step.name}.")
    return done


def _ask(step: _Step, change: Change, clock: Clock) -> None:
    """Ask about what is older, at a terminal; a script says yes with its words."""
    today = clock.today()
    when = say_moment(clock.here(change.at), today)
    what = f"{say_change_of(change, today)}, {step.made} {when}"
    ask(
        (f"{sentence_case(what)}.", f"y {step.does}; anything else leaves it as it is."),
        step.kept,
        f"{step.kept}: {what}. backcare {step.name} --yes {step.does}.",
    )


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {"undo": undo, "redo": redo}
