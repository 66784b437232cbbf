"""A night: its times, or its length alone."""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any, ClassVar

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.values import (
    BadValue,
    Count,
    Day,
    Minutes,
    Offset,
    Rating,
    Text,
    TimeOfDay,
    minute_of_day,
)
from backcare_tui.text import say_time

MAX_IN_BED_MIN = 16 * 60
"""A night longer than this is refused as a slip of the keys (a choice of ours, no clinical limit)."""
TIMES = ("bed", "lights_out", "woke", "up")
"""The times of a night; a length that is typed takes the place of them, and they that of a length."""


class Night(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One night, named by the day of waking: its times, or its length alone.

    The times are those of the consensus sleep diary (Carney 2012): to bed, lights out, latency,
    awake in the night, final waking, up. Only to bed and up are needed.
    """

    table: ClassVar[str] = "sleep"
    night: Day
    bed: TimeOfDay | None = None
    bed_offset: Offset | None = None
    lights_out: TimeOfDay | None = None
    latency_min: Minutes | None = None
    awakenings: Count | None = None
    awake_min: Minutes | None = None
    woke: TimeOfDay | None = None
    up: TimeOfDay | None = None
    up_offset: Offset | None = None
    asleep_min: Minutes | None = None
    quality: Rating | None = None
    naps_min: Minutes | None = None
    note: Text | None = None

    def __post_init__(self) -> None:
        """Refuse a night without a length, and times and lengths that do not fit into it."""
        if (self.bed is None) != (self.up is None):
            missing = "up" if self.up is None else "bed"
            raise BadValue(missing, None, "a time of day such as 06:45 (a night needs both)")
        if self.asleep_min is not None and self.asleep_min > MAX_IN_BED_MIN:
            raise BadValue("asleep_min", self.asleep_min, "at most 960 minutes (16 hours)")
        if self.bed is None or self.up is None:
            self._refuse_without_times()
            return
        in_bed = minutes_between(self.bed, self.up)
        if not 0 < in_bed <= MAX_IN_BED_MIN:
            raise BadValue("up", say_time(self.up), f"within 16 hours of {self.bed}")
        self._refuse_outside(self.bed, self.up, in_bed)

    def _refuse_without_times(self) -> None:
        for field in ("lights_out", "woke"):
            if stated := getattr(self, field):
                raise BadValue(field, say_time(stated), "possible without the times to bed and up")
        if self.asleep_min is None and self.quality is None and self.note is None:
            raise BadValue("bed", None, "a time of day such as 23:10 (or give the length)")

    def _refuse_outside(self, bed: str, up: str, in_bed: int) -> None:
        if self.lights_out and self.lights_on_min > in_bed:
            raise BadValue("lights_out", say_time(self.lights_out), f"between {bed} and {up}")
        if self.woke and minutes_between(bed, self.woke) > in_bed:
            raise BadValue("woke", say_time(self.woke), f"between {bed} and {up}")
        trying = in_bed - self.lights_on_min - self.lie_in_min
        if trying < 0 and self.woke:
            raise BadValue("woke", say_time(self.woke), f"after lights out at {self.lights_out}")
        awake = (self.latency_min or 0) + (self.awake_min or 0)
        if awake > trying:
            span = "in bed" if trying == in_bed else "from lights out to waking"
            allowed = f"within the {trying} minutes {span}, with the latency"
            raise BadValue("awake_min", self.awake_min or 0, allowed)

    @property
    def day(self) -> dt.date:
        """The day of waking."""
        return self.night

    @property
    def lights_on_min(self) -> int:
        """Minutes in bed before the person tried to sleep; 0 where lights out is not stated."""
        return minutes_between(self.bed, self.lights_out) if self.bed and self.lights_out else 0

    @property
    def lie_in_min(self) -> int:
        """Minutes in bed after waking for good; 0 where that is not stated."""
        return minutes_between(self.woke, self.up) if self.woke and self.up else 0

    @property
    def says_awake(self) -> bool:
        """Whether anything is known of how long the person lay awake."""
        return (self.lights_out, self.latency_min, self.awake_min, self.woke) != (None,) * 4


def times_or_length(fields: Mapping[str, Any], typed: Collection[str]) -> dict[str, Any]:
    """The fields of a night, without what those that were typed take the place of.

    Args:
        fields: Those of the night; None, or absent, is unknown.
        typed: The names of those that a person typed now.
    """
    if "asleep_min" in typed and fields.get("asleep_min") is not None:
        return {**fields, **dict.fromkeys(TIMES)}
    if any(name in typed and fields.get(name) for name in TIMES):
        return {**fields, "asleep_min": None}
    return dict(fields)


def minutes_between(bed: str, up: str) -> int:
    """Minutes on the clock's face from one HH:MM to the next, over midnight where needed."""
    return (minute_of_day(up) - minute_of_day(bed)) % 1440
