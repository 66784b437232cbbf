"""Pain now against the start: which weeks, how many noted days, and what may be said."""

import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.insight.against_start import AgainstStart, against_start
from backcare_tui.insight.against_start_sentences import BEGUN_WHEN_BAD, say_against_start
from tests.insight.worlds import course_of

LAST = dt.date(2026, 11, 29)
DAY = dt.timedelta(days=1)
YEARS_AGO = LAST - 1000 * DAY


def days(*pains: float | None) -> dict[dt.date, float]:
    """Pain up to the last day."""
    first = LAST - (len(pains) - 1) * DAY
    return {first + n * DAY: pain for n, pain in enumerate(pains) if pain is not None}


def found(
    pains: dict[dt.date, float], first: dt.date | None = YEARS_AGO, chosen: dt.date | None = None
) -> AgainstStart:
    got = against_start(pains, first, LAST, chosen)
    assert got
    return got


def said(of: AgainstStart | None) -> str:
    return " ".join(say_against_start(of))


def wave(middle: float, count: int = 28) -> list[float]:
    """Days that swing by half a point around a middle."""
    return [middle + (0.5 if n % 2 else -0.5) for n in range(count)]


def test_the_start_is_twelve_weeks_ago_and_four_weeks_long() -> None:
    got = found(days(*wave(9, 200), *wave(6), *wave(8), *wave(3)))
    assert got.start.span == (LAST - 83 * DAY, LAST - 56 * DAY)
    assert got.now.span == (LAST - 27 * DAY, LAST)
    assert got.change
    assert (got.start.mean, got.now.mean, got.change.points) == (6, 3, -3)
    assert "12 weeks ago" in said(got)


@pytest.mark.parametrize(
    ("length", "weeks"), [(28, 2), (30, 2), (41, 2), (42, 3), (56, 4), (80, 4)]
)
def test_of_a_younger_diary_it_is_its_first_weeks_and_never_longer_than_it(
    length: int, weeks: int
) -> None:
    got = found(days(*wave(5, length)), LAST - (length - 1) * DAY)
    assert got.since == "diary"
    assert got.start.days == got.now.days == 7 * weeks
    assert got.start.span[0] == LAST - (length - 1) * DAY
    assert got.start.span[1] < got.now.span[0]
    assert "12 weeks" not in said(got)


def test_a_diary_of_27_days_is_too_young() -> None:
    assert against_start(days(*wave(5, 27)), LAST - 26 * DAY, LAST) is None
    assert said(None).startswith("How pain changed cannot be told yet")


def test_it_begins_with_the_first_pain_not_with_what_was_brought_in_before() -> None:
    got = found(days(*wave(5, 40)), LAST - 60 * DAY)
    assert got.start.span[0] == LAST - 39 * DAY


def test_a_start_that_was_set_is_the_start() -> None:
    got = found(days(*wave(9, 100), *wave(5, 60)), chosen=LAST - 59 * DAY)
    assert got.since == "set"
    assert (got.start.mean, got.now.mean) == (5, 5)
    assert found(days(*wave(9, 100), *wave(5, 84)), chosen=LAST - 150 * DAY).since == "weeks-ago"


def test_both_need_half_of_their_days() -> None:
    half: list[float | None] = [5, None] * 14
    thin: list[float | None] = [*[5, None] * 13, None, None]
    between: list[float | None] = [5] * 28
    same = found(days(*half, *between, *half)).change
    assert same
    assert same.points == 0
    for pains, where in (
        (days(*half, *between, *thin[::-1]), "in the last"),
        (days(*thin, *between, *half), "at the start"),
    ):
        got = found(pains)
        assert got.change is None
        assert f"too few days {where}, it takes 14 of 28." in said(got)


def test_four_bad_days_long_ago_are_no_start() -> None:
    early: list[float | None] = [8, None, None, None, None, None, None] * 4
    got = found(days(*early, *wave(5), *wave(5)))
    assert got.change is None
    assert "lower" not in said(got)


@pytest.mark.parametrize(
    ("start", "now", "says"),
    [
        (7.0, 5.0, "2 points (29%) lower: more than the usual swing"),
        (7.0, 5.04, "2 points (29%) lower: more than the usual swing"),
        (5.0, 7.0, "2 points (40%) higher: more than the usual swing"),
        (5.0, 5.04, "Pain is as it was at the start."),
        (8.0, 7.1, "0.9 points (11%) lower: more than the usual swing"),
        (0.0, 0.0, "Pain is as it was at the start."),
    ],
)
def test_it_is_judged_as_it_is_said(start: float, now: float, says: str) -> None:
    between = [start] * 28
    assert says in said(found(days(*[start] * 28, *between, *[now] * 28)))


def test_two_points_are_never_called_less_than_two() -> None:
    pains = [7.0] * 56 + [5.0] * 27 + [6.0]
    words = said(found(days(*pains)))
    assert "2 points (29%) lower" in words
    assert "of a size that people notice" in words


def test_a_change_within_the_own_swing_is_called_that() -> None:
    random = np.random.default_rng(4)
    pains = [float(each) for each in random.integers(0, 11, 84)]
    got = found(days(*pains))
    assert got.change
    assert got.change.weight in {"within", "as-before"}


def test_a_fall_from_the_first_weeks_of_a_diary_says_that_some_of_it_comes_by_itself() -> None:
    pains = days(*[8.0] * 28, *[4.0] * 28)
    assert BEGUN_WHEN_BAD in said(found(pains, LAST - 55 * DAY))
    assert BEGUN_WHEN_BAD not in said(found(days(*[8.0] * 56, *[4.0] * 28)))


@given(st.lists(st.integers(0, 10), min_size=84, max_size=120), st.integers(0, 2**31))
def test_no_figure_contradicts_the_word(pains: list[int], seed: int) -> None:
    kept = np.random.default_rng(seed).random(len(pains)) < 0.8
    noted = [pain if is_kept else None for pain, is_kept in zip(pains, kept, strict=True)]
    got = found(days(*noted))
    if got.change is None:
        return
    assert got.start.said is not None
    assert got.now.said is not None
    assert got.change.points == round(got.now.said - got.start.said, 1)
    is_beyond = got.change.weight in {"small", "matters"}
    if got.change.swing is None:
        assert got.change.weight == "within"
    else:
        assert is_beyond == (abs(got.change.points) > got.change.swing)


@pytest.mark.parametrize("world", ["memory 0", "memory .6", "flares", "patients"])
def test_where_nothing_acts_it_is_rarely_called_a_change(world: str) -> None:
    """A small version of `tests.bench.bench_against_start`."""
    called = 0
    for seed in range(60):
        pain = course_of(world, 120, np.random.default_rng(seed))
        got = found(days(*(float(each) for each in pain)))
        called += got.change is not None and got.change.weight in {"small", "matters"}
    assert called <= 15
