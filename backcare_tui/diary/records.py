"""The records: what one document of each table holds, frozen and checked."""

import datetime as dt
from typing import Annotated, Any, ClassVar

import msgspec
from msgspec import Meta

from backcare_tui.diary.care import (
    Ability,
    Agreement,
    Check,
    Course,
    Dismissal,
    Person,
    Question,
    Signs,
    Visit,
)
from backcare_tui.diary.record import Record
from backcare_tui.diary.routine import Routine
from backcare_tui.diary.trials import Trial, TrialDay
from backcare_tui.diary.values import (
    BadValue,
    Count,
    Day,
    Drinks,
    Leg,
    MealKind,
    Milligrams,
    Milliliters,
    Minutes,
    Moment,
    Outcome,
    Rating,
    Relief,
    Seconds,
    Severity,
    Text,
    TimeOfDay,
    Weekday,
    Word,
    Words,
)

MAX_IN_BED_MIN = 16 * 60
"""A night longer than this is refused as a slip of the keys (a choice of ours, no clinical limit)."""


class Medicine(msgspec.Struct, frozen=True, omit_defaults=True):
    """A medicine taken, in the person's words: `ibuprofen`, `400 mg`."""

    name: Word
    dose: Text | None = None


class Interference(msgspec.Struct, frozen=True, omit_defaults=True):
    """How far pain got in the way over the past week, 0 not at all to 10 (after Krebs 2009)."""

    enjoyment: Severity | None = None
    activity: Severity | None = None


class Pain(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Pain at one moment."""

    table: ClassVar[str] = "pain"
    at: Moment
    severity: Severity
    areas: Words = ()
    area_severity: Annotated[
        dict[Word, Severity], Meta(description="an area with a number from 0 to 10")
    ] = {}
    qualities: Words = ()
    triggers: Words = ()
    relievers: Words = ()
    relief: Annotated[dict[Word, Relief], Meta(description="a word with yes, a-little or no")] = {}
    is_flare: Annotated[bool, Meta(description="true or false")] = False
    """Whether the person calls it a flare-up."""
    mood: Rating | None = None
    stiffness_min: Minutes | None = None
    medicines: Annotated[
        tuple[Medicine, ...], Meta(description="a list of medicines, each with a name")
    ] = ()
    interference: (
        Annotated[Interference, Meta(description="enjoyment and activity, each 0 to 10")] | None
    ) = None
    note: Text | None = None


class Feeling(Record, frozen=True, kw_only=True, omit_defaults=True):
    """How a moment was, without a number for pain: what other programs' diaries hold most of."""

    table: ClassVar[str] = "feeling"
    at: Moment
    mood: Rating | None = None
    words: Words = ()
    medicines: Annotated[
        tuple[Medicine, ...], Meta(description="a list of medicines, each with a name")
    ] = ()
    note: Text | None = None


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


class Step(msgspec.Struct, frozen=True, omit_defaults=True):
    """One exercise of a session, as it was done."""

    exercise: Word
    planned_s: Seconds | None = None
    done_s: Seconds | None = None
    outcome: Outcome = "done"
    side: Text | None = None


class Session(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A routine as it was done."""

    table: ClassVar[str] = "session"
    at: Moment
    routine: Word
    name: Text | None = None
    planned_s: Seconds | None = None
    done_s: Seconds | None = None
    steps: Annotated[
        tuple[Step, ...], Meta(description="a list of steps, each with an exercise")
    ] = ()
    pain_before: Severity | None = None
    pain_after: Severity | None = None
    stopped: Text | None = None
    effort: Severity | None = None
    """How hard it was, 0 to 10."""
    leg: Leg | None = None
    """What a leg felt meanwhile."""
    note: Text | None = None


class Meal(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Something eaten or drunk."""

    table: ClassVar[str] = "meal"
    at: Moment
    meal: MealKind | None = None
    text: Text | None = None
    tags: Words = ()
    water_ml: Milliliters | None = None
    caffeine_mg: Milligrams | None = None
    coffees: Drinks | None = None
    alcohol_units: Drinks | None = None
    """Standard drinks."""

    def __post_init__(self) -> None:
        """Refuse a meal of nothing."""
        if not (
            self.text
            or self.tags
            or self.water_ml
            or self.caffeine_mg
            or self.coffees
            or self.alcohol_units
        ):
            raise BadValue("text", None, "what was eaten or drunk")


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


class Setting(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One setting."""

    table: ClassVar[str] = "setting"
    name: Word
    value: Any = None


ENTRIES: tuple[type[Record], ...] = (Pain, Night, Session, Visit, Meal, Feeling)
"""What a person records day by day."""
KINDS: tuple[type[Record], ...] = (
    *ENTRIES,
    Course,
    Person,
    Agreement,
    Question,
    Ability,
    Trial,
    TrialDay,
    Routine,
    Plan,
    Check,
    Signs,
    Dismissal,
    Setting,
)
RECORDS: dict[str, type[Record]] = {kind.table: kind for kind in KINDS}
"""The record of each table."""
