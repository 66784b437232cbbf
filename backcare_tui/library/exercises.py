"""The exercises: a typed view of data/exercises.json, found by id, by words and by what one has."""

from functools import cache
from typing import Literal

import msgspec

from backcare_tui.diary.records.routine import DoseChange, RoutineStep, Side, Source
from backcare_tui.library.data_files import load
from backcare_tui.text import clean

Mode = Literal["hold", "reps", "time"]
"""Hold a pose, repeat a movement, or go on for a time."""


class Dose(msgspec.Struct, frozen=True):
    """How much of an exercise."""

    mode: Mode
    hold_s: int
    """Seconds of each hold; in mode `reps` of the pause in a repetition; in `time` of the block."""
    reps: int
    sets: int
    rest_s: int
    """Seconds between sets."""
    rep_s: int
    """Seconds of one whole repetition, in mode `reps` alone."""


class Breath(msgspec.Struct, frozen=True):
    """One breath in seconds: in, held, out, and the rest before the next one."""

    in_s: int
    hold_s: int
    out_s: int
    rest_s: int

    @property
    def length_s(self) -> int:
        """The whole breath."""
        return self.in_s + self.hold_s + self.out_s + self.rest_s


class Exercise(msgspec.Struct, frozen=True, kw_only=True):
    """One exercise, with all that a person needs to do it well and to leave it.

    It comes from `data/exercises.json` and never changes while the program runs; `exercise(id)` gives
    one, `exercises()` all. How long it takes depends on the routine: `player.timeline` says that.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    """Such as `stretch`; see `KINDS`."""
    position: str
    """Such as `supine`; see `POSITIONS`."""
    targets: tuple[str, ...]
    """Ids of area groups."""
    level: int
    """1 gentle to 3 demanding."""
    sides: Literal["none", "each"]
    dose: Dose
    setup: str
    cues: tuple[str, ...]
    breathing: str
    easier: str
    harder: str
    stop_if: tuple[str, ...]
    """Ids of stop reasons."""
    avoid_if: tuple[str, ...]
    """Ids of conditions."""
    equipment: tuple[str, ...]
    evidence: tuple[Source, ...]
    breath: Breath | None = None
    """The pace of a breathing exercise."""
    swaps: tuple[str, ...] = ()
    """Exercises with the same aim, for whom this one is not advised; the gentlest first."""
    why: dict[str, str] = {}
    """Why a condition of `avoid_if` asks to leave it."""
    note: str = ""
    adapt: dict[str, str] = {}
    """How it is done with a condition that does not rule it out: `smaller and slow`."""


KINDS = {
    "stretch": "Stretch",
    "mobility": "Mobility",
    "strength": "Strength",
    "breathing": "Breathing",
    "relaxation": "Relaxation",
    "aerobic": "Aerobic",
    "self-massage": "Self-massage",
}
POSITIONS = {
    "standing": "Standing",
    "seated": "Sitting",
    "supine": "On the back",
    "prone": "On the front",
    "side-lying": "On the side",
    "quadruped": "On hands and knees",
    "kneeling": "Kneeling",
}
LYING_OR_KNEELING = frozenset(POSITIONS) - {"standing", "seated"}
NO_FLOOR = "no-floor"
"""What is asked of the position by whom the floor is far."""
LEVELS = {1: "gentle", 2: "steady", 3: "demanding"}


class _Exercises(msgspec.Struct, frozen=True):
    exercises: tuple[Exercise, ...]


@cache
def exercises() -> tuple[Exercise, ...]:
    """All exercises, in the order of the library."""
    return load("library", "exercises", _Exercises).exercises


@cache
def _by_id() -> dict[str, Exercise]:
    return {each.id: each for each in exercises()}


def exercise(exercise_id: str) -> Exercise:
    """The exercise with this id.

    Raises:
        KeyError: No exercise has it.
    """
    return _by_id()[exercise_id]


def needs_floor(of: Exercise) -> bool:
    """Whether one gets down to the floor for it; what is done in bed is not meant."""
    is_down = of.position in LYING_OR_KNEELING or "mat" in of.equipment
    return is_down and "bed" not in of.equipment


def is_known(exercise_id: str) -> bool:
    """Whether the library has an exercise of this id."""
    return exercise_id in _by_id()


def exercise_name(exercise_id: str) -> str:
    """The name of an exercise, safe to print; of one that is not known here, its id."""
    return exercise(exercise_id).name if is_known(exercise_id) else clean(exercise_id)


def dose_of(step: RoutineStep) -> Dose:
    """How much of its exercise a step asks for.

    Raises:
        KeyError: The exercise is not in the library.
    """
    own = exercise(step.exercise).dose
    changes = msgspec.structs.asdict(step.dose or DoseChange())
    stated = {field: number for field, number in changes.items() if number is not None}
    return msgspec.structs.replace(own, **stated)


def sides_of(step: RoutineStep) -> tuple[Side | None, ...]:
    """The sides that a step works, in turn; a None alone where the exercise has no sides.

    Raises:
        KeyError: The exercise is not in the library.
    """
    if exercise(step.exercise).sides == "none":
        return (None,)
    if step.sides is None or step.sides == "each":
        return ("left", "right")
    return (step.sides,)
