"""What a person set, stated or has seen, typed."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Literal, TypeVar, get_args

import msgspec

SettingName = Literal[
    "advice_shown",
    "advice_times",
    "baseline_from",
    "beliefs_offered",
    "birth_year",
    "boundaries_seen",
    "calm",
    "clock",
    "conditions",
    "conditions_asked",
    "counting",
    "course_wish",
    "days_are",
    "device_names",
    "diet_pattern",
    "emergency_number",
    "equipment",
    "fields_off",
    "flare_plan",
    "fluid_limit",
    "getting_ready",
    "goal",
    "inflammatory_signs",
    "introduced",
    "keys_told",
    "medicines",
    "minutes_a_day",
    "notices",
    "overdoing_told",
    "pages_offered",
    "pages_read",
    "pain_lasts",
    "pain_since",
    "player",
    "region",
    "sound",
    "theme",
    "units",
    "usual_bed",
    "usual_up",
    "week_looked",
    "week_start",
    "worry",
]
"""The name of each setting in the file, and of its field in `Settings`."""
WeekStart = Literal["mon", "sun"]
Sound = Literal["bell", "voice", "silent"]
GettingReady = Literal["", "longer", "twice"]
"""How long there is to get ready for an exercise: empty is as usual; half as long again, or twice as long."""
Counting = Literal["", "ends"]
"""Which repetitions the voice and the plain lines say: empty is each one; the first, the middle and the last."""
RegionId = Literal["", "us", "ca", "uk", "ie", "europe", "au", "nz", "elsewhere"]
"""Where a person lives, as far as numbers to call and words go; empty where that was never said."""
ClockWord = Literal["", "24", "12"]
"""How many hours a clock has; empty for that of where one lives."""
UnitsWord = Literal["", "metric", "us"]
"""What water is measured in; empty for that of where one lives."""

DaysAre = Literal["", "sitting", "standing", "lifting", "mixed"]
"""What most of a person's days are; empty where that was never said."""
PainLasts = Literal["", "under-6-weeks", "6-to-12-weeks", "over-12-weeks"]
"""For how long it had hurt when that was asked: acute, subacute or chronic (NICE NG59; WHO 2023); empty if never."""
FLARE_LINES = 3
"""How many lines of one's own a flare plan has: so few are read on a bad day (our own rule)."""
LONGEST_MINUTES_A_DAY = 60
"""More is no plan of this program's (our own rule)."""

WEEK_STARTS: tuple[WeekStart, ...] = get_args(WeekStart)
SOUNDS: tuple[Sound, ...] = get_args(Sound)
GETTING_READY: tuple[GettingReady, ...] = get_args(GettingReady)
COUNTINGS: tuple[Counting, ...] = get_args(Counting)
REGIONS: tuple[RegionId, ...] = get_args(RegionId)
CLOCKS: tuple[ClockWord, ...] = get_args(ClockWord)
UNITS: tuple[UnitsWord, ...] = get_args(UnitsWord)
DAYS_ARE: tuple[DaysAre, ...] = get_args(DaysAre)
PAIN_LASTS: tuple[PainLasts, ...] = get_args(PainLasts)

T = TypeVar("T")


class Showing(msgspec.Struct, frozen=True, omit_defaults=True):
    """How often something was shown while nothing changed."""

    times: int = 1
    """On how many days, 1 or more."""
    figure: float | None = None
    """The figure that it spoke of when it was shown last; None where it has none."""


class DietTags(msgspec.Struct, frozen=True):
    """A person's own pattern of eating, as tags of food."""

    favor: tuple[str, ...] = ()
    limit: tuple[str, ...] = ()


class FlareWords(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a person wrote on a good day for the next flare-up.

    It is one setting and no record: there is one such plan, so that of two devices the later one holds, whole,
    and never lines of one beside the telephone number of the other; undo takes it back as one change.
    """

    lines: tuple[str, ...] = ()
    """Up to three, in their own words."""
    call: str = ""
    """Whom to call, in their own words; a name of the care team where `person` says who it is."""
    person: str = ""
    """The id of one of the care team, whose name and number are looked up when they are shown."""
    routine: str = ""
    """The id of the routine to begin with; empty for that of the library."""
    written: dt.date | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it was written."""
        return not (self.lines or self.call or self.person or self.routine)


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Every setting, as it holds: what is absent or cannot be read has its first value.

    `Repository.settings` gives it; `Repository.set` changes one of them by its name:

        if repository.settings().sound == "voice":
            repository.set("sound", "silent")
    """

    theme: str = ""
    """The name of the look; empty for the first one."""
    calm: bool = False
    """Whether nothing moves by itself."""
    week_start: WeekStart = "mon"
    sound: Sound = "bell"
    """What the player tells by."""
    getting_ready: GettingReady = ""
    counting: Counting = ""
    notices: bool = False
    """Whether the end of a hold is told on the desktop while the terminal's window is behind."""
    conditions: frozenset[str] = frozenset()
    """The ids of the conditions that a person stated."""
    conditions_asked: frozenset[str] = frozenset()
    """The ids of the conditions that a person was asked about."""
    medicines: frozenset[str] | None = None
    """The ids of the sorts of medicine that are taken for long; None where that was never said."""
    inflammatory_signs: frozenset[str] | None = None
    """The ids of the features of an inflammatory cause that a person named; None where they
    were never asked."""
    birth_year: int | None = None
    pain_since: int | None = None
    """The year in which the pain began."""
    fluid_limit: bool | None = None
    """Whether a doctor limits what may be drunk; None where that was never said."""
    emergency_number: str = ""
    """The person's own number to call."""
    region: RegionId = ""
    """Where they live; `library.regions` has its words."""
    clock: ClockWord = ""
    units: UnitsWord = ""
    equipment: frozenset[str] | None = None
    """The ids of what there is to exercise with; None where that was never said."""
    fields_off: frozenset[str] = frozenset()
    """The rows of forms that were switched off, each as `pain.mood`; `wording.form_rows` says which may be."""
    device_names: Mapping[str, str] = {}
    """What a person calls each device, by its id."""
    diet_pattern: str | DietTags = ""
    """The id of a pattern of the library, or one's own."""
    baseline_from: dt.date | None = None
    """The day from which pain is compared with how it was at first."""
    keys_told: frozenset[str] = frozenset()
    """The keys that moved and of which it was said where to, each after the name of its screen: `Today a`."""
    boundaries_seen: bool = False
    """Whether it was read what backcare is not."""
    overdoing_told: dt.date | None = None
    """The day on which the findings last told that very active days are followed by more pain; None where they do not."""
    week_looked: dt.date | None = None
    """The first day of the last week that was looked at once it was ready."""
    advice_shown: Mapping[str, dt.date] = {}
    """The day on which each piece of advice was last shown, by its key."""
    advice_times: Mapping[str, Showing] = {}
    """How often each piece was shown while nothing changed, by its key: each time its rest doubles."""
    pages_offered: Mapping[str, dt.date] = {}
    """The day on which each page to read was offered, by its id."""
    pages_read: Mapping[str, dt.date] = {}
    """The day on which each page was last read."""
    beliefs_offered: dt.date | None = None
    """The day on which the two questions about fear were last offered."""
    minutes_a_day: int | None = None
    """How many minutes a day there are for one's back, 1 to 60; None where that was never said."""
    goal: str = ""
    """What one wants to do again, in one's own words."""
    worry: str = ""
    """What worries one about one's back, in one's own words."""
    days_are: DaysAre = ""
    pain_lasts: PainLasts = ""
    usual_bed: str = ""
    """When one usually goes to bed, HH:MM, as was stated; empty where it was not."""
    usual_up: str = ""
    """When one usually gets up, HH:MM."""
    course_wish: str = ""
    """The id of the treatment of which a course is wanted; `later`, `never`, or empty where that was never said."""
    introduced: dt.date | None = None
    """The day on which the questions of the first minutes were gone through."""
    flare_plan: FlareWords = FlareWords()
    player: Any = None
    """The session under way as `player.session` wrote it; None where there is none."""

    @property
    def first_weekday(self) -> int:
        """The weekday that a week begins on, as `date.weekday` counts: 0 Monday, 6 Sunday."""
        return 6 if self.week_start == "sun" else 0
