"""`log`: takes down an entry, and says what was saved."""

import datetime as dt
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from backcare_tui.cli.entry_line import named, said
from backcare_tui.cli.terminal import say
from backcare_tui.cli.values import PRESSURES, areas, checked, day, moment, value, words
from backcare_tui.diary.derived import nights_by_day
from backcare_tui.diary.habits import read_medicine
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import PAST, Clock, read_length, read_time_of_day
from backcare_tui.store import open_repository


def log(args: Namespace, path: Path, clock: Clock) -> int:
    """Take down one entry; a night that is there already is changed.

    Raises:
        BadValue: For a value that cannot be taken; nothing is changed.
        CannotKeep: If it could not be made durable.
        CannotOpen: If the diary cannot be read.
    """
    repository = open_repository(path, clock)
    with repository.alone():  # what is there decides: a night is changed, a person known
        done = _KINDS[args.entry](args, repository, clock)
    say(done)
    return 0


def _kept(repository: Repository, clock: Clock, record: Record, *others: Record) -> str:
    """Keep a new entry, and whoever else came with it, in one change."""
    repository.add(*others, record, summary=f"added {named(checked(record))}")
    return said("Saved", record, clock)


def _pain(args: Namespace, repository: Repository, clock: Clock) -> str:
    pain = Pain(
        at=moment(args.at, clock),
        severity=value(Pain, "severity", args.severity),
        areas=areas(args.area),
        qualities=words("qualities", args.quality),
        triggers=words("triggers", args.trigger),
        relievers=words("relievers", args.reliever),
        is_flare=args.flare,
        mood=value(Pain, "mood", args.mood),
        stiffness_min=value(Pain, "stiffness_min", args.stiffness, "stiffness"),
        medicines=tuple(read_medicine(text) for text in args.medicine if text.strip()),
        note=value(Pain, "note", args.note),
    )
    return _kept(repository, clock, pain)


def _sleep(args: Namespace, repository: Repository, clock: Clock) -> str:
    waking = day(args.night, clock, "night")
    stated = _night_fields(args)
    up = stated.get("up")
    if up and clock.local(dt.datetime.combine(waking, dt.time.fromisoformat(up))) > clock.now():
        raise BadValue("up", args.up, PAST)
    there = nights_by_day(repository.entries(Night, (waking, waking))).get(waking)
    if there is None:
        return _kept(repository, clock, Night(night=waking, **stated))
    night = msgspec.structs.replace(there, **stated)
    repository.change(night, summary=f"changed {named(checked(night))}")
    return said("Changed", night, clock)


def _night_fields(args: Namespace) -> dict[str, Any]:
    """What was stated of a night. Its times take the place of a length, and the other way round."""
    times: dict[str, Any]
    if args.up is None and ":" in args.bed:
        raise BadValue("up", None, "a time of day such as 06:45 (a length alone is typed as 7h20)")
    if args.up is None and args.bed.strip().isdecimal():
        raise BadValue("length", args.bed, "a length such as 7h20 or 440min")
    if args.up is None:
        times = {"asleep_min": read_length(args.bed), "bed": None, "up": None}
    else:
        times = {"bed": _time("bed", args.bed), "up": _time("up", args.up), "asleep_min": None}
    stated = {
        "latency_min": value(Night, "latency_min", args.latency, "latency"),
        "awakenings": value(Night, "awakenings", args.awakenings),
        "awake_min": value(Night, "awake_min", args.awake, "awake"),
        "quality": value(Night, "quality", args.quality),
        "note": value(Night, "note", args.note),
    }
    return times | {field: found for field, found in stated.items() if found is not None}


def _time(field: str, text: str) -> str:
    try:
        return read_time_of_day(text)
    except BadValue as error:
        raise BadValue(field, text, error.allowed) from None


def _visit(args: Namespace, repository: Repository, clock: Clock) -> str:
    from backcare_tui.guidance.care.course import open_course
    from backcare_tui.library.taxonomy import find_word

    is_massage = args.entry == "massage"
    treatment = "massage" if is_massage else find_word("treatments", args.treatment)
    at = moment(args.at, clock)
    course = open_course(repository.entries(Course), at.date(), treatment)
    person, new = _person(repository, args.by)
    visit = Visit(
        at=at,
        treatment=treatment,
        kind=find_word("massage_kinds", args.kind) if args.kind else None,
        techniques=words("techniques", args.technique),
        person=person,
        areas=areas(args.area),
        pressure=PRESSURES.index(args.pressure) + 1 if args.pressure else None,
        response=args.response,
        inflammation=words("inflammation", args.inflammation),
        **_numbers_of_visit(args),
        course=course.id if course else None,
        note=value(Visit, "note", args.note),
    )
    return _kept(repository, clock, visit, *new)


def _numbers_of_visit(args: Namespace) -> dict[str, Any]:
    """What was stated of a visit as a number, under the names of the file."""
    typed = {
        "minutes": (args.minutes, "minutes"),
        "pain_before": (args.before, "before"),
        "pain_after": (args.after, "after"),
        "bend_before": (args.bend_before, "bend-before"),
        "bend_after": (args.bend_after, "bend-after"),
        "mood_before": (args.mood_before, "mood-before"),
        "mood_after": (args.mood_after, "mood-after"),
        "sore_next_day": (args.sore, "sore"),
        "cost": (args.cost, "cost"),
    }
    return {field: value(Visit, field, text, name) for field, (text, name) in typed.items()}


def _person(repository: Repository, name: str | None) -> tuple[str | None, tuple[Person, ...]]:
    """The id of the one of the care team who is named so, and the person where it is a new one."""
    typed = " ".join((name or "").split())
    if not typed:
        return None, ()
    for person in repository.entries(Person):
        if person.name.casefold() == typed.casefold():
            return person.id, ()
    new = Person(name=typed)
    return new.id, (new,)


def _session(args: Namespace, repository: Repository, clock: Clock) -> str:
    from backcare_tui.cli.lookup import logged_routine
    from backcare_tui.library.routines import find_routine, routine_name

    own = repository.entries(Routine)
    routine = logged_routine(args.routine, own)
    known = find_routine(routine, own)
    minutes = value(Visit, "minutes", args.minutes)
    session = Session(
        at=moment(args.at, clock),
        routine=routine,
        name=routine_name(routine, own),
        planned_s=round(known.minutes * 60) if known and known.minutes else None,
        done_s=None if minutes is None else minutes * 60,
        pain_before=value(Session, "pain_before", args.before, "before"),
        pain_after=value(Session, "pain_after", args.after, "after"),
    )
    return _kept(repository, clock, session)


def _meal(args: Namespace, repository: Repository, clock: Clock) -> str:
    meal = Meal(
        at=moment(args.at, clock),
        meal=value(Meal, "meal", args.meal),
        text=value(Meal, "text", args.text),
        tags=words("tags", args.tag),
    )
    return _kept(repository, clock, meal)


def _drink(args: Namespace, repository: Repository, clock: Clock) -> str:
    field = {"water": "water_ml", "coffee": "coffees", "alcohol": "alcohol_units"}[args.entry]
    amount = {field: value(Meal, field, args.amount, args.entry)}
    return _kept(repository, clock, Meal(at=moment(args.at, clock), meal="drink", **amount))


def _check(args: Namespace, repository: Repository, clock: Clock) -> str:
    from backcare_tui.cli import red_flags as checking

    make = checking.check_up if args.entry == "check-up" else checking.check
    return make(args, repository, clock)


def _trial(args: Namespace, repository: Repository, clock: Clock) -> str:
    from backcare_tui.cli.trial import answer

    return answer(args, repository, clock)


_KINDS: dict[str, Callable[[Namespace, Repository, Clock], str]] = {
    "pain": _pain,
    "sleep": _sleep,
    "massage": _visit,
    "visit": _visit,
    "session": _session,
    "meal": _meal,
    "water": _drink,
    "coffee": _drink,
    "alcohol": _drink,
    "check": _check,
    "check-up": _check,
    "trial": _trial,
}
