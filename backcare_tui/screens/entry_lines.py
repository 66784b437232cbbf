"""The lines of an entry's form: which fields, how each is read, and how it is read back."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from backcare_tui.diary.care import Course
from backcare_tui.diary.record import Record
from backcare_tui.diary.records import Feeling, Plan, Session
from backcare_tui.diary.trials import Trial
from backcare_tui.diary.values import read_value
from backcare_tui.diary.when import Clock, read_day, read_length, read_when
from backcare_tui.library.taxonomy import Kind, area_name, find_area, find_word, name_of
from backcare_tui.text import say_minutes, say_near_day

Reader = Callable[[str], Any]
Sayer = Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the form."""

    field: str
    label: str
    hint: str = ""
    words: Kind | None = None
    """The list that its words are ids of, if any."""


WHEN = Line("at", "When", "yesterday 22:30, 3h ago, mon 8:00")
BEFORE = Line("pain_before", "Pain before", "0 to 10")
AFTER = Line("pain_after", "Pain after", "0 to 10")
LINES: dict[type[Record], tuple[Line, ...]] = {
    Session: (
        WHEN,
        Line("routine", "Routine", "morning-loosen-up"),
        Line("done_s", "Length", "6 min"),
        BEFORE,
        AFTER,
        Line("effort", "How hard", "0 not at all, 10 as hard as you can"),
        Line("leg", "In the leg", "none, same, moved-up, farther-down, new, numb"),
    ),
    Feeling: (WHEN, Line("mood", "Mood", "1 to 5"), Line("words", "In words", "tired, calm")),
    Course: (
        Line("treatment", "Treatment", "massage", "treatments"),
        Line("started", "Started", "2026-11-21, mon, 3 days ago"),
        Line("planned_visits", "Visits planned", "such as 4"),
        Line("days", "Within days", "such as 42"),
        Line("baseline", "Pain at start", "0 to 10"),
        Line("goal", "Goal", "sit through a film"),
        Line("person", "With", "a name"),
        Line("ended", "Ended", "when it is over"),
        Line("outcome", "Outcome", "in your words"),
    ),
    Plan: (
        Line("routine", "Routine", "morning-loosen-up"),
        Line("treatment", "or treatment", "massage", "treatments"),
        Line("days", "On", "mon, wed, fri"),
        Line("time", "At", "07:30"),
        Line("since", "From", "2026-11-21"),
        Line("until", "Until", "if it ends"),
    ),
    Trial: (Line("stopped", "Ended early on", "when it was"),),
}
"""What can be filled in of each kind, in this order; whoever takes notes has a note as well."""

KIND_NAMES: dict[type[Record], str] = {
    Session: "session",
    Feeling: "note",
    Course: "course",
    Plan: "plan",
    Trial: "trial",
}


def reader(kind: type[Record], line: Line, clock: Clock) -> Reader:
    """What reads a line's text; it raises ValueError with a sentence."""
    special: dict[str, Reader] = {
        "at": partial(read_when, clock=clock),
        "started": partial(read_day, clock=clock),
        "ended": partial(read_day, clock=clock),
        "stopped": partial(read_day, clock=clock),
        "areas": _read_areas,
        "tags": _read_tags,
        "done_s": _read_seconds,
        "minutes": read_length,
    }
    if line.field in special:
        return special[line.field]
    if line.words:
        return partial(find_word, line.words)
    return partial(read_value, kind, line.field)


def sayer(line: Line, today: dt.date) -> Sayer:
    """How what was understood is echoed; nothing where the text says it already."""
    special: dict[str, Sayer] = {
        "at": partial(say_moment, today=today),
        "started": partial(say_near_day, today=today),
        "ended": partial(say_near_day, today=today),
        "areas": lambda ids: ", ".join(map(area_name, ids)),
        "tags": lambda ids: ", ".join(name_of("tags", tag) for tag in ids),
        "done_s": lambda seconds: say_minutes(seconds / 60),
        "minutes": say_minutes,
    }
    if line.words and line.field not in special:
        return partial(name_of, line.words)
    return special.get(line.field, lambda _value: "")


def write_text(field: str, value: object) -> str:
    """A value of a document as the text of its line."""
    match value:
        case None:
            return ""
        case list() | tuple():
            return ", ".join(map(str, value))
        case int() if field == "done_s":
            return _say_seconds(value)
        case float():
            return f"{value:g}"
        case _:
            return str(value)


def say_moment(at: dt.datetime, today: dt.date) -> str:
    """A moment as a person reads it back: `Sun 22 Nov, 22:30`."""
    return f"{say_near_day(at.date(), today)}, {at:%H:%M}"


def _read_areas(text: str) -> tuple[str, ...]:
    return tuple(find_area(part).id for part in _parts(text))


def _read_tags(text: str) -> tuple[str, ...]:
    return tuple(find_word("tags", part) for part in _parts(text))


def _read_seconds(text: str) -> int:
    """Seconds from a length such as `6 min`, `5 min 50 s` or `50 s`."""
    if not (found := re.fullmatch(r"(?:(.*\S)\s+)?(\d{1,2})\s*s", text.strip())):
        return read_length(text) * 60
    return (read_length(found[1]) * 60 if found[1] else 0) + int(found[2])


def _say_seconds(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    parts = (f"{minutes} min" if minutes else "", f"{rest} s" if rest else "")
    return " ".join(filter(None, parts)) or "0 min"


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
