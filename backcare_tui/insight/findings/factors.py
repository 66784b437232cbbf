"""The factors that are looked at: what each day had of them, as far as the diary knows.

A day on which anything was taken down counts as one without what is not there; of other days nothing
is known. What belongs to meals is known from the first meal on to the last. Amounts are known
only on days that state one.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec
from msgspec.structs import replace

from backcare_tui.diary.derived import mean, median, nights_by_day, pain_by_day, time_asleep
from backcare_tui.diary.medicines import taken_at
from backcare_tui.diary.records.activity import ActiveDay
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.kinds import ENTRIES
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.repository import Between, Repository
from backcare_tui.diary.values import minute_of_day
from backcare_tui.diary.when import Clock, span_of
from backcare_tui.insight.findings.clock import (
    DAY_MIN,
    EarlierPain,
    NotedPain,
    pain_before,
    pain_beside,
)
from backcare_tui.insight.findings.high_days import after_high_days
from backcare_tui.insight.findings.results import Outcome
from backcare_tui.insight.movement.active_days import ActiveFigures, active_days
from backcare_tui.library.taxonomy import name_of

LOOKED_AT_DAYS = 364
"""The last 52 weeks: what goes along with pain now, not what did years ago."""
DAYS_EACH = 8
"""Days with and days without, each, below which a factor is not looked at (our own rule)."""
MASSAGE = "massage"

UNIT_WITH = "points with it against without"
UNIT_HOUR = "points for each hour more"
UNIT_STEP = "points for each step more"
UNIT_LITER = "points for each liter more"
UNIT_MORE = "points with more than the usual against less"
When = Literal["night", "done", "ticked", "paced"]
"""A night comes before its day. What was done may go along with the same day and the next. What is
ticked with the pain itself, because it hurts, is only looked at against the next day. How active a day was is `paced`: it is known
once the day is over, and only held against the pain of the two days after."""


class FactorColumn(msgspec.Struct, frozen=True):
    """One factor, day by day."""

    factor: str
    values: Mapping[dt.date, float]
    """Of the days for which it is known: 1 with it and 0 without, or an amount."""
    when: When
    unit: str
    """Of the effect on pain; for sleep it is minutes in place of points."""
    is_amount: bool = False
    before: Mapping[dt.date, EarlierPain] = {}
    """The pain noted before it, as far as it is known: see `findings.clock`."""


Timed = tuple[FactorColumn, Mapping[dt.date, float]]
"""A factor, and the minute of the day at which it began on each day that had it."""
TimedEntry = Session | Visit | Meal


class Gathered(msgspec.Struct, frozen=True):
    """All that is looked at, read from the diary."""

    span: Between
    outcomes: Mapping[Outcome, Mapping[dt.date, float]]
    columns: tuple[FactorColumn, ...]
    """In the order of their names."""


def gather_factors(repository: Repository, clock: Clock) -> Gathered:
    """Reads the factors and outcomes of the last 52 weeks, up to today."""
    today = clock.today()
    span = (today - dt.timedelta(days=LOOKED_AT_DAYS - 1), today)
    pains, nights = repository.entries(Pain, span), repository.entries(Night, span)
    meals, visits = repository.entries(Meal, span), repository.entries(Visit, span)
    feelings = repository.entries(Feeling, span)
    active, sessions = repository.entries(ActiveDay, span), repository.entries(Session, span)
    # What a device counted on a day does not say that anything else was taken down on it.
    known = frozenset(
        each.day
        for kind in ENTRIES
        for each in repository.entries(kind, span)
        if not (isinstance(each, ActiveDay) and each.imported)
    )
    asleep, pain = _asleep(nights, clock), pain_by_day(pains)
    timed = (
        *_of_nights(nights, asleep),
        *_of_care(visits, sessions, known),
        *_of_meals(meals, known),
    )
    ticked = (
        *_of_feeling((*pains, *feelings)),
        *_ticked("trigger", pains),
        *_medicines((*pains, *feelings)),
    )
    noted = NotedPain(pains)
    columns = [
        *(replace(of, before=pain_before(noted, moments, of.values)) for of, moments in timed),
        *(replace(of, before=pain_beside(pain, of.values)) for of in ticked),
        active_column(active_days(active, sessions), noted),
    ]
    by_name = sorted((each for each in columns if each.values), key=lambda each: each.factor)
    return Gathered(span, {"pain": pain, "sleep": asleep}, tuple(by_name))


def active_column(by_day: Mapping[dt.date, ActiveFigures], noted: NotedPain) -> FactorColumn:
    """Days on which one was much more active than usual, and the day after each, against the others."""
    after = after_high_days(by_day, noted)
    return FactorColumn("active", after.values, "paced", UNIT_MORE, before=after.before)


def _asleep(nights: Iterable[Night], clock: Clock) -> dict[dt.date, float]:
    lengths = ((day, time_asleep(night, clock)) for day, night in nights_by_day(nights).items())
    return {day: float(minutes) for day, minutes in lengths if minutes is not None}


def _of_nights(nights: Iterable[Night], asleep: Mapping[dt.date, float]) -> Iterator[Timed]:
    by_day = nights_by_day(nights)
    hours = {day: minutes / 60 for day, minutes in asleep.items()}
    went_to_bed = {day: _bedtime(night) for day, night in by_day.items()}
    yield FactorColumn("sleep-hours", hours, "night", UNIT_HOUR, is_amount=True), went_to_bed
    rated = {day: float(night.quality) for day, night in by_day.items() if night.quality}
    yield FactorColumn("sleep-quality", rated, "night", UNIT_STEP, is_amount=True), went_to_bed


def _bedtime(night: Night) -> float:
    """Minutes from the midnight of the day of waking, mostly below 0; midnight where it is not stated."""
    if night.bed is None:
        return 0.0
    of_day = minute_of_day(night.bed)
    return float(of_day - DAY_MIN if of_day > DAY_MIN / 2 else of_day)


def _of_care(
    visits: Iterable[Visit], sessions: Iterable[Session], known: Iterable[dt.date]
) -> Iterator[Timed]:
    days = tuple(known)
    yield _done("session", sessions, days)
    by_treatment: dict[str, list[Visit]] = {}
    for visit in visits:
        by_treatment.setdefault(visit.treatment, []).append(visit)
    for treatment, of_it in by_treatment.items():
        yield _done(MASSAGE if treatment == MASSAGE else f"visit:{treatment}", of_it, days)


def _of_meals(meals: tuple[Meal, ...], known: Iterable[dt.date]) -> Iterator[Timed]:
    if not meals:
        return
    there = _days_of(meals)
    span = span_of(min(there), max(there))
    days = tuple(set(span) & set(known))
    for factor, amount in (("coffee", "coffees"), ("alcohol", "alcohol_units")):
        drunk = [meal for meal in meals if getattr(meal, amount)]
        amounts = _sums((meal.day, getattr(meal, amount)) for meal in drunk)
        yield _drunk(factor, amounts, days), _moments(drunk)
    watered = [meal for meal in meals if meal.water_ml]
    water = _sums((meal.day, meal.water_ml) for meal in watered)
    liters = {day: amount / 1000 for day, amount in water.items()}
    yield FactorColumn("water", liters, "done", UNIT_LITER, is_amount=True), _moments(watered)
    tagged: dict[str, list[Meal]] = {}
    for meal in meals:
        for tag in meal.tags:
            tagged.setdefault(tag, []).append(meal)
    for tag, of_it in tagged.items():
        yield _done(f"tag:{tag}", of_it, days)


def _done(factor: str, of_it: Iterable[TimedEntry], days: Iterable[dt.date]) -> Timed:
    """What was done on some days, and when on each it was begun."""
    there = tuple(of_it)
    return _present(factor, _days_of(there), days), _moments(there)


def _moments(entries: Iterable[TimedEntry]) -> dict[dt.date, float]:
    """The minute of the first on each of their days."""
    first: dict[dt.date, float] = {}
    for entry in entries:
        minute = float(entry.at.hour * 60 + entry.at.minute)
        first[entry.day] = min(minute, first.get(entry.day, minute))
    return first


def _drunk(
    factor: str, amounts: Mapping[dt.date, float], days: tuple[dt.date, ...]
) -> FactorColumn:
    """With it against without; where it is there on nearly every day, more of it against less."""
    is_usual = len(days) - len(amounts) < DAYS_EACH
    if is_usual and len(amounts) >= 2 * DAYS_EACH:
        usual = median(amounts.values())
        more = {day: float(amount > usual) for day, amount in amounts.items()}
        return FactorColumn(factor, more, "done", UNIT_MORE)
    return _present(factor, amounts, days)


def _of_feeling(entries: Iterable[Pain | Feeling]) -> Iterator[FactorColumn]:
    moods: dict[dt.date, list[float]] = {}
    for entry in entries:
        if entry.mood:
            moods.setdefault(entry.day, []).append(entry.mood)
    by_day = {day: mean(of_day) for day, of_day in moods.items()}
    yield FactorColumn("mood", by_day, "ticked", UNIT_STEP, is_amount=True)


def _ticked(name: str, entries: Iterable[Pain]) -> Iterator[FactorColumn]:
    there = tuple(entries)
    ticked: dict[str, set[dt.date]] = {}
    for entry in there:
        for word in entry.triggers:
            ticked.setdefault(word, set()).add(entry.day)
    days = _days_of(there)
    for word, with_it in ticked.items():
        yield _present(f"{name}:{word}", with_it, days, "ticked")


def _medicines(entries: tuple[Pain | Feeling, ...]) -> Iterator[FactorColumn]:
    """Each medicine under the spelling used most, whatever its dose."""
    taken: dict[str, set[dt.date]] = {}
    spelled: dict[str, Counter[str]] = {}
    for entry in entries:
        for medicine in entry.medicines:
            key = name_of("medicines", medicine.name).casefold()
            taken.setdefault(key, set()).add(taken_at(entry, medicine).date())
            spelled.setdefault(key, Counter())[medicine.name] += 1
    for key, with_it in taken.items():
        name = min(spelled[key], key=lambda word: (-spelled[key][word], word))
        yield _present(f"medicine:{name}", with_it, _days_of(entries), "ticked")


def _present(
    factor: str, with_it: Iterable[dt.date], days: Iterable[dt.date], when: When = "done"
) -> FactorColumn:
    there = set(with_it)
    values = {day: float(day in there) for day in days} if there else {}
    return FactorColumn(factor, values, when, UNIT_WITH)


def _days_of(entries: Iterable[Record]) -> frozenset[dt.date]:
    return frozenset(entry.day for entry in entries)


def _sums(amounts: Iterable[tuple[dt.date, float | None]]) -> dict[dt.date, float]:
    """What was had of it on each day that has any."""
    by_day: dict[dt.date, float] = {}
    for day, amount in amounts:
        if amount:
            by_day[day] = by_day.get(day, 0) + amount
    return by_day
