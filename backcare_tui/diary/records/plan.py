"""What is meant to happen when."""

import datetime as dt
from typing import Annotated, ClassVar

from msgspec import Meta

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.values import (
    BadValue,
    Day,
    Text,
    TimeOfDay,
    Weekday,
)


class Plan(Record, frozen=True, kw_only=True, omit_defaults=True):
    """What is meant to happen when: a routine or a treatment on days of the week."""

    table: ClassVar[str] = "plan"
    routine: Text | None = None
    treatment: Text | None = None
    days: Annotated[
        tuple[Weekday, ...], Meta(description="a list of days such as mon and thu")
    ] = ()
    time: TimeOfDay | None = None
    since: Day | None = None
    until: Day | None = None
    program_week: (
        Annotated[int, Meta(ge=1, le=52, description="a whole number from 1 to 52")] | None
    ) = None
    """The week of a program that it begins with, where that is not the first."""

    def __post_init__(self) -> None:
        """Refuse a plan of nothing."""
        if not (self.routine or self.treatment):
            raise BadValue("routine", None, "a routine or a treatment to plan")

    @property
    def day(self) -> dt.date:
        """The day from which it holds."""
        return self.since or dt.date.min
