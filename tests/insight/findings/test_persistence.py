"""What is left of days that remember the day before, against plain algebra."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.insight.findings.persistence import PAIRS, Memory, weigh, what_is_new
from tests.insight.simulated import remembering


@given(
    st.floats(0.0, 0.95),
    st.floats(0.0, 0.9),
    st.lists(st.integers(1, 9), min_size=2, max_size=12),
    st.integers(0, 2**32 - 1),
)
def test_the_filter_gives_what_the_whole_covariance_gives(
    memory: float, noise: float, gaps: list[int], seed: int
) -> None:
    days = np.cumsum(gaps)
    columns = np.random.default_rng(seed).normal(size=(len(days), 2))
    apart = np.abs(days[:, None] - days[None, :])
    covariance = (1 - noise) * memory**apart + noise * np.eye(len(days))
    root = np.linalg.cholesky(covariance)
    new, half_logs = what_is_new(columns, days, (Memory(memory, noise),))
    assert new[0] == pytest.approx(np.linalg.solve(root, columns), abs=1e-6)
    assert half_logs[0] == pytest.approx(np.log(np.diag(root)).sum(), abs=1e-6)


def test_days_without_memory_are_left_as_they_are() -> None:
    columns = np.array([[1.0], [5.0], [2.0]])
    new, half_logs = what_is_new(columns, np.array([0, 1, 5]), (Memory(0.0, 0.0),))
    assert new[0].tolist() == columns.tolist()
    assert half_logs[0] == 0


@pytest.mark.parametrize("memory", [0.0, 0.6, 0.9])
def test_the_memory_of_a_long_diary_is_found(memory: float) -> None:
    random = np.random.default_rng(4)
    course = remembering(1500, memory, random)
    days = np.arange(1500)
    weighed = weigh(course, np.ones((1500, 1)), days)
    assert sum(weighed.weights) == pytest.approx(1)
    assert abs(weighed.likeliest.memory - memory) <= 0.1


def test_a_year_of_zeros_is_weighed_without_trouble() -> None:
    weighed = weigh(np.zeros(365), np.ones((365, 1)), np.arange(365))
    assert len(weighed.weights) == len(PAIRS)
    assert all(0 <= weight <= 1 for weight in weighed.weights)
