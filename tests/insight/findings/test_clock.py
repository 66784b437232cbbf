"""Which pain was noted before something was done, by the clock."""

import datetime as dt

import pytest

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.insight.findings.factors import gather_factors
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock


def at(days_ago: int, time: str) -> dt.datetime:
    hour, minute = map(int, time.split(":"))
    return MONDAY.replace(hour=hour, minute=minute) - dt.timedelta(days=days_ago)


def day(days_ago: int) -> dt.date:
    return at(days_ago, "12:00").date()


@pytest.fixture
def earlier(repository: TinyRepository, clock: FrozenClock) -> "Earlier":
    return Earlier(repository, clock)


class Earlier:
    """The pain before each factor of a diary, by its name."""

    def __init__(self, repository: TinyRepository, clock: FrozenClock) -> None:
        self._repository, self._clock = repository, clock

    def than(self, factor: str, *records: Record) -> dict[dt.date, tuple[int, float]]:
        """Of each day how many days before it pain was noted, and which."""
        self._repository.add(*records)
        columns = gather_factors(self._repository, self._clock).columns
        (of,) = (each.before for each in columns if each.factor == factor)
        return {when: ((when - pain.day).days, pain.severity) for when, pain in of.items()}


def test_the_last_pain_before_a_routine_is_that_of_its_morning(earlier: Earlier) -> None:
    found = earlier.than(
        "session",
        Pain(at=at(2, "08:00"), severity=3),
        Pain(at=at(2, "21:00"), severity=6),
        Session(at=at(2, "18:00"), routine="morning-loosen-up"),
    )
    assert found == {day(2): (0, 3)}


def test_pain_of_the_same_minute_may_have_decided(earlier: Earlier) -> None:
    found = earlier.than(
        "session",
        Pain(at=at(3, "12:00"), severity=3),
        Pain(at=at(2, "12:00"), severity=6),
        Session(at=at(2, "12:00"), routine="morning-loosen-up"),
    )
    assert found[day(2)] == (0, 6)


def test_before_a_morning_routine_it_is_that_of_the_evening_before(earlier: Earlier) -> None:
    found = earlier.than(
        "session",
        Pain(at=at(3, "21:00"), severity=6),
        Pain(at=at(2, "08:00"), severity=3),
        Session(at=at(2, "07:00"), routine="morning-loosen-up"),
    )
    assert found[day(2)] == (1, 6)


def test_a_day_without_it_is_looked_at_at_the_usual_time(earlier: Earlier) -> None:
    found = earlier.than(
        "alcohol",
        Meal(at=at(3, "20:00"), alcohol_units=1, text="wine"),
        Meal(at=at(1, "12:00"), text="soup"),
        Pain(at=at(2, "09:00"), severity=2),
        Pain(at=at(2, "22:00"), severity=7),
        Pain(at=at(1, "19:59"), severity=5),
    )
    assert found == {day(2): (0, 2), day(1): (0, 5)}


def test_before_a_night_is_before_going_to_bed(earlier: Earlier) -> None:
    found = earlier.than(
        "sleep-hours",
        Pain(at=at(1, "21:00"), severity=6),
        Pain(at=at(0, "00:20"), severity=8),
        Pain(at=at(0, "07:30"), severity=1),
        Night(night=day(0), bed="23:00", up="07:00"),
        Night(night=day(1), bed="00:30", up="07:00"),
    )
    assert found == {day(0): (1, 6)}


def test_what_is_ticked_stands_beside_its_own_pain(earlier: Earlier) -> None:
    found = earlier.than(
        "trigger:stress",
        Pain(at=at(1, "09:00"), severity=6, triggers=("stress",)),
        Pain(at=at(1, "21:00"), severity=4),
        Pain(at=at(0, "07:00"), severity=2),
    )
    assert found == {day(1): (0, 5), day(0): (0, 2)}


def test_pain_of_long_before_says_nothing(earlier: Earlier) -> None:
    found = earlier.than(
        "session",
        Pain(at=at(4, "08:00"), severity=3),
        Session(at=at(2, "18:00"), routine="morning-loosen-up"),
    )
    assert day(2) not in found
