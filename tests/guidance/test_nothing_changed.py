"""Diaries in which nothing changes: how seldom a flare, or a fall of pain, is told. `bench_week` has the rates by world."""

import numpy as np
import numpy.typing as npt
import pytest

from tests.bench.bench_week import FALL, flares_begun, said_once
from tests.for_each import for_each
from tests.insight.worlds import course_of, noted

FELL = {"improved", "much_improved", "small"}


def told(course: npt.NDArray[np.float64]) -> set[str]:
    return {getattr(rule, "__name__", "") for rule in said_once(course)}


@for_each("spread", [1.0, 1.33, 1.5])
def test_months_of_independent_days_have_hardly_a_flare_and_never_three(spread: float) -> None:
    random = np.random.default_rng(11)
    begun = [flares_begun(noted(4.5 + spread * random.normal(size=84))) for _ in range(25)]
    assert max(begun) < 3
    assert np.mean(begun) < 0.6


def test_a_diary_of_days_that_only_swing_is_not_told_that_pain_fell() -> None:
    random = np.random.default_rng(12)
    found = [bool(FELL & told(course_of("memory .3", 77, random))) for _ in range(6)]
    assert sum(found) <= 1


def test_a_true_fall_is_told() -> None:
    course = course_of("patients", 77, np.random.default_rng(13))
    part = np.clip((np.arange(77) - 28) / 21, 0, 1)
    assert FELL & told(noted(course - FALL * part))


@pytest.mark.thorough
@for_each("world", ["memory 0", "memory .6", "heavy tails", "flares", "spells", "swelling"])
def test_of_many_diaries_in_which_nothing_changes_few_are_told_so(world: str) -> None:
    random = np.random.default_rng(14)
    found = [bool(FELL & told(course_of(world, 77, random))) for _ in range(40)]
    assert np.mean(found) <= 0.15
