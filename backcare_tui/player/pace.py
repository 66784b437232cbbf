"""A routine at the pace that a person set: how long there is to get ready for each exercise. Pure."""

import math
from collections.abc import Iterator

from msgspec.structs import replace

from backcare_tui.diary.records.routine import Routine, RoutineStep
from backcare_tui.diary.settings import GettingReady
from backcare_tui.library.exercises import Exercise, exercise_of
from backcare_tui.player.timeline import usual_ready_s

TIMES: dict[GettingReady, float] = {"": 1, "longer": 1.5, "twice": 2}
"""How many times as long as usual; never shorter, as a sore back needs its time to the floor (our own rule)."""


def paced(routine: Routine, getting_ready: GettingReady) -> Routine:
    """A routine with more time before its exercises, where the person wants that.

    A step that says itself how long it takes to get ready for keeps its own time.

    >>> from backcare_tui.library.routines import find_routine
    >>> paced(find_routine("morning-loosen-up"), "twice").steps[0].ready_s
    16
    """
    if not getting_ready:
        return routine
    return replace(routine, steps=tuple(_steps(routine, TIMES[getting_ready])))


def _steps(routine: Routine, times: float) -> Iterator[RoutineStep]:
    before: Exercise | None = None
    for step in routine.steps:
        known = exercise_of(step)
        if known is None or step.ready_s is not None:
            yield step
        else:
            yield replace(step, ready_s=math.ceil(usual_ready_s(known, before) * times))
        before = known or before
