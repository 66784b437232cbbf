"""The exercises: a typed view of data/exercises.json, found by id, by words and by what one has."""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Literal

import msgspec
from msgspec.structs import replace

from backcare_tui.diary.records.routine import (
    DoseChange,
    ModeWord,
    OwnExercise,
    RoutineStep,
    Side,
    Source,
)
from backcare_tui.library.data_files import load
from backcare_tui.text import clean


class Dose(msgspec.Struct, frozen=True):
    """How much of an exercise."""

    mode: ModeWord
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
    one, `exercises()` all, and `exercise_of(step)` also one of the person's own, made by `own_exercise`. How long it takes depends on the routine: `player.timeline` says that.
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
    own: OwnExercise | None = None
    """What the person said of it, where it is one's own."""
    drawn_as: str = ""
    """The id of the exercise whose figure it has, where that is another one's."""
    is_unlike: bool = False
    """Whether nothing is known of its safety, as it is one's own and like none of the library."""


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
NO_KIND, NO_POSITION = "", ""
"""Of an exercise of one's own that is like none, nobody said what it is."""
UNLIKE_LEVEL = 2
"""The level of one's own that is like none: on a day of much pain it is asked about (our own rule)."""
UNLIKE_DOSE = Dose("reps", hold_s=1, reps=1, sets=1, rest_s=0, rep_s=4)
"""What it is where nothing else was said; a choice of ours."""
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


def step_name(step: RoutineStep) -> str:
    """The name of a step's exercise, safe to print; of one that is not known here, its id."""
    return clean(step.own.name) if step.own else exercise_name(step.exercise)


def exercise_of(step: RoutineStep) -> Exercise | None:
    """The exercise of a step, of one's own or of the library; None where it is not known here."""
    return own_exercise(step.own) if step.own else _by_id().get(step.exercise)


@lru_cache(maxsize=256)
def own_exercise(own: OwnExercise) -> Exercise:
    """An exercise of one's own, with what holds for the one that it is like."""
    cues = tuple(filter(None, (own.cue,)))
    alike = _by_id().get(own.like or "")
    if alike is None:
        return Exercise(
            id=own.id,
            name=own.name,
            aliases=(),
            kind=NO_KIND,
            position=NO_POSITION,
            targets=(),
            level=UNLIKE_LEVEL,
            sides=own.sides,
            dose=_changed(UNLIKE_DOSE, own.dose),
            setup="Do it as it was shown to you.",
            cues=cues,
            breathing="",
            easier="",
            harder="",
            stop_if=(),
            avoid_if=(),
            equipment=(),
            evidence=(),
            own=own,
            is_unlike=True,
        )
    return replace(
        alike,
        id=own.id,
        name=own.name,
        aliases=(),
        dose=_changed(alike.dose, own.dose),
        sides=own.sides,
        cues=(*cues, *alike.cues),
        evidence=(),
        own=own,
        drawn_as=alike.id,
    )


def step_for(of: Exercise) -> RoutineStep:
    """A step that does an exercise in its own dose."""
    return RoutineStep(of.id, own=of.own)


def find_exercise(exercise_id: str, own: Iterable[OwnExercise] = ()) -> Exercise | None:
    """An exercise of one's own or of the library; None where there is none of this id."""
    mine = next((each for each in own if each.id == exercise_id), None)
    return own_exercise(mine) if mine else _by_id().get(exercise_id)


def dose_of(step: RoutineStep) -> Dose:
    """How much of its exercise a step asks for.

    Raises:
        KeyError: The exercise is not known here.
    """
    return _changed(_known(step).dose, step.dose)


def sides_of(step: RoutineStep) -> tuple[Side | None, ...]:
    """The sides that a step works, in turn; a None alone where the exercise has no sides.

    Raises:
        KeyError: The exercise is not known here.
    """
    if _known(step).sides == "none":
        return (None,)
    if step.sides is None or step.sides == "each":
        return ("left", "right")
    return (step.sides,)


def _known(step: RoutineStep) -> Exercise:
    found = exercise_of(step)
    if found is None:
        raise KeyError(step.exercise)
    return found


def _changed(dose: Dose, change: DoseChange | None) -> Dose:
    changes = msgspec.structs.asdict(change or DoseChange())
    return replace(dose, **{field: value for field, value in changes.items() if value is not None})
