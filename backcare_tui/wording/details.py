"""All that an entry says, a line for each thing that was taken down."""

from collections.abc import Iterable, Iterator
from typing import Any

from backcare_tui.diary.derived import pain_impact, sleep_efficiency, time_in_bed
from backcare_tui.diary.habits import medicine_words
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.library.taxonomy import WordKind, mood_word, name_of, pressure_word
from backcare_tui.text import clean, say_minutes, say_number
from backcare_tui.wording.entries import say_area

RELIEF_WORDS = {"yes": "helped", "a-little": "a little", "no": "did not help"}

LEG_WORDS = {
    "none": "nothing",
    "same": "as before",
    "moved-up": "drew up toward the back",
    "farther-down": "went farther down",
    "new": "new",
    "numb": "numb or tingling",
}
"""What a leg felt while a session was done."""


def say_details(record: Record) -> tuple[str, ...]:
    """What `say_entry` leaves out, one line each, the note last; safe to print."""
    match record:
        case Pain():
            lines = _of_pain(record)
        case Night():
            lines = _of_night(record)
        case Visit():
            lines = _of_visit(record)
        case Session():
            lines = _of_session(record)
        case Meal():
            lines = iter([("Tags", _names("tags", record.tags))])
        case Feeling():
            lines = iter([("Words", _names("mood_words", record.words))])
        case _:
            lines = iter(())
    note = getattr(record, "note", None)
    said = [f"{label}: {clean(words)}" for label, words in lines if words]
    return (*said, clean(note, lines=True)) if note else tuple(said)


def _of_pain(entry: Pain) -> Iterator[tuple[str, str]]:
    yield "Where", ", ".join(map(say_area, entry.areas))
    yield "Feels", _names("qualities", entry.qualities)
    yield "Set off by", _names("triggers", entry.triggers)
    eased = (_with_relief(word, entry.relief.get(word)) for word in entry.relievers)
    yield "Eased by", ", ".join(eased)
    yield "Medicine", ", ".join(medicine_words(entry))
    yield "Mood", mood_word(entry.mood) if entry.mood else ""
    yield "Stiff on waking", "" if entry.stiffness_min is None else say_minutes(entry.stiffness_min)
    impact = pain_impact(entry)
    yield "Pain impact, past week", "" if impact is None else f"{say_number(impact)} of 10"


def _of_night(night: Night) -> Iterator[tuple[str, str]]:
    if night.bed and night.up:
        yield "In bed", f"{night.bed} to {night.up}"
        yield "Time in bed", say_minutes(time_in_bed(night) or 0)
    yield "Asleep after", _minutes(night.latency_min)
    yield "Awake for", _minutes(night.awake_min)
    efficiency = sleep_efficiency(night)
    yield "Sleep efficiency", "" if efficiency is None else f"{efficiency:.0%}"


def _of_visit(visit: Visit) -> Iterator[tuple[str, str]]:
    yield "Areas", ", ".join(map(say_area, visit.areas))
    yield "Techniques", _names("techniques", visit.techniques)
    yield "Pressure", pressure_word(visit.pressure) if visit.pressure else ""
    yield "Response", name_of("responses", visit.response) if visit.response else ""
    yield "Signs of inflammation", _names("inflammation_signs", visit.inflammation)
    yield "Could bend", _change(visit.bend_before, visit.bend_after, " of 10")
    before, after = visit.mood_before, visit.mood_after
    yield "Mood", _change(before and mood_word(before), after and mood_word(after))
    yield "Sore next day", "" if visit.sore_next_day is None else f"{visit.sore_next_day} of 10"
    yield "Cost", "" if visit.cost is None else f"{visit.cost:g}"


def _of_session(session: Session) -> Iterator[tuple[str, str]]:
    yield "Steps", str(len(session.steps) or "")
    yield "Effort", "" if session.effort is None else f"{session.effort} of 10"
    yield "Leg", LEG_WORDS[session.leg] if session.leg else ""


def _change(before: object, after: object, unit: str = "") -> str:
    """Before and after, as far as they are known."""
    if before is not None and after is not None:
        return f"{before} → {after}{unit}"
    if before is not None:
        return f"{before}{unit} before"
    return "" if after is None else f"{after}{unit} after"


def _minutes(minutes: int | None) -> str:
    return "" if minutes is None else say_minutes(minutes)


def _names(kind: WordKind, words: Iterable[Any]) -> str:
    return ", ".join(name_of(kind, word).lower() for word in words)


def _with_relief(word: str, relief: str | None) -> str:
    name = name_of("relievers", word).lower()
    return f"{name} ({RELIEF_WORDS[relief]})" if relief else name
