"""A routine: which exercises, in which order, how much of each; and exercises of one's own."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, Self

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.values import Text, Word, Words, one_of

Side = Literal["left", "right"]
"""The side of the body that works."""

HoldSeconds = Annotated[int, Meta(ge=1, le=3600, description="whole seconds from 1 to 3600")]
RepSeconds = Annotated[int, Meta(ge=1, le=60, description="whole seconds from 1 to 60")]
RestSeconds = Annotated[int, Meta(ge=0, le=600, description="whole seconds from 0 to 600")]
Reps = Annotated[int, Meta(ge=1, le=100, description="a whole number from 1 to 100")]
Sets = Annotated[int, Meta(ge=1, le=10, description="a whole number from 1 to 10")]
Level = Annotated[int, Meta(ge=1, le=3, description="1, 2 or 3")]
SidesWord = Literal["each", "left", "right"]
Sides = Annotated[SidesWord, Meta(description=one_of(SidesWord))]
OwnSidesWord = Literal["none", "each"]
OwnSides = Annotated[OwnSidesWord, Meta(description=one_of(OwnSidesWord))]
ModeWord = Literal["hold", "reps", "time"]
"""Hold a pose, repeat a movement, or go on for a time."""
DoseMode = Annotated[ModeWord, Meta(description=one_of(ModeWord))]
RoutineMinutes = Annotated[float, Meta(ge=0, le=240, description="minutes from 0 to 240")]


class DoseChange(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a step does differently from the exercise's own dose."""

    hold_s: HoldSeconds | None = None
    """Seconds of each hold, of the pause inside a repetition, or of the whole block."""
    reps: Reps | None = None
    sets: Sets | None = None
    rest_s: RestSeconds | None = None
    """Seconds between sets."""
    rep_s: RepSeconds | None = None
    """Seconds of one whole repetition."""
    mode: DoseMode | None = None
    """Such as `time`, where a movement that is counted goes on for half a minute instead."""


StepDose = Annotated[DoseChange, Meta(description="hold_s, reps, sets, rest_s, rep_s and mode")]


class OwnExercise(Record, frozen=True, kw_only=True, omit_defaults=True):
    """An exercise of the person's own, such as one that a therapist showed.

    Where it is like one of the library, it has that one's figure, cautions, adaptations and swaps.
    Where it is like none, nothing is known of its safety: it counts as not checked until the person
    says that a professional gave it for this back, and only for the conditions of then.
    """

    table: ClassVar[str] = "exercise"
    name: Word
    like: Text | None = None
    """The id of an exercise of the library."""
    dose: StepDose = DoseChange()
    """What differs from the dose of what it is like; all of it where it is like none."""
    sides: OwnSides = "none"
    cue: Text | None = None
    is_checked: Annotated[bool, Meta(description="true or false")] = False
    """Whether it was said that a professional gave it for this back, knowing the conditions."""
    checked_for: Words = ()
    """The conditions that were stated when that was said."""


class RoutineStep(msgspec.Struct, frozen=True, omit_defaults=True):
    """One exercise of a routine."""

    exercise: Word
    dose: StepDose | None = None
    sides: Sides | None = None
    """One side alone, for an exercise that has sides; both where it is not stated."""
    ready_s: RestSeconds | None = None
    """Seconds to get ready for it, where they differ from the usual ones."""
    note: Text | None = None
    own: OwnExercise | None = None
    """The exercise itself, where it is one's own: a step has it along wherever a routine goes (to the
    player, onto paper), while the file of the diary has it once, in a table of its own."""


class Source(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where something is taught or found."""

    org: str
    title: str
    year: str
    mark: Literal["ok", "secondary", "unconfirmed", "seed", "design"]
    """How well it was checked: `ok` was seen, `secondary` seen through others, `design` is a choice of ours.

    `unconfirmed` stands in routines that were copied from the library of older versions alone.
    """


class Routine(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A routine: of the library, where the id is its name, or of the person's own."""

    table: ClassVar[str] = "routine"
    name: Word
    type: Text = "session"
    purpose: Text | None = None
    when: Text | None = None
    level: Level = 1
    minutes: RoutineMinutes | None = None
    steps: Annotated[
        tuple[RoutineStep, ...], Meta(description="a list of steps, each with an exercise")
    ] = ()
    suits: Words = ()
    avoid_if: Words = ()
    progression: Text | None = None
    group: Text | None = None
    """The purpose that it is listed under, such as `morning`."""
    source: Annotated[tuple[Source, ...], Meta(description="a list of sources")] = ()
    note: Text | None = None

    def bare(self) -> Self:
        """The same as the file has it: with own exercises by their ids alone."""
        if not any(step.own for step in self.steps):
            return self
        return replace(self, steps=tuple(replace(step, own=None) for step in self.steps))

    def joined(self, own: Mapping[str, OwnExercise]) -> Self:
        """The same with the own exercises that its steps name.

        Args:
            own: The person's exercises by their ids.
        """
        if not any(step.exercise in own for step in self.steps):
            return self
        return replace(self, steps=tuple(step_with(step, own) for step in self.steps))


def step_with(step: RoutineStep, own: Mapping[str, OwnExercise]) -> RoutineStep:
    """A step with the own exercise that it names; the same where it names none of these."""
    found = own.get(step.exercise)
    return step if found is None else replace(step, own=replace(found, updated=None, imported=None))
