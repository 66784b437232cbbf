"""The care team: its people, the plan they share, and what to ask them."""

import datetime as dt
from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.values import (
    BadValue,
    Day,
    Moment,
    Text,
    Word,
    Words,
)


class Person(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One of the care team."""

    table: ClassVar[str] = "person"
    name: Word
    role: Text | None = None
    contact: Text | None = None
    note: Text | None = None


class PlanPart(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one person of the care team does in the shared plan."""

    person: Text
    """The id of a person; what is left of one who was removed."""
    does: Word


class Agreement(Record, frozen=True, kw_only=True, omit_defaults=True):
    """The shared plan: what everybody works for, who does what, and when that was agreed."""

    table: ClassVar[str] = "agreement"
    agreed: Day
    goals: Words = ()
    parts: Annotated[
        tuple[PlanPart, ...], Meta(description="a list of people, each with what they do")
    ] = ()
    note: Text | None = None

    def __post_init__(self) -> None:
        """Refuse a plan of nothing."""
        if not (self.goals or self.parts or self.note):
            raise BadValue("goals", None, "a goal, or what somebody does")

    @property
    def day(self) -> dt.date:
        """The day it was agreed."""
        return self.agreed


class Question(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Something to ask at an appointment."""

    table: ClassVar[str] = "question"
    at: Moment
    text: Word
    person: Text | None = None
    """The id of whom it is for; anybody where there is none."""
    answered: Day | None = None
    answer: Text | None = None
