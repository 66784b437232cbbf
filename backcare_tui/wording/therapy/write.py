"""Writes a routine as a sheet: a line for each step, in the one form that reads back as the same. Pure."""

from collections.abc import Iterable, Iterator

from backcare_tui.diary.records.routine import OwnExercise, Routine, RoutineStep
from backcare_tui.library.exercises import Dose, Exercise, dose_of, exercise_of
from backcare_tui.text import clean
from backcare_tui.wording.routines import HOLD_SAID_S, say_seconds
from backcare_tui.wording.therapy.amount import Amount
from backcare_tui.wording.therapy.dose import dose_as_written
from backcare_tui.wording.therapy.names import ExerciseNames


def text_of(routine: Routine, own: Iterable[OwnExercise] = ()) -> str:
    r"""A routine as text, its name first.

    >>> from backcare_tui.library.routines import routine
    >>> print("\n".join(text_of(routine("morning-loosen-up")).splitlines()[:3]))
    # Morning Loosen-Up
    Ankle Pumps  12 reps
    Pelvic Tilt  10 reps, hold 3 s

    Args:
        routine: One's own, or one of the library.
        own: The person's own exercises.
    """
    names = ExerciseNames(own)
    lines = (line_of(step, names) for step in routine.steps)
    return "\n".join((f"# {' '.join(clean(routine.name).split())}", *lines)) + "\n"


def line_of(step: RoutineStep, names: ExerciseNames) -> str:
    """One step as a line; of an exercise that is not known here its id alone."""
    of = exercise_of(step)
    if of is None:
        return f"? {clean(step.exercise)}"
    parts = f"{_amount(step, of)}{_sides(step, of)}"
    more = ", ".join(filter(None, (parts, *_more(step, of))))
    note = step.note if step.note is not None else of.own.cue if of.own else None
    cue = f'"{" ".join(clean(note).split())}"' if note and note.strip() else ""
    return "  ".join(filter(None, (names.called(of), more, cue)))


def _amount(step: RoutineStep, of: Exercise) -> str:
    """How many sets, how many times, how long."""
    dose, is_usual = dose_of(step), dose_of(step).mode == of.dose.mode
    long = say_seconds(dose.hold_s)
    sets = f"{dose.sets} sets of " if dose.sets > 1 else ""
    match dose.mode:
        case "reps":
            return f"{dose.sets} x {dose.reps}" if dose.sets > 1 else f"{dose.reps} reps"
        case "hold" if is_usual:
            return (
                f"{dose.sets} x {dose.reps}" if sets and dose.reps > 1 else f"{sets}{_many(dose)}"
            )
        case "hold":
            return f"{sets}{dose.reps} holds of {long}"
        case "time" if is_usual:
            return f"{sets}{_many(dose)}" if dose.reps > 1 else f"{sets}{long}"
    is_bare = of.dose.mode == "reps" and dose.sets == dose.reps == 1
    return long if is_bare else f"{sets}{dose.reps} times for {long}"


def _many(dose: Dose) -> str:
    if dose.sets > 1 and dose.reps == 1:
        return say_seconds(dose.hold_s)
    return f"{dose.reps} x {say_seconds(dose.hold_s)}"


def _more(step: RoutineStep, of: Exercise) -> Iterator[str]:
    """The hold, how long one takes, the rest, and the time to get ready, where they are to be said."""
    dose = dose_of(step)
    is_counted = dose.mode == "hold" and of.dose.mode == "hold" and dose.sets > 1 and dose.reps > 1
    is_held = dose.mode == "reps" and dose.hold_s != _read(dose, of).hold_s
    if is_counted or is_held or (dose.mode == "reps" and dose.hold_s >= HOLD_SAID_S):
        yield f"hold {say_seconds(dose.hold_s)}"
        is_held = True
    if dose.mode == "reps":
        read = _read(dose, of, dose.hold_s if is_held else None)
        if of.dose.mode == "hold" or read.rep_s != dose.rep_s:
            yield f"{say_seconds(dose.rep_s)} a time"
    if dose.sets > 1 and (dose.rest_s or of.dose.rest_s):
        yield f"rest {say_seconds(dose.rest_s)}"
    if step.ready_s is not None:
        yield f"ready {say_seconds(step.ready_s)}"


def _read(dose: Dose, of: Exercise, held_s: int | None = None) -> Dose:
    """What is read of its numbers alone."""
    return dose_as_written(
        of, Amount(sets=dose.sets, count=dose.reps, hold_s=held_s or None, mode="reps")
    )


def _sides(step: RoutineStep, of: Exercise) -> str:
    if of.sides == "none":
        return ""
    return f" {step.sides}" if step.sides in {"left", "right"} else " each side"
