"""`sheet`: a therapist's sheet, typed, becomes a routine of one's own."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from backcare_tui.cli import lookup as chosen
from backcare_tui.cli.opening import open_repository
from backcare_tui.cli.terminal import (
    CannotDo,
    WrongWords,
    columns,
    complain,
    json_text,
    say,
    say_done,
    say_json,
)
from backcare_tui.diary.codec import write_document
from backcare_tui.diary.records.routine import OwnExercise, Routine
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.exchange.source import CannotImport, Unfit, name_of, open_source
from backcare_tui.guidance.safety import NOT_CHECKED, is_unchecked
from backcare_tui.library.exercises import exercise_name, exercise_of
from backcare_tui.library.routines import is_of_library
from backcare_tui.player.timeline import length_s, measured, say_length
from backcare_tui.text import clean, say_count
from backcare_tui.wording.routines import say_step_dose
from backcare_tui.wording.therapy.read import SheetLine, TherapySheet, read_sheet, routine_of

LARGEST_BYTES = 64 * 1024
"""A sheet is a page; a larger file is something else."""
NOTHING_KEPT = "Nothing was kept."


def sheet(args: Namespace, path: Path, clock: Clock) -> int:
    """Read a sheet, say what is understood, and keep it as one change; or nothing of it.

    Raises:
        WrongWords: If a line is not understood; all of them are named.
        CannotDo: If the file cannot be read.
        BadValue: If it has no exercise, or lasts too long.
        CannotKeep: If it could not be made durable.
    """
    text = _text(Path(args.file))
    repository = open_repository(path, clock)
    before = _routine(repository, args.routine) if args.routine else None
    conditions = repository.settings().conditions
    own = repository.entries(OwnExercise)
    read = read_sheet(text, own, before.steps if before else (), conditions)
    _refuse_troubles(read, is_json=args.json)
    routine = measured(routine_of(read, args.name, before))
    if not args.dry_run:
        _keep(repository, read, routine)
    tell = say if args.dry_run else say_done
    if args.json:
        tell(json_text(_facts(read, routine)))
        return 0
    steps = say_count(len(routine.steps), "exercise")
    length = say_length(routine)
    tell(
        f"{clean(routine.name)} · {length} · {steps}",
        *columns([_line(each, conditions) for each in read.lines]),
    )
    return 0


def _text(source: Path) -> str:
    """What stands in the file.

    Raises:
        CannotDo: If it cannot be read, is too large, or is no text.
    """
    try:
        return open_source(source, LARGEST_BYTES).data.decode("utf-8-sig")
    except CannotImport as error:
        raise CannotDo(str(error)) from error
    except Unfit as reason:
        raise CannotDo(f"{name_of(source)} {reason}.") from None
    except UnicodeDecodeError:
        raise CannotDo(f"{name_of(source)} is not text in UTF-8.") from None


def _routine(repository: Repository, words: str) -> Routine:
    found = chosen.routine(words, repository.entries(Routine))
    if is_of_library(found.id):
        raise WrongWords(
            f"{found.name} is of the library and stays as it is; --name makes one of your own."
        )
    return found


def _refuse_troubles(read: TherapySheet, *, is_json: bool) -> None:
    *others, last = read.troubles or ("",)
    if not last:
        return
    if is_json:
        say_json({"troubles": [_trouble(each) for each in read.lines if each.trouble]})
    for each in others:
        complain(each)
    raise WrongWords(f"{last} {NOTHING_KEPT}")


def _keep(repository: Repository, read: TherapySheet, routine: Routine) -> None:
    repository.put(*read.own, routine, summary=f"sheet {clean(routine.name)}")


def _line(line: SheetLine, conditions: frozenset[str]) -> tuple[str, ...]:
    """`3  Bird Dog  3 sets of 5 s x 8 each side  slow`."""
    step = line.step
    if step is None:
        return str(line.number), "", "", ""
    of = exercise_of(step)
    name = clean(of.name) if of else exercise_name(step.exercise)
    like = f"like {exercise_name(of.drawn_as)}" if of and of.drawn_as else ""
    unchecked = NOT_CHECKED.lower() if of and is_unchecked(of, conditions) else ""
    more = " · ".join(filter(None, (like, unchecked, clean(step.note or ""))))
    return str(line.number), name, say_step_dose(step), more


def _trouble(line: SheetLine) -> dict[str, Any]:
    return {
        "line": line.number,
        "text": line.text,
        "trouble": line.trouble,
        "unknown": line.unknown or None,
        "near": list(line.near),
    }


def _facts(read: TherapySheet, routine: Routine) -> dict[str, Any]:
    return {
        "routine": write_document(routine),
        "exercises": [write_document(each) for each in read.own],
        "length_s": length_s(routine),
    }


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {"sheet": sheet}
