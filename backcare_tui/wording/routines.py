"""A routine's steps in words: how much of an exercise, on which side, and what is needed for it."""

from collections.abc import Iterable, Sequence

from backcare_tui.diary.records.routine import RoutineStep, Side
from backcare_tui.library.exercises import Dose, dose_of, exercise_of, sides_of
from backcare_tui.library.taxonomy import name_within

HOLD_SAID_S = 3
"""Pauses inside a repetition that are shorter belong to its tempo and need no words."""


def say_dose(dose: Dose, sides: Sequence[Side | None]) -> str:
    """How much: `20 s x 2 each side`, `10 times`, `3 min`, `2 sets of 10 times each side, held 5 s`.

    Args:
        dose: How much of an exercise.
        sides: The sides that it works, as `sides_of` gives them; a None alone where it has none.
    """
    held = ""
    match dose.mode:
        case "reps":
            amount = f"{dose.reps} times" if dose.reps > 1 else "once"
            held = f", held {say_seconds(dose.hold_s)}" if dose.hold_s >= HOLD_SAID_S else ""
        case "hold" | "time":
            amount = say_seconds(dose.hold_s) + (f" x {dose.reps}" if dose.reps > 1 else "")
    sets = f"{dose.sets} sets of {amount}" if dose.sets > 1 else amount
    return f"{sets}{_say_sides(sides)}{held}"


def say_step_dose(step: RoutineStep) -> str:
    """How much a step asks for, as `say_dose`; empty where its exercise is not known here."""
    return say_dose(dose_of(step), sides_of(step)) if exercise_of(step) else ""


def say_needs(things: Iterable[str]) -> str:
    """The equipment of these ids within a line: `wall, tennis ball`; `nothing` for none."""
    return ", ".join(name_within("equipment", thing) for thing in things) or "nothing"


def say_seconds(seconds: float) -> str:
    """A short length: `20 s`, `3 min`, `1 min 30`."""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return f"{rest} s"
    return f"{minutes} min {rest:02}" if rest else f"{minutes} min"


def _say_sides(sides: Sequence[Side | None]) -> str:
    named = [side for side in sides if side]
    if len(named) == 1:
        return f" on the {named[0]}"
    return " each side" if named else ""
