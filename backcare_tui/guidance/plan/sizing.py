"""A routine cut to the minutes, the level and the person it is for; the player's timeline says how long it is."""

import math
from collections.abc import Collection, Iterable, Sequence

import msgspec
from msgspec.structs import replace

from backcare_tui.diary.records.routine import DoseChange, Routine, RoutineStep
from backcare_tui.guidance.floor import ON_A_BED
from backcare_tui.guidance.plan.table import PartKind
from backcare_tui.guidance.safety import against_whole, fitted
from backcare_tui.library.exercises import Exercise, dose_of, exercise, is_known, needs_floor
from backcare_tui.player.timeline import length_s

LEAST_STEPS = 2
"""Exercises that a shortened routine has at least (our own rule)."""
LONGEST_WARM_UP_S = 75
"""Of a first exercise that is kept although it does not build strength (our own rule)."""
KINDS_FOR: dict[PartKind, frozenset[str]] = {
    "ease": frozenset({"mobility", "stretch", "strength"}),
    "strength": frozenset({"strength"}),
    "calm": frozenset({"breathing", "relaxation"}),
    "walk": frozenset({"aerobic"}),
}
"""The kinds of exercises that a part is for."""
GROUPS: dict[str, PartKind] = {"strength": "strength", "bedtime": "calm", "calm": "calm"}
"""What a routine is for, by the group it is listed under; any other loosens."""


class Sized(msgspec.Struct, frozen=True):
    """A routine as it fits."""

    steps: tuple[RoutineStep, ...]
    """Those that were chosen; empty where it is whole."""
    minutes: int
    """As it is played with the person's conditions, rounded up."""
    level: int
    """That of its most demanding exercise, 1 to 3."""


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What a routine has to keep within."""

    minutes: int
    level: int
    conditions: frozenset[str]
    no_floor: bool = False


def slot_of(routine: Routine) -> PartKind:
    """What a routine is for."""
    return GROUPS.get(routine.group or "", "ease")


def sized(routine: Routine, limits: Limits) -> Sized | None:
    """A routine within its limits: whole, else fewer sets and fewer of its steps, two at least.

    None where it does not fit, or a condition rules out all of it. What the part is for is kept first,
    after a short warm-up where there is time for one: of strength what builds it, of loosening the moves.
    """
    if limits.minutes < 1 or against_whole(routine, limits.conditions):
        return None
    if _fits(routine, routine.steps, limits):
        return _sized(routine, routine.steps, limits, is_whole=True)
    tries = [
        _chosen(of, order, limits)
        for of in (routine, _in_one_set(routine))
        for order in _orders(routine)
    ]
    steps = max(tries, key=lambda tried: (_worth(routine, tried), len(tried)))
    if len(steps) < min(LEAST_STEPS, len(routine.steps)):
        return None
    if not _worth(routine, steps):
        return None
    return _sized(routine, steps, limits, is_whole=False)


def still_fits(routine: Routine, steps: Sequence[RoutineStep], limits: Limits) -> bool:
    """Whether a routine, or the steps that were chosen of it, keep within limits as they are."""
    if against_whole(routine, limits.conditions):
        return False
    return _fits(routine, steps or routine.steps, limits)


def minutes_as_played(routine: Routine, conditions: Collection[str]) -> int:
    """How long a routine takes with these conditions, in whole minutes, rounded up."""
    return math.ceil(length_s(fitted(routine, conditions)[0]) / 60)


def _sized(
    routine: Routine, steps: Sequence[RoutineStep], limits: Limits, *, is_whole: bool
) -> Sized:
    of = replace(routine, steps=tuple(steps))
    played = fitted(of, limits.conditions)[0]
    level = max(exercise(each.exercise).level for each in played.steps)
    minutes = minutes_as_played(of, limits.conditions)
    return Sized(() if is_whole else of.steps, minutes, level)


def _fits(routine: Routine, steps: Sequence[RoutineStep], limits: Limits) -> bool:
    """Whether all of some steps can be played, each once, within the limits."""
    if not steps or not all(is_known(each.exercise) for each in steps):
        return False
    played, fits = fitted(replace(routine, steps=tuple(steps)), limits.conditions)
    if not played.steps or any(each.outcome == "remove" for each in fits):
        return False
    known = [exercise(each.exercise) for each in played.steps]
    if any(each.level > limits.level for each in known):
        return False
    if limits.no_floor and any(_is_down(each, limits.conditions) for each in known):
        return False
    return length_s(played) <= limits.minutes * 60


def _is_down(of: Exercise, conditions: Collection[str]) -> bool:
    """Whether it needs the floor; for whom a bed takes its place, what is done on the knees does."""
    if not needs_floor(of):
        return False
    return ON_A_BED not in conditions or of.position in {"quadruped", "kneeling"}


def _orders(routine: Routine) -> Iterable[tuple[int, ...]]:
    """The numbers of the steps, those to keep first: as they come; what it is for, after a warm-up or at once."""
    numbers = tuple(n for n, step in enumerate(routine.steps) if is_known(step.exercise))
    kinds = KINDS_FOR[slot_of(routine)]
    worth = [n for n in numbers if _kind(routine.steps[n]) in kinds]
    first = [n for n in numbers[:1] if _is_warm_up(routine, routine.steps[n])]
    warm, at_once = dict.fromkeys((*first, *worth, *numbers)), dict.fromkeys((*worth, *numbers))
    return (tuple(warm), tuple(at_once)) if worth else (numbers,)


def _worth(routine: Routine, steps: Iterable[RoutineStep]) -> int:
    """How many of some steps are what the routine is for."""
    return sum(_kind(step) in KINDS_FOR[slot_of(routine)] for step in steps)


def _is_warm_up(routine: Routine, step: RoutineStep) -> bool:
    return length_s(replace(routine, steps=(step,))) <= LONGEST_WARM_UP_S


def _kind(step: RoutineStep) -> str:
    return exercise(step.exercise).kind


def _chosen(routine: Routine, order: Iterable[int], limits: Limits) -> tuple[RoutineStep, ...]:
    """As many of the steps as fit, those to keep first, in the order of the routine."""
    chosen: list[int] = []
    for number in order:
        tried = sorted([*chosen, number])
        if _fits(routine, [routine.steps[each] for each in tried], limits):
            chosen = tried
    return tuple(routine.steps[each] for each in chosen)


def _in_one_set(routine: Routine) -> Routine:
    return replace(routine, steps=tuple(map(_once, routine.steps)))


def _once(step: RoutineStep) -> RoutineStep:
    if not is_known(step.exercise) or dose_of(step).sets == 1:
        return step
    return replace(step, dose=replace(step.dose or DoseChange(), sets=1, rest_s=0))
