"""`log`: takes down an entry, and says what was saved."""

import datetime as dt
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from backcare_tui.cli.entry_line import named, said
from backcare_tui.cli.opening import open_repository
from backcare_tui.cli.terminal import say_done
from backcare_tui.cli.unlocking import key_in_keyring_of
from backcare_tui.cli.values import made, stated
from backcare_tui.diary.derived import nights_by_day
from backcare_tui.diary.night_ends import with_offsets
from backcare_tui.diary.records.activity import ActiveDay
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.belief import Belief
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import TIMES, Night
from backcare_tui.diary.records.pain import Feeling, Pain
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import PAST, Clock
from backcare_tui.guidance.levels import HIGH_PAIN
from backcare_tui.store.locked import places_of
from backcare_tui.store.retrying import anew
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.table import field_of


def log(args: Namespace, path: Path, clock: Clock) -> int:
    """Take down one entry; a night that is there already is changed.

    While the diary is locked it goes to the inbox, without a passphrase.

    Raises:
        BadValue: For a value that cannot be taken; nothing is changed.
        CannotKeep: If it could not be made durable.
        CannotOpen: If the diary cannot be read.
    """
    if args.entry == "check" and (args.json or not args.flags):
        from backcare_tui.cli import red_flags as checking

        return checking.ask(args)
    if getattr(args, "note", None) == "-":
        from backcare_tui.cli.notes import note_of_input

        args.note = note_of_input()
    places = places_of(path)
    if places.is_locked and not key_in_keyring_of(places):
        from backcare_tui.cli import log_locked

        if not log_locked.reads_the_diary(args):
            log_locked.keep_in_inbox(args, places, clock, _KINDS[args.entry])
            return 0
    repository = open_repository(path, clock)

    def taken_down() -> str:
        with repository.alone():  # what is there decides: a night is changed, a person known
            return _KINDS[args.entry](args, repository, clock)

    say_done(anew(taken_down))
    return 0


def _kept(repository: Repository, clock: Clock, record: Record, *others: Record) -> str:
    """Keep a new entry, and whoever else came with it, in one change."""
    repository.add(*others, record, summary=f"added {named(record)}")
    return said("Saved", record, clock)


def _pain(args: Namespace, repository: Repository, clock: Clock) -> str:
    from backcare_tui.guidance.symptoms import is_plain

    pain = made(Pain, {"at": clock.now(), **stated(Pain, args, FieldContext(clock))})
    if is_plain(pain) and not pain.medicines and not _fell_before(repository, pain):
        saved, care = _kept(repository, clock, pain), []
    else:
        from backcare_tui.cli.care import care_known, new_care

        known = care_known(repository, clock)
        saved = _kept(repository, clock, pain)
        care = [*new_care(repository, clock, known)]
    if pain.severity < HIGH_PAIN:  # a mild one is taken down as fast as can be
        return "\n".join([saved, *care])
    from backcare_tui.cli.now import after_check_in

    helps = after_check_in(repository, clock, pain, is_care_said=bool(care))
    return "\n".join([saved, *care, *helps])


def _fell_before(repository: Repository, pain: Pain) -> bool:
    """Whether a fall was named in the two weeks before: it counts by the pain that comes after it."""
    from backcare_tui.guidance.averages import FORTNIGHT
    from backcare_tui.guidance.symptoms import is_fall

    days = (pain.day - dt.timedelta(days=FORTNIGHT), pain.day)
    pains, feelings = repository.entries(Pain, days), repository.entries(Feeling, days)
    return any(map(is_fall, pains)) or any(map(is_fall, feelings))


def _sleep(args: Namespace, repository: Repository, clock: Clock) -> str:
    context = FieldContext(clock)
    typed = stated(Night, args, context, "bed", "up") | _times(args, context)
    waking, up = typed.setdefault("night", clock.today()), typed["up"]
    if up and clock.local(dt.datetime.combine(waking, dt.time.fromisoformat(up))) > clock.now():
        raise BadValue("up", args.up, PAST)
    there = nights_by_day(repository.entries(Night, (waking, waking))).get(waking)
    if there is None:
        return _kept(repository, clock, with_offsets(made(Night, typed), clock))
    night = with_offsets(made(Night, msgspec.structs.asdict(there) | typed), clock, there)
    repository.change(night, summary=f"changed {named(night)}")
    return said("Changed", night, clock)


def _times(args: Namespace, context: FieldContext) -> dict[str, Any]:
    """When, or how long, one slept: times take the place of a length, and the other way round."""
    if args.up is None and ":" in args.bed:
        raise BadValue("up", None, "a time of day such as 06:45 (a length alone is typed as 7h20)")
    if args.up is None and args.bed.strip().isdecimal():
        raise BadValue("length", args.bed, "a length such as 7h20 or 440min")
    if args.up is None:
        length = field_of(Night, "asleep_min").read(args.bed, context, "length")
        if not (args.lights_out or args.woke):
            return {"asleep_min": length} | dict.fromkeys(TIMES)
        return {"asleep_min": length, "bed": None, "up": None}
    bed, up = field_of(Night, "bed"), field_of(Night, "up")
    return {
        "bed": bed.read(args.bed, context, "bed"),
        "up": up.read(args.up, context, "up"),
        "asleep_min": None,
    }


def _visit(args: Namespace, repository: Repository, clock: Clock) -> str:
    from backcare_tui.cli.care import care_of_visit
    from backcare_tui.guidance.care.course import open_course

    context = FieldContext(clock, people=repository.entries(Person))
    typed = {"at": clock.now(), **stated(Visit, args, context)}
    if args.entry == "massage":
        typed["treatment"] = "massage"
    _refuse_number("treatment", typed["treatment"], "a treatment, such as acupuncture 30")
    new = _newcomer(typed.get("person"), context)
    if new:
        typed["person"] = new[0].id
    visit = made(Visit, typed)
    course = open_course(repository.entries(Course), visit.day, visit.treatment)
    visit = msgspec.structs.replace(visit, course=course.id if course else None)
    saved = _kept(repository, clock, visit, *new)
    return "\n".join([saved, *care_of_visit(repository, clock, visit)])


def _refuse_number(name: str, word: str, allowed: str) -> None:
    """A number in the place of a word is a length whose word was left out.

    Raises:
        BadValue: For a number.
    """
    if word.isdecimal():
        raise BadValue(name, word, allowed)


def _newcomer(who: str | None, context: FieldContext) -> tuple[Person, ...]:
    """Who was named and is not of the care team yet."""
    is_known = who is None or who in {person.id for person in context.people}
    return () if is_known else (Person(name=str(who)),)


def _session(args: Namespace, repository: Repository, clock: Clock) -> str:
    from backcare_tui.cli import log_session
    from backcare_tui.library.routines import find_routine, routine_name

    context = FieldContext(clock, routines=repository.entries(Routine))
    typed = {"at": clock.now(), **stated(Session, args, context)}
    if routine := typed.get("routine"):
        _refuse_number("routine", routine, "a routine or a movement, such as walk --minutes 20")
        known = find_routine(routine, context.routines)
        typed["name"] = routine_name(routine, context.routines)
        typed["planned_s"] = round(known.minutes * 60) if known and known.minutes else None
        if log_session.names_exercises(args):
            typed |= log_session.exercises_done(args, known, repository.settings().conditions)
    session = made(Session, typed)
    if not session.stopped:
        return _kept(repository, clock, session)
    from backcare_tui.cli.care import stopping

    return "\n".join([_kept(repository, clock, session), *stopping(repository, session.stopped)])


def _meal(args: Namespace, repository: Repository, clock: Clock) -> str:
    typed = stated(Meal, args, FieldContext(clock))
    meal = made(Meal, {"at": clock.now(), **typed})
    if meal.tags or not meal.text or args.no_tags:
        return _kept(repository, clock, meal)
    from backcare_tui.insight.diet.tagging import tags_for
    from backcare_tui.library.taxonomy import name_of

    meal = msgspec.structs.replace(meal, tags=tags_for(meal.text, repository, meal.day))
    names = ", ".join(name_of("tags", tag) for tag in meal.tags)
    hint = f"\nTags that go with it are kept: {names}; --no-tags keeps none." if names else ""
    return _kept(repository, clock, meal) + hint


def _drink(args: Namespace, repository: Repository, clock: Clock) -> str:
    context = FieldContext(clock)
    name = {"water": "water_ml", "coffee": "coffees", "alcohol": "alcohol_units"}[args.entry]
    drunk = {name: field_of(Meal, name).read(args.amount, context, args.entry), "meal": "drink"}
    typed = {"at": clock.now(), **stated(Meal, args, context), **drunk}
    return _kept(repository, clock, made(Meal, typed))


def _belief(args: Namespace, repository: Repository, clock: Clock) -> str:
    typed = stated(Belief, args, FieldContext(clock))
    return _kept(repository, clock, made(Belief, {"at": clock.now(), **typed}))


def _active(args: Namespace, repository: Repository, clock: Clock) -> str:
    """How active a day was, as a whole; what is not stated of one that is there already stays."""
    from backcare_tui.insight.movement.active_days import typed_day

    typed = stated(ActiveDay, args, FieldContext(clock))
    day = typed.setdefault("day", clock.today())
    there = typed_day(repository.entries(ActiveDay, (day, day)))
    if there is None:
        return _kept(repository, clock, made(ActiveDay, typed))
    changed = made(ActiveDay, msgspec.structs.asdict(there) | typed)
    repository.change(changed, summary=f"changed {named(changed)}")
    return said("Changed", changed, clock)


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
    "belief": _belief,
    "active": _active,
    "steps": _active,
    "check": _check,
    "check-up": _check,
    "trial": _trial,
}
