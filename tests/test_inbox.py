"""What waited in the locked inbox joins the diary as `log` would have made it, once."""

import datetime as dt
from pathlib import Path

import msgspec
import pytest

from backcare_tui.diary.codec import write_document
from backcare_tui.diary.records.activity import ActiveDay
from backcare_tui.diary.records.base import Record, new_id
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.records.visit import Visit
from backcare_tui.inbox import Settling, settle
from backcare_tui.store import open_repository
from backcare_tui.store.inbox import Dropped, drop, waiting
from backcare_tui.store.locked import LockedPlaces
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock
from tests.store.locks import KEY, locked

TODAY = MONDAY.date()


@pytest.fixture
def places(diary_path: Path) -> LockedPlaces:
    return locked(diary_path)


@pytest.fixture
def repository(places: LockedPlaces, clock: FrozenClock) -> TinyRepository:
    """A locked diary, opened."""
    return open_repository(places.diary, clock, KEY)


def dropped(places: LockedPlaces, *records: Record, made: dt.datetime = MONDAY) -> Path:
    """Records that were logged in one go."""
    documents = tuple((record.table, write_document(record)) for record in records)
    return drop(places, Dropped(new_id(), made, "added it", documents))


def taken(repository: TinyRepository, places: LockedPlaces, clock: FrozenClock) -> tuple[str, ...]:
    return settle(repository, places.diary, KEY, clock)


def pain(severity: int = 4) -> Pain:
    return Pain(at=MONDAY, severity=severity)


def test_each_entry_is_one_change_in_the_order_in_which_they_were_made(
    repository: TinyRepository, places: LockedPlaces, clock: FrozenClock
) -> None:
    later = dropped(places, pain(2), made=MONDAY + dt.timedelta(minutes=1))
    dropped(places, pain(1))
    assert later.stat().st_mode & 0o077 == places.inbox.stat().st_mode & 0o077 == 0
    assert taken(repository, places, clock) == ("2 entries came in from the locked inbox.",)
    assert waiting(places) == ()
    assert {entry.severity for entry in repository.entries(Pain)} == {1, 2}
    repository.undo()
    assert [entry.severity for entry in repository.entries(Pain)] == [1]


def test_what_is_in_the_diary_or_was_removed_there_only_goes(
    repository: TinyRepository, places: LockedPlaces, clock: FrozenClock
) -> None:
    kept, gone = pain(1), pain(2)
    repository.add(kept, gone)
    repository.remove(gone.id)
    repository.change(msgspec.structs.replace(kept, severity=9))
    dropped(places, kept)
    dropped(places, gone)
    assert taken(repository, places, clock) == ()
    assert waiting(places) == ()
    assert [entry.severity for entry in repository.entries(Pain)] == [9]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no age",
        KEY.cipher.closed(b"no entry"),
        KEY.cipher.closed(
            b'{"id":"1","made":"2026-11-23T08:12:00+01:00","summary":"","documents":[["x",{}]]}'
        ),
        KEY.cipher.closed(
            b'{"id":"1","made":"2026-11-23T08:12:00+01:00","summary":"",'
            b'"documents":[["pain",{"id":"1","at":"2026-11-23T08:12:00+01:00","severity":99}]]}'
        ),
        KEY.cipher.closed(
            b'{"id":"1","made":"2026-11-23T08:12:00","summary":"",'
            b'"documents":[["pain",{"id":"1","at":"2026-11-23T08:12:00+01:00","severity":4}]]}'
        ),
        b"x" * (2**20 + 1),
    ],
)
def test_a_damaged_one_is_left_and_said_and_keeps_none_of_the_others_out(
    data: bytes, repository: TinyRepository, places: LockedPlaces, clock: FrozenClock
) -> None:
    dropped(places, pain())
    bad = places.inbox / "bad.age"
    bad.write_bytes(data)
    came, left = taken(repository, places, clock)
    assert came == "1 entry came in from the locked inbox."
    assert str(bad) in left
    assert bad.read_bytes() == data


def test_a_person_who_is_known_is_not_made_twice_and_a_course_goes_on(
    repository: TinyRepository, places: LockedPlaces, clock: FrozenClock
) -> None:
    ann = Person(name="Ann Lee")
    course = Course(treatment="massage", started=TODAY, planned_visits=4, days=42)
    repository.add(ann, course)
    typed, other = Person(name="ann lee"), Person(name="Bo")
    dropped(places, typed, Visit(at=MONDAY, treatment="massage", person=typed.id))
    dropped(places, other, Visit(at=MONDAY, treatment="acupuncture", person=other.id))
    taken(repository, places, clock)
    assert {each.name for each in repository.entries(Person)} == {"Ann Lee", "Bo"}
    visits = {each.treatment: each for each in repository.entries(Visit)}
    assert (visits["massage"].person, visits["massage"].course) == (ann.id, course.id)
    assert (visits["acupuncture"].person, visits["acupuncture"].course) == (other.id, None)


def test_a_night_that_is_there_takes_what_was_logged_of_it_since(
    repository: TinyRepository, places: LockedPlaces, clock: FrozenClock
) -> None:
    night = Night(night=TODAY, bed="23:00", up="06:30", quality=2)
    repository.add(night)
    dropped(places, Night(night=TODAY, asleep_min=440), made=clock.move(minutes=5))
    taken(repository, places, clock)
    (now,) = repository.entries(Night)
    assert (now.id, now.bed, now.asleep_min, now.quality) == (night.id, None, 440, 2)


def test_a_night_that_was_changed_later_is_only_filled_in(
    repository: TinyRepository, places: LockedPlaces, clock: FrozenClock
) -> None:
    repository.add(Night(night=TODAY, bed="23:00", up="06:30", quality=2))
    logged = Night(night=TODAY, asleep_min=440, quality=5, note="hot")
    dropped(places, logged, made=MONDAY - dt.timedelta(hours=1))
    taken(repository, places, clock)
    (now,) = repository.entries(Night)
    assert (now.bed, now.asleep_min, now.quality, now.note) == ("23:00", None, 2, "hot")


def test_a_sign_that_stood_is_not_denied_by_another_one(
    repository: TinyRepository, places: LockedPlaces, clock: FrozenClock
) -> None:
    repository.add(Check(at=MONDAY - dt.timedelta(days=1), red_flags=("fever",)))
    dropped(places, Check(at=MONDAY, red_flags=("bladder_change",)))
    taken(repository, places, clock)
    assert set(repository.entries(Check)[-1].red_flags) == {"fever", "bladder_change"}
    dropped(places, Check(at=MONDAY + dt.timedelta(minutes=1)))
    taken(repository, places, clock)
    assert repository.entries(Check)[-1].red_flags == ()


def test_a_routine_of_ones_own_is_known_by_its_name(
    repository: TinyRepository, places: LockedPlaces, clock: FrozenClock
) -> None:
    mine = Routine(name="Kitchen Five", minutes=5)
    repository.add(mine)
    dropped(places, Session(at=MONDAY, routine="kitchen five", name="kitchen five"))
    taken(repository, places, clock)
    (session,) = repository.entries(Session)
    assert (session.routine, session.name, session.planned_s) == (mine.id, mine.name, 300)


def test_an_open_diary_takes_in_what_comes_meanwhile(
    repository: TinyRepository, places: LockedPlaces, clock: FrozenClock
) -> None:
    settling = Settling(repository, places.diary, KEY, clock)
    assert settling.take() == ()
    dropped(places, pain())
    assert settling.take() == ("1 entry came in from the locked inbox.",)
    (places.inbox / "bad.age").write_bytes(b"bad")
    assert len(settling.take()) == 1
    assert settling.take() == ()


def test_how_active_a_day_was_joins_what_was_typed_of_it_and_the_later_answer_counts(
    repository: TinyRepository, places: LockedPlaces, clock: FrozenClock
) -> None:
    repository.add(ActiveDay(day=TODAY, active_min=20))
    later, before = MONDAY + dt.timedelta(hours=1), MONDAY - dt.timedelta(hours=1)
    dropped(places, ActiveDay(day=TODAY, steps=6200), made=later)
    dropped(places, ActiveDay(day=TODAY, active_min=5), made=before)
    taken(repository, places, clock)
    (day,) = repository.entries(ActiveDay)
    assert (day.active_min, day.steps) == (20, 6200)
