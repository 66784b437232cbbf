import datetime as dt

from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.when import span_of
from backcare_tui.insight.series import known, mean_known, pain_series, sleep_series
from tests.conftest import MONDAY, FrozenClock

SUNDAY = MONDAY.date() - dt.timedelta(days=1)
DAYS = span_of(SUNDAY, MONDAY.date() + dt.timedelta(days=1))


def test_a_day_without_an_entry_is_a_gap_and_a_day_without_pain_is_zero() -> None:
    entries = (Pain(at=MONDAY, severity=0),)
    assert list(pain_series(entries, DAYS).values()) == [None, 0, None]


def test_a_days_pain_is_the_mean_of_its_entries() -> None:
    entries = (Pain(at=MONDAY, severity=3), Pain(at=MONDAY, severity=6))
    assert pain_series(entries, DAYS)[MONDAY.date()] == 4.5


def test_days_outside_are_left_out() -> None:
    assert pain_series((Pain(at=MONDAY, severity=3),), (SUNDAY,)) == {SUNDAY: None}


def test_a_night_without_a_length_is_a_gap(clock: FrozenClock) -> None:
    nights = (Night(night=SUNDAY, quality=3), Night(night=MONDAY.date(), asleep_min=400))
    assert list(sleep_series(nights, DAYS, clock).values()) == [None, 400, None]


def test_only_what_is_known_counts() -> None:
    assert known({SUNDAY: None, MONDAY.date(): 0.0}) == {MONDAY.date(): 0.0}
    assert mean_known([None, 2, 4]) == 3
    assert mean_known([None]) is None
