"""A little more or less of what a line holds, for a hand that has no keys: `- +` beside it.

What a line holds is found by reading: nothing is to be declared, and words have no steps.
"""

import datetime as dt
import re
from collections.abc import Callable
from itertools import chain

from textual.content import Content

from backcare_tui.diary.values import minute_of_day
from backcare_tui.text import say_time, with_times, write_moment
from backcare_tui.widgets.clickable import clickable

STEPS_WIDTH = 4
"""Cells of `- +` with the gap before it."""
DAY_MIN = 24 * 60
TIME_MIN, MOMENT_MIN = 5, 15
"""Minutes of a step of a time of day, and of a moment."""
NUMBERS = ("0", "1", "30", "8 fl oz", "1970")
"""Where a number may begin, the first that can be read; one of them is a glass in ounces, the last a year."""
NOON = "12:00"
FIRST_YEAR = 1900
_NUMBER = re.compile(r"\d+")
_WITH_UNIT = re.compile(r"(\d+)( [a-z][a-z ]*)")


def draw_steps(width: int) -> Content:
    """`- +` at the end of so many cells; a click on one is the action `step` of what draws it."""
    steps = Content(" ").join([clickable("-", "step(-1)"), clickable("+", "step(1)")])
    return steps.pad_left(max(width - STEPS_WIDTH + 1, 0))


def start_of(read: Callable[[str], object]) -> str:
    """What an empty line can begin with; nothing for one of words."""
    for text in chain(("now", "today", "noon"), NUMBERS):
        value = _read(read, text)
        is_moment = text == "now" and isinstance(value, dt.datetime)
        is_day = text == "today" and isinstance(value, dt.date)
        is_time = text == "noon" and value == NOON
        is_number = text in NUMBERS and isinstance(value, int | float)
        if is_time:
            return NOON
        if (is_moment or is_day or is_number) and not isinstance(value, bool):
            return text
    return ""


def stepped(read: Callable[[str], object], text: str, start: str, by: int) -> str | None:
    """The text of a little more (1) or less (-1); None where that cannot be.

    >>> stepped(str, "23:10", "12:00", -1)
    '23:05'
    >>> stepped(int, "45", "0", 1), stepped(int, "", "0", 1)
    ('50', '0')

    A unit that was typed stays: of `8 fl oz` comes `9 fl oz`.
    """
    value = _read(read, text.strip()) if text.strip() else None
    after = with_times(start) if value is None else _after(value, text.strip(), start, by)
    return after if after and _read(read, after) is not None else None


def _read(read: Callable[[str], object], text: str) -> object:
    try:
        return read(text)
    except ValueError:
        return None


def _after(value: object, text: str, start: str, by: int) -> str:
    match value:
        case dt.datetime():
            minutes = _next(value.hour * 60 + value.minute, MOMENT_MIN, by)
            return write_moment(value.replace(hour=0, minute=0) + dt.timedelta(minutes=minutes))
        case dt.date():
            return (value + dt.timedelta(days=by)).isoformat()
        case str() if start == NOON:
            minutes = _next(minute_of_day(value), TIME_MIN, by) % DAY_MIN
            return say_time(dt.time(*divmod(minutes, 60)))
        case int() | float() if found := _WITH_UNIT.fullmatch(text):
            return f"{_next(int(found[1]), _size(int(found[1]), by), by)}{found[2]}"
        case int() | float() if _NUMBER.fullmatch(text) or _NUMBER.fullmatch(str(value)):
            number = int(text if _NUMBER.fullmatch(text) else str(value))
            return str(_next(number, _size(number, by), by))
    return ""


def _next(number: int, size: int, by: int) -> int:
    """The next whole step up or down."""
    return (number // size + 1) * size if by > 0 else (number - 1) // size * size


def _size(number: int, by: int) -> int:
    """How much a step of a number is: of few one, of many more; years go one by one."""
    if number >= FIRST_YEAR:
        return 1
    near = number if by > 0 else number - 1
    return 1 if near < 10 else 5 if near < 100 else 10
