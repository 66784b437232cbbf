"""A trend: its slope, whether its interval holds the true one, and when it is called one."""

import datetime as dt
import math
from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.insight.findings.trend import DAYS_NEEDED, trend_of
from tests.insight.simulated import remembering
from tests.insight.true_trends import PEOPLE, Person, covers, found_of, true_slope

BEGAN = dt.date(2026, 1, 1)


def day(number: int) -> dt.date:
    return BEGAN + dt.timedelta(days=number)


def falling(days: int, per_week: float) -> dict[dt.date, float]:
    """Pain that falls evenly, with a little of every day's own."""
    random = np.random.default_rng(2)
    return {day(n): 6 - per_week * n / 7 + float(random.normal(0, 0.5)) for n in range(days)}


SEVERITIES = st.dictionaries(
    st.integers(0, 100), st.integers(0, 10), min_size=DAYS_NEEDED, max_size=60
)


def figures(values: Mapping[int, float]) -> tuple[float, float, float]:
    """Low end, slope, high end; each a number, in this order."""
    trend = trend_of("pain", {day(n): float(v) for n, v in values.items()}, day(0), day(100))
    assert trend.slope_per_week is not None
    assert trend.low is not None
    assert trend.high is not None
    found = trend.low, trend.slope_per_week, trend.high
    assert all(map(math.isfinite, found))
    assert list(found) == sorted(found)
    return found


@given(SEVERITIES)
def test_the_order_in_which_days_were_written_does_not_matter(severities: dict[int, int]) -> None:
    assert figures(dict(sorted(severities.items(), reverse=True))) == figures(severities)


@given(SEVERITIES)
def test_a_scale_turned_over_turns_the_trend_over(severities: dict[int, int]) -> None:
    low, slope, high = figures(severities)
    turned = figures({n: 10 - severity for n, severity in severities.items()})
    assert turned == pytest.approx((-high, -slope, -low), abs=1e-6)


@given(
    st.sets(st.integers(0, 100), min_size=DAYS_NEEDED, max_size=60),
    st.floats(-0.2, 0.2),
)
def test_an_even_course_has_its_own_slope(days: set[int], a_day: float) -> None:
    assert figures({n: 5 + a_day * n for n in days}) == pytest.approx([7 * a_day] * 3, abs=1e-3)


def test_pain_that_falls_evenly_is_said_to_fall() -> None:
    trend = trend_of("pain", falling(84, 0.3), day(0), day(83))
    assert trend.is_clear
    assert trend.weeks == 12
    assert trend.slope_per_week == pytest.approx(-0.3, abs=0.05)
    assert trend.low is not None
    assert trend.high is not None
    assert trend.low < -0.3 < trend.high < 0


def test_one_terrible_day_hardly_bends_it() -> None:
    values = falling(84, 0.3)
    plain = trend_of("pain", values, day(0), day(83)).slope_per_week
    bent = trend_of("pain", values | {day(80): 10.0}, day(0), day(83)).slope_per_week
    assert plain is not None
    assert bent is not None
    assert abs(bent - plain) < 0.02


NAMED: Mapping[str, Person] = {person.name: person for person in PEOPLE}


@pytest.mark.parametrize("name", ["mostly 0", "mostly 10", "sd 0.6"])
def test_the_interval_over_a_year_holds_the_true_slope_and_no_change_is_ruled_out(
    name: str,
) -> None:
    found = [found_of(NAMED[name], 52, 0.3, seed) for seed in range(20)]
    truth = true_slope(NAMED[name], 52)
    assert sum(covers(each, truth) for each in found) >= 17
    assert sum(each.is_clear for each in found) >= 15


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("weeks", "memory"),
    [(4, 0.0), (4, 0.5), (4, 0.7), *((w, m) for w in (12, 52) for m in (0.0, 0.5, 0.7, 0.9))],
)
def test_intervals_hold_the_true_slope_of_everybody(weeks: int, memory: float) -> None:
    for person in PEOPLE:
        truth = true_slope(person, weeks)
        held = sum(covers(found_of(person, weeks, memory, seed), truth) for seed in range(100))
        assert held >= 86, person.name


def test_a_course_with_a_long_memory_is_not_called_a_trend() -> None:
    clear = 0
    for seed in range(60):
        course = 5 + 1.5 * remembering(84, 0.8, np.random.default_rng(seed))
        values = {day(n): float(round(severity)) for n, severity in enumerate(course)}
        clear += trend_of("pain", values, day(0), day(83)).is_clear
    assert clear <= 8


@pytest.mark.parametrize(("days", "needs"), [(0, 21), (2, 19), (20, 1)])
def test_too_few_days_say_how_many_more_it_takes(days: int, needs: int) -> None:
    trend = trend_of("pain", falling(days, 0.3), day(0), day(83))
    assert (trend.slope_per_week, trend.low, trend.high) == (None, None, None)
    assert (trend.days, trend.needs) == (days, needs)


@pytest.mark.parametrize(
    "severities",
    [
        pytest.param([0] * 119 + [10], id="one 10 after 119 zeros"),
        pytest.param([10] + [0] * 119, id="one 10 before 119 zeros"),
        pytest.param([0] * 60 + [10] * 60, id="from 0 to 10 in a day"),
        pytest.param([0, 10] * 60, id="every second day"),
        pytest.param([0] * 20 + [10], id="as few days as can be"),
    ],
)
def test_what_no_pain_is_like_gives_figures_all_the_same(severities: list[int]) -> None:
    low, slope, high = figures(dict(enumerate(severities[-100:])))
    assert -70 <= low <= slope <= high <= 70


def test_one_10_after_months_of_zeros_is_no_trend() -> None:
    assert not trend_of(
        "pain", {day(n): 0.0 for n in range(119)} | {day(119): 10}, day(36), day(119)
    ).is_clear


@pytest.mark.parametrize("severity", [0.0, 10.0])
def test_a_year_of_the_same_has_a_slope_of_nothing(severity: float) -> None:
    trend = trend_of("pain", {day(n): severity for n in range(365)}, day(0), day(364))
    assert (trend.slope_per_week, trend.low, trend.high) == (0, 0, 0)
    assert not trend.is_clear


def test_ten_years_are_looked_at_by_the_week() -> None:
    trend = trend_of("pain", falling(3650, 0.005), day(0), day(3649))
    assert trend.days == 3650
    assert trend.slope_per_week == pytest.approx(-0.005, abs=0.001)
    assert trend.is_clear


def test_few_weeks_of_a_long_time_are_looked_at_by_the_day() -> None:
    trend = trend_of("pain", falling(28, 0.7), day(0), day(3649))
    assert trend.slope_per_week == pytest.approx(-0.7, abs=0.2)


def test_how_long_the_days_reach_is_known_beside_the_time_that_was_looked_at() -> None:
    trend = trend_of("pain", falling(28, 0.7), day(-50), day(33))
    assert (trend.weeks, trend.weeks_known) == (12, 4)


def test_days_outside_are_left_out() -> None:
    values = falling(84, 0.3) | {day(-9): 0.0, day(200): 0.0}
    assert trend_of("pain", values, day(0), day(83)).days == 84
