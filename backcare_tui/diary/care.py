"""The records of care: visits and courses, the people, what was agreed, and what was checked."""

import datetime as dt
from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from backcare_tui.diary.record import Record
from backcare_tui.diary.values import (
    BadValue,
    Cost,
    Day,
    Days,
    Helped,
    Minutes,
    Moment,
    Pressure,
    Rating,
    Response,
    Severity,
    Text,
    Visits,
    Word,
    Words,
)


class Visit(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A massage or another treatment."""

    table: ClassVar[str] = "visit"
    at: Moment
    treatment: Word
    kind: Text | None = None
    techniques: Words = ()
    person: Text | None = None
    minutes: Minutes | None = None
    areas: Words = ()
    pressure: Pressure | None = None
    response: Response | None = None
    inflammation: Words = ()
    pain_before: Severity | None = None
    pain_after: Severity | None = None
    bend_before: Severity | None = None
    bend_after: Severity | None = None
    mood_before: Rating | None = None
    mood_after: Rating | None = None
    sore_next_day: Severity | None = None
    course: Text | None = None
    cost: Cost | None = None
    note: Text | None = None


class Course(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A planned series of visits."""

    table: ClassVar[str] = "course"
    treatment: Word
    started: Day
    planned_visits: Visits | None = None
    days: Days | None = None
    baseline: Severity | None = None
    goal: Text | None = None
    person: Text | None = None
    ended: Day | None = None
    outcome: Text | None = None
    helped: Helped | None = None
    """The person's own answer to "did it help?", after two visits or later."""
    postponed: Moment | None = None
    """Since when the person put the visits off."""
    resumed: Moment | None = None
    """When they were taken up again, after they had been put off for whatever reason."""

    def __post_init__(self) -> None:
        """Refuse a course that ended before it began."""
        if self.ended is not None and self.ended < self.started:
            raise BadValue("ended", self.ended.isoformat(), f"on or after {self.started}")

    @property
    def day(self) -> dt.date:
        """The day it began."""
        return self.started


class Person(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One of the care team."""

    table: ClassVar[str] = "person"
    name: Word
    role: Text | None = None
    contact: Text | None = None
    note: Text | None = None


class Part(msgspec.Struct, frozen=True, omit_defaults=True):
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
        tuple[Part, ...], Meta(description="a list of people, each with what they do")
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


class Ability(Record, frozen=True, kw_only=True, omit_defaults=True):
    """How well the person's own activities go, 0 cannot to 10 as before (after the PSFS, Stratford 1995)."""

    table: ClassVar[str] = "ability"
    at: Moment
    ratings: Annotated[
        dict[Word, Severity], Meta(description="an activity with a number from 0 to 10")
    ]

    def __post_init__(self) -> None:
        """Refuse a rating of nothing."""
        if not self.ratings:
            raise BadValue("ratings", None, "an activity with a number from 0 to 10")


class Check(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A red-flag check with its answers, or a check-up by a professional."""

    table: ClassVar[str] = "check"
    at: Moment
    red_flags: Words = ()
    mood_flags: Words = ()
    is_check_up: Annotated[bool, Meta(description="true or false")] = False
    note: Text | None = None


class Signs(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A look for signs of inflammation, while massage is put off; none is an answer too."""

    table: ClassVar[str] = "signs"
    at: Moment
    inflammation: Words = ()
    note: Text | None = None


class Dismissal(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Advice put away, for good or until a day."""

    table: ClassVar[str] = "dismissal"
    at: Moment
    advice: Word
    until: Day | None = None
    event: Text | None = None
    """The id of what it was about, where only this one piece is put away."""
