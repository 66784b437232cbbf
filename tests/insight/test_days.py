import datetime as dt
import random
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb.storages import MemoryStorage

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.insight.days import (
    DayFigures,
    days_of,
    known_days,
    known_pain,
    known_sleep,
)
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock
from tests.examples import tried

TODAY = MONDAY.date()
SUNDAY, TUESDAY = TODAY - dt.timedelta(days=1), TODAY + dt.timedelta(days=1)
CLOCK = FrozenClock()


def days(*records: Record) -> tuple[DayFigures, ...]:
    """The days around MONDAY in a diary of these records."""
    repository = TinyRepository(MemoryStorage(), CLOCK)  # type: ignore[no-untyped-call] # as TinyDB has it
    repository.add(*records)
    return days_of(repository, (SUNDAY, TUESDAY), CLOCK)


def test_a_day_without_an_entry_is_a_gap_and_a_day_without_pain_is_zero() -> None:
    assert [day.pain for day in days(Pain(at=MONDAY, severity=0))] == [None, 0, None]


def test_every_day_is_there_in_its_order() -> None:
    found = days(Pain(at=MONDAY, severity=3))
    assert [day.day for day in found] == [SUNDAY, TODAY, TUESDAY]
    assert found[0] == DayFigures(SUNDAY)


def test_days_outside_are_left_out() -> None:
    found = days(Pain(at=MONDAY - dt.timedelta(days=2), severity=3))
    assert known_pain(found) == {}


def test_a_night_without_a_length_is_a_gap() -> None:
    found = days(Night(night=SUNDAY, quality=3), Night(night=TODAY, asleep_min=400))
    assert [day.asleep_min for day in found] == [None, 400, None]
    assert known_sleep(found) == {TODAY: 400}


def test_sessions_count_and_their_minutes_are_those_that_are_known() -> None:
    found = days(
        Session(at=MONDAY, routine="x", done_s=600),
        Session(at=MONDAY, routine="y"),
        Session(at=MONDAY - dt.timedelta(days=1), routine="y"),
    )
    assert [(day.sessions, day.moved_min) for day in found] == [(1, None), (2, 10), (0, None)]


@tried(60)
@given(
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 10)), max_size=40),
    st.randoms(use_true_random=False),
)
def test_the_figures_of_a_day_are_those_of_its_entries_in_whatever_order(
    entries: list[tuple[int, int]], chance: random.Random
) -> None:
    pains = [Pain(at=MONDAY + dt.timedelta(days=day), severity=pain) for day, pain in entries]
    chance.shuffle(pains)
    found = known_days(pains, (), (), CLOCK)
    assert list(found) == sorted({TODAY + dt.timedelta(days=day) for day, _ in entries})
    for day in found:
        of_day = [pain for at, pain in entries if TODAY + dt.timedelta(days=at) == day]
        assert found[day].best == min(of_day)
        assert found[day].worst == max(of_day)
        assert found[day].pain == pytest.approx(statistics.mean(of_day))


def test_the_night_of_the_clock_change_is_as_long_as_it_was() -> None:
    for sunday, slept in ((dt.date(2026, 10, 25), 540), (dt.date(2026, 3, 29), 420)):
        found = known_days((), (Night(night=sunday, bed="23:00", up="07:00"),), (), CLOCK)
        assert found[sunday].asleep_min == slept, sunday
