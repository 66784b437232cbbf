"""The factors: what each day had of them, and on which days that is known."""

import datetime as dt

import pytest

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Medicine, Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.insight.findings.factors import (
    DAYS_EACH,
    LOOKED_AT_DAYS,
    UNIT_MORE,
    UNIT_WITH,
    FactorColumn,
    gather_factors,
)
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock


def at(days_ago: int) -> dt.datetime:
    return MONDAY.replace(hour=8) - dt.timedelta(days=days_ago)


def day(days_ago: int) -> dt.date:
    return at(days_ago).date()


@pytest.fixture
def columns(repository: TinyRepository, clock: FrozenClock) -> "Columns":
    return Columns(repository, clock)


class Columns:
    """The factors of a diary by their names."""

    def __init__(self, repository: TinyRepository, clock: FrozenClock) -> None:
        self._repository, self._clock = repository, clock

    def of(self, *records: Record) -> dict[str, FactorColumn]:
        if records:
            self._repository.add(*records)
        gathered = gather_factors(self._repository, self._clock)
        return {each.factor: each for each in gathered.columns}


def test_a_day_with_any_entry_is_one_without_what_is_not_there(columns: Columns) -> None:
    found = columns.of(
        Pain(at=at(3), severity=4),
        Pain(at=at(2), severity=4),
        Session(at=at(2), routine="morning-loosen-up"),
        Visit(at=at(3), treatment="massage"),
        Visit(at=at(0), treatment="acupuncture"),
    )
    assert found["session"].values == {day(3): 0, day(2): 1, day(0): 0}
    assert found["massage"].values == {day(3): 1, day(2): 0, day(0): 0}
    assert found["visit:acupuncture"].values == {day(3): 0, day(2): 0, day(0): 1}
    assert {found[name].unit for name in ("session", "massage")} == {UNIT_WITH}


def test_meals_are_known_from_the_first_to_the_last(columns: Columns) -> None:
    found = columns.of(
        *(Pain(at=at(ago), severity=4) for ago in range(12)),
        *(Meal(at=at(ago), text="soup", tags=("legumes",)) for ago in (10, 8)),
        Meal(at=at(9), meal="drink", alcohol_units=1),
        Meal(at=at(9), meal="drink", alcohol_units=0.5),
    )
    assert found["tag:legumes"].values == {day(10): 1, day(9): 0, day(8): 1}
    assert found["alcohol"].values == {day(10): 0, day(9): 1, day(8): 0}


def test_coffee_of_every_day_is_more_against_less(columns: Columns) -> None:
    cups = [1, 2, 3] * DAYS_EACH
    found = columns.of(
        *(Meal(at=at(ago), meal="drink", coffees=cup) for ago, cup in enumerate(cups))
    )
    assert found["coffee"].unit == UNIT_MORE
    assert found["coffee"].values == {day(ago): float(cup > 2) for ago, cup in enumerate(cups)}


def test_water_is_known_only_where_it_was_taken_down(columns: Columns) -> None:
    found = columns.of(
        Meal(at=at(2), meal="drink", water_ml=250),
        Meal(at=at(2), meal="drink", water_ml=500),
        Meal(at=at(1), text="soup"),
    )
    assert found["water"].values == {day(2): 0.75}


def test_triggers_are_known_on_days_with_pain_and_medicines_under_one_spelling(
    columns: Columns,
) -> None:
    found = columns.of(
        Pain(at=at(4), severity=4, triggers=("stress",), medicines=(Medicine("Ibuprofen"),)),
        Pain(at=at(3), severity=4, medicines=(Medicine("ibuprofen", "400 mg"),), mood=2),
        Pain(at=at(3), severity=6, medicines=(Medicine("ibuprofen"),), mood=3),
        Feeling(at=at(2), mood=5),
    )
    assert found["trigger:stress"].values == {day(4): 1, day(3): 0}
    assert found["medicine:ibuprofen"].values == {day(4): 1, day(3): 1, day(2): 0}
    assert found["mood"].values == {day(3): 2.5, day(2): 5}
    assert {found[name].when for name in ("trigger:stress", "medicine:ibuprofen", "mood")} == {
        "ticked"
    }


def test_nights_give_hours_and_quality_and_are_the_other_outcome(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(
        Night(night=day(1), bed="23:00", up="06:30", latency_min=30, quality=4),
        Night(night=day(2), quality=2),
        Pain(at=at(1), severity=3),
        Pain(at=at(1), severity=6),
    )
    gathered = gather_factors(repository, clock)
    found = {each.factor: each for each in gathered.columns}
    assert found["sleep-hours"].values == {day(1): 7.0}
    assert found["sleep-quality"].values == {day(1): 4, day(2): 2}
    assert gathered.outcomes == {"pain": {day(1): 4.5}, "sleep": {day(1): 420.0}}


def test_only_the_last_52_weeks_are_looked_at(columns: Columns) -> None:
    found = columns.of(
        Session(at=at(LOOKED_AT_DAYS), routine="desk-break"),
        Session(at=at(LOOKED_AT_DAYS - 1), routine="desk-break"),
    )
    assert list(found["session"].values) == [day(LOOKED_AT_DAYS - 1)]


def test_an_empty_diary_has_no_factors(columns: Columns) -> None:
    assert columns.of() == {}
