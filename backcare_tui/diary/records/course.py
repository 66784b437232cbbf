"""A planned series of visits."""

import datetime as dt
from typing import ClassVar

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.values import (
    BadValue,
    Day,
    DayCount,
    Helped,
    Moment,
    Severity,
    Text,
    Visits,
    Word,
)


class Course(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A planned series of visits."""

    table: ClassVar[str] = "course"
    treatment: Word
    started: Day
    planned_visits: Visits | None = None
    days: DayCount | None = None
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
