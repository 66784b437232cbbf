"""The days of a trial: drawn by lot, and how far they were kept to."""

import datetime as dt
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.trial import MAX_PAIRS, TrialDay
from backcare_tui.diary.values import BadValue
from backcare_tui.insight.trials.schedule import (
    FAIR_CHANCE,
    LEAST_PAIRS,
    Adherence,
    days_of,
    done_by_day,
    drawn,
    going_on,
    is_over,
    kept_to,
    last_day,
    on_day,
    smallest_chance,
    to_ask,
)
from backcare_tui.insight.trials.sentences import say_kept
from tests.conftest import MONDAY
from tests.insight.trials.trial_of import TODAY, ago, by_visit, trial


@given(st.integers(LEAST_PAIRS, MAX_PAIRS), st.integers())
def test_every_pair_has_one_of_each(pairs: int, seed: int) -> None:
    schedule = drawn(pairs, Random(seed))
    assert len(schedule) == 2 * pairs
    assert all({*schedule[at : at + 2]} == {"with", "without"} for at in range(0, 2 * pairs, 2))


def test_which_comes_first_is_as_likely_one_as_the_other() -> None:
    random = Random(1)
    firsts = [drawn(7, random)[0] for _ in range(2000)]
    assert 900 < firsts.count("with") < 1100


@pytest.mark.parametrize(
    ("pairs", "words"),
    [(5, "in 6 of 100 trials; it takes at least 6"), (3, "in 25 of 100 trials")],
)
def test_too_few_pairs_to_say_anything_are_refused_with_why(pairs: int, words: str) -> None:
    assert smallest_chance(pairs) > FAIR_CHANCE
    with pytest.raises(BadValue) as error:
        drawn(pairs, Random(0))
    assert str(error.value).startswith(f"pairs: {pairs} is not enough: even if every pair")
    assert words in str(error.value)


def test_the_fewest_pairs_that_are_taken_can_just_say_something() -> None:
    assert smallest_chance(LEAST_PAIRS) <= FAIR_CHANCE < smallest_chance(LEAST_PAIRS - 1)
    with pytest.raises(BadValue):
        drawn(MAX_PAIRS + 1, Random(0))


def test_of_single_days_some_pairs_are_to_spare() -> None:
    assert len(drawn(8, Random(0), 1)) == 16
    for pairs in (6, 7):
        with pytest.raises(BadValue) as error:
            drawn(pairs, Random(0), 1)
        assert "take 8 or more, or more days at a time" in str(error.value)
    assert len(drawn(6, Random(0), 2)) == 12


def test_a_visit_is_asked_of_once_a_week_and_its_answer_is_for_the_week() -> None:
    of = by_visit(ago(13))
    evening = MONDAY.replace(hour=20)
    assert to_ask([of], [], evening - dt.timedelta(days=5)) is None
    asked = to_ask([of], [], evening)
    assert asked is not None
    assert asked[1].number == 14
    answer = TrialDay(on=ago(2), trial=of.id, did=False)
    assert to_ask([of], [answer], evening) is None
    assert set(done_by_day([answer], of)) == {ago(n) for n in range(7)}
    assert kept_to(of, done_by_day([answer], of), TODAY) == Adherence(14, 7, 7)


def test_what_is_done_every_day_is_asked_of_every_day_also_in_weeks() -> None:
    of = trial(6, 7, started=ago(9))
    asked = to_ask([of], [], MONDAY)
    assert asked is not None
    assert asked[1].day == ago(1)


def test_the_days_follow_one_another() -> None:
    days = days_of(trial(7, 2, started=TODAY))
    assert [on.day for on in days] == [TODAY + dt.timedelta(days=n) for n in range(28)]
    assert [on.arm for on in days[:5]] == ["with", "with", "without", "without", "with"]
    assert [on.pair for on in days[2:6]] == [0, 0, 1, 1]


@pytest.mark.parametrize(("period_days", "counts"), [(2, [True] * 2), (3, [False, True, True])])
def test_the_first_day_of_a_long_period_does_not_count(
    period_days: int, counts: list[bool]
) -> None:
    assert [on.counts for on in days_of(trial(6, period_days))[:period_days]] == counts


def test_a_day_is_of_the_trial_from_its_first_to_its_last() -> None:
    of = trial(started=TODAY)
    assert on_day(of, ago(1)) is None
    assert (on := on_day(of, TODAY)) is not None
    assert on.number == 1
    assert on_day(of, TODAY + dt.timedelta(days=27)) is not None
    assert on_day(of, TODAY + dt.timedelta(days=28)) is None


def test_an_ended_trial_is_over_on_that_day() -> None:
    of = trial(started=ago(3), stopped=TODAY)
    assert on_day(of, TODAY) is None
    assert on_day(of, ago(1)) is not None
    assert is_over(of, TODAY)
    assert going_on([of], TODAY) is None


def test_the_trial_that_runs_or_begins_is_going_on() -> None:
    over, planned = trial(started=ago(28)), trial(started=TODAY + dt.timedelta(days=1))
    assert last_day(over) == ago(1)
    assert going_on([over], TODAY) is None
    assert going_on([over, planned], TODAY) == planned
    assert going_on([over], ago(1)) == over


def test_the_last_answer_for_a_day_holds() -> None:
    earlier = MONDAY - dt.timedelta(hours=1)
    days = [
        TrialDay(on=TODAY, trial="walk", did=False, updated=MONDAY),
        TrialDay(on=TODAY, trial="walk", did=True, updated=earlier),
        TrialDay(on=TODAY, trial="other", did=True, updated=MONDAY),
    ]
    assert done_by_day(days, trial()) == {TODAY: False}


def test_leaving_out_what_is_to_be_left_out_is_keeping_to_it() -> None:
    of = trial(started=ago(4))
    done = {ago(4): True, ago(3): False, ago(2): False}
    assert kept_to(of, done, TODAY) == Adherence(days=4, answered=3, kept=2)
    assert say_kept(kept_to(of, done, TODAY)) == "Kept to on 2 of 3 days. 1 day without an answer."


def test_today_counts_once_it_is_answered() -> None:
    of = trial(started=TODAY)
    assert say_kept(kept_to(of, {}, TODAY)) == "No day of it is over yet."
    assert kept_to(of, {TODAY: True}, TODAY) == Adherence(1, 1, 1)
    assert say_kept(Adherence(3, 0, 0)) == "3 days gone, none of them answered yet."
