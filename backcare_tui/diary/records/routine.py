"""A routine: which exercises, in which order, how much of each."""

from typing import Annotated, ClassVar, Literal

import msgspec
from msgspec import Meta

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


class RoutineStep(msgspec.Struct, frozen=True, omit_defaults=True):
    """One exercise of a routine."""

    exercise: Word
    dose: Annotated[DoseChange, Meta(description="hold_s, reps, sets, rest_s and rep_s")] | None = (
        None
    )
    sides: Sides | None = None
    """One side alone, for an exercise that has sides; both where it is not stated."""
    ready_s: RestSeconds | None = None
    """Seconds to get ready for it, where they differ from the usual ones."""
    note: Text | None = None


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
