"""The lines of an entry's form: which fields, how each is read, and how it is read back."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.pain import Feeling
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.trial import Trial
from backcare_tui.diary.values import read_value
from backcare_tui.diary.when import Clock, read_day, read_length, read_when
from backcare_tui.library.taxonomy import WordKind, area_name, find_area, find_word, name_of
from backcare_tui.text import say_minutes, say_near_day

Reader = Callable[[str], Any]
Sayer = Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One line of the form."""

    field: str
    label: str
    hint: str = ""
    words: WordKind | None = None
    """The list that its words are ids of, if any."""


WHEN = EntryLine("at", "When", "yesterday 22:30, 3h ago, mon 8:00")
BEFORE = EntryLine("pain_before", "Pain before", "0 to 10")
AFTER = EntryLine("pain_after", "Pain after", "0 to 10")
LINES: dict[type[Record], tuple[EntryLine, ...]] = {
    Session: (
        WHEN,
        EntryLine("routine", "Routine", "morning-loosen-up"),
        EntryLine("done_s", "Length", "6 min"),
        BEFORE,
        AFTER,
        EntryLine("effort", "How hard", "0 not at all, 10 as hard as you can"),
        EntryLine("leg", "In the leg", "none, same, moved-up, farther-down, new, numb"),
    ),
    Feeling: (
        WHEN,
        EntryLine("mood", "Mood", "1 to 5"),
        EntryLine("words", "In words", "tired, calm"),
    ),
    Course: (
        EntryLine("treatment", "Treatment", "massage", "treatments"),
        EntryLine("started", "Started", "2026-11-21, mon, 3 days ago"),
        EntryLine("planned_visits", "Visits planned", "such as 4"),
        EntryLine("days", "Within days", "such as 42"),
        EntryLine("baseline", "Pain at start", "0 to 10"),
        EntryLine("goal", "Goal", "sit through a film"),
        EntryLine("person", "With", "a name"),
        EntryLine("ended", "Ended", "when it is over"),
        EntryLine("outcome", "Outcome", "in your words"),
    ),
    Plan: (
        EntryLine("routine", "Routine", "morning-loosen-up"),
        EntryLine("treatment", "or treatment", "massage", "treatments"),
        EntryLine("days", "On", "mon, wed, fri"),
        EntryLine("time", "At", "07:30"),
        EntryLine("since", "From", "2026-11-21"),
        EntryLine("until", "Until", "if it ends"),
    ),
    Trial: (EntryLine("stopped", "Ended early on", "when it was"),),
}
"""What can be filled in of each kind, in this order; whoever takes notes has a note as well."""

KIND_NAMES: dict[type[Record], str] = {
    Session: "session",
    Feeling: "note",
    Course: "course",
    Plan: "plan",
    Trial: "trial",
}


def reader(kind: type[Record], line: EntryLine, clock: Clock) -> Reader:
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


def sayer(line: EntryLine, today: dt.date) -> Sayer:
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
