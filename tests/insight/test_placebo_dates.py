"""The same days at dates on which nothing began: which count, and how often they fell as much."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.when import span_of
from backcare_tui.insight.placebo_dates import (
    LEAST_DATES,
    DateStretch,
    as_much_of_100,
    held_at,
    placebo_falls,
)

BEGAN = dt.date(2026, 6, 1)
DAY = dt.timedelta(days=1)
STRETCH = DateStretch(before=4, first=2, last=4, least_before=2, least_after=1)


def days(*values: float | None) -> dict[dt.date, float]:
    """Values of the days up to the one before it began, the oldest first; None for a gap."""
    first = BEGAN - len(values) * DAY
    return {first + n * DAY: value for n, value in enumerate(values) if value is not None}


def test_days_before_a_date_are_held_against_days_some_time_after_it() -> None:
    pain = {**days(8, 6, 4, 6), BEGAN: 10.0, BEGAN + DAY: 10.0, BEGAN + 2 * DAY: 3.0}
    held = held_at(BEGAN, STRETCH, pain)
    assert held is not None
    assert (held.before, held.after, held.fall) == ([8, 6, 4, 6], [3], 3)


def test_with_too_few_days_nothing_is_held() -> None:
    after = {BEGAN + 3 * DAY: 3.0}
    assert held_at(BEGAN, STRETCH, {**days(8, None, None, None), **after}) is None
    assert held_at(BEGAN, STRETCH, days(8, 6, 4, 6)) is None
    assert held_at(BEGAN, STRETCH, {}) is None


def test_a_placebo_date_lies_with_all_of_its_days_before_it_began() -> None:
    assert placebo_falls(BEGAN, STRETCH, days(5, 5, 0, 0, 1, 1, 1)) == (4,)
    assert placebo_falls(BEGAN, STRETCH, days(5, 5, 0, 0, 1, 1)) == ()
    assert placebo_falls(BEGAN, STRETCH, {**days(5, 5, 0, 0, 1, 1, 1), BEGAN: 9.0}) == (4,)
    assert placebo_falls(BEGAN, STRETCH, {}) == ()


def test_a_gap_is_no_zero_and_a_stretch_of_gaps_is_no_placebo_date() -> None:
    assert placebo_falls(BEGAN, STRETCH, days(5, 5, 0, 0, None, None, 1)) == (4,)
    assert placebo_falls(BEGAN, STRETCH, days(5, 5, 0, 0, None, None, None)) == ()


def test_no_stretch_with_a_day_of_what_might_have_acted_is_counted() -> None:
    pain = days(*(5.0,) * 20)
    whole = placebo_falls(BEGAN, STRETCH, pain)
    acted = placebo_falls(BEGAN, STRETCH, pain, {BEGAN - 10 * DAY})
    assert 0 < len(acted) < len(whole)
    assert placebo_falls(BEGAN, STRETCH, pain, set(pain)) == ()


def test_the_count_is_of_100_and_needs_enough_dates() -> None:
    assert as_much_of_100((0.0,) * (LEAST_DATES - 1), 1) is None
    assert as_much_of_100((0.0, 1.0, 2.0, 3.0) * 10, 2) == 50
    assert as_much_of_100((0.0,) * 40, 0) == 100
    assert as_much_of_100((0.0,) * 40, 0.1) == 0


@given(
    st.lists(st.none() | st.integers(0, 10), max_size=60),
    st.builds(
        DateStretch,
        before=st.integers(1, 9),
        first=st.integers(1, 5),
        last=st.integers(5, 9),
        least_before=st.integers(1, 4),
        least_after=st.integers(1, 3),
    ),
    st.sets(st.integers(1, 60), max_size=2),
)
def test_each_placebo_fall_is_what_is_held_at_its_date(
    values: list[int | None], stretch: DateStretch, acted: set[int]
) -> None:
    pain = days(*values)
    apart = {BEGAN - ago * DAY for ago in acted}
    expected = []
    for date in span_of(BEGAN - 61 * DAY, BEGAN - DAY):
        within = span_of(date - stretch.before * DAY, date + stretch.last * DAY)
        held = held_at(date, stretch, pain)
        if held and within[-1] < BEGAN and not apart & set(within):
            expected.append(held.fall)
    assert placebo_falls(BEGAN, stretch, pain, apart) == pytest.approx(tuple(expected))
