"""On which day an entry is listed after a journey, and in which order of the clock."""

import datetime as dt

import pytest

from backcare_tui.diary.here import clock_order, day_here, entries_of_today
from backcare_tui.diary.night_ends import with_offsets
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import FrozenClock

TOKYO, NEW_YORK = "Asia/Tokyo", "America/New_York"
MORNING = dt.datetime.fromisoformat("2026-11-23T08:00:00+09:00")
"""Monday in Tokyo; in New York it is Sunday evening."""
SUNDAY, MONDAY = dt.date(2026, 11, 22), dt.date(2026, 11, 23)


@pytest.fixture
def clock() -> FrozenClock:
    """Monday morning in Tokyo."""
    return FrozenClock(MORNING, TOKYO)


def test_landing_in_the_west_loses_no_entry(repository: TinyRepository, clock: FrozenClock) -> None:
    entry = Pain(at=MORNING, severity=3)
    night = with_offsets(Night(night=MONDAY, bed="23:00", up="07:00"), clock)
    repository.add(entry, night)
    clock.travel(NEW_YORK)
    clock.move(minutes=30)
    assert clock.today() == SUNDAY
    assert [each.id for each in entries_of_today(repository, Pain, clock)] == [entry.id]
    assert [each.id for each in entries_of_today(repository, Night, clock)] == [night.id]
    later = Pain(at=clock.now(), severity=4)
    repository.add(later)
    assert [each.severity for each in entries_of_today(repository, Pain, clock)] == [3, 4]
    clock.move(hours=12)
    assert clock.today() == MONDAY
    assert [each.severity for each in entries_of_today(repository, Pain, clock)] == [3]


def test_what_has_not_happened_by_a_wrong_clock_stays_with_its_day(clock: FrozenClock) -> None:
    far = MORNING + dt.timedelta(days=1)
    assert day_here(Pain(at=far, severity=3), clock) == far.date()
    assert day_here(Night(night=far.date(), asleep_min=400), clock) == far.date()
    years = dt.date(2030, 1, 1)
    assert day_here(Night(night=years, asleep_min=400, updated=MORNING), clock) == years


def test_a_night_lies_where_one_got_up(clock: FrozenClock) -> None:
    night = with_offsets(Night(night=MONDAY, bed="23:00", up="08:30"), clock)
    length = Night(night=MONDAY, asleep_min=400)
    before, after = (
        Pain(at=MORNING + dt.timedelta(minutes=minutes), severity=3) for minutes in (0, 60)
    )
    in_order = sorted([after, night, before, length], key=lambda each: clock_order(each, clock))
    assert in_order == [length, before, night, after]
