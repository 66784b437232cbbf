"""The records of trials of one's own: what is tried, the days drawn by lot, and what was done."""

import datetime as dt
from operator import eq
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.values import BadValue, Day, Text, Word, choices, one_of
from backcare_tui.text import say_list

Arm = Literal["with", "without"]
"""What the days of a period are: with what is tried, or without it."""
TrialOutcomeWord = Literal["pain", "sleep"]
TrialOutcome = Annotated[TrialOutcomeWord, Meta(description=one_of(TrialOutcomeWord))]
PeriodDays = Annotated[int, Meta(ge=1, le=14, description="a whole number of days from 1 to 14")]
Schedule = Annotated[
    tuple[Arm, ...],
    Meta(description=f"a list of {say_list(choices(Arm))}, one of each in every pair"),
]
MAX_PAIRS = 14
"""Pairs at most: nobody keeps to more, and all orders of so many can still be looked at."""


class Trial(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Something tried on some days and left out on others, in an order drawn by lot."""

    table: ClassVar[str] = "trial"
    name: Word
    """What is tried, in the person's words."""
    outcome: TrialOutcome
    started: Day
    """The first day of the first period."""
    period_days: PeriodDays
    schedule: Schedule
    """What each period is; the first two are a pair, then the next two."""
    stopped: Day | None = None
    """The first day that no longer belongs to it, where it was ended early."""
    note: Text | None = None

    def __post_init__(self) -> None:
        """Refuse what is not made of whole pairs, and an end before the beginning."""
        halves = self.schedule[::2], self.schedule[1::2]
        if not self.schedule or len(self.schedule) % 2 or any(map(eq, *halves)):
            said = ", ".join(self.schedule)
            raise BadValue("schedule", said, "pairs of one with and one without")
        if self.pairs > MAX_PAIRS:
            raise BadValue("schedule", f"{self.pairs} pairs", f"at most {MAX_PAIRS} pairs")
        if self.stopped is not None and self.stopped < self.started:
            raise BadValue("stopped", self.stopped.isoformat(), f"on or after {self.started}")

    @property
    def day(self) -> dt.date:
        """The day it began."""
        return self.started

    @property
    def pairs(self) -> int:
        """How many pairs of periods it has."""
        return len(self.schedule) // 2


class TrialDay(Record, frozen=True, kw_only=True, omit_defaults=True):
    """What was done on one day of a trial."""

    table: ClassVar[str] = "trial_day"
    on: Day
    trial: Word
    """The id of the trial."""
    did: Annotated[bool, Meta(description="true or false")]
    """Whether what is tried was done, also on a day that was to be without it."""

    @property
    def day(self) -> dt.date:
        """The day it is about."""
        return self.on
