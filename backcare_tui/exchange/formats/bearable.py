"""Bearable's CSV: symptoms, moods and medicines; sleep is in `bearable_night`, food in `bearable_meals`."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from backcare_tui.diary.records.pain import Feeling, Medicine, Pain
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock
from backcare_tui.exchange.batch import Batch, Gathering
from backcare_tui.exchange.formats import bearable_night
from backcare_tui.exchange.formats.bearable_meals import take_food, take_food_factors
from backcare_tui.exchange.formats.bearable_row import PARTS, DetailItem, Reading, read_reading
from backcare_tui.exchange.formats.table import SourceTable, table_format
from backcare_tui.exchange.formats.words import (
    areas_named,
    ids_or_words,
    is_back_pain,
    is_pain_scale,
    is_same_place,
    say_how_often,
    whole_severity,
)
from backcare_tui.text import say_count, say_time

NEEDED = frozenset({"date", "time of day", "category", "rating/amount", "detail"})
KNOWN = NEEDED | {"date formatted", "weekday", "notes"}

STRENGTHS = {"none": 0, "mild": 1, "moderate": 2, "severe": 3, "unbearable": 4, "extreme": 4}
SEVERITIES = (0, 2, 5, 8, 10)
"""The severity for each strength of a symptom, 0 none to 4 unbearable; the word is kept with it."""

_ZERO_TO_TEN = re.compile(r"0\s*(?:-|\u2013|to)\s*10|(?:/|out of)\s*10", re.IGNORECASE)


@dataclass(slots=True)
class _Rows:
    """The rows of a file while they are read: pains wait for the medicines of their moment."""

    found: Gathering
    measured: Mapping[dt.date, Sequence[str]]
    """Days that have a number from 0 to 10 of the person's own, with its names; it is preferred."""
    silenced: set[dt.date] = field(default_factory=set)
    """Days on which a symptom was left to such a number."""
    pains: dict[str, list[tuple[str, Reading, Pain, object]]] = field(default_factory=dict)
    medicines: list[tuple[Reading, tuple[Medicine, ...]]] = field(default_factory=list)

    def feel(
        self,
        reading: Reading,
        *said: str,
        item: str = "",
        words: Sequence[str] = (),
        mood: int | None = None,
    ) -> None:
        """Take a feeling of a reading, with its note."""
        lines = [*(text for text in said if text), *([reading.note] if reading.note else [])]
        lines += [word for word in words if len(word) > 200]
        short = ids_or_words(
            [w for w in words if len(w) <= 200], "mood_words", "activities", "triggers"
        )
        if mood or short or lines:
            note = "\n".join(lines) or None
            feeling = Feeling(at=reading.at, mood=mood, words=short, note=note)
            self.found.take(reading.line, feeling, reading.key(item), reading.original or None)

    def hurt(self, reading: Reading, item: DetailItem, severity: int, note: str) -> None:
        """Keep pain until its medicines are known."""
        lines = "\n".join(text for text in (note, reading.note) if text) or None
        pain = Pain(at=reading.at, severity=severity, areas=areas_named(item.name), note=lines)
        key = reading.key(item.name)
        self.pains.setdefault(reading.moment, []).append((key, reading, pain, reading.original))


def read_bearable(table: SourceTable, clock: Clock) -> Batch:
    """What a Bearable export says of pain, nights, feelings, medicines and meals."""
    readings = table.understood(lambda row: read_reading(row, clock))
    found = table.gathering("bearable", KNOWN)
    rows = _Rows(found, _measured_days(readings))
    nights = [r for r in readings if r.category.lower() in bearable_night.CATEGORIES]
    for reading in readings:
        if reading.category.lower() in bearable_night.CATEGORIES:
            continue
        try:
            _TAKERS.get(reading.category.lower(), _take_other)(reading, rows)
        except BadValue as error:
            found.refuse(reading.line, error)
    bearable_night.take_nights(nights, found)
    _take_pains(rows)
    found.notes += _notes(readings, rows)
    return found.batch()


def _take_symptom(reading: Reading, rows: _Rows) -> None:
    """Back pain becomes pain, unless that day has a better number for it; the others stay words."""
    for item in reading.items or (DetailItem("symptom"),):
        strength = STRENGTHS.get(item.said.lower())
        if strength is None and len(reading.items) == 1 and re.fullmatch("[0-4]", reading.rating):
            strength = int(reading.rating)
        is_pain = is_back_pain(item.name) and strength is not None
        is_measured = is_pain and any(
            is_same_place(number, item.name) for number in rows.measured.get(reading.day, ())
        )
        if is_measured:
            rows.silenced.add(reading.day)
        if is_pain and strength is not None and not is_measured:
            rows.hurt(reading, item, SEVERITIES[strength], str(item))
        else:
            said = str(item) if item.said else f"{item.name}: {reading.rating}"
            rows.feel(reading, said, item=item.name, words=[item.name])


def _take_measurement(reading: Reading, rows: _Rows) -> None:
    item = _measured(reading)
    if item is None:
        rows.feel(reading, _whole(reading), item=reading.detail)
        return
    severity = whole_severity(reading.rating)
    if severity is None:
        why = BadValue("rating/amount", reading.rating, "a number from 0 to 10")
        rows.found.drop(reading.line, why)
        rows.feel(reading, _whole(reading), item=reading.detail)
    else:
        rows.hurt(reading, item, severity, "")


def _measured_days(readings: Sequence[Reading]) -> dict[dt.date, list[str]]:
    """The days with a number that can be taken, each with what the number is of."""
    days: dict[dt.date, list[str]] = {}
    for reading in readings:
        item = _measured(reading)
        if item and whole_severity(reading.rating) is not None:
            days.setdefault(reading.day, []).append(item.name)
    return days


def _measured(reading: Reading) -> DetailItem | None:
    """The person's own number for pain, if it says that it goes from 0 to 10."""
    if reading.category.lower() != "health measurements" or len(reading.items) != 1:
        return None
    item = reading.items[0]
    return item if is_pain_scale(item.name) and _ZERO_TO_TEN.search(item.said) else None


def _has_decimals(reading: Reading) -> bool:
    is_between = re.search(r"[.,]0*[1-9]", reading.rating) is not None
    return is_between and _measured(reading) is not None and bool(whole_severity(reading.rating))


def _take_medicine(reading: Reading, rows: _Rows) -> None:
    amount = reading.rating if len(reading.items) == 1 else ""
    medicines = []
    for item in reading.items:
        dose = f"{amount} {item.said}".strip() if amount else ""
        medicines.append(Medicine(item.name, dose or None))
    if any(len(text or "") > 200 for each in medicines for text in (each.name, each.dose)):
        rows.feel(reading, _whole(reading), item=reading.detail)
    elif medicines:
        rows.medicines.append((reading, tuple(medicines)))
    else:
        rows.feel(reading, _whole(reading))


def _take_mood(reading: Reading, rows: _Rows) -> None:
    """Bearable's ten steps of mood become five, two by two; another number stays a word."""
    mood, other = None, ""
    if re.fullmatch("[1-9]|10", reading.rating):
        mood = (int(reading.rating) + 1) // 2
    elif reading.rating:
        other = f"{reading.category}: {reading.rating}"
        why = BadValue("rating/amount", reading.rating, "a whole number from 1 to 10")
        rows.found.drop(reading.line, why)
    rows.feel(reading, other, words=[item.name for item in reading.items], mood=mood)


def _take_as_note(reading: Reading, rows: _Rows) -> None:
    rows.feel(reading, _whole(reading))


def _take_factors(reading: Reading, rows: _Rows) -> None:
    levels = ", ".join(str(item) for item in reading.items if item.said)
    rating = f"{reading.category}: {reading.rating}" if reading.rating else ""
    rows.feel(reading, rating, levels, item=reading.detail, words=[i.name for i in reading.items])


def _take_other(reading: Reading, rows: _Rows) -> None:
    """A category of the person's own: its items are words, with its name where they are none."""
    if reading.items and all(len(item.name) <= 60 for item in reading.items):
        _take_factors(reading, rows)
    else:
        rows.feel(reading, _whole(reading), item=reading.detail)


def _take_pains(rows: _Rows) -> None:
    """Medicines belong to the pain of their moment; without one they are kept by themselves."""
    taken: dict[str, list[Medicine]] = {}
    for reading, medicines in sorted(rows.medicines, key=lambda pair: pair[0].detail):
        if reading.moment in rows.pains and not reading.note:
            taken.setdefault(reading.moment, []).extend(medicines)
        else:
            feeling = Feeling(at=reading.at, medicines=medicines, note=reading.note or None)
            key = reading.key(reading.detail)
            rows.found.take(reading.line, feeling, key, reading.original)
    for moment, pains in rows.pains.items():
        medicines = tuple(taken.get(moment, ()))
        for key, reading, pain, original in sorted(pains, key=lambda each: each[0]):
            whole = msgspec.structs.replace(pain, medicines=medicines)
            rows.found.take(reading.line, whole, key, original)
            medicines = ()


def _whole(reading: Reading) -> str:
    """The row as a line of a note: `Energy: 3 OK`."""
    said = ", ".join(str(item) for item in reading.items)
    return f"{reading.category}: {' '.join(text for text in (reading.rating, said) if text)}"


_TAKERS: Mapping[str, Callable[[Reading, _Rows], None]] = {
    "symptom": _take_symptom,
    "symptoms": _take_symptom,
    "health measurements": _take_measurement,
    "meds/supplements": _take_medicine,
    "mood": _take_mood,
    "energy": _take_as_note,
    "gratitudes": _take_as_note,
    "factors": _take_factors,
    "food diary": lambda reading, rows: take_food(reading, rows.found),
    "food diary factors": lambda reading, rows: take_food_factors(reading, rows.found),
}


def _notes(readings: Sequence[Reading], rows: _Rows) -> list[str]:
    """How times, scales and categories were understood."""
    notes = []
    used = {reading.part for reading in readings} & PARTS.keys()
    if used:
        times = ", ".join(f"{p} {say_time(time)}" for p, time in PARTS.items() if p in used)
        notes.append(f"Parts of the day became times: {times}.")
    kinds = {reading.category.lower() for reading in readings}
    if rows.pains and "symptom" in kinds:
        notes.append(
            "Back and neck symptoms became pain: mild 2, moderate 5, severe 8, unbearable 10; "
            "a lower or upper back without a side is its center."
        )
    if rows.silenced:
        days = say_count(len(rows.silenced), "day")
        notes.append(f"On {days} your own 0 to 10 number counts, not the symptom of that place.")
    decimals = Counter(
        f"{r.rating} as {whole_severity(r.rating)}" for r in readings if _has_decimals(r)
    )
    if decimals:
        notes.append(f"Numbers between two steps were rounded: {say_how_often(decimals)}.")
    if "mood" in kinds:
        notes.append("Mood 1 to 10 became 1 to 5, two steps to one.")
    if kinds & bearable_night.CATEGORIES:
        notes.append("A night's date is the day of waking.")
    other = Counter(
        reading.category
        for reading in readings
        if reading.category.lower() not in _TAKERS.keys() | bearable_night.CATEGORIES
    )
    if other:
        notes.append(f"Categories kept as words and notes: {say_how_often(other)}.")
    return notes


IMPORT = table_format("bearable", "Bearable", NEEDED, read_bearable, turn=20)
