"""What is worth doing now, and what was taken down today. Reads a few days, never the whole diary."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from backcare_tui.diary.derived import time_asleep
from backcare_tui.diary.record import Record
from backcare_tui.diary.records import (
    ENTRIES,
    Course,
    Meal,
    Night,
    Pain,
    Plan,
    Session,
    Visit,
)
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.routine import Routine
from backcare_tui.diary.when import Clock
from backcare_tui.insight.plans import next_visit_day, open_course, planned_routines, visits_of
from backcare_tui.insight.programs import WALK, next_up, progress, under_way
from backcare_tui.insight.words import say_entry, say_night
from backcare_tui.library.routines import find_routine, program, routine_name
from backcare_tui.library.taxonomy import name_of, severity_word, sleep_quality_word
from backcare_tui.text import clean, say_minutes, say_soon, say_time


class Item(msgspec.Struct, frozen=True):
    """One line of the day."""

    id: Literal["check-in", "night", "routine", "course", "water"]
    state: Literal["done", "due", "open"]
    """`due` is what was planned for now and is not done; `open` is what can be done."""
    what: str
    value: str
    """How it stands, such as `4 moderate`; empty where nothing is known."""
    when: str
    """When it was done, or is due, such as `07:00`, `by Thu`, a program's `week 2`; or nothing."""
    of: str = ""
    """What the routine's line is about: the routine's id, or its session's once it is done."""


class Logged(msgspec.Struct, frozen=True):
    """One entry of today, in words that are safe to print."""

    id: str
    table: str
    at_text: str
    """HH:MM; empty where no time is known."""
    what: str
    value: str


def agenda(repository: Repository, clock: Clock) -> tuple[Item, ...]:
    """What is worth doing now: check-in, last night, the planned routine, the course, water.

    Without a plan for today and without a session there is no routine; without an open course
    there is no course. Each id is there once at most.
    """
    today = clock.today()
    return (
        _check_in(repository, today),
        _night(repository, clock),
        *_routine(repository, today),
        *_course(repository, today),
        _water(repository, today),
    )


def logged_today(repository: Repository, clock: Clock) -> tuple[Logged, ...]:
    """What was taken down for today, in the order of time; what has no time comes first."""
    today = clock.today()
    records = (record for kind in ENTRIES for record in repository.entries(kind, (today, today)))
    in_order = sorted(records, key=lambda record: (time_text(record), record.order))
    return tuple(
        Logged(record.id, record.table, time_text(record), *say_entry(record))
        for record in in_order
    )


def time_text(record: Record) -> str:
    """An entry's time of day as HH:MM: its moment, or when one got up; empty where unknown."""
    if isinstance(record, Night):
        return record.up or ""
    at: dt.datetime | None = getattr(record, "at", None)
    return say_time(at) if at else ""


def _check_in(repository: Repository, today: dt.date) -> Item:
    entries = repository.entries(Pain, (today, today))
    if not entries:
        return Item("check-in", "open", "Check-in", "", "")
    last = entries[-1]
    value = f"{last.severity} {severity_word(last.severity)}"
    return Item("check-in", "done", "Check-in", value, say_time(last.at))


def _night(repository: Repository, clock: Clock) -> Item:
    today = clock.today()
    nights = repository.entries(Night, (today, today))
    if not nights:
        return Item("night", "open", "Last night", "", "")
    night = nights[-1]
    asleep = time_asleep(night, clock)
    length = None if asleep is None else say_minutes(asleep)
    quality = sleep_quality_word(night.quality) if night.quality else None
    value = " · ".join(filter(None, (length, quality))) or say_night(night)
    return Item("night", "done", "Last night", value, night.up or "")


def _routine(repository: Repository, today: dt.date) -> Iterator[Item]:
    """The first planned routine that is not done, the program's next, else today's last session."""
    sessions = repository.entries(Session, (today, today))
    plans = [plan for plan in repository.entries(Plan) if plan.routine]
    if item := _planned(repository, plans, sessions, today) or _of_program(
        repository, plans, today
    ):
        yield item
    elif sessions:
        last = sessions[-1]
        length = "" if last.done_s is None else say_minutes(last.done_s / 60)
        name = clean(last.name) if last.name else routine_name(last.routine)
        yield Item("routine", "done", name, length, say_time(last.at), last.id)


def _planned(
    repository: Repository, plans: Iterable[Plan], sessions: Iterable[Session], today: dt.date
) -> Item | None:
    """The first routine that is planned for today and not done yet."""
    done = {session.routine for session in sessions}
    for plan in planned_routines(plans, today):
        if plan.routine and plan.routine not in done and not program(plan.routine):
            return _to_do(repository, plan.routine, plan.time or "")
    return None


def _of_program(repository: Repository, plans: Iterable[Plan], today: dt.date) -> Item | None:
    """What a program under way has next."""
    if (at := under_way(plans, today)) is None:
        return None
    known, plan = at
    now = progress(known, plan, repository.entries(Session, (plan.day, today)))
    if (routine := next_up(now, today)) is None:
        return None
    week = f"week {now.week.week}"
    if routine == WALK:
        minutes = say_minutes(now.week.walk.minutes)
        return Item("routine", "due", "A walk", minutes, week, WALK)
    return _to_do(repository, routine, week)


def _to_do(repository: Repository, routine: str, when: str) -> Item:
    own = repository.entries(Routine)
    known = find_routine(routine, own)
    length = say_minutes(known.minutes) if known and known.minutes else ""
    return Item("routine", "due", routine_name(routine, own), length, when, routine)


def _course(repository: Repository, today: dt.date) -> Iterator[Item]:
    course = open_course(repository.entries(Course), today)
    if course is None:
        return
    visits = visits_of(course, repository.entries(Visit, (course.started, today)))
    name, planned = name_of("treatments", course.treatment), course.planned_visits
    if planned is not None and len(visits) >= planned:
        yield Item("course", "done", name, f"{len(visits)} of {planned} visits", "")
        return
    value = f"visit {len(visits) + 1}" + (f" of {planned}" if planned else "")
    day = next_visit_day(course, visits)
    state: Literal["due", "open"] = "due" if day and day <= today else "open"
    yield Item("course", state, name, value, f"by {say_soon(day, today)}" if day else "")


def _water(repository: Repository, today: dt.date) -> Item:
    drunk = sum(meal.water_ml or 0 for meal in repository.entries(Meal, (today, today)))
    return Item("water", "open", "Water", f"{drunk} ml" if drunk else "", "")
