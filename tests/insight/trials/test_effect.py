"""What came of a trial: its effect, its chance, and the days they are made from."""

import datetime as dt
import math
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.trial import MAX_PAIRS
from backcare_tui.insight.trials.effect import (
    Effect,
    differences,
    effect_of,
    outcomes_of,
    read_result,
    result_of,
)
from backcare_tui.insight.trials.schedule import (
    FAIR_CHANCE,
    LEAST_PAIRS,
    days_of,
    smallest_chance,
)
from backcare_tui.insight.trials.sentences import (
    say_result,
    say_verdict,
)
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock
from tests.insight.trials.trial_of import TODAY, ago, as_drawn, of_sleep, trial, values_of

DIFFERENCES = st.lists(
    st.floats(-10, 10, allow_nan=False).map(lambda each: round(each, 2)),
    min_size=1,
    max_size=9,
)


def by_counting(pairs: list[float]) -> float:
    """The part of all ways to turn signs around whose sum is as large on the side that was seen."""
    sums = [0.0]
    for each in pairs:
        sums = [so_far + sign * each for so_far in sums for sign in (1, -1)]
    seen = sum(pairs)
    one_side = min(
        sum(each >= seen - 1e-9 for each in sums),
        sum(each <= seen + 1e-9 for each in sums),
    )
    return min(1.0, 2 * one_side / len(sums))


@given(DIFFERENCES)
def test_the_chance_is_that_of_all_orders_that_could_have_been_drawn(pairs: list[float]) -> None:
    effect = effect_of(tuple(pairs))
    assert effect is not None
    assert math.isclose(effect.chance, by_counting(pairs))
    assert effect.chance >= smallest_chance(len(pairs))


@given(DIFFERENCES)
def test_the_interval_holds_the_effect_and_agrees_with_the_test(pairs: list[float]) -> None:
    effect = effect_of(tuple(pairs))
    assert effect is not None
    if effect.low is None or effect.high is None:
        assert len(pairs) < LEAST_PAIRS
        return
    assert effect.low - 1e-9 <= effect.size <= effect.high + 1e-9
    is_beside = effect.low > 1e-9 or effect.high < -1e-9
    assert is_beside == (effect.chance <= FAIR_CHANCE)


@given(DIFFERENCES, st.floats(-5, 5))
def test_all_pairs_moved_alike_move_the_interval(pairs: list[float], by: float) -> None:
    one, moved = effect_of(tuple(pairs)), effect_of(tuple(each + by for each in pairs))
    assert one is not None
    assert moved is not None
    assert math.isclose(moved.size, one.size + by, abs_tol=1e-9)
    if one.low is not None and moved.low is not None:
        assert math.isclose(moved.low, one.low + by, abs_tol=1e-9)


def test_fourteen_pairs_are_looked_at_in_all_their_orders() -> None:
    assert effect_of((1.0,) * MAX_PAIRS) == Effect(1.0, 1.0, 1.0, 2 / 2**14, (1.0,) * 14)


def told_of_something(random: Random, likeness: float) -> bool:
    """Whether a trial of nothing, over days that are like their neighbors, is told to do something."""
    of = trial(7, 2, seed=random.randrange(2**32))
    level, values = 0.0, {}
    for on in days_of(of):
        level = likeness * level + random.gauss(0, 1)
        values[on.day] = round(min(max(4 + level, 0), 10))
    return result_of(of, values, {}).verdict != "no-sign"


@pytest.mark.parametrize("likeness", [0.0, 0.6, 0.95])
def test_what_does_nothing_is_rarely_told_to_do_something(likeness: float) -> None:
    random = Random(20)
    told = sum(told_of_something(random, likeness) for _ in range(1000))
    # 5 in 100, and three errors of a count of 1000 more.
    assert told <= 50 + 3 * (1000 * 0.05 * 0.95) ** 0.5


def test_the_chance_is_spread_evenly_where_nothing_matters() -> None:
    random = Random(3)
    chances = [
        effect.chance
        for _ in range(1000)
        if (effect := effect_of(tuple(random.gauss(0, 1) for _ in range(7))))
    ]
    for limit in (0.1, 0.25, 0.5, 0.75):
        part = sum(chance <= limit for chance in chances) / len(chances)
        assert abs(part - limit) < 0.05


@pytest.mark.parametrize("level", [0.0, 4.0, 10.0])
def test_an_outcome_that_never_changes_says_nothing(level: float) -> None:
    result = result_of(of := trial(), values_of(of, level, 0), as_drawn(of))
    assert result.verdict == "no-sign"
    assert result.effect == Effect(0.0, 0.0, 0.0, 1.0, (0.0,) * 7)
    assert say_result(of, result)[1].startswith(
        "On days with it pain was the same in each of 7 pairs."
    )


def test_a_pair_with_nothing_on_one_side_falls_out() -> None:
    of = trial()
    values = values_of(of, 5, -1)
    for on in days_of(of)[:2]:
        del values[on.day]
    result = result_of(of, values, as_drawn(of))
    assert (result.lost_pairs, result.verdict) == (1, "lower")
    assert "1 pair fell out, as one side had no pain taken down." in say_result(of, result)


def test_too_few_pairs_left_say_nothing() -> None:
    of = trial()
    values = values_of(of, 5, -3)
    result = result_of(of, {on.day: values[on.day] for on in days_of(of)[:20]}, {})
    assert result.verdict == "too-few-days"
    assert say_result(of, result)[0] == (
        "Too few days to say anything: 5 pairs with pain taken down on both sides, and it takes 6."
    )
    assert say_verdict(of, result) == "too few days"


def test_nothing_taken_down_is_no_error() -> None:
    of = trial()
    result = result_of(of, {}, {})
    assert (result.effect, result.by_done, result.verdict) == (None, None, "too-few-days")
    assert say_verdict(of, result) == "too few days"


def test_of_a_trial_ended_early_the_whole_pairs_count() -> None:
    of = trial(10, 1, started=ago(20), stopped=ago(20) + dt.timedelta(days=13))
    result = result_of(of, values_of(of, 5, -1), {})
    assert result.effect is not None
    assert (result.effect.pairs, result.lost_pairs) == (6, 0)
    at_once = trial(started=TODAY, stopped=TODAY)
    assert result_of(at_once, values_of(at_once, 5, -1), {}).verdict == "too-few-days"


def test_the_first_day_of_a_long_period_is_left_out() -> None:
    of = trial(6, 3)
    values = values_of(of, 5, -1)
    carried = {on.day for on in days_of(of) if not on.counts}
    odd = {day: 10.0 if day in carried else value for day, value in values.items()}
    assert tuple(differences(days_of(of), odd)) == (-1.0,) * 6


def test_what_was_really_done_comes_second_and_only_where_little_was_kept_to() -> None:
    of = trial()
    days = days_of(of)
    missed = [on.day for on in days if on.arm == "with"][::2]
    values = {on.day: 4.0 if on.arm == "with" and on.day not in missed else 5.0 for on in days}
    result = result_of(of, values, as_drawn(of, *missed))
    assert result.effect is not None
    assert result.effect.size == -0.5
    assert result.by_done is not None
    assert result.by_done.size == -1.0
    assert (
        "Without the days it was not kept to: On days with it pain was 1 point lower"
        in (say_result(of, result)[-1])
    )
    assert result_of(of, values, as_drawn(of, *missed[:5])).by_done is None


def test_pain_is_of_the_day_and_sleep_of_the_night_after(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    first = ago(2)
    repository.add(
        *(Pain(at=MONDAY - dt.timedelta(days=2, hours=n), severity=n + 3) for n in (0, 1)),
        Night(night=first, asleep_min=300),
        Night(night=ago(1), asleep_min=420),
    )
    assert outcomes_of(trial(started=first), repository, clock) == {first: 3.5}
    assert outcomes_of(of_sleep(trial(started=first)), repository, clock) == {first: 420.0}
    assert outcomes_of(trial(started=TODAY, stopped=TODAY), repository, clock) == {}


def test_two_entries_of_a_day_are_one_day(repository: TinyRepository, clock: FrozenClock) -> None:
    of = trial(seed=2)
    entries = [
        Pain(at=clock.local(dt.datetime.combine(on.day, dt.time(hour))), severity=severity)
        for on in days_of(of)
        for hour, severity in ((8, 4 if on.arm == "with" else 6), (20, 4))
    ]
    repository.add(of, *entries)
    assert read_result(of, repository, clock).effect == Effect(
        -1.0, -1.0, -1.0, 2 / 2**7, (-1.0,) * 7
    )
