"""What a person states about themselves: a row for each, which the screen and the shell share."""

from collections.abc import Callable, Iterable
from functools import cache, partial

from backcare_tui.diary.settings import RegionId, SettingName, Settings
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.profile import INFLAMMATORY_SIGNS
from backcare_tui.guidance.stated import (
    NONE,
    NOT_ASKED,
    NOT_STATED,
    Choices,
    Stated,
    bare,
    named_in,
)
from backcare_tui.library.exercises import exercises
from backcare_tui.library.regions import find_region, region, region_of
from backcare_tui.library.taxonomy import words
from backcare_tui.text import clean, say_count

OLDEST = 120
"""Years that a person may be old."""
LONGEST_NUMBER = 40
"""Characters of a number to call."""


def say_region(settings: Settings) -> str:
    """`United Kingdom`, or `not stated`."""
    return region(settings.region).name


def say_emergency(settings: Settings) -> str:
    """The number to call, one's own or the region's; that it is not stated where there is neither."""
    call = clean(region_of(settings).emergency)
    if call == region().emergency:
        return NOT_STATED
    return call if settings.emergency_number else f"{call}, that of your region"


def _say_conditions(settings: Settings) -> str:
    """Which are stated, and how many of the others are known not to be."""
    ids = {id_ for id_, _ in _conditions()}
    stated = settings.conditions
    open_ = len(ids - settings.conditions_asked - stated)
    denied = len(ids & settings.conditions_asked - stated)
    names = named_in(_conditions(), stated)
    if not names and not denied:
        return NOT_ASKED
    if not names:
        return f"none of {denied}; {open_} {NOT_ASKED}" if open_ else NONE
    others = [f"none of {say_count(denied, 'other')}"] if denied else []
    return "; ".join([names, *others, *([f"{open_} {NOT_ASKED}"] if open_ else [])])


def _ids(
    setting: SettingName, choices: Callable[[], Choices], text: str, _clock: Clock
) -> frozenset[str]:
    """The ids of the things that are named, by id, by name, or by how only one of them begins."""
    typed = [bare(part) for part in text.split(",") if part.strip()]
    if typed == [NONE]:
        return frozenset()
    return frozenset(_id(setting, choices(), part) for part in typed or [text])


def _id(setting: SettingName, choices: Choices, typed: str) -> str:
    called = {id_: (bare(id_), bare(name)) for id_, name in choices}
    exact = [id_ for id_, names in called.items() if typed in names]
    begun = [id_ for id_, names in called.items() if any(n.startswith(typed) for n in names)]
    found = exact or begun
    if len(found) != 1 or not typed:
        raise BadValue("", typed, f"one that `backcare about {setting}` lists, or {NONE} alone")
    return found[0]


def _year(text: str, clock: Clock) -> int | None:
    if text.casefold() == NONE:
        return None
    this_year = clock.today().year
    is_year = text.isdecimal() and len(text) <= len(str(this_year))
    if not (is_year and this_year - OLDEST <= int(text) <= this_year):
        raise BadValue("", text, f"from {this_year - OLDEST} to {this_year}, or {NONE}")
    return int(text)


def _number(text: str, _clock: Clock) -> str | None:
    """What is called, as the person writes it."""
    typed = clean(text).strip()
    if typed.casefold() == NONE:
        return None
    if len(typed) > LONGEST_NUMBER or not any(char.isdecimal() for char in typed):
        allowed = f"a number to call, up to {LONGEST_NUMBER} characters, or {NONE}"
        raise BadValue("", typed, allowed)
    return typed


def _region(text: str, _clock: Clock) -> RegionId | None:
    return None if text.casefold() == NONE else find_region(text)


def _switch(text: str, _clock: Clock) -> bool:
    found = {"yes": True, "no": False}.get(text.casefold())
    if found is None:
        raise BadValue("", text, "yes or no")
    return found


def _conditions() -> Choices:
    return tuple((word.id, word.name) for word in words("conditions"))


def _medicines() -> Choices:
    return tuple((word.id, word.name) for word in words("medicines") if word.id != "other")


def _signs() -> Choices:
    return tuple(INFLAMMATORY_SIGNS.items())


@cache
def _equipment() -> Choices:
    """What some exercise needs, the most needed first."""
    needed = [thing for each in exercises() for thing in each.equipment]
    known = ((word.id, word.name) for word in words("equipment") if word.id in needed)
    return tuple(sorted(known, key=lambda pair: -needed.count(pair[0])))


ABOUT = (
    Stated(
        "emergency_number",
        "Emergency number",
        "It is named wherever something needs help at once; without it, that of your region.",
        f"such as 112; {NONE} for that of your region",
        _number,
        says=say_emergency,
    ),
    Stated(
        "region",
        "Region",
        "So that numbers to call, medicines and drinks have the names of where you live. "
        "It is never guessed, and it stays here.",
        f"such as uk or Ireland; {NONE} takes it back",
        _region,
        says=say_region,
    ),
    Stated(
        "birth_year",
        "Year of birth",
        "From 70 on a small fall counts among the warning signs.",
        f"a year such as 1968; {NONE} takes it back",
        _year,
    ),
    Stated(
        "pain_since",
        "Pain since",
        "Back pain that began young may have causes that a doctor asks about (NICE NG65 2017).",
        f"a year such as 2019; {NONE} takes it back",
        _year,
    ),
    Stated(
        "inflammatory_signs",
        "How it behaves",
        "Four or more of them are worth a word with a doctor (NICE NG65 2017).",
        "",
        partial(_ids, "inflammatory_signs", _signs),
        question="Which of these hold for you?",
        choices=_signs,
    ),
    Stated(
        "medicines",
        "Medicines for long",
        "Some do not go well with alcohol. Nothing here says to start, stop or change one.",
        "",
        partial(_ids, "medicines", _medicines),
        question="Which do you take for weeks or longer?",
        choices=_medicines,
    ),
    Stated(
        "fluid_limit",
        "Drinks are limited",
        "Where a doctor limits what you drink, nothing on Today asks for a drink.",
        "yes or no",
        _switch,
    ),
    Stated(
        "equipment",
        "Equipment",
        "Exercises can be found by what you have at home.",
        "",
        partial(_ids, "equipment", _equipment),
        question="Which of these do you have?",
        choices=_equipment,
    ),
    Stated(
        "conditions",
        "Conditions",
        "Exercises and massage are chosen for them; some warning signs count more with them.",
        "",
        partial(_ids, "conditions", _conditions),
        says=_say_conditions,
        question="Do you have any of these?",
        choices=_conditions,
    ),
)
"""What is asked, in the order in which it is shown."""


def find_stated(name: str, among: Iterable[Stated] = ABOUT) -> Stated | None:
    """The row that a person means by its name in the file or its label; None where none is.

    Args:
        name: As it was typed.
        among: The rows; those that describe the person unless told.
    """
    called = bare(name)
    return next((row for row in among if called in {bare(row.setting), bare(row.label)}), None)


def stated(setting: str, among: Iterable[Stated] = ABOUT) -> Stated:
    """The row of a setting, by its name in the file.

    Raises:
        KeyError: It is none of these.
    """
    return {str(row.setting): row for row in among}[setting]
