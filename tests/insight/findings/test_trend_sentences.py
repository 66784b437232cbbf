"""A trend in a sentence: which way, how sure, and never a figure that says nothing."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.insight.findings.results import LastingStep, Outcome, Trend
from backcare_tui.insight.findings.trend_sentences import (
    TURNS,
    say_trend,
    say_trends,
    trend_verdict,
)

TODAY = dt.date(2026, 4, 30)


def trend(
    slope: float, low: float, high: float, outcome: Outcome = "pain", weeks: int = 12
) -> Trend:
    return Trend(outcome, weeks, slope, low, high, 80, weeks_known=weeks)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            trend(-0.31, -0.52, -0.13),
            "Pain fell by 0.3 points a week over these 12 weeks (0.1 to 0.5).",
        ),
        (trend(0.98, 0.52, 1.31), "Pain rose by 1 point a week over these 12 weeks (0.5 to 1.3)."),
        (
            trend(-0.2, -0.4, -0.01),
            "Pain fell by 0.2 points a week over these 12 weeks (under 0.1 to 0.4).",
        ),
        (
            trend(0.04, 0.02, 0.06),
            "Pain rose by 0.2 points a month over these 12 weeks (0.1 to 0.3).",
        ),
        (
            trend(0.004, 0.002, 0.006),
            "Pain rose by 0.2 points a year over these 12 weeks (0.1 to 0.3).",
        ),
        (
            trend(-6.2, -11.9, -2.1, "sleep"),
            "Sleep got shorter by 6 minutes a week over these 12 weeks (2 to 12).",
        ),
        (
            trend(0.3, 0.1, 0.4, "sleep"),
            "Sleep got longer by 1 minute a month over these 12 weeks (under 1 to 2).",
        ),
    ],
)
def test_a_clear_trend_is_told_with_its_size_and_range(found: Trend, said: str) -> None:
    assert say_trend(found) == said
    assert trend_verdict(found) == "yes"


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            trend(-0.05, -0.2, 0.1),
            "No clear trend in pain over 12 weeks: between 0.2 points a week down and 0.1 up.",
        ),
        (
            trend(0.01, -0.01, 0.03, weeks=1),
            "No clear trend in pain over 1 week: between under 0.1 points a month down and 0.1 up.",
        ),
        (
            trend(-0.5, -1.04, 0.0, weeks=4),
            "No clear trend in pain over 4 weeks: between 1 point a week down and no change.",
        ),
        (
            trend(1, -3, 12, "sleep", weeks=520),
            "No clear trend in sleep over 10 years: between 3 minutes a week down and 12 up.",
        ),
        (trend(0.00001, 0.000001, 0.00002), "Pain hardly changed over 12 weeks."),
        (
            trend(0.001, -0.005, 0.03, "sleep", weeks=104),
            "No clear trend in sleep over 2 years: between under 1 minute a year down and 2 up.",
        ),
        (trend(0, 0, 0), "Pain did not change over 12 weeks."),
    ],
)
def test_an_unclear_trend_says_between_what_it_lies(found: Trend, said: str) -> None:
    assert say_trend(found) == said
    assert trend_verdict(found) == "no"


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            Trend("pain", 12, None, None, None, 12, needs=9),
            "Pain needs 9 more days with an entry before a trend can be told.",
        ),
        (
            Trend("sleep", 12, None, None, None, 20, needs=1),
            "Sleep needs 1 more night of known length before a trend can be told.",
        ),
        (
            Trend("pain", 1, None, None, None, 7, needs=14),
            "1 week is too short for a trend in pain: it takes 21 days with an entry.",
        ),
        (
            Trend("sleep", 0, None, None, None, 1, needs=20),
            (
                "Less than a week is too short for a trend in sleep: "
                "it takes 21 nights of known length."
            ),
        ),
    ],
)
def test_too_few_days_say_how_many_are_missing(found: Trend, said: str) -> None:
    assert say_trend(found) == said


def clear(outcome: Outcome, weeks: int = 4) -> Trend:
    return trend(-0.5, -0.9, -0.1, outcome, weeks)


def unclear(outcome: Outcome, weeks: int = 4) -> Trend:
    return trend(-0.5, -1.2, 0.2, outcome, weeks)


@pytest.mark.parametrize(
    "both",
    [
        (clear("pain"), unclear("sleep")),
        (unclear("pain"), clear("sleep")),
        (clear("pain"), clear("sleep")),
    ],
)
def test_a_short_trend_says_once_how_often_such_trends_turn(both: tuple[Trend, Trend]) -> None:
    assert say_trends(both, None, TODAY) == (*map(say_trend, both), TURNS)


@pytest.mark.parametrize(
    "both", [(unclear("pain"), unclear("sleep")), (clear("pain", 12), clear("sleep", 12))]
)
def test_no_trend_and_a_longer_one_say_nothing_of_turning(both: tuple[Trend, Trend]) -> None:
    assert say_trends(both, None, TODAY) == tuple(map(say_trend, both))


def test_a_young_diary_is_told_of_its_own_weeks() -> None:
    young = Trend("pain", 12, -1.7, -2.0, -1.5, 28, weeks_known=4)
    said = "Pain fell by 1.7 points a week over these 4 weeks (1.5 to 2)."
    assert say_trends([young], None, TODAY) == (said, TURNS)


@pytest.mark.parametrize(
    ("since", "last", "size", "said"),
    [
        (
            dt.date(2026, 3, 10),
            TODAY,
            3.1,
            "Pain has been about 3 points higher since about Tue 10 Mar.",
        ),
        (
            dt.date(2025, 12, 2),
            TODAY,
            -2.3,
            "Pain has been about 2.5 points lower since about Tue 2 Dec 2025.",
        ),
        (
            dt.date(2026, 1, 6),
            dt.date(2026, 3, 1),
            2.0,
            "From about Tue 6 Jan on, pain was about 2 points higher.",
        ),
    ],
)
def test_a_step_is_said_with_its_day_after_the_trend_of_pain(
    since: dt.date, last: dt.date, size: float, said: str
) -> None:
    both = unclear("pain", 12), unclear("sleep", 12)
    trend_of_pain, trend_of_sleep = map(say_trend, both)
    sentences = say_trends(both, LastingStep(since, last, size), TODAY)
    assert sentences == (trend_of_pain, said, trend_of_sleep)


SLOPES = st.floats(-50, 50, allow_nan=False)


@given(
    slopes=st.tuples(SLOPES, SLOPES, SLOPES).map(sorted),
    outcome=st.sampled_from(["pain", "sleep"]),
    weeks=st.integers(0, 600),
)
def test_no_trend_is_told_by_a_figure_that_says_nothing(
    slopes: list[float], outcome: Outcome, weeks: int
) -> None:
    low, slope, high = slopes
    said = say_trend(trend(slope, low, high, outcome, weeks))
    figures = said.partition(" weeks")[2] if "No clear" in said else said
    assert not re.search(r"(?<![\d.])-?0(?![.\d])|nan|inf|e-", figures)
    assert said.endswith(".")
