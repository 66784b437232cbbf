"""What a week is made from, as it can be changed later: a row for each answer of the first minutes."""

from collections.abc import Callable, Mapping
from functools import partial

from backcare_tui.diary.settings import LONGEST_MINUTES_A_DAY, Settings
from backcare_tui.diary.times import read_bedtime, read_time_of_day
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.stated import NONE, NOT_STATED, Stated
from backcare_tui.library.taxonomy import find_word, name_of, words
from backcare_tui.text import clean, say_list, say_time

LATER, NEVER = "later", "never"
"""Wishes for a course that ask for none now."""
LONGEST_WORDS = 200
"""Characters of a goal or a worry."""
DAYS_SAID = {
    "sitting": "mostly sitting",
    "standing": "mostly standing",
    "lifting": "mostly lifting",
    "mixed": "some of each",
}
LASTS_SAID = {
    "under-6-weeks": "under 6 weeks",
    "6-to-12-weeks": "6 to 12 weeks",
    "over-12-weeks": "over 12 weeks",
}


def _minutes(text: str, _clock: Clock) -> int | None:
    if text.casefold() == NONE:
        return None
    number = text.casefold().removesuffix("min").strip()
    is_short = number.isdecimal() and len(number) <= len(str(LONGEST_MINUTES_A_DAY))
    if not (is_short and 1 <= int(number) <= LONGEST_MINUTES_A_DAY):
        raise BadValue("", text, f"a whole number from 1 to {LONGEST_MINUTES_A_DAY}, or {NONE}")
    return int(number)


def _words(text: str, _clock: Clock) -> str | None:
    typed = clean(text).strip()
    if typed.casefold() == NONE:
        return None
    if not typed or len(typed) > LONGEST_WORDS:
        raise BadValue("", typed, f"up to {LONGEST_WORDS} characters, or {NONE}")
    return typed


def _one(said: Mapping[str, str], text: str, _clock: Clock) -> str | None:
    """The id that is meant: by its beginning, or by how its words begin."""
    typed = text.casefold()
    if typed == NONE:
        return None
    found = [id_ for id_, words in said.items() if id_.startswith(typed) or words.startswith(typed)]
    if len(found) != 1:
        raise BadValue("", text, f"one of {say_list(tuple(said), 'or')}, or {NONE}")
    return found[0]


def _time(read: Callable[[str], str], text: str, _clock: Clock) -> str | None:
    return None if text.casefold() == NONE else read(text)


def _course(text: str, _clock: Clock) -> str | None:
    typed = text.casefold()
    if typed == NONE:
        return None
    found = typed if typed in {LATER, NEVER} else find_word("treatments", text)
    if found not in {LATER, NEVER, *(each.id for each in words("treatments"))}:
        raise BadValue("", text, f"a treatment such as massage, {LATER}, {NEVER} or {NONE}")
    return found


def _say_minutes(settings: Settings) -> str:
    return f"{settings.minutes_a_day} min" if settings.minutes_a_day else NOT_STATED


def _say_course(settings: Settings) -> str:
    wish = settings.course_wish
    if wish in {"", LATER, NEVER}:
        return {"": NOT_STATED, NEVER: "not wanted"}.get(wish, wish)
    return name_of("treatments", wish)


WEEK_ANSWERS = (
    Stated(
        "minutes_a_day",
        "Minutes a day",
        "No day of your week asks for more.",
        f"such as 10; {NONE} takes it back",
        _minutes,
        says=_say_minutes,
    ),
    Stated(
        "goal",
        "I want to",
        "What your week works toward.",
        f"such as: garden for half an hour; {NONE} takes it back",
        _words,
    ),
    Stated(
        "days_are",
        "My days",
        "Many small breaks suit a day of sitting, strength one of lifting.",
        f"sitting, standing, lifting or mixed; {NONE} takes it back",
        partial(_one, DAYS_SAID),
        says=lambda settings: DAYS_SAID.get(settings.days_are, NOT_STATED),
    ),
    Stated(
        "pain_lasts",
        "Pain for",
        "New pain is met more gently than one of years.",
        f"under 6 weeks, 6 to 12 weeks or over 12 weeks; {NONE} takes it back",
        partial(_one, LASTS_SAID),
        says=lambda settings: LASTS_SAID.get(settings.pain_lasts, NOT_STATED),
    ),
    Stated(
        "worry",
        "What worries me",
        "It decides what there is to read first.",
        f"a few words; {NONE} takes it back",
        _words,
    ),
    Stated(
        "usual_bed",
        "To bed about",
        "It stands in the form of the night, and decides when an evening routine fits.",
        f"such as 22:30; {NONE} takes it back",
        partial(_time, read_bedtime),
        tells=say_time,
    ),
    Stated(
        "usual_up",
        "Up about",
        "It stands in the form of the night.",
        f"such as 06:30; {NONE} takes it back",
        partial(_time, read_time_of_day),
        tells=say_time,
    ),
    Stated(
        "course_wish",
        "A course of",
        "A course that you want stands in your week until it is begun.",
        f"such as massage; later, never, or {NONE} to take it back",
        _course,
        says=_say_course,
    ),
)
"""In the order in which they are shown; `none` takes one back."""
