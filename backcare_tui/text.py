"""How people read it: lengths, dates, counts; and how control characters are made harmless."""

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Iterable, Sequence

from backcare_tui.customs import customs

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

# Explicit and implicit direction overrides can make a line read as what it is not (Unicode TR 36).
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str, *, lines: bool = False) -> str:
    """A person's text, safe to print: control characters and direction overrides shown as `\ufffd`.

    Args:
        text: Any text, such as a note from an imported file.
        lines: Keep line breaks; otherwise they, and tabs, become single spaces.
    """
    if text.isascii() and text.isprintable():
        return text
    kept = []
    for char in text.replace("\r\n", "\n").replace("\r", "\n"):
        if char == "\n":
            kept.append("\n" if lines else " ")
        elif char == "\t":
            kept.append(" ")
        elif char in _DIRECTION or unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}:
            kept.append("\ufffd")
        else:
            kept.append(char)
    return "".join(kept)


def shortened(text: str, width: int) -> str:
    """The text on one line within `width` characters, with an ellipsis where it was cut."""
    line = clean(text).strip()
    return line if len(line) <= width else line[: max(width - 1, 0)].rstrip() + "…"


def spelled(text: str) -> str:
    """A text without what people type differently: case, dashes and marks."""
    return " ".join(re.findall(r"\w+", clean(text).casefold().replace("_", " ")))


def nearest(word: str, known: Iterable[str], most: int, alike: float) -> list[str]:
    """The known words that are spelled most like one, the nearest first.

    Args:
        word: As it was typed.
        known: What it may have been meant to be.
        most: How many are given at most.
        alike: How near they have to be, from 0 for anything to 1 for the same, as difflib has it.
    """
    import difflib  # noqa: PLC0415 - only a misspelled word needs it

    return difflib.get_close_matches(word, list(known), n=most, cutoff=alike)


DECIMAL = r"[0-9]{1,9}(?:[.,][0-9]{1,9})?"
"""A number as people type it, to stand in a pattern; `read_decimal` reads it."""


def read_decimal(text: str) -> float:
    """A number with a decimal point or a decimal comma, which are the same wherever one is typed.

    >>> read_decimal("1,5"), read_decimal("1.5"), read_decimal("300")
    (1.5, 1.5, 300.0)

    Raises:
        ValueError: For anything else, such as `1,234.5`.
    """
    if not re.fullmatch(DECIMAL, text.strip()):
        raise ValueError(text)
    return float(text.replace(",", "."))


def read_whole(text: str, low: int, high: int) -> int | None:
    """The whole number of a range that a text is, in plain digits; None for any other, however long.

    >>> read_whole("7", 1, 14), read_whole("15", 1, 14), read_whole("-1", 0, 14), read_whole("9" * 5000, 0, 14)
    (7, None, None, None)
    """
    # Without a limit Python refuses to read what has thousands of digits.
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(high))
    return number if is_number and low <= (number := int(text)) <= high else None


def with_points(words: str) -> str:
    """Words with decimal points in the place of decimal commas; what may be thousands stays.

    >>> with_points("0,5 g"), with_points("1,500 mg")
    ('0.5 g', '1,500 mg')
    """
    return re.sub(r"(?<![\d,])(\d+),(\d{1,2}|\d{4,})(?![\d,])", r"\1.\2", words)


def say_minutes(minutes: float) -> str:
    """A length as people say it, to the nearest minute, a half one up: `6 h 40`, `45 min`, `7 h`.

    >>> [say_minutes(each) for each in (4.5, 5.4, 5.5, 400)]
    ['5 min', '5 min', '6 min', '6 h 40']
    """
    hours, rest = divmod(whole_minutes(minutes), 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02}" if rest else f"{hours} h"


def whole_minutes(minutes: float) -> int:
    """The minutes that are said of a length: a difference of two is that of what a reader sees."""
    return math.floor(minutes + 0.5)


def say_total(minutes: float | None, known: int, of: int) -> str:
    """How long some things took, to stand after their number; empty where no length is known.

    >>> say_total(62, 4, 4)
    ', 1 h 02 in all'
    >>> say_total(4, 1, 4)
    ', 4 min in 1 of them'

    Args:
        minutes: The sum of the lengths that are known.
        known: Of how many that is.
        of: How many there are.
    """
    if not minutes:
        return ""
    return f", {say_minutes(minutes)} in {'all' if known == of else f'{known} of them'}"


def say_planned(done: int, planned: int) -> str:
    """How far a plan was kept to: `2 of 3 planned`, `3 of 3 planned and 1 more`."""
    more = f" and {done - planned} more" if done > planned else ""
    return f"{min(done, planned)} of {planned} planned{more}"


def say_day(day: dt.date, today: dt.date | None = None) -> str:
    """A day as `Mon 23 Nov`, with the year where it is not this one."""
    year = "" if today is None or day.year == today.year else f" {day.year}"
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}{year}"


def say_date(day: dt.date) -> str:
    """A day with its year, for a page that is read later, too: `Mon 23 Nov 2026`."""
    return f"{say_day(day)} {day.year}"


DAY_WIDTH = len("Mon 23 Nov")
"""The cells of a day in a list of days."""


def say_list_day(day: dt.date, today: dt.date) -> str:
    """A day in a list of days, `DAY_WIDTH` wide: `Mon  9 Nov`, in another year `23 Dec 2025`."""
    month = MONTHS[day.month - 1]
    if day.year == today.year:
        return f"{WEEKDAYS[day.weekday()]} {day.day:>2} {month}"
    return f"{day.day:>2} {month} {day.year}"


def say_near_day(day: dt.date, today: dt.date) -> str:
    """A day from today's point of view: `today`, `yesterday`, else as `say_day`."""
    near = {0: "today", 1: "yesterday"}
    return near.get((today - day).days) or say_day(day, today)


def say_moment(at: dt.datetime, today: dt.date) -> str:
    """A moment from today's point of view: `Sun 22 Nov, 22:30`, `today, 08:12`."""
    return f"{say_near_day(at.date(), today)}, {say_time(at)}"


def say_soon(day: dt.date, today: dt.date) -> str:
    """A day to come: `today`, `Thu` within the week, else as `say_day`."""
    if day == today:
        return "today"
    if 0 < (day - today).days < 7:
        return WEEKDAYS[day.weekday()]
    return say_day(day, today)


def sentence_case(words: str) -> str:
    """The words with a capital at the front, the rest as it is."""
    return words[:1].upper() + words[1:]


def within(words: str) -> str:
    """The words as they stand within a sentence: with a small letter, unless letters stand for words.

    >>> within("Deep tissue"), within("TENS")
    ('deep tissue', 'TENS')
    """
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


TIME_OF_DAY = re.compile(r"(?<![\w:.])([01]\d|2[0-3]):[0-5]\d(?![\w:])")
"""A time of day as the file has it, within words."""


def write_moment(at: dt.datetime) -> str:
    """A moment as it is typed into a field, which reads it again: `2026-11-23 08:12`, `2026-11-23 8:12 am`."""
    return f"{at.date()} {say_time(at)}"


def write_time(at: dt.datetime | dt.time) -> str:
    """A time of day as the file has it, and what reads it again: `08:12`, whatever the customs are."""
    return f"{at.hour:02}:{at.minute:02}"


def say_time(at: dt.datetime | dt.time | str) -> str:
    """A time of day as people say it here: `21:30`, or `9:30 pm`; noon is `12:00 pm`, midnight `12:00 am`.

    Args:
        at: A moment, a time, or one as the file has it, HH:MM.
    """
    text = at if isinstance(at, str) else write_time(at)
    if customs().hours == 24:
        return text
    hour, _, minute = text.partition(":")
    before, hour_of_half = divmod(int(hour), 12)
    return f"{hour_of_half or 12}:{minute} {'pm' if before else 'am'}"


def say_list_time(at: dt.datetime | dt.time | str) -> str:
    """A time of day in a list of times, all of one width; none, an empty text, is as wide."""
    return (say_time(at) if at else "").rjust(time_width())


def time_width() -> int:
    """The cells of a time of day in a list."""
    return len("10:30 pm" if customs().hours == 12 else "22:30")


def with_times(words: str) -> str:
    """Words of ours, in which times of day stand as HH:MM, with each as it is said here.

    For what is kept or written once, such as a hint, and read by people of either custom. Never for a person's words.
    """
    if customs().hours == 24:
        return words
    return TIME_OF_DAY.sub(lambda found: say_time(found[0]), words)


def say_list(words: Sequence[str], last: str = "and") -> str:
    """Words in a row: `one`, `one and two`, `one, two and three`; `last` is the word before the last."""
    return f" {last} ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def say_count(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun: `1 night`, `3 nights`, `1 entry`, `2 entries`."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def say_times(count: int) -> str:
    """How often: `not once`, `once`, `twice`, `5 times`."""
    return {0: "not once", 1: "once", 2: "twice"}.get(count, f"{count} times")


def say_number(number: float) -> str:
    """A figure with at most one decimal, without a trailing zero: `4`, `4.3`."""
    return f"{round(number, 1) + 0.0:.1f}".removesuffix(".0")


def say_between(low: float, high: float) -> str:
    """Two figures and what lies between: `2.1 to 4.3`; one where both are said alike."""
    ends = dict.fromkeys((say_number(low), say_number(high)))
    return " to ".join(ends)


def name_of_id(routine: str) -> str:
    """A routine's id as a name: `Morning loosen up`."""
    return sentence_case(clean(routine).replace("-", " "))
