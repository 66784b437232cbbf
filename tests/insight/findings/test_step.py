"""Since when: a lasting step is found with its day, and what only looks like one is not told."""

import datetime as dt
from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.insight.findings.persistence import Floats
from backcare_tui.insight.findings.results import LastingStep
from backcare_tui.insight.findings.step import LEAST_SIZE, step_of
from tests.insight.simulated import BEGAN, remembering
from tests.insight.worlds import course_of, noted

DAYS = 84


def by_day(pain: Sequence[float] | Floats) -> Mapping[dt.date, float]:
    return {BEGAN + dt.timedelta(days=day): float(value) for day, value in enumerate(pain)}


def step_in(pain: Sequence[float] | Floats) -> LastingStep | None:
    return step_of(by_day(pain), BEGAN, BEGAN + dt.timedelta(days=len(pain) - 1))


def stepping(at: int, size: float, seed: int, days: int = DAYS) -> Floats:
    """Pain about 5, and so many points more from a day on."""
    course = remembering(days, 0.3, np.random.default_rng(seed))
    return noted(5 + size * (np.arange(days) >= at) + 0.8 * course)


@pytest.mark.parametrize("at", [13, 42, 71])
@pytest.mark.parametrize("size", [-3.0, 3.0])
def test_a_step_is_told_with_its_day_and_size(at: int, size: float) -> None:
    told = [step for seed in range(8) if (step := step_in(stepping(at, size, seed)))]
    assert len(told) >= 6
    for step in told:
        assert abs((step.since - BEGAN).days - at) <= 3
        assert step.size == pytest.approx(size, abs=0.8)
        assert step.last == BEGAN + dt.timedelta(days=DAYS - 1)


def test_a_step_within_a_year_is_told_with_its_day() -> None:
    step = step_in(stepping(200, -3, 1, days=364))
    assert step
    assert abs((step.since - BEGAN).days - 200) <= 3


@pytest.mark.parametrize("world", ["memory .6", "heavy tails", "flares"])
def test_a_step_is_hardly_ever_told_where_nothing_changes(world: str) -> None:
    told = [step_in(course_of(world, DAYS, np.random.default_rng(seed))) for seed in range(40)]
    assert sum(step is not None for step in told) <= 4


@pytest.mark.thorough
@pytest.mark.parametrize("days", [84, 182, 364])
@pytest.mark.parametrize("spread", [1.5, 2.0])
@pytest.mark.parametrize("world", ["memory .6", "heavy tails", "flares", "swelling", "floor"])
def test_at_every_length_a_step_is_hardly_ever_told(world: str, spread: float, days: int) -> None:
    courses = (
        course_of(world, days, np.random.default_rng(seed), spread=spread) for seed in range(120)
    )
    assert sum(step_in(course) is not None for course in courses) <= 10


@pytest.mark.parametrize(
    "pain",
    [
        pytest.param(8 - 6 * np.arange(DAYS) / DAYS, id="an even fall"),
        pytest.param([2.0] * 32 + [7.0] * 20 + [2.0] * 32, id="up, and down again"),
        pytest.param([2.0] * 80 + [7.0] * 4, id="a bad day or four"),
        pytest.param([3.0, 3, 4] * 14 + [4.0, 4, 5] * 14, id="less than people notice"),
        pytest.param([0.0] * DAYS, id="always 0"),
        pytest.param([10.0] * DAYS, id="always 10"),
        pytest.param([0.0] * (DAYS - 1) + [10.0], id="one 10 after zeros"),
        pytest.param([0.0, 10.0] * (DAYS // 2), id="every second day"),
        pytest.param([2.0] * 35 + [6.0] * 35, id="too short a time"),
        pytest.param([2.0, 6.0], id="two days"),
    ],
)
def test_what_is_no_lasting_step_is_not_told(pain: Sequence[float]) -> None:
    assert step_in(pain) is None


def test_from_0_to_10_in_a_day_is_a_step() -> None:
    assert step_in([0.0] * 24 + [10.0] * 60) == LastingStep(
        BEGAN + dt.timedelta(days=24), BEGAN + dt.timedelta(days=83), 10.0
    )


def test_a_step_is_found_in_a_time_that_began_before_the_diary() -> None:
    values = by_day(stepping(42, -3, 1))
    last = max(values)
    assert step_of(values, BEGAN - dt.timedelta(days=90), last) == step_of(values, BEGAN, last)


def test_a_diary_with_few_days_is_told_of_none() -> None:
    values = {day: value for day, value in by_day(stepping(42, 4, 1)).items() if day.day % 3 == 0}
    assert step_of(values, BEGAN, BEGAN + dt.timedelta(days=DAYS - 1)) is None


@given(st.lists(st.none() | st.integers(0, 10), min_size=DAYS, max_size=120))
def test_a_step_is_within_the_time_and_as_large_as_people_notice(pain: list[int | None]) -> None:
    values = {
        BEGAN + dt.timedelta(days=day): float(value)
        for day, value in enumerate(pain)
        if value is not None
    }
    last = BEGAN + dt.timedelta(days=len(pain) - 1)
    step = step_of(values, BEGAN, last)
    if step:
        assert BEGAN < step.since < last
        assert abs(step.size) >= LEAST_SIZE
