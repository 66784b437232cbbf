"""Bearable's rows about sleep, which together make one night for each day."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from backcare_tui.diary.codec import read_record
from backcare_tui.diary.records.base import new_id
from backcare_tui.diary.records.night import Night, minutes_between
from backcare_tui.diary.times import read_length
from backcare_tui.diary.values import BadValue
from backcare_tui.exchange.batch import Gathering
from backcare_tui.exchange.formats.bearable_row import Reading
from backcare_tui.exchange.formats.moments import read_clock

CATEGORIES = frozenset({"sleep", "sleep quality", "sleep factors"})
QUALITIES = {"awful": 1, "poor": 2, "ok": 3, "okay": 3, "good": 4, "great": 5}

_CLOCK = r"(\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?)"
_SPAN = re.compile(rf"(asleep|in bed)\s+{_CLOCK}\s*[-\u2013]\s*{_CLOCK}", re.IGNORECASE)
_NAP = re.compile(r"\bnap\s+([\d.,:]+ *(?:h|m)?(?:ours?|in)?(?: *\d+ *m(?:in)?)?)", re.IGNORECASE)

Span = tuple[str, str]


def take_nights(readings: Sequence[Reading], found: Gathering) -> None:
    """Take one night for each day: times, quality and factors together.

    The day is that of waking. A number for quality without a word counts only where the file
    shows that the scale is 1 to 5; otherwise it is kept in the note.
    """
    is_one_to_five = any(_shows_one_to_five(reading) for reading in readings)
    by_day: dict[dt.date, list[Reading]] = defaultdict(list)
    for reading in readings:
        by_day[reading.day].append(reading)
    for day, rows in by_day.items():
        first = min(rows, key=lambda reading: reading.line)
        try:
            night, original = _night(day, rows, found, is_one_to_five=is_one_to_five)
            if night:
                found.take(first.line, night, f"{day} night", original)
        except BadValue as error:
            found.refuse(first.line, error)


def _night(
    day: dt.date, rows: Sequence[Reading], found: Gathering, *, is_one_to_five: bool
) -> tuple[Night | None, Mapping[str, Mapping[str, str]]]:
    """The night that a day's rows tell of, and what they said; None where they say nothing."""
    chosen: dict[str, Reading | None] = {}
    others: list[Reading] = []
    for category in sorted(CATEGORIES):
        of_category = [r for r in rows if r.category.lower() == category]
        chosen[category], rest = _foremost(of_category)
        others += rest
    told = [reading for reading in chosen.values() if reading]
    notes = [reading.note for reading in told if reading.note]
    sleep = chosen["sleep"]
    fields = _fitting_lengths(day, sleep, found) if sleep else {}
    if sleep and "bed" not in fields and (sleep.detail or (sleep.rating and not fields)):
        is_length_kept = "asleep_min" in fields or "naps_min" in fields
        notes.append(sleep.detail if is_length_kept else _as_words(sleep))
    quality = None
    if rated := chosen["sleep quality"]:
        quality = _quality(rated, is_one_to_five=is_one_to_five)
        if quality is None and (rated.rating or rated.detail):
            notes.append(f"Sleep quality: {rated.rating} {rated.detail}".strip())
    if factors := chosen["sleep factors"]:
        notes.append(f"Sleep factors: {', '.join(map(str, factors.items))}")
    notes += [_as_words(reading) for reading in others]
    if not fields and quality is None and not notes:
        return None, {}
    note = "\n".join(notes) or None
    night = read_record(
        Night, {"id": new_id(), "night": day, "quality": quality, "note": note, **fields}
    )
    return night, {reading.category: reading.original for reading in told if reading.original}


def _fitting_lengths(day: dt.date, sleep: Reading, found: Gathering) -> dict[str, int | str]:
    """Times and lengths of a night, if they are those of one."""
    try:
        fields = _lengths(sleep)
        read_record(Night, {"id": new_id(), "night": day, "note": "-", **fields})
    except BadValue as error:
        found.drop(sleep.line, error)
        return {}
    return fields


def _foremost(rows: Sequence[Reading]) -> tuple[Reading | None, list[Reading]]:
    """The row that says most, and those that say something else."""
    told = sorted(rows, key=_said)
    others = [reading for reading in told[:-1] if _said(reading) != _said(told[-1])]
    return (told[-1] if told else None), others


def _as_words(reading: Reading) -> str:
    """A row that makes no part of the night, for its note: `Sleep: 2:00 Asleep 13:00 - 15:00`."""
    said = " ".join(text for text in (reading.rating, reading.detail, reading.note) if text)
    return f"{reading.category}: {said}"


def _said(reading: Reading) -> tuple[int, str, str, str]:
    return _length(reading.rating) or 0, reading.rating, reading.detail, reading.note


def _lengths(sleep: Reading) -> dict[str, int | str]:
    """Times and lengths of a night, as far as the row has them."""
    spans = {
        kind.lower(): (_time(start), _time(end)) for kind, start, end in _SPAN.findall(sleep.detail)
    }
    slept = _length(sleep.rating) or None
    in_bed, asleep = spans.get("in bed"), spans.get("asleep")
    fields = _nap(sleep.detail)
    if in_bed:
        return fields | {"bed": in_bed[0], "up": in_bed[1]} | _awake(in_bed, asleep, slept)
    if slept and slept <= int(fields.get("naps_min", 0)) and not asleep:
        return fields  # the nap is all there was
    # Times asleep are not times in bed: as such they would make every night a perfect one.
    known = [length for length in (slept, asleep and minutes_between(*asleep)) if length]
    return fields | ({"asleep_min": min(known)} if known else {})


def _awake(in_bed: Span, asleep: Span | None, slept: int | None) -> dict[str, int | str]:
    """How long until asleep, and awake after that, up to getting up."""
    whole = minutes_between(*in_bed)
    if asleep:
        latency, span = minutes_between(in_bed[0], asleep[0]), minutes_between(*asleep)
        after = minutes_between(asleep[1], in_bed[1])
        if latency + span + after == whole:
            woken = span - slept if slept and slept < span else 0
            return {"latency_min": latency, "awake_min": after + woken}
    return {"awake_min": whole - slept} if slept and slept <= whole else {}


def _nap(detail: str) -> dict[str, int | str]:
    naps = [length for nap in _NAP.findall(detail) if (length := _length(nap.strip(" .")))]
    return {"naps_min": sum(naps)} if naps else {}


def _quality(rated: Reading, *, is_one_to_five: bool) -> int | None:
    number, word = _number_and_word(rated)
    if word:
        return QUALITIES[word]
    return number if is_one_to_five and number and number <= 5 else None


def _shows_one_to_five(reading: Reading) -> bool:
    if reading.category.lower() != "sleep quality":
        return False
    number, word = _number_and_word(reading)
    return number == 5 or (word is not None and QUALITIES[word] == number)


def _number_and_word(rated: Reading) -> tuple[int | None, str | None]:
    tokens = re.findall(r"\w+", f"{rated.rating} {rated.detail}".lower())
    word = next((token for token in tokens if token in QUALITIES), None)
    is_number = re.fullmatch(r"[1-9]\d?", tokens[0]) if tokens else None
    return (int(tokens[0]) if is_number else None), word


def _time(text: str) -> str:
    return f"{read_clock(text, 'detail'):%H:%M}"


def _length(text: str) -> int | None:
    try:
        return read_length(text)
    except BadValue:
        return None
