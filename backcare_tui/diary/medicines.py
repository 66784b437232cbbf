"""Medicines as a person types them, and when each was taken."""

import datetime as dt
import re
from collections.abc import Iterable

from backcare_tui.diary.records.pain import Feeling, Medicine, Pain
from backcare_tui.diary.times import read_time_of_day
from backcare_tui.diary.values import BadValue
from backcare_tui.text import say_time

_TIMED = re.compile(
    r"(.*?\S)\s+(?:(?:@|at\s)\s*([\d:.]+(?:\s*[ap]m)?)|(\d{1,2}:\d\d(?:\s*[ap]m)?))", re.IGNORECASE
)
"""What was taken, and when: after `@` or `at` however a time of day is typed, else with its colon."""


def read_medicine(words: str) -> Medicine:
    """A medicine from a person's words: `ibuprofen 400 mg`, `ibuprofen 400 mg 7:30`, `aspirin @ 9 pm`.

    The dose begins at the first part with a digit; what is not a time of day stays in it.
    """
    what, time = _parted(words)
    parts = what.split()
    start = next((n for n, part in enumerate(parts) if n and part[0].isdigit()), len(parts))
    return Medicine(" ".join(parts[:start]), " ".join(parts[start:]) or None, time)


def _parted(words: str) -> tuple[str, str | None]:
    """What was taken, and its time of day where there is one."""
    if not (found := _TIMED.fullmatch(words.strip())):
        return words, None
    try:
        return found[1], read_time_of_day(found[2] or found[3])
    except BadValue:
        return words, None


def write_medicine(medicine: Medicine) -> str:
    """A medicine as `read_medicine` takes it: `ibuprofen 400 mg 07:30`, by the clock that times are said by."""
    return f"{medicine.words} {say_time(medicine.time)}" if medicine.time else medicine.words


def taken_at(entry: Pain | Feeling, medicine: Medicine) -> dt.datetime:
    """When a medicine of an entry was taken: at its time of day, else when the entry says.

    A time of day that was still to come at the moment of the entry is that of the day before.
    """
    if medicine.time is None:
        return entry.at
    at = dt.datetime.combine(entry.at, dt.time.fromisoformat(medicine.time), entry.at.tzinfo)
    return at if at <= entry.at else at - dt.timedelta(days=1)


def taken_on(entries: Iterable[Pain | Feeling], day: dt.date) -> tuple[str, ...]:
    """The medicines of a day's entries with their doses, each once however often it was taken, in their order."""
    of_day = (each for entry in entries if entry.day == day for each in entry.medicines)
    return tuple(dict.fromkeys(each.words for each in of_day))
