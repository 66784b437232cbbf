"""A week of one's own: what it holds, and what a person said of the one before."""

from typing import Annotated, ClassVar, Literal, Self

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.routine import Level, RoutineStep
from backcare_tui.diary.values import BarrierWord, Day, Felt, Text, TimeOfDay, Weekday, Word, one_of

LineKind = Literal["routine", "walk", "read", "visit"]
"""What a line of the week is about."""
LineMinutes = Annotated[int, Meta(ge=1, le=240, description="whole minutes from 1 to 240")]
Times = Annotated[int, Meta(ge=1, le=21, description="a whole number from 1 to 21")]
DaysOff = Annotated[int, Meta(ge=0, le=7, description="a whole number from 0 to 7")]


class PlanLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing to do in the week."""

    kind: Annotated[LineKind, Meta(description=one_of(LineKind))]
    id: Word
    """Of a routine, `walk`, of a page to read, or of a treatment."""
    minutes: LineMinutes | None = None
    """Of one time; None of a page or a visit."""
    days: tuple[Weekday, ...] = ()
    """On which days, in the order of a week; empty where any will do."""
    times: Times = 1
    """How often in the week."""
    time: TimeOfDay | None = None
    level: Level | None = None
    steps: tuple[RoutineStep, ...] = ()
    """The steps, where they were chosen for the person's minutes; empty where the routine is whole."""
    why: Text = ""
    """Why it is in the week, in a sentence."""


class PlanChange(msgspec.Struct, frozen=True):
    """What is not as in the week before, and why, in a sentence each."""

    what: Text
    why: Text


class WeekPlan(Record, frozen=True, kw_only=True, omit_defaults=True):
    """What is meant to happen in one week; of two for one week that which was changed last counts."""

    table: ClassVar[str] = "week_plan"
    week: Day
    """Its first day."""
    minutes_a_day: LineMinutes
    """How much time there was said to be on one day."""
    lines: Annotated[
        tuple[PlanLine, ...], Meta(description="a list of lines, each with a kind and an id")
    ] = ()
    changes: Annotated[
        tuple[PlanChange, ...], Meta(description="a list of changes, each with what and why")
    ] = ()

    def bare(self) -> Self:
        """The same as the file has it: with own exercises by their ids alone."""
        if not any(step.own for line in self.lines for step in line.steps):
            return self
        return replace(self, lines=tuple(_bare(line) for line in self.lines))


def _bare(line: PlanLine) -> PlanLine:
    return replace(line, steps=tuple(replace(step, own=None) for step in line.steps))


class WeekAnswer(Record, frozen=True, kw_only=True, omit_defaults=True):
    """What a person says of a week once it is over: how it was to do, and what pain cost."""

    table: ClassVar[str] = "week_answer"
    week: Day
    """The first day of the week that it is about."""
    felt: Felt | None = None
    barriers: Annotated[
        tuple[BarrierWord, ...], Meta(description=f"a list of {one_of(BarrierWord)[7:]}")
    ] = ()
    """What got in the way."""
    days_off: DaysOff | None = None
    """Days of the week on which pain kept one from work or from what is one's work."""
    given_up: Text | None = None
    """What was given up for pain, in the person's own words."""
