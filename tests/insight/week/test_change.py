"""What a change between two weeks is called: never more than its two figures say, whatever the diary."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.insight.usual import usual_of
from backcare_tui.insight.week.change import change_of, change_verdict
from backcare_tui.insight.week.figures import PainWeek
from backcare_tui.insight.week.sentences import figures, sentences
from backcare_tui.insight.week.summary import say_summary
from backcare_tui.library.measures import is_meaningful
from tests.examples import tried
from tests.for_each import for_each
from tests.insight.week.week_of import look, pain
from tests.insight.worlds import course_of


def week_of(before: list[float | None], now: float, days: int = 7) -> PainWeek:
    previous = before[-1] if before else None
    change = None if previous is None else now - previous
    return PainWeek(
        days=days,
        entries=days,
        mean=now,
        worst=None,
        best=None,
        previous_days=7 if before else 0,
        previous_mean=previous,
        change=change,
        meaningful=change is not None and is_meaningful(change, previous or 0),
        usual=usual_of(before),
        weeks_missing=0,
        by_day={},
        areas={},
    )


means = st.floats(0, 10)


@tried(200)
@given(st.lists(means, min_size=1, max_size=20), means)
def test_matters_is_said_only_where_size_and_swing_are_told_to_programs_and_readers_alike(
    before: list[float], now: float
) -> None:
    week = week_of([*before], now)
    found = change_of(week)
    assert found
    assert found.points == pytest.approx(round(now, 1) - round(before[-1], 1))
    assert (found.weight == "as-before") == (round(now, 1) == round(before[-1], 1))
    assert (change_verdict(week) == "yes") == (found.weight == "matters")
    if found.weight == "matters":
        assert week.meaningful
        assert week.is_beyond_usual
        assert found.swing is not None
        assert abs(found.points) > found.swing
    if found.weight == "within" and found.swing is not None:
        assert abs(found.points) <= found.swing


def test_the_verdict_says_why_nothing_is_said() -> None:
    assert change_verdict(week_of([4.0] * 8, 1.0)) == "yes"
    assert change_verdict(week_of([4.0] * 8, 4.0)) == "no"
    assert change_verdict(week_of([4.0], 1.0)) == "unknown"
    assert change_verdict(week_of([4.0] * 8, 1.0, days=3)) == "too-few-days"


NEAR_ZERO = [[1, 1, 1, 0, 0, 0, 0], [1, 0, 1, 0, 0, 0, 0]]


@for_each(
    ("weeks", "weight"),
    [
        ([[0] * 7] * 12 + NEAR_ZERO, "within"),
        ([NEAR_ZERO[0]] * 13 + [NEAR_ZERO[1]], "small"),
        ([[0] * 7] * 13 + [[1, 0, 0, 0, 0, 0, 0]], "small"),
        ([[0] * 7] * 13 + [[0] * 6 + [10]], "small"),
        ([[0] * 7] * 14, "as-before"),
        ([[10] * 7] * 14, "as-before"),
        ([[0] * 7] * 13 + [[10] * 7], "matters"),
        ([[1] * 7] * 13 + [[0] * 7], "small"),
    ],
    ids=[
        "in ones",
        "from .4 to .3",
        "a single 1",
        "a single 10",
        "zeros",
        "tens",
        "0 to 10",
        "1 to 0",
    ],
)
def test_near_zero_nothing_matters_that_nobody_notices(weeks: list[list[int]], weight: str) -> None:
    week = week_of([float(np.mean(each)) for each in weeks[:-1]], float(np.mean(weeks[-1])))
    found = change_of(week)
    assert found
    assert found.weight == weight


def test_what_is_equal_as_it_is_said_is_called_so_everywhere() -> None:
    entries = [pain(day, 3) for day in range(7)] + [pain(day - 7, 3) for day in range(7)]
    entries.append(pain(-7, 4))  # a mean of 3.07
    of_week = look(*entries)
    assert say_summary(of_week) == "Pain 3 against 3.1 the week before."
    (row,) = (each for each in figures(of_week) if each.name == "Pain")
    assert (row.said, row.before, row.change) == ("3", "3.1", "▼ 0.1")
    assert sentences(of_week)[1].startswith("That is 0.1 less")


def test_a_diary_that_stopped_for_weeks_when_well_is_held_against_no_week() -> None:
    before = [pain(day - 7 * week, 6) for week in (5, 6, 7, 8, 9, 10) for day in range(7)]
    of_week = look(*before, *(pain(day, 6) for day in range(7)))
    assert sentences(of_week)[1] == "The week before has no pain entries to compare it with."
    assert of_week.week.pain.usual


def says_matters(world: str, seed: int, noted: int, weeks: int = 30) -> list[bool]:
    """Of each week of a diary in which nothing changes, whether its change is said to matter."""
    chance = random.Random(seed)
    course = course_of(world, 7 * weeks, np.random.default_rng(seed), mean=3.5)
    by_week = [chance.sample(list(week), noted) for week in course.reshape(weeks, 7)]
    known: list[float | None] = [float(np.mean(week)) for week in by_week]
    found = []
    for number in range(13, weeks):
        change = change_of(week_of(known[:number], known[number] or 0, noted))
        found.append(change is not None and change.weight == "matters")
    return found


@for_each("noted", [7, 4])
def test_of_weeks_in_which_nothing_changes_few_are_said_to_matter(noted: int) -> None:
    worlds = ("memory 0", "memory .6", "heavy tails", "flares", "patients")
    found = [
        said for world in worlds for seed in range(6) for said in says_matters(world, seed, noted)
    ]
    assert 0 < len(found) == 30 * 17
    assert np.mean(found) < 0.09
