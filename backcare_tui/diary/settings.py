"""What a person set, stated or has seen, typed; a stored value that cannot be read counts as absent."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypeVar, cast, get_args

import msgspec

from backcare_tui.diary.when import iso_day

SettingName = Literal[
    "advice_shown",
    "baseline_from",
    "birth_year",
    "boundaries_seen",
    "calm",
    "conditions",
    "conditions_asked",
    "diet_pattern",
    "emergency_number",
    "equipment",
    "fluid_limit",
    "inflammatory_signs",
    "medicines",
    "pain_since",
    "player",
    "region",
    "sound",
    "theme",
    "week_looked",
    "week_start",
]
"""The name of each setting in the file, and of its field in `Settings`."""
WeekStart = Literal["mon", "sun"]
Sound = Literal["bell", "voice", "silent"]
RegionId = Literal["", "us", "ca", "uk", "ie", "europe", "au", "nz", "elsewhere"]
"""Where a person lives, as far as numbers to call and words go; empty where that was never said."""

WEEK_STARTS: tuple[WeekStart, ...] = ("mon", "sun")
SOUNDS: tuple[Sound, ...] = ("bell", "voice", "silent")
REGIONS: tuple[RegionId, ...] = get_args(RegionId)

T = TypeVar("T")


class DietTags(msgspec.Struct, frozen=True):
    """A person's own pattern of eating, as tags of food."""

    favor: tuple[str, ...] = ()
    limit: tuple[str, ...] = ()


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
    conditions: frozenset[str] = frozenset()
    """The ids of the conditions that a person stated."""
    conditions_asked: frozenset[str] = frozenset()
    """The ids of the conditions that a person was asked about."""
    medicines: frozenset[str] = frozenset()
    """The ids of the sorts of medicine that are taken for long."""
    inflammatory_signs: frozenset[str] = frozenset()
    """The ids of the features of an inflammatory cause that a person named."""
    birth_year: int | None = None
    pain_since: int | None = None
    """The year in which the pain began."""
    fluid_limit: bool = False
    """Whether a doctor limits what may be drunk."""
    emergency_number: str = ""
    """The person's own number to call."""
    region: RegionId = ""
    """Where they live; `library.regions` has its words."""
    equipment: frozenset[str] | None = None
    """The ids of what there is to exercise with; None where that was never said."""
    diet_pattern: str | DietTags = ""
    """The id of a pattern of the library, or one's own."""
    baseline_from: dt.date | None = None
    """The day from which pain is compared with how it was at first."""
    boundaries_seen: bool = False
    """Whether it was read what backcare is not."""
    week_looked: dt.date | None = None
    """The first day of the last week that was looked at once it was ready."""
    advice_shown: Mapping[str, dt.date] = {}
    """The day on which each piece of advice was last shown, by its key."""
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
        conditions=frozenset(_texts(get("conditions"))),
        conditions_asked=frozenset(_texts(get("conditions_asked"))),
        medicines=frozenset(_texts(get("medicines"))),
        inflammatory_signs=frozenset(_texts(get("inflammatory_signs"))),
        birth_year=_whole(get("birth_year")),
        pain_since=_whole(get("pain_since")),
        fluid_limit=get("fluid_limit") is True,
        emergency_number=_text(get("emergency_number")),
        region=_one_of(get("region"), REGIONS),
        equipment=_equipment(get("equipment")),
        diet_pattern=_tags(pattern) if isinstance(pattern, dict) else _text(pattern),
        baseline_from=iso_day(get("baseline_from")),
        boundaries_seen=bool(get("boundaries_seen")),
        week_looked=iso_day(get("week_looked")),
        advice_shown=_days(get("advice_shown")),
        player=get("player"),
    )


def stored_value(value: object) -> Any:
    """A setting's value as the file holds it: days as texts, a set as a sorted list."""
    plain = sorted(value) if isinstance(value, frozenset) else value
    return msgspec.json.decode(msgspec.json.encode(plain))


def _one_of(value: object, known: tuple[T, ...]) -> T:
    return next((each for each in known if each == value), known[0])


def _text(value: object) -> str:
    return value if isinstance(value, str) and value.strip() else ""


def _texts(value: object) -> Iterator[str]:
    yield from (each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _equipment(value: object) -> frozenset[str] | None:
    return frozenset(map(str, value)) if isinstance(value, list) else None


def _tags(value: Mapping[str, object]) -> DietTags:
    """Each tag once, in the order in which they stand."""
    favor, limit = (
        tuple(dict.fromkeys(tag for tag in _texts(value.get(name)) if tag.strip()))
        for name in ("favor", "limit")
    )
    return DietTags(favor, limit)


def _days(value: object) -> Mapping[str, dt.date]:
    held = value if isinstance(value, dict) else {}
    return {str(key): day for key, text in held.items() if (day := iso_day(text))}
