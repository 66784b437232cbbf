"""A trend: its slope against an independent sum, and when it is called one."""

import datetime as dt
import math
from statistics import median

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.insight.findings.trend import DAYS_NEEDED, trend_of
from tests.insight.simulated import remembering

BEGAN = dt.date(2026, 1, 1)


def day(number: int) -> dt.date:
    return BEGAN + dt.timedelta(days=number)


def falling(days: int, per_week: float) -> dict[dt.date, float]:
    """Pain that falls evenly, with a little of every day's own."""
    random = np.random.default_rng(2)
    return {day(n): 6 - per_week * n / 7 + float(random.normal(0, 0.5)) for n in range(days)}


@given(
    st.dictionaries(st.integers(0, 100), st.integers(0, 10), min_size=DAYS_NEEDED, max_size=60),
    st.randoms(),
)
def test_the_slope_is_the_median_of_all_pairs_in_whatever_order(
    severities: dict[int, int], random: object
) -> None:
    values = {day(n): float(severity) for n, severity in severities.items()}
    slopes = [
        (severities[b] - severities[a]) / (b - a) for a in severities for b in severities if a < b
    ]
    trend = trend_of("pain", dict(reversed(values.items())), day(0), day(100))
    assert trend.slope_per_week == pytest.approx(7 * median(slopes))
    assert trend.slope_per_week is not None
    assert trend.low is not None
    assert trend.high is not None
    assert math.isfinite(trend.low)
    assert trend.low <= trend.slope_per_week <= trend.high
    assert trend == trend_of("pain", values, day(0), day(100))


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


def test_days_outside_are_left_out() -> None:
    values = falling(84, 0.3) | {day(-9): 0.0, day(200): 0.0}
    assert trend_of("pain", values, day(0), day(83)).days == 84
