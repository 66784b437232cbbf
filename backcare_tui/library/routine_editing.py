"""Making a routine of one's own: copies, steps moved and changed, what follows from the steps."""

from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace

from backcare_tui.diary.records.base import new_id
from backcare_tui.diary.records.routine import DoseChange, ModeWord, Routine, RoutineStep
from backcare_tui.diary.values import BadValue, allowed_in, field_types
from backcare_tui.library.exercises import Dose, dose_of, exercise_of

MAIN_PART: dict[ModeWord, tuple[str, int]] = {
    "hold": ("hold_s", 5),
    "reps": ("reps", 1),
    "time": ("hold_s", 30),
}
"""What most makes up the dose of a mode, and by how much one key changes it."""
PART_NAMES = {
    "hold_s": "Seconds",
    "reps": "Times",
    "sets": "Sets",
    "rest_s": "Rest",
    "rep_s": "One takes",
}


def own_copy(routine: Routine) -> Routine:
    """A routine of one's own like this one, with another id; what only the library says is left out."""
    return replace(
        routine,
        id=new_id(),
        updated=None,
        imported=None,
        name=f"{routine.name} (mine)",
        group=None,
        source=(),
    )


def step_moved(
    steps: Sequence[RoutineStep], at: int, by: int
) -> tuple[tuple[RoutineStep, ...], int]:
    """The steps with one of them moved, as far as there is room, and where it is then."""
    rest = list(steps)
    step = rest.pop(at)
    to = min(max(at + by, 0), len(rest))
    rest.insert(to, step)
    return tuple(rest), to


def with_dose(step: RoutineStep, dose: Dose) -> RoutineStep:
    """The step with this dose; only what differs from the exercise's own is stated."""
    own = dose_of(replace(step, dose=None))
    changes = {
        field: number
        for field in DoseChange.__struct_fields__
        if (number := getattr(dose, field)) != getattr(own, field)
    }
    return replace(step, dose=DoseChange(**changes) if changes else None)


def more_of(step: RoutineStep, by: int) -> RoutineStep:
    """The step with its dose so many notches larger or smaller: a repetition, 5 or 30 seconds.

    Raises:
        BadValue: If that would be less than the least, or more than the most.
        KeyError: The exercise is not in the library.
    """
    dose = dose_of(step)
    field, notch = MAIN_PART[dose.mode]
    number = getattr(dose, field) + by * notch
    kind = field_types(DoseChange)[field]
    try:
        msgspec.convert(number, kind)
    except msgspec.ValidationError:
        raise BadValue(PART_NAMES[field], number, allowed_in(kind)) from None
    return with_dose(step, replace(dose, **{field: number}))


def level_of(steps: Iterable[RoutineStep]) -> int:
    """The level of the hardest exercise, 1 to 3; 1 where none is known."""
    return max((known.level for step in steps if (known := exercise_of(step))), default=1)


def equipment_of(steps: Iterable[RoutineStep]) -> tuple[str, ...]:
    """The ids of all that the exercises need, each once, in the order of the steps."""
    known = (known for step in steps if (known := exercise_of(step)))
    return tuple(dict.fromkeys(thing for each in known for thing in each.equipment))
