"""`exercises`: what is in the library, found by area, kind and words, and the page of one."""

from argparse import Namespace
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from backcare_tui.cli import lookup as chosen
from backcare_tui.cli import plain_pages as pages
from backcare_tui.cli.opening import open_repository
from backcare_tui.cli.terminal import (
    WrongWords,
    columns,
    complain,
    say,
    say_json,
)
from backcare_tui.diary.records.routine import OwnExercise
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.safety import adaptations, cautions
from backcare_tui.library.exercises import KINDS, LEVELS, POSITIONS, Exercise, own_exercise
from backcare_tui.library.exercises import exercises as library_exercises
from backcare_tui.library.search import Wanted, found
from backcare_tui.store.locked import places_of
from backcare_tui.text import clean


def exercises(args: Namespace, path: Path, clock: Clock) -> int:
    """The exercises of the library, or the page of one.

    Raises:
        WrongWords: For an exercise, an area, a kind or a position that there is not.
    """
    wanted = Wanted(
        area=chosen.area_group(args.area) if args.area else "",
        kind=chosen.kind(args.kind) if args.kind else "",
        position=chosen.position(args.position) if args.position else "",
    )
    if args.id and (args.find or wanted != Wanted()):
        raise WrongWords("An exercise is named, so there is nothing to look for; leave out either.")
    if args.id:
        repository = open_repository(path, clock)
        conditions = repository.settings().conditions
        of = chosen.exercise(args.id, repository.entries(OwnExercise))
        _show_exercise(of, conditions, is_json=args.json)
        return 0
    fitting = found(
        args.find or "", wanted, (*_own_exercises(path, clock), *library_exercises()), lambda _: 0
    )
    if args.json:
        say_json(msgspec.to_builtins(fitting))
    elif fitting:
        say(*columns(map(_exercise_line, fitting)))
    else:
        complain("There are no such exercises.")
    return 0


def _own_exercises(path: Path, clock: Clock) -> Iterable[Exercise]:
    """One's own exercises; none of a locked diary, as a look at the library is worth no passphrase."""
    if places_of(path).is_locked:
        return ()
    return map(own_exercise, open_repository(path, clock).entries(OwnExercise))


def _show_exercise(of: Exercise, conditions: frozenset[str], *, is_json: bool) -> None:
    if not is_json:
        say(*map(clean, pages.exercise_page(of, conditions)))
        return
    for_you = {
        "not_advised_for_you": msgspec.to_builtins(cautions(of, conditions)),
        "adapted_for_you": msgspec.to_builtins(adaptations(of, conditions)),
    }
    say_json(msgspec.to_builtins(of) | for_you)


def _exercise_line(of: Exercise) -> tuple[str, ...]:
    kind, position = KINDS.get(of.kind, "your own"), POSITIONS.get(of.position, "")
    return chosen.shown_id(of.id), clean(of.name), kind.lower(), position.lower(), LEVELS[of.level]


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {"exercises": exercises}
