"""What was logged while the diary was locked, taken in: each entry as `log` would have made it."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import msgspec

from backcare_tui.diary.codec import read_record
from backcare_tui.diary.derived import nights_by_day
from backcare_tui.diary.night_ends import with_offsets
from backcare_tui.diary.records.activity import ActiveDay
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.kinds import RECORDS
from backcare_tui.diary.records.night import TIMES, Night
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.repository import CannotKeep, CannotOpen, Repository
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.care.course import open_course
from backcare_tui.guidance.red_flags import standing
from backcare_tui.insight.movement.active_days import typed_day
from backcare_tui.library.routines import find_routine
from backcare_tui.store import safekeeping
from backcare_tui.store.inbox import Dropped, let_go, read_inbox, waiting
from backcare_tui.store.keys import Key
from backcare_tui.store.locked import LockedPlaces, places_of
from backcare_tui.store.locking import lock_copies, renew_public
from backcare_tui.text import clean, say_count
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.read import person

OF_THE_NIGHT_ITSELF = {"id", "night", "updated", "imported", "bed_offset", "up_offset"}


def settle(repository: Repository, path: Path, key: Key, clock: Clock) -> tuple[str, ...]:
    """Do what waited for the unlocking of a diary; gives a sentence for each thing to know.

    The inbox is taken in, and what stood beside it in plain text is put away.

        key = unlocked_key(places_of(path).read_key(), passphrase)
        repository = open_repository(path, clock, key)
        for sentence in settle(repository, path, key, clock): ...
    """
    places = places_of(path)
    if repository.read_only or not places.is_locked:
        return ()
    try:
        renewed = renew_public(places, key)
        copies = (*([renewed] if renewed else []), *lock_copies(places, key))
        copies += safekeeping(path, clock, key).recast(key.cipher)
    except CannotKeep as error:
        copies = (str(error),)
    return (*copies, *take_in(repository, places, key, clock))


class Settling:
    """Does the same at the first look, and later takes in what comes into the inbox.

    settling = Settling(repository, path, key, clock)
    settling.take()  # sentences to say; twice a second costs next to nothing
    """

    def __init__(self, repository: Repository, path: Path, key: Key, clock: Clock) -> None:
        """Look after the diary at a path, which a key has opened."""
        self._repository, self._path, self._key, self._clock = repository, path, key, clock
        self._places = places_of(path)
        self._seen: tuple[Path, ...] | None = None

    @property
    def waits(self) -> bool:
        """Whether there is something to take in, as far as a listing of the inbox says."""
        return self._seen is None or waiting(self._places) != self._seen

    def take(self) -> tuple[str, ...]:
        """What there is to know since the last look; nothing in most cases."""
        found = waiting(self._places)
        if self._seen is None:
            said = settle(self._repository, self._path, self._key, self._clock)
        elif found != self._seen and not self._repository.read_only:
            said = take_in(self._repository, self._places, self._key, self._clock)
        else:
            return ()
        self._seen = waiting(self._places)
        return said


def take_in(
    repository: Repository, places: LockedPlaces, key: Key, clock: Clock
) -> tuple[str, ...]:
    """Take in what waits in the inbox, one change each; what is in the diary already only goes.

    Returns:
        How many came, and a sentence for each that was left there.
    """
    if not waiting(places):
        return ()
    found, bad = read_inbox(places, key.cipher)
    said = [each.sentence for each in bad]
    came = 0
    for path, dropped in found:
        try:
            came += _take(repository, dropped, clock)
        except (BadValue, CannotKeep, CannotOpen) as error:
            said.append(f"{path} was left in the inbox: {error}")
        else:
            said += let_go(path)
    if came:
        said.insert(0, f"{_count(came)} came in from the locked inbox.")
    return tuple(map(clean, said))


def _count(entries: int) -> str:
    return say_count(entries, "entry", "entries")


def _take(repository: Repository, dropped: Dropped, clock: Clock) -> bool:
    """Make one change of it; whether there was anything to make."""
    records = tuple(_record(table, document) for table, document in dropped.documents)
    with repository.alone():
        if not records or repository.knows(*records):
            return False
        new = tuple(_fitted(repository, records, dropped.made, clock))
        if all(_stands(repository, record) for record in new):
            return False
        repository.put(*new, summary=dropped.summary)
        return True


def _record(table: str, document: dict[str, object]) -> Record:
    if table not in RECORDS:
        raise BadValue("table", table, "one of this diary")
    return read_record(RECORDS[table], document)


def _stands(repository: Repository, record: Record) -> bool:
    is_of_day = isinstance(record, Night | ActiveDay)
    return is_of_day and record in repository.entries(type(record), (record.day, record.day))


def _fitted(
    repository: Repository, records: tuple[Record, ...], made: dt.datetime, clock: Clock
) -> Iterator[Record]:
    """The records as the diary has them: its people, courses and routines, its night of that day."""
    people = repository.entries(Person)
    same = {
        record.id: found
        for record in records
        if isinstance(record, Person)
        and (found := person(record.name, FieldContext(clock, people=people))) != record.name
    }
    for record in records:
        if record.id not in same:
            yield _fitted_one(repository, record, same, made, clock)


def _fitted_one(
    repository: Repository, record: Record, same: dict[str, str], made: dt.datetime, clock: Clock
) -> Record:
    match record:
        case Visit():
            course = open_course(repository.entries(Course), record.day, record.treatment)
            who = same.get(record.person or "", record.person)
            return msgspec.structs.replace(record, person=who, course=course and course.id)
        case Session():
            return _session(record, repository.entries(Routine))
        case Check(is_check_up=False) if record.red_flags or record.mood_flags:
            return _check(record, repository.entries(Check))
        case Night():
            nights = repository.entries(Night, (record.night, record.night))
            there = nights_by_day(nights).get(record.night)
            return _night(there, record, made, clock) if there else record
        case ActiveDay():
            days = repository.entries(ActiveDay, (record.day, record.day))
            return _active_day(record, typed_day(days), made)
    return record


def _active_day(given: ActiveDay, there: ActiveDay | None, made: dt.datetime) -> ActiveDay:
    """The day as it is with what was logged of it; of two answers the later one counts."""
    if there is None:
        return given
    is_later = there.updated is None or made >= there.updated
    values = {
        field: value
        for each in ((there, given) if is_later else (given, there))
        for field in ("active_min", "steps", "note")
        if (value := getattr(each, field)) is not None
    }
    return msgspec.structs.replace(there, **values)


def _session(session: Session, own: tuple[Routine, ...]) -> Session:
    """The session of a routine of one's own, which was named by its words."""
    typed = session.routine.casefold()
    mine = (each for each in own if typed in {each.id.casefold(), clean(each.name).casefold()})
    if find_routine(session.routine) or not (routine := next(mine, None)):
        return session
    planned = round(routine.minutes * 60) if routine.minutes else None
    return msgspec.structs.replace(
        session, routine=routine.id, name=clean(routine.name), planned_s=planned
    )


def _check(check: Check, before: tuple[Check, ...]) -> Check:
    """The check with the signs that stood when it was made: who names one does not deny another."""
    held = standing(each for each in before if each.at <= check.at)
    return msgspec.structs.replace(
        check,
        red_flags=_joined(held.flags, check.red_flags),
        mood_flags=_joined(held.moods, check.mood_flags),
    )


def _joined(held: frozenset[str], marked: tuple[str, ...]) -> tuple[str, ...]:
    return (*marked, *sorted(held - {*marked}))


def _night(there: Night, logged: Night, made: dt.datetime, clock: Clock) -> Night:
    """The night that is there, with what was logged of it; of two answers the later one counts."""
    is_later = there.updated is None or made >= there.updated
    first, second = (there, logged) if is_later else (logged, there)
    values = _said_of(first) | _said_of(second)
    if second.asleep_min is not None and second.bed is None:
        values |= dict.fromkeys(TIMES)
    elif second.bed is not None:
        values["asleep_min"] = None
    night = msgspec.structs.replace(there, **values)
    return with_offsets(night, clock, there)


def _said_of(night: Night) -> dict[str, object]:
    """What a night says, but for what makes it this one."""
    return {
        field: value
        for field in night.__struct_fields__
        if field not in OF_THE_NIGHT_ITSELF
        and (value := getattr(night, field)) not in night.unknown
    }
