"""Daylio's CSV: a mood, activities and a note at a moment; four generations of columns.

It has no scale for pain. An activity such as "back pain" stays a word; no number is made of it.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Pain
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.when import Clock
from backcare_tui.exchange.batch import Batch, Gathering
from backcare_tui.exchange.formats.moments import in_the_past, read_clock, read_date
from backcare_tui.exchange.formats.table import SourceRow, SourceTable, table_format
from backcare_tui.exchange.formats.words import (
    areas_named,
    ids_or_words,
    is_pain_scale,
    known_word,
    names_back_pain,
    plain_text,
    say_how_often,
    whole_severity,
)
from backcare_tui.text import read_decimal, say_count

NEEDED = frozenset({"date", "weekday", "time", "mood", "activities"})
KNOWN = NEEDED | {"year", "full_date", "scales", "note_title", "note"}

MOODS = {"rad": 5, "good": 4, "meh": 3, "bad": 2, "awful": 1}
"""The five groups that a new Daylio starts with; its users may write other words."""

SLEEP = {"good sleep": 4, "medium sleep": 3, "bad sleep": 2}
"""The words of its own sleep group, as the words good, fair and poor of a night's quality."""

TAGS = {"fast food": "fast-food", "homemade": "home-cooked", "sweets": "sweets"}
DRINKS: Mapping[str, tuple[int | None, int | None]] = {"coffee": (1, None), "alcohol": (None, 1)}
"""A tick means one, as the words `coffee` and `alcohol` do in the diary's own quick entries."""

VISITS = {"physiotherapy": "physical-therapy", "chiropractor": "chiropractic"}
TREATMENTS = frozenset(
    {"massage", "physical-therapy", "chiropractic", "osteopathy", "acupuncture", "injection"}
)

_SCALE = re.compile(
    r"(?P<name>[^\d:=]+?) *[:=]? *(?P<value>\d{1,3}(?:[.,]\d{1,6})?)"
    r"(?: */ *(?P<top>\d{1,3}))?(?: *points?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One row, understood as far as its moment."""

    line: int
    day: dt.date
    time: dt.time
    at: dt.datetime
    mood: str
    activities: tuple[str, ...]
    scales: tuple[str, ...]
    note: str

    @property
    def key(self) -> str:
        """Day and time as the file has them, which are the same wherever it is read."""
        return f"{self.day} {self.time:%H:%M}"


def read_daylio(table: SourceTable, clock: Clock) -> Batch:
    """The entries of a Daylio export: feelings, and what its activities say of the rest."""
    entries = table.understood(lambda row: _entry(row, clock))
    found = table.gathering("daylio", KNOWN)
    has_pain_scale = _has_pain_scale(entries)
    sleep = _nights(entries, found)
    for entry in entries:
        _take(entry, found, sleep, has_pain_scale=has_pain_scale)
    found.notes += _notes(entries, has_pain_scale=has_pain_scale)
    return found.batch()


def _entry(row: SourceRow, clock: Clock) -> _Entry:
    day = read_date(row["full_date"] or f"{row['date']} {row['year']}", "date")
    time = read_clock(row["time"], "time")
    at = in_the_past(day, time, "date", clock)
    title, note = plain_text(row["note_title"]), plain_text(row["note"])
    return _Entry(
        line=row.line,
        day=day,
        time=time,
        at=at,
        mood=row["mood"],
        activities=_parts(row["activities"]),
        scales=_parts(row["scales"]),
        note="\n".join(text for text in (title, note) if text),
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in cell.split("|") if part.strip()))


def _take(
    entry: _Entry, found: Gathering, sleep: Mapping[dt.date, int], *, has_pain_scale: bool
) -> None:
    """Put each part of an entry where it belongs; what has no other place is the feeling."""
    rest: list[str] = []
    for activity in entry.activities:
        is_sleep = activity.lower() in SLEEP and entry.day in sleep
        if not is_sleep and not _taken_elsewhere(entry, activity, found):
            rest.append(activity)
    lines = [entry.note] if entry.note else []
    for scale in entry.scales:
        value = _pain_value(scale) if has_pain_scale else None
        severity = None if value is None else whole_severity(f"{value:f}")
        if severity is None:
            lines.append(f"Scale: {scale}")
        else:
            areas = areas_named(scale)
            pain = Pain(at=entry.at, severity=severity, areas=areas)
            found.take(entry.line, pain, f"{entry.key} pain {_scale_name(scale)}", scale)
    _take_feeling(entry, rest, lines, found)


def _take_feeling(
    entry: _Entry, activities: Sequence[str], lines: Sequence[str], found: Gathering
) -> None:
    mood = MOODS.get(entry.mood.lower())
    long = [f"Activity: {activity}" for activity in activities if len(activity) > 200]
    short = [activity for activity in activities if len(activity) <= 200]
    own = [f"Mood: {entry.mood}"] if entry.mood and mood is None else []
    note = "\n".join((*own, *lines, *long))
    words = ids_or_words(short, "mood_words", "activities")
    if mood or note or words:
        feeling = Feeling(at=entry.at, mood=mood, words=words, note=note or None)
        found.take(entry.line, feeling, f"{entry.key} feeling", entry.mood or None)


def _taken_elsewhere(entry: _Entry, activity: str, found: Gathering) -> bool:
    """Take an activity that is a meal, a drink or a treatment; False for any other."""
    word, key = activity.lower(), f"{entry.key} {activity.lower()}"
    if word in DRINKS:
        coffees, alcohol = DRINKS[word]
        meal = Meal(at=entry.at, meal="drink", coffees=coffees, alcohol_units=alcohol)
        found.take(entry.line, meal, key, activity)
        return True
    if tag := TAGS.get(word) or known_word(activity, "tags"):
        found.take(entry.line, Meal(at=entry.at, tags=(tag,)), key, activity)
        return True
    treatment = VISITS.get(word) or known_word(activity, "treatments")
    if treatment in TREATMENTS:
        found.take(entry.line, Visit(at=entry.at, treatment=treatment), key, activity)
        return True
    return False


def _nights(entries: Sequence[_Entry], found: Gathering) -> Mapping[dt.date, int]:
    """The quality of each night that its day's entries agree on; the others stay words."""
    said: dict[dt.date, dict[str, int]] = {}
    for entry in entries:
        for activity in entry.activities:
            if activity.lower() in SLEEP:
                said.setdefault(entry.day, {})[activity.lower()] = entry.line
    for day, words in said.items():
        if len(words) == 1:
            word, line = next(iter(words.items()))
            found.take(line, Night(night=day, quality=SLEEP[word]), f"{day} night", word)
    agreed = {day: SLEEP[next(iter(words))] for day, words in said.items() if len(words) == 1}
    if agreed:
        found.notes.append(
            f'{say_count(len(agreed), "night")} had "good", "medium" or "bad sleep"; taken as the '
            "quality 4, 3 or 2 of the night before."
        )
    if unclear := len(said) - len(agreed):
        found.notes.append(
            f"On {say_count(unclear, 'day')} the words for sleep differ; they were kept as words."
        )
    return agreed


def _scale_name(scale: str) -> str:
    match = _SCALE.fullmatch(scale)
    return match["name"].lower() if match else ""


def _pain_value(scale: str) -> float | None:
    """The number of a scale that is named pain; None where it is another or says another top."""
    match = _SCALE.fullmatch(scale)
    if match is None or match["top"] not in {None, "10"} or not is_pain_scale(match["name"]):
        return None
    return read_decimal(match["value"])


def _has_pain_scale(entries: Sequence[_Entry]) -> bool:
    """Whether every number for pain in the file fits 0 to 10; one that does not is a longer scale."""
    scales = [_pain_value(scale) for entry in entries for scale in entry.scales]
    values = [value for value in scales if value is not None]
    return bool(values) and max(values) <= 10


def _notes(entries: Sequence[_Entry], *, has_pain_scale: bool) -> list[str]:
    """How moods, pain and scales were understood."""
    notes = []
    if any(entry.mood.lower() in MOODS for entry in entries):
        notes.append("Moods: rad 5, good 4, meh 3, bad 2, awful 1.")
    own = Counter(e.mood for e in entries if e.mood and e.mood.lower() not in MOODS)
    if own:
        notes.append(f"Mood words kept in the note, without a number: {say_how_often(own)}.")
    pain = Counter(a for entry in entries for a in entry.activities if names_back_pain(a))
    if pain:
        count = say_count(pain.total(), "entry names", "entries name")
        notes.append(f"{count} pain, without a number; nothing was made up: {say_how_often(pain)}.")
    drinks = Counter(a.lower() for e in entries for a in e.activities if a.lower() in DRINKS)
    if drinks:
        notes.append(
            f"Daylio has no amounts; each was taken as one drink: {say_how_often(drinks)}."
        )
    if has_pain_scale:
        notes.append("The scale named pain was taken as 0 to 10.")
        values = (_pain_value(scale) for entry in entries for scale in entry.scales)
        decimals = Counter(
            f"{value:g} as {whole_severity(f'{value:f}')}"
            for value in values
            if value and value % 1
        )
        if decimals:
            notes.append(f"Numbers between two steps were rounded: {say_how_often(decimals)}.")
    if kept := sum(
        1 for e in entries for s in e.scales if not has_pain_scale or _pain_value(s) is None
    ):
        notes.append(f"{say_count(kept, 'value')} of other scales kept in the notes as they are.")
    return notes


IMPORT = table_format("daylio", "Daylio", NEEDED, read_daylio, turn=10)
