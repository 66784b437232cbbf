"""Settings as the file holds them: typed for who asks, and what cannot be read counts as absent."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, cast

import msgspec

from backcare_tui.diary.settings import (
    CLOCKS,
    COUNTINGS,
    DAYS_ARE,
    FLARE_LINES,
    GETTING_READY,
    LONGEST_MINUTES_A_DAY,
    PAIN_LASTS,
    REGIONS,
    SOUNDS,
    UNITS,
    WEEK_STARTS,
    DietTags,
    FlareWords,
    SettingName,
    Settings,
    Showing,
)
from backcare_tui.diary.values import TimeOfDay
from backcare_tui.diary.when import iso_day

T = TypeVar("T")


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
        device_names=_names(get("device_names")),
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


def _names(value: object) -> Mapping[str, str]:
    held = value if isinstance(value, dict) else {}
    return {str(key): name for key, stored in held.items() if (name := _text(stored))}


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
