"""Times of day and lengths, as people type them."""

import datetime as dt
import re

from backcare_tui.customs import customs
from backcare_tui.diary.values import BadValue
from backcare_tui.text import DECIMAL, read_decimal, write_time

HALF = r"([ap])\.?(?:m\.?)?"
"""Which half of the day, as `am`, `p.m.` or `p`: a pattern."""
_TIME = rf"(\d{{1,2}}):(\d{{2}})\s*(?:{HALF})?|(\d{{1,2}}):?(\d{{2}})?\s*{HALF}"
_NAMED = {"noon": "12:00", "midnight": "0:00"}
_HALF_LATER = {**dict.fromkeys(range(6, 12), 12), 12: -12}
"""Hours by which a bare hour of going to bed is of the other half of the day: 6 to 11 and 12 (our own rule)."""
_NOT_A_TIME = "a time of day such as 08:10 or 22:30"


def read_time_of_day(text: str) -> str:
    """A time of day as HH:MM, from `7`, `0705`, `7:05`, `7:05 pm`, `705p`, `noon`; a bare number is of 24 hours.

    Raises:
        BadValue: For anything else.
    """
    words = re.sub(r"\.(?=\d)", ":", text.strip().lower())
    if re.fullmatch(r"\d{3,4}", words):
        words = f"{words[:-2]}:{words[-2:]}"
    elif re.fullmatch(r"\d{1,2}", words):
        words = f"{words}:00"
    time = time_of(words)
    if time is None:
        raise BadValue("time", text, _NOT_A_TIME)
    return write_time(time)


def read_bedtime(text: str) -> str:
    """A time at which people go to bed, as `read_time_of_day` has it, but where a clock has twelve hours.

    There a bare `10:30` is of the evening and a bare `12:15` just after midnight; `06:30`, with two digits, is not bare.

    Raises:
        BadValue: For anything else.
    """
    time = read_time_of_day(text)
    if customs().hours == 24 or not re.fullmatch(r"[1-9]\d?(?:[:.]?\d\d)?", text.strip()):
        return time
    hour, minute = map(int, time.split(":"))
    return f"{hour + _HALF_LATER.get(hour, 0):02}:{minute:02}"


def read_length(text: str) -> int:
    """A length in minutes, from `7h20`, `7 h 20 min`, `7.5h`, `7:20`, `45 min` or `45`.

    Raises:
        BadValue: For anything else, and for more than a day.
    """
    words = text.strip().lower()
    found = re.fullmatch(
        rf"(?:({DECIMAL})\s*(?:h|hours?|hrs?)|([0-9]{{1,2}}):(?=\d\d$))?\s*"
        r"(?:(\d{1,4})\s*(?:m|min|mins|minutes?)?)?",
        words,
    )
    allowed = "a length such as 7h20, 7.5h or 45 min, up to 24 hours"
    if not words or not found:
        raise BadValue("length", text, allowed)
    hours = read_decimal(found[1] or found[2] or "0")
    minutes = round(hours * 60) + int(found[3] or 0)
    if minutes > 24 * 60:
        raise BadValue("length", text, allowed)
    return minutes


def time_of(words: str) -> dt.time | None:
    """The time that words in small letters are, a bare number not among them; None for others."""
    if not (found := re.fullmatch(_TIME, _NAMED.get(words, words))):
        return None
    hour, minute = int(found[1] or found[4]), int(found[2] or found[5] or 0)
    half = found[3] or found[6]
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None
