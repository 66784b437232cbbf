"""What a trial would find and how it would end, going by the last weeks drawn again."""

import datetime as dt
import math
from collections.abc import Mapping
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.trial import MAX_PAIRS, Trial
from backcare_tui.insight.trials.effect import effect_of
from backcare_tui.insight.trials.reach import (
    LOOKED_BACK_DAYS,
    Outlook,
    found_mostly,
    is_found,
    offered_pairs,
    offered_period_days,
    outlook_of,
    pairs_to_end_well,
    past_of,
    too_few,
)
from backcare_tui.insight.trials.schedule import FAIR_CHANCE, LEAST_PAIRS, PERIODS, least_pairs
from backcare_tui.insight.trials.sentences import say_reach
from tests.bench.bench_trials import found_as_told
from tests.bench.rates import wilson
from tests.insight.trials.trial_of import TODAY, ago, of_sleep, trial

DAYS = range(1, LOOKED_BACK_DAYS + 1)
GAINS = st.lists(
    st.sampled_from([each / 2 for each in range(-8, 13)]), min_size=1, max_size=MAX_PAIRS
)


def varying(spread: float, middle: float = 5.0, seed: int = 5) -> dict[dt.date, float]:
    random = Random(seed)
    return {ago(n): min(max(random.gauss(middle, spread), 0.0), 10.0) for n in DAYS}


def can_be_found(of: Trial, values: Mapping[dt.date, float]) -> float | None:
    return found_mostly(of, past_of(values, TODAY))


@given(GAINS)
def test_the_quick_test_is_the_one_that_is_run_at_the_end(gains: list[float]) -> None:
    effect = effect_of(tuple(gains))
    assert effect is not None
    is_told = len(gains) >= LEAST_PAIRS and effect.chance <= FAIR_CHANCE and effect.size > 0
    assert is_found(gains) == is_told


def test_who_varies_more_finds_only_more_and_more_pairs_find_less() -> None:
    quiet, loud = varying(0.5), varying(1.5)
    little, much = (can_be_found(trial(), values) for values in (quiet, loud))
    more_pairs = can_be_found(trial(14), loud)
    assert little is not None
    assert much is not None
    assert more_pairs is not None
    assert 0 < little < more_pairs < much


def test_the_same_weeks_say_the_same() -> None:
    values = varying(1.0)
    assert can_be_found(trial(), values) == can_be_found(trial(seed=3), dict(values))


def test_sleep_is_found_in_minutes() -> None:
    random = Random(2)
    nights = {ago(n): 400 + random.gauss(0, 40) for n in DAYS}
    found = can_be_found(of_sleep(trial()), nights)
    assert found is not None
    assert 20 < found < 120


@pytest.mark.parametrize("days", [0, 1, 2, 23])
def test_too_few_days_before_say_nothing(days: int) -> None:
    values = {ago(n): 4.0 for n in range(1, days + 1)}
    past = past_of(values, TODAY)
    assert can_be_found(trial(), values) is None
    assert outlook_of(trial(), past) == Outlook()
    assert offered_pairs(past, 2) == 7


def test_days_before_the_first_note_are_not_missing() -> None:
    past = past_of({ago(n): 3.0 for n in range(1, 29)}, TODAY)
    assert past == (3.0,) * 28
    assert too_few(past, 2, 7) == 0


COURSES = {
    "all zeros": {ago(n): 0.0 for n in DAYS},
    "all tens": {ago(n): 10.0 for n in DAYS},
    "one 10 after zeros": {ago(n): 10.0 if n == 1 else 0.0 for n in range(1, 121)},
    "one 10 before zeros": {ago(n): 10.0 if n == 60 else 0.0 for n in range(1, 121)},
    "two days": {ago(1): 0.0, ago(2): 10.0},
    "a day each month": {ago(n): 4.0 for n in (1, 31, 61)},
    "nothing": {},
}


@pytest.mark.parametrize("course", COURSES)
@pytest.mark.parametrize("outcome", ["pain", "sleep"])
def test_odd_diaries_get_true_sentences(course: str, outcome: str) -> None:
    values = COURSES[course]
    past = past_of(values, TODAY)
    for period_days in PERIODS:
        of = trial(8, period_days)
        of = of if outcome == "pain" else of_sleep(of)
        found, outlook = can_be_found(of, values), outlook_of(of, past)
        assert found is None or math.isfinite(found)
        assert outlook.too_few is None or 0 <= outlook.too_few <= 1
        said = " ".join(say_reach(of, found, outlook))
        assert "nan" not in said
        assert "inf" not in said
        assert least_pairs(period_days) <= offered_pairs(past, period_days) <= MAX_PAIRS


def test_where_there_is_no_pain_no_effect_is_promised() -> None:
    for course in ("all zeros", "one 10 after zeros"):
        values = COURSES[course]
        assert can_be_found(trial(), values) is None
        said = " ".join(say_reach(trial(), None, outlook_of(trial(), past_of(values, TODAY))))
        assert "there is too little pain to ease" in said


def test_pain_that_never_varies_promises_no_effect_that_no_number_shows() -> None:
    assert can_be_found(trial(), COURSES["all tens"]) == 0.5


def missing(part: float, seed: int = 1) -> tuple[float | None, ...]:
    random = Random(seed)
    return (4.0, *(None if random.random() < part else 4.0 for _ in DAYS[1:]))


def test_single_days_have_pairs_to_spare_and_more_where_days_are_missing() -> None:
    assert pairs_to_end_well(missing(0.0), 1) == LEAST_PAIRS + 2
    assert offered_pairs((), 1) > LEAST_PAIRS + 2
    some, more = (pairs_to_end_well(missing(part), 1) for part in (0.05, 0.15))
    assert some is not None
    assert more is not None
    assert LEAST_PAIRS + 2 <= some < more


@given(st.integers(0, 60), st.sampled_from(PERIODS), st.integers(LEAST_PAIRS, MAX_PAIRS - 1))
def test_a_pair_more_never_ends_with_too_few_more_often(part: int, days: int, pairs: int) -> None:
    past = missing(part / 100, seed=part)
    assert too_few(past, days, pairs + 1) <= too_few(past, days, pairs) + 1e-12


def test_weeks_need_no_pair_to_spare_where_every_day_is_noted() -> None:
    assert offered_pairs(missing(0.0), 7) == LEAST_PAIRS
    assert offered_pairs(missing(0.05), 7) == LEAST_PAIRS + 1
    assert offered_pairs((), 7) == LEAST_PAIRS + 1


def test_where_no_number_of_pairs_ends_well_longer_periods_are_offered() -> None:
    every_third = tuple(4.0 if day % 3 == 0 else None for day in DAYS)
    assert pairs_to_end_well(every_third, 1) is None
    assert not outlook_of(trial(14, 1), every_third).can_end_well
    rarely = tuple(4.0 if day % 6 == 0 else None for day in range(LOOKED_BACK_DAYS))
    assert pairs_to_end_well(rarely, 2) is None
    assert offered_period_days(rarely) == 7
    assert offered_period_days(missing(0.1)) == 2


def test_weekends_that_are_never_noted_are_reckoned_with() -> None:
    weekdays = tuple(None if day % 7 >= 5 else 4.0 for day in range(LOOKED_BACK_DAYS))
    offered = pairs_to_end_well(weekdays, 1)
    assert offered is not None
    assert offered > LEAST_PAIRS + 2


def test_what_was_told_is_found_about_as_often() -> None:
    found = found_as_told("memory .6", 7, 2, 60)[0]
    low, high = wilson(sum(found), len(found))
    assert low < 0.88
    assert high > 0.75


@pytest.mark.thorough
@pytest.mark.parametrize("pairs", [7, 10])
@pytest.mark.parametrize("world", ["memory 0", "heavy tails", "patients"])
def test_what_was_told_is_found_in_4_of_5_trials(world: str, pairs: int) -> None:
    found = found_as_told(world, pairs, 2, 300)[0]
    assert 0.72 < np.mean(found) < 0.9
