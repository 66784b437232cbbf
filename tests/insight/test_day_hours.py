"""The hours of today: entries at the minute of their own clock, a night from midnight or from going to bed."""

import datetime as dt

from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.insight.day_hours import DayHours, hours_of_today
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock

TODAY = MONDAY.date()


def test_each_entry_of_today_has_its_minute(repository: TinyRepository, clock: FrozenClock) -> None:
    repository.add(
        Pain(at=MONDAY, severity=4),
        Pain(at=MONDAY - dt.timedelta(days=1), severity=9),
        Session(at=MONDAY.replace(hour=7, minute=0), routine="breathing-calm"),
        Meal(at=MONDAY.replace(hour=7, minute=30), text="porridge"),
        Night(night=TODAY, bed="23:00", up="06:30"),
    )
    assert hours_of_today(repository, clock) == DayHours(
        pains=((8 * 60 + 12, 4),), in_bed=((0, 390),), sessions=(420,), meals=(450,)
    )


def test_a_night_that_began_after_midnight_begins_there(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(Night(night=TODAY, bed="01:15", up="06:30"))
    assert hours_of_today(repository, clock).in_bed == ((75, 390),)


def test_a_night_without_times_and_an_empty_day_have_no_hours(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(Night(night=TODAY, asleep_min=400))
    assert hours_of_today(repository, clock).is_empty
