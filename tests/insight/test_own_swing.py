"""How far some days lie from what was usual by themselves: more with memory, more with few days."""

import datetime as dt
import math
from statistics import fmean

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.insight.own_swing import (
    LEAST_SWING,
    MEMORIES,
    own_swing,
    remembering,
    variance_of_mean,
)
from tests.insight import simulated
from tests.insight.worlds import course_of

FIRST = dt.date(2026, 1, 1)


def day(number: int) -> dt.date:
    return FIRST + dt.timedelta(days=number)


def by_day(values: list[float], *, each: int = 1) -> dict[dt.date, float]:
    return {day(each * number): value for number, value in enumerate(values)}


def later(count: int = 14) -> list[dt.date]:
    return [day(500 + number) for number in range(count)]


def drawn(memory: float, days: int, seed: int) -> dict[dt.date, float]:
    return by_day(list(simulated.remembering(days, memory, np.random.default_rng(seed))))


def test_the_mean_of_days_without_memory_varies_by_a_part_of_each() -> None:
    assert variance_of_mean([day(n) for n in range(14)], 0) == pytest.approx(1 / 14)
    assert variance_of_mean([day(0)], 0.9) == 1


def test_days_that_are_alike_vary_together_the_more_the_nearer_they_are() -> None:
    expected = fmean(0.8 ** abs(one - other) for one in (0, 1, 5) for other in (0, 1, 5))
    assert variance_of_mean([day(0), day(1), day(5)], 0.8) == pytest.approx(expected)
    assert variance_of_mean([day(0), day(1)], 0.8) > variance_of_mean([day(0), day(9)], 0.8)


@pytest.mark.parametrize("memory", [0, 0.3, 0.6, 0.9])
def test_the_memory_of_a_persons_days_is_found_also_with_gaps(memory: float) -> None:
    whole = [remembering(drawn(memory, 180, seed)).memory for seed in range(20)]
    assert fmean(whole) == pytest.approx(memory, abs=0.1)
    halves = []
    for seed in range(20):
        kept = np.random.default_rng(1000 + seed).random(180) < 0.5
        pain = drawn(memory, 180, seed)
        some = {at: value for at, value in pain.items() if kept[(at - FIRST).days]}
        halves.append(remembering(some).memory)
    assert fmean(halves) == pytest.approx(memory, abs=0.15)


def test_the_swing_grows_with_spread_with_memory_and_with_fewer_days() -> None:
    calm, wild = (by_day([5 - size, 5 + size] * 30) for size in (1.0, 2.0))
    assert own_swing(remembering(wild), later()) > own_swing(remembering(calm), later())
    steps = by_day([3.0] * 15 + [7.0] * 15 + [3.0] * 15 + [7.0] * 15)
    assert own_swing(remembering(steps), later()) > own_swing(remembering(wild), later())
    months, weeks = (remembering(drawn(0.3, days, 1)) for days in (180, 20))
    assert own_swing(weeks, later()) / weeks.spread > own_swing(months, later()) / months.spread
    assert own_swing(months, later(5)) > own_swing(months, later(14))


def test_days_that_never_change_have_the_least_swing() -> None:
    for values in ([4.0], [0.0] * 30, [10.0] * 200):
        assert own_swing(remembering(by_day(values)), later()) == LEAST_SWING


def test_two_weeks_mostly_lie_within_the_swing_where_nothing_acts() -> None:
    for world in ("memory 0", "memory .6", "memory .9", "flares"):
        beyond = 0
        for seed in range(60):
            pain = course_of(world, 176, np.random.default_rng(seed))
            own = remembering(by_day(list(pain[:120])))
            beyond += own.mean - pain[-14:].mean() > own_swing(own, later())
        assert beyond <= 13, world


@given(
    st.dictionaries(
        st.integers(0, 400), st.sampled_from([0, 0.5, 3, 5, 10]), min_size=1, max_size=60
    )
)
def test_whatever_is_noted_the_swing_is_a_number_of_points(pain: dict[int, float]) -> None:
    own = remembering({day(number): value for number, value in pain.items()})
    swing = own_swing(own, [day(900)])
    assert 0 <= own.memory <= MEMORIES[-1]
    assert math.isfinite(swing)
    assert swing >= LEAST_SWING
