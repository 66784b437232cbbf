"""How active a day was, taken as a whole."""

from typing import Annotated, ClassVar

from msgspec import Meta

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.values import EARLIEST, FIRST_YEAR, BadValue, Day, Minutes, Text

StepCount = Annotated[int, Meta(ge=0, le=200_000, description="a whole number from 0 to 200000")]


class ActiveDay(Record, frozen=True, kw_only=True, omit_defaults=True):
    """How active one day was, as the person says or as a device counted.

    Of a day there may be one that was typed and one of each program that it was brought from.
    """

    table: ClassVar[str] = "activity"
    day: Day
    active_min: Minutes | None = None
    """Minutes in which one was on one's feet and moving, all together."""
    steps: StepCount | None = None
    note: Text | None = None

    def __post_init__(self) -> None:
        """Refuse a day that says neither, and one that no calendar counts from."""
        if self.active_min is None and self.steps is None:
            raise BadValue("active_min", None, "whole minutes from 0 to 1440 (or give the steps)")
        if self.day.year < FIRST_YEAR:
            raise BadValue("day", self.day.isoformat(), EARLIEST)
