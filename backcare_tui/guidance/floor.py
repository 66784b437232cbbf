"""The floor: who has not been down to it yet, and is shown the way down and up first."""

from collections.abc import Collection, Iterable

from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.guidance.safety import against_whole
from backcare_tui.library.exercises import exercise, exercise_of, is_known, needs_floor
from backcare_tui.library.routines import is_of_library
from backcare_tui.library.routines import routine as routine_of_library

WAY_DOWN = "down-and-up"
"""The routine that leads down to the floor and up again, with a chair."""
ON_A_BED = "floor_hard"
"""Whoever stated this does on a bed what others do on the floor."""
NEW_TO_FLOOR = "New to the floor?"


def is_new_to_floor(
    routine: Routine, sessions: Iterable[Session], conditions: Collection[str]
) -> bool:
    """Whether a routine leads to the floor and nothing on it was done before.

    False also for whom a bed takes the place of the floor, and for whom the way down is not advised.
    """
    way = routine_of_library(WAY_DOWN)
    if routine.id == way.id or ON_A_BED in conditions or against_whole(way, conditions):
        return False
    is_led_there = any(needs_floor(of) for step in routine.steps if (of := exercise_of(step)))
    return is_led_there and not any(map(_was_on_floor, sessions))


def _was_on_floor(session: Session) -> bool:
    """Whether something of it was done on the floor; of one without steps, by its routine."""
    if session.steps:
        return _any_on_floor(step.exercise for step in session.steps if step.outcome == "done")
    if not is_of_library(session.routine):
        return False
    return _any_on_floor(step.exercise for step in routine_of_library(session.routine).steps)


def _any_on_floor(ids: Iterable[str]) -> bool:
    return any(needs_floor(exercise(each)) for each in ids if is_known(each))
