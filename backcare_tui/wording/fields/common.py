"""Fields that several records have."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from backcare_tui.library.scales import mood_word
from backcare_tui.text import say_day, say_minutes, say_moment, say_near_day, with_times
from backcare_tui.wording.entries import say_area
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.field import RecordField, ShellOption, Tell
from backcare_tui.wording.fields.read import area, moment, scaled

DAYS_HINT = "today, mon, 2026-11-21"


def at(record: type[msgspec.Struct], *, is_asked: bool = True) -> RecordField:
    """When it was."""
    when = "such as 08:10, 'yesterday 22:30' or '3h ago'; now if not stated"
    return RecordField(
        record,
        "at",
        "When",
        "yesterday 22:30, 3h ago, mon 8:00",
        reads=moment,
        says=near_moment,
        option=ShellOption("--at", "WHEN", when),
        tells=elsewhere,
        is_asked=is_asked,
    )


def note(record: type[msgspec.Struct]) -> RecordField:
    """Anything worth keeping; it stands below the other details, as it was typed."""
    option = ShellOption("--note", "TEXT", "anything worth keeping; - reads standard input")
    return RecordField(record, "note", "Note", option=option, tells=elsewhere)


def areas(record: type[msgspec.Struct], told: str) -> RecordField:
    """Places on the body map."""
    return RecordField(
        record,
        "areas",
        "Where",
        reads=area,
        says=lambda ids, _context: ", ".join(map(say_area, ids)),
        shape="set",
        option=ShellOption("--area", "WORD", "where, such as lower-back-l or 'lower back left'"),
        told=told,
    )


def mood(record: type[msgspec.Struct], name: str, label: str, option: str = "") -> RecordField:
    """How the mood was, 1 to 5 or its word."""
    return RecordField(
        record,
        name,
        label,
        "1 to 5",
        reads=scaled("moods", record, name),
        says=lambda mood, _context: mood_word(mood),
        option=ShellOption(option, "1-5", "1 very low to 5 very good") if option else None,
    )


def elsewhere(_record: Any, _context: FieldContext) -> Iterable[tuple[str, str]]:
    """No line of its own: the entry's one line says it, or the line of another field."""
    return ()


def line(name: str, say: Callable[[Any], str]) -> Tell:
    """One line with what is said of a record; none where that is nothing."""

    def tell(record: Any, _context: FieldContext) -> Iterable[tuple[str, str]]:
        said = say(record)
        return [(name, said)] if said else []

    return tell


def itself(value: Any, _context: FieldContext) -> str:
    """The value as it is."""
    return str(value)


def clock_time(time: str, _context: FieldContext) -> str:
    """A time of day as it is said here; of a draft, which may hold anything, what is one."""
    return with_times(time)


def length(minutes: float, _context: FieldContext) -> str:
    """Minutes as people say them: `1 h 10`."""
    return say_minutes(minutes)


def near_moment(at: dt.datetime, context: FieldContext) -> str:
    """A moment from today's point of view."""
    return say_moment(at, context.clock.today())


def near_day(day: dt.date, context: FieldContext) -> str:
    """A day from today's point of view: `yesterday`."""
    return say_near_day(day, context.clock.today())


def plain_day(day: dt.date, context: FieldContext) -> str:
    """A day as `Mon 23 Nov`."""
    return say_day(day, context.clock.today())


def of_ten(told: str, name: str) -> Tell:
    """One line with a number of a scale to ten: `Effort: 4 of 10`."""

    def tell(record: Any, _context: FieldContext) -> Iterable[tuple[str, str]]:
        number = getattr(record, name)
        return [] if number is None else [(told, f"{number} of 10")]

    return tell
