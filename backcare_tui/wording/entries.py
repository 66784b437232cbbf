"""Any entry in words: what it is, and what it says."""

from collections.abc import Iterable

from backcare_tui.diary.derived import time_asleep
from backcare_tui.diary.medicines import taken_at
from backcare_tui.diary.records.activity import ActiveDay
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Signs
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Medicine, Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.library.areas import area_name
from backcare_tui.library.measures import say_water
from backcare_tui.library.routines import routine_name
from backcare_tui.library.scales import mood_word, severity_word, sleep_quality_word
from backcare_tui.library.taxonomy import WordKind, name_of, name_within
from backcare_tui.text import clean, say_minutes, say_number, say_time, shortened
from backcare_tui.wording.frame import joined, say_frame

NOTE_WIDTH = 60


def say_entry(record: Record) -> tuple[str, str]:
    """What an entry is and what it says, each on one line and safe to print.

    Such as `("Pain", "4 moderate · lower back left · stiff")`, `("Night", "6 h 40 · woke twice")`,
    `("Massage", "60 min · 6 → 3")`, `("Coffee", "2")`. Notes are not part of it, except where an
    entry has nothing else.
    """
    said: tuple[str, str]
    match record:
        case Pain():
            said = "Pain", say_pain(record)
        case Night():
            said = "Night", say_night(record)
        case Session():
            said = session_name(record), _say_session(record)
        case Visit():
            said = name_of("treatments", record.treatment), _say_visit(record)
        case Signs():
            found = joined(_named("inflammation_signs", record.inflammation))
            said = "Signs of inflammation", found or "none"
        case Meal():
            said = _say_meal(record)
        case Feeling():
            said = "Feeling", _say_feeling(record)
        case ActiveDay():
            said = "Active", say_active(record)
        case _:
            said = say_frame(record)
    return said


def say_pain(entry: Pain) -> str:
    """The severity with its word, whether it is a flare-up, where it is, and how it feels."""
    numbers = entry.area_severity
    areas = dict.fromkeys((*entry.areas, *numbers))
    return joined(
        (
            f"{entry.severity} {severity_word(entry.severity)}",
            "flare-up" if entry.is_flare else None,
            *(f"{say_area(area)} {numbers.get(area, '')}".strip() for area in areas),
            *_named("qualities", entry.qualities),
            *(say_medicine(each, entry) for each in entry.medicines),
        )
    )


def say_area(area: str) -> str:
    """An area within a line: `lower back left`."""
    return area_name(area).lower().replace(",", "")


def say_medicine(medicine: Medicine, entry: Pain | Feeling) -> str:
    """A medicine of an entry with its dose, and when it was taken where that was stated."""
    words = clean(f"{name_of('medicines', medicine.name)} {medicine.dose or ''}").strip()
    if medicine.time is None:
        return words
    is_before = taken_at(entry, medicine).date() < entry.day
    return f"{words} at {say_time(medicine.time)}{' the day before' if is_before else ''}"


def say_night(night: Night) -> str:
    """The time asleep, how often awake, and how good it was."""
    asleep = time_asleep(night)
    quality = night.quality and sleep_quality_word(night.quality)
    parts = (
        None if asleep is None else say_minutes(asleep),
        None if night.awakenings is None else _say_awakenings(night.awakenings),
        quality,
        night.naps_min and f"naps {say_minutes(night.naps_min)}",
    )
    return joined(parts) or shortened(night.note or "", NOTE_WIDTH)


def _say_awakenings(count: int) -> str:
    return {0: "slept through", 1: "woke once", 2: "woke twice"}.get(count, f"woke {count} times")


def session_name(session: Session) -> str:
    """What a session is called: its own name, or that of its routine."""
    return clean(session.name) if session.name else routine_name(session.routine)


def _say_session(session: Session) -> str:
    length = None if session.done_s is None else say_minutes(session.done_s / 60)
    stopped = session.stopped and f"stopped: {name_within('stop_reasons', session.stopped)}"
    return joined((length, _from_to(session.pain_before, session.pain_after), stopped))


def _say_visit(visit: Visit) -> str:
    return joined(
        (
            None if visit.minutes is None else f"{visit.minutes} min",
            _from_to(visit.pain_before, visit.pain_after),
            visit.kind and name_within("massage_kinds", visit.kind),
        )
    )


def _from_to(before: int | None, after: int | None) -> str | None:
    if before is None or after is None:
        stated = before if after is None else after
        return None if stated is None else f"pain {stated} {'before' if after is None else 'after'}"
    return f"{before} → {after}"


def _say_meal(meal: Meal) -> tuple[str, str]:
    drinks = _drinks(meal)
    tags = ", ".join(_named("tags", meal.tags))
    eaten = meal.text or tags
    if not eaten and len(drinks) == 1 and meal.meal in {None, "drink"}:
        return drinks[0]
    what = name_of("meals", meal.meal) if meal.meal else "Meal" if eaten else "Drink"
    return what, joined((eaten, *(f"{name.lower()} {amount}" for name, amount in drinks)))


def _drinks(meal: Meal) -> list[tuple[str, str]]:
    amounts = {
        "Water": meal.water_ml and say_water(meal.water_ml),
        "Coffee": meal.coffees and say_number(meal.coffees),
        "Caffeine": meal.caffeine_mg and f"{meal.caffeine_mg} mg",
        "Alcohol": meal.alcohol_units and say_units(meal.alcohol_units),
    }
    return [(name, amount) for name, amount in amounts.items() if amount]


def say_units(units: float) -> str:
    """Standard drinks of alcohol: `1 drink`, `2.5 drinks`."""
    return "1 drink" if units == 1 else f"{say_number(units)} drinks"


def _say_feeling(feeling: Feeling) -> str:
    mood = feeling.mood and f"mood {mood_word(feeling.mood)}"
    taken = (say_medicine(each, feeling) for each in feeling.medicines)
    words = (*_named("mood_words", feeling.words), *taken)
    return joined((mood, *words)) or shortened(feeling.note or "", NOTE_WIDTH)


def say_active(day: ActiveDay) -> str:
    """How active a day was: `40 min · 6,200 steps`, and whether a program counted it."""
    steps = None if day.steps is None else say_steps(day.steps)
    length = None if day.active_min is None else say_minutes(day.active_min)
    return joined((length, steps, "from a device" if day.imported else None))


def say_steps(steps: int) -> str:
    """Steps of a day: `6,200 steps`, `1 step`."""
    return "1 step" if steps == 1 else f"{steps:,} steps"


def _named(kind: WordKind, words: Iterable[str]) -> Iterable[str]:
    """The names of fixed words within a line."""
    return (name_within(kind, word) for word in words)
