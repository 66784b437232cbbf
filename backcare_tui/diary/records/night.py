"""A night: its times, or its length alone."""

import datetime as dt
from typing import ClassVar

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.values import (
    BadValue,
    Count,
    Day,
    Minutes,
    Rating,
    Text,
    TimeOfDay,
)

MAX_IN_BED_MIN = 16 * 60
"""A night longer than this is refused as a slip of the keys (a choice of ours, no clinical limit)."""


class Night(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One night, named by the day of waking: its times, or its length alone."""

    table: ClassVar[str] = "sleep"
    night: Day
    bed: TimeOfDay | None = None
    up: TimeOfDay | None = None
    latency_min: Minutes | None = None
    awakenings: Count | None = None
    awake_min: Minutes | None = None
    asleep_min: Minutes | None = None
    quality: Rating | None = None
    naps_min: Minutes | None = None
    note: Text | None = None

    def __post_init__(self) -> None:
        """Refuse a night without a length, and lengths that do not fit into it."""
        if (self.bed is None) != (self.up is None):
            missing = "up" if self.up is None else "bed"
            raise BadValue(missing, None, "a time of day such as 06:45 (a night needs both)")
        if self.asleep_min is not None and self.asleep_min > MAX_IN_BED_MIN:
            raise BadValue("asleep_min", self.asleep_min, "at most 960 minutes (16 hours)")
        if self.bed is None or self.up is None:
            if self.asleep_min is None and self.quality is None and self.note is None:
                raise BadValue("bed", None, "a time of day such as 23:10 (or give the length)")
            return
        in_bed = minutes_between(self.bed, self.up)
        if not 0 < in_bed <= MAX_IN_BED_MIN:
            raise BadValue("up", self.up, f"within 16 hours of {self.bed}")
        awake = (self.latency_min or 0) + (self.awake_min or 0)
        if awake > in_bed:
            allowed = f"within the {in_bed} minutes in bed, with the latency"
            raise BadValue("awake_min", self.awake_min or 0, allowed)

    @property
    def day(self) -> dt.date:
        """The day of waking."""
        return self.night


def minutes_between(bed: str, up: str) -> int:
    """Minutes on the clock's face from one HH:MM to the next, over midnight where needed."""
    hour, minute = bed.split(":")
    start = int(hour) * 60 + int(minute)
    hour, minute = up.split(":")
    return (int(hour) * 60 + int(minute) - start) % 1440
