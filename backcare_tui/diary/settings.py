"""What a person set, stated or has seen, typed; a stored value that cannot be read counts as absent."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypeVar, cast, get_args

import msgspec

from backcare_tui.diary.values import TimeOfDay
from backcare_tui.diary.when import iso_day

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


def read_settings(held: Mapping[str, Any]) -> Settings:
    """The settings of stored values by their names; never raises.

    Args:
        held: As the file holds them: plain JSON of any kind, also under names unknown here.
    """
    get = cast("Mapping[SettingName, Any]", held).get
    pattern = get("diet_pattern")
    return Settings(
        theme=_text(get("theme")),
        calm=bool(get("calm")),
        week_start=_one_of(get("week_start"), WEEK_STARTS),
        sound=_one_of(get("sound"), SOUNDS),
        getting_ready=_one_of(get("getting_ready"), GETTING_READY),
        counting=_one_of(get("counting"), COUNTINGS),
        notices=bool(get("notices")),
        conditions=frozenset(_texts(get("conditions"))),
        conditions_asked=frozenset(_texts(get("conditions_asked"))),
        medicines=_stated(get("medicines")),
        inflammatory_signs=_stated(get("inflammatory_signs")),
        birth_year=_whole(get("birth_year")),
        pain_since=_whole(get("pain_since")),
        fluid_limit=_yes_or_no(get("fluid_limit")),
        emergency_number=_text(get("emergency_number")),
        region=_one_of(get("region"), REGIONS),
        clock=_one_of(get("clock"), CLOCKS),
        units=_one_of(get("units"), UNITS),
        equipment=_stated(get("equipment")),
        fields_off=frozenset(_texts(get("fields_off"))),
        diet_pattern=_tags(pattern) if isinstance(pattern, dict) else _text(pattern),
        baseline_from=iso_day(get("baseline_from")),
        keys_told=frozenset(_texts(get("keys_told"))),
        boundaries_seen=bool(get("boundaries_seen")),
        overdoing_told=iso_day(get("overdoing_told")),
        week_looked=iso_day(get("week_looked")),
        advice_shown=_days(get("advice_shown")),
        advice_times=_showings(get("advice_times")),
        pages_offered=_days(get("pages_offered")),
        pages_read=_days(get("pages_read")),
        beliefs_offered=iso_day(get("beliefs_offered")),
        minutes_a_day=_minutes_a_day(get("minutes_a_day")),
        goal=_text(get("goal")),
        worry=_text(get("worry")),
        days_are=_one_of(get("days_are"), DAYS_ARE),
        pain_lasts=_one_of(get("pain_lasts"), PAIN_LASTS),
        usual_bed=_time_of_day(get("usual_bed")),
        usual_up=_time_of_day(get("usual_up")),
        course_wish=_text(get("course_wish")),
        introduced=iso_day(get("introduced")),
        flare_plan=_flare_words(get("flare_plan")),
        player=get("player"),
    )


def stored_value(value: object) -> Any:
    """A setting's value as the file holds it: days as texts, a set as a sorted list."""
    plain = sorted(value) if isinstance(value, frozenset | set) else value
    return msgspec.json.decode(msgspec.json.encode(plain))


def _one_of(value: object, known: tuple[T, ...]) -> T:
    return next((each for each in known if each == value), known[0])


def _text(value: object) -> str:
    return value if isinstance(value, str) and value.strip() else ""


def _texts(value: object) -> Iterator[str]:
    yield from (each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _minutes_a_day(value: object) -> int | None:
    known = _whole(value)
    return known if known is not None and 1 <= known <= LONGEST_MINUTES_A_DAY else None


def _time_of_day(value: object) -> str:
    try:
        return msgspec.convert(value, TimeOfDay)
    except msgspec.ValidationError:
        return ""


def _stated(value: object) -> frozenset[str] | None:
    """What was stated; empty where it was none of them, None where nothing was said."""
    return frozenset(_texts(value)) if isinstance(value, list) else None


def _yes_or_no(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _tags(value: Mapping[str, object]) -> DietTags:
    """Each tag once, in the order in which they stand."""
    favor, limit = (
        tuple(dict.fromkeys(tag for tag in _texts(value.get(name)) if tag.strip()))
        for name in ("favor", "limit")
    )
    return DietTags(favor, limit)


def _showings(value: object) -> Mapping[str, Showing]:
    held = value if isinstance(value, dict) else {}
    return {str(key): found for key, stored in held.items() if (found := _showing(stored))}


def _showing(value: object) -> Showing | None:
    try:
        found = msgspec.convert(value, Showing)
    except msgspec.ValidationError:
        return None
    return found if found.times >= 1 else None


def _flare_words(value: object) -> FlareWords:
    """What can be read of it: lines that are texts, and the first three of them."""
    held = value if isinstance(value, dict) else {}
    lines = (line.strip() for line in _texts(held.get("lines")))
    return FlareWords(
        lines=tuple(line for line in lines if line)[:FLARE_LINES],
        call=_text(held.get("call")).strip(),
        person=_text(held.get("person")),
        routine=_text(held.get("routine")),
        written=iso_day(held.get("written")),
    )


def _days(value: object) -> Mapping[str, dt.date]:
    held = value if isinstance(value, dict) else {}
    return {str(key): day for key, text in held.items() if (day := iso_day(text))}
