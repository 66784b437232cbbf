"""What is usual for a person's weeks: from how many it is known, and how far it reaches."""

import datetime as dt
import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.insight.usual import (
    LEAST_CHANGES,
    WEEKS,
    firsts_before,
    usual_of,
    week_means,
    weeks_missing,
)
from tests.examples import tried

MONDAY = dt.date(2026, 11, 23)
week_or_none = st.none() | st.floats(0, 10)


def test_the_limits_are_those_of_a_control_chart() -> None:
    weeks = [4.0, 5.0, 4.5, 6.0, 5.0, 4.0, 4.5, 5.0, 5.5, 4.0, 4.5, 5.0, 4.0]
    found = usual_of(weeks)
    assert found
    ranges = [abs(now - before) for before, now in pairwise(weeks)]
    assert found.swing == pytest.approx(2.66 * sum(ranges) / len(ranges))
    assert (found.low, found.high) == (4.5 - found.swing, 4.5 + found.swing)


def test_six_weeks_in_a_row_are_enough_and_a_gap_has_no_change_across_it() -> None:
    assert usual_of([4] * 5) is None
    assert usual_of([4] * 6)
    assert usual_of([4, 4, 4, None, 4, 4, 4]) is None
    assert usual_of([4, 4, 4, None, 4, 4, 4, 4])


@pytest.mark.parametrize(
    ("weeks", "missing"),
    [([], 6), ([None] * 13, 6), ([4], 5), ([4, None], 6), ([4] * 5, 1), ([4] * 6, 0),
     ([4, 4, 4, None, 4], 3)],
)  # fmt: skip
def test_it_says_how_many_more_weeks_it_takes(weeks: list[float | None], missing: int) -> None:
    assert weeks_missing(weeks) == missing
    assert bool(usual_of([*weeks, *[4] * missing])) is True


def test_few_changes_widen_it() -> None:
    few, many = usual_of([4, 5] * 3), usual_of([4, 5] * 6)
    assert few
    assert many
    assert few.swing > many.swing


def test_one_lasting_step_is_no_wide_swing() -> None:
    found = usual_of([6] * 6 + [3] * 7)
    assert found
    assert found.swing < 1


def test_weeks_that_never_differ_have_no_swing() -> None:
    for pain in (0.0, 10.0):
        found = usual_of([pain] * 13)
        assert found
        assert (found.swing, found.low, found.high) == (0, pain, pain)
        assert found.lies(pain) == 0


def test_a_week_lies_outside_only_where_its_figure_does_as_it_is_said() -> None:
    found = usual_of([4, 4.5] * 6 + [4])  # from 2.67 to 5.33
    assert found
    assert [found.lies(week) for week in (2.6, 2.66, 4, 5.34, 5.4)] == [-1, 0, 0, 0, 1]


def test_a_week_of_three_days_is_not_known() -> None:
    pain = {MONDAY + dt.timedelta(days=number): 4.0 for number in (0, 2, 6)}
    assert week_means(pain, [MONDAY]) == (None,)
    pain[MONDAY + dt.timedelta(days=3)] = 8.0
    assert week_means(pain, [MONDAY, MONDAY + dt.timedelta(days=7)]) == (5, None)


def test_the_weeks_before_end_the_day_before() -> None:
    firsts = firsts_before(MONDAY)
    assert len(firsts) == WEEKS
    assert firsts[-1] == MONDAY - dt.timedelta(days=7)
    assert firsts[0] == MONDAY - dt.timedelta(days=91)


@tried(100)
@given(st.lists(week_or_none, max_size=30))
def test_whatever_the_weeks_it_is_within_the_scale(weeks: list[float | None]) -> None:
    found = usual_of(weeks)
    assert (found is None) == (weeks_missing(weeks) > 0)
    assert weeks_missing(weeks) <= LEAST_CHANGES + 1
    if found:
        assert 0 <= found.low <= found.high <= 10
        assert 0 <= found.swing < math.inf
        assert found == usual_of(weeks[-WEEKS:])
