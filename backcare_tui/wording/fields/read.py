"""Readers of the values that people type in words; each says in one sentence what it allows."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import msgspec

from backcare_tui.customs import customs
from backcare_tui.diary.medicines import read_medicine
from backcare_tui.diary.records.activity import ActiveDay
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.pain import Medicine, Pain
from backcare_tui.diary.times import read_bedtime, read_length, read_time_of_day
from backcare_tui.diary.values import BadValue, UnknownPlace, allowed_in, choices, read_value
from backcare_tui.diary.when import read_any_day, read_day, read_start, read_when
from backcare_tui.library.areas import find_area
from backcare_tui.library.measures import LITER_ML, OUNCE_ML, glass_ml
from backcare_tui.library.routines import LEAST_OF_ID, routine_called
from backcare_tui.library.taxonomy import WordKind, name_of, words
from backcare_tui.text import DECIMAL, clean, read_decimal, say_list, with_points
from backcare_tui.wording.fields.context import FieldContext


def moment(text: str, context: FieldContext) -> dt.datetime:
    """A moment gone by: `yesterday 22:30`, `3h ago`."""
    return read_when(text, context.clock)


def past_day(text: str, context: FieldContext) -> dt.date:
    """A day gone by, or today."""
    return read_day(text, context.clock)


def any_day(text: str, context: FieldContext) -> dt.date:
    """A day gone by or to come."""
    return read_any_day(text, context.clock)


def start(text: str, context: FieldContext) -> dt.date:
    """A day gone by, or to come within a year."""
    return read_start(text, context.clock)


def time_of_day(text: str, _context: FieldContext) -> str:
    """A time of day as HH:MM."""
    return read_time_of_day(text)


def bedtime(text: str, context: FieldContext) -> str:
    """A time of going to bed as HH:MM; in a form a bare `10:30` is of the evening where clocks have twelve hours."""
    return read_bedtime(text) if context.is_in_form else read_time_of_day(text)


def minutes(text: str, _context: FieldContext) -> int:
    """A length in minutes: `45`, `1h10`."""
    return read_length(text)


def step_count(text: str, _context: FieldContext) -> int:
    """Steps of a day, from `6200`, `6,200`, `6 200` or `6.2k`."""
    found = re.fullmatch(r"(\d{1,3})(?:[.,](\d))?k", "".join(text.casefold().split()))
    if found:
        return int(read_value(ActiveDay, "steps", f"{found[1]}{found[2] or 0}00"))
    grouped = re.fullmatch(r"\d{1,3}(?:[ ,.']\d{3})+", text.strip())
    plain = re.sub(r"\D", "", text) if grouped else text.strip()
    return int(read_value(ActiveDay, "steps", plain))


def seconds(text: str, _context: FieldContext) -> int:
    """A length in seconds, from `6`, which are minutes, `6 min`, `5 min 50 s` or `50 s`."""
    if not (found := re.fullmatch(r"(?:(.*\S)\s+)?(\d{1,2})\s*s", text)):
        return read_length(text) * 60
    return (read_length(found[1]) * 60 if found[1] else 0) + int(found[2])


def water(text: str, context: FieldContext) -> int:
    """Water in ml, from `300`, `300 ml`, `0.5 l`, `16 oz` as bottles of the US have it, or `2 glasses`."""
    is_us = customs().units == "us"
    found = re.fullmatch(rf"({DECIMAL})\s*([a-z][a-z ]*)?", text.casefold())
    measures = {**_ML, "glass": glass_ml(), "glasses": glass_ml()}
    if not found or (found[2] or "ml") not in measures:
        raise BadValue("water_ml", text, _WATER_US if is_us else _WATER)
    number = read_decimal(found[1])
    least = LEAST_BARE_BY_OUNCES if is_us and context.is_in_form else LEAST_BARE_ML
    if not found[2] and 0 < number < least:
        raise BadValue("water_ml", text, _CLEAR_US if is_us else _CLEAR)
    amount = str(round(number * measures[found[2] or "ml"]))
    return int(read_value(Meal, "water_ml", amount))


def water_hint() -> str:
    """What stands beside an empty line for water, in the measure of the place first."""
    return "16 fl oz, 2 glasses or ml" if customs().units == "us" else "ml, 2 glasses or 16 fl oz"


LEAST_BARE_ML, LEAST_BARE_BY_OUNCES = 20, 100
"""Below it a number alone is more likely glasses than milliliters, or ounces where those are used; a choice of ours."""
_WATER = "milliliters from 1 to 10000, glasses such as 2 glasses, or 16 fl oz"
_WATER_US = "an amount such as 16 fl oz, 2 glasses, or milliliters from 1 to 10000"
_CLEAR = "clear without a unit: 300 ml, 2 glasses, 0.5 l or 16 oz"
_CLEAR_US = "clear without a unit: 16 oz, 2 glasses or 300 ml"
_ML = {"ml": 1, "l": LITER_ML, "oz": OUNCE_ML, "fl oz": OUNCE_ML}
"""How many milliliters a measure has."""


def medicine(text: str, _context: FieldContext) -> Medicine:
    """A medicine with its dose and its time: `ibuprofen 400 mg 7:30`."""
    return read_medicine(with_points(text))


def area(text: str, _context: FieldContext) -> str:
    """The id of a place on the body map.

    Raises:
        UnknownPlace: For what is not a place, or may be several.
    """
    try:
        return find_area(text).id
    except ValueError as error:
        raise UnknownPlace(text, f"{error}.") from None


def routine(text: str, context: FieldContext) -> str:
    """The id of the routine that is meant; other words as they are: a swim is a session too."""
    return routine_called(text, context.routines)


def person(text: str, context: FieldContext) -> str:
    """The id of the one of the care team who is meant, by name or id; else the name as typed."""
    typed = " ".join(text.split())
    for each in context.people:
        if each.id == typed or clean(each.name).casefold() == clean(typed).casefold():
            return each.id
    begun = [each.id for each in context.people if each.id.startswith(typed.casefold())]
    return begun[0] if len(begun) == 1 and len(typed) >= LEAST_OF_ID else typed


def scaled(
    kind: WordKind, record: type[msgspec.Struct], name: str
) -> Callable[[str, FieldContext], int]:
    """Reads a number of a scale, or the word that it has: 3 or `firm`."""

    def read(text: str, _context: FieldContext) -> int:
        scores = {word: each.score for each in words(kind) for word in (each.id, each.name)}
        by_word = {word.casefold(): score for word, score in scores.items() if score is not None}
        found = by_word.get(text.casefold())
        return int(read_value(record, name, text)) if found is None else found

    return read


def pair(
    word: Callable[[str, FieldContext], str], value: Callable[[str], Any]
) -> Callable[[str, FieldContext], tuple[str, Any]]:
    """Reads `WORD:VALUE`: what stands before the last colon, and what after it, by these readers."""

    def read(text: str, context: FieldContext) -> tuple[str, Any]:
        before, _, after = (part.strip() for part in text.rpartition(":"))
        if not before or not after:
            raise BadValue("", text, "of the form WORD:VALUE")
        return word(before, context), value(after)

    return read


def severity(text: str) -> int:
    """A number from 0 to 10."""
    return int(read_value(Pain, "severity", text))


def closed_word(kind: Any, text: str, names: WordKind | None = None) -> str:
    """The word of a closed list that is meant: itself, its name, or how only it begins.

    Args:
        kind: The type that takes these words, such as `Relief`.
        text: As it was typed, in any case: `a little`.
        names: The list that has their names, if there is one.

    Raises:
        BadValue: None is meant, or more than one; the sentence names them all.
    """
    offered, typed = choices(kind), text.casefold()
    exact = [word for word in offered if word == "-".join(typed.split())]
    exact = exact or [
        word for word in offered if names and typed == name_of(names, word).casefold()
    ]
    found = exact or [word for word in offered if typed and word.startswith(typed)]
    if len(found) != 1:
        raise BadValue("", text, allowed_in(kind))
    return found[0]


def own_words(text: str, _context: FieldContext) -> str:
    """A person's own words."""
    return " ".join(text.split())


def sign(known: Callable[[], tuple[str, ...]]) -> Callable[[str, FieldContext], str]:
    """Reads a warning sign; another word is refused, as no rule would answer it."""

    def read(text: str, _context: FieldContext) -> str:
        id_ = text.casefold().replace("-", "_").replace(" ", "_")
        if id_ not in known():
            raise BadValue("flag", text, "a warning sign, as log check lists them")
        return id_

    return read


def somebody(context: FieldContext) -> str:
    """Whom a field of a person may name, for a sentence."""
    names = [clean(each.name) for each in context.people]
    return f"somebody of the care team{': ' + say_list(names, 'or') if names else ''}"
