"""How a trial is told: its plan, and what came of it."""

import datetime as dt

import pytest

from backcare_tui.insight.trials.effect import (
    result_of,
)
from backcare_tui.insight.trials.reach import Outlook
from backcare_tui.insight.trials.schedule import (
    on_day,
)
from backcare_tui.insight.trials.sentences import (
    HOPE,
    say_asked,
    say_chance,
    say_design,
    say_reach,
    say_result,
    say_today,
    say_verdict,
)
from tests.insight.trials.trial_of import TODAY, as_drawn, by_visit, of_sleep, trial, values_of


def test_a_clear_effect_is_told_in_plain_words() -> None:
    of = trial(seed=4)
    values = {
        day: value + 0.1 * (n % 3) for n, (day, value) in enumerate(values_of(of, 5, -0.8).items())
    }
    result = result_of(of, values, as_drawn(of))
    assert result.verdict == "lower"
    said = say_result(of, result)
    assert said[0].startswith("On days with it pain was 0.8 points lower (0.")
    assert said[1] == (
        "If it did nothing, so large a difference would come by chance in 2 of 100 trials."
    )
    assert said[2:] == ("Kept to on 28 of 28 days.", HOPE)
    assert say_verdict(of, result).startswith("pain 0.8 lower (0.")


def test_sleep_is_told_in_minutes() -> None:
    of = of_sleep(trial())
    result = result_of(of, values_of(of, 400, 25), {})
    assert result.verdict == "higher"
    assert (
        say_result(of, result)[0]
        == "On days with it you slept 25 minutes longer in each of 7 pairs."
    )
    assert say_verdict(of, result) == "sleep 25 min longer"


def test_a_plan_is_told_with_its_days_and_what_it_can_find() -> None:
    of = trial(started=TODAY)
    assert say_design(of, TODAY) == (
        "28 days, today to Sun 20 Dec: 7 pairs, each of 2 days with and 2 days without. "
        "Which comes first is drawn by lot."
    )
    assert list(say_reach(of, 0.84, Outlook(is_known=True, too_few=0.12))) == [
        "If all 7 pairs point the same way, chance alone would do that in 2 of 100 trials.",
        "Going by your last weeks, 4 of 5 such trials would find an effect of 0.8 points.",
        "About 1 of 10 would end with too few days noted.",
    ]
    assert (
        "first day of each period is left out" in list(say_reach(trial(6, 3), None, Outlook()))[-1]
    )
    assert say_today(of, on_day(of, TODAY), TODAY) == "Today, day 1 of 28: do it."
    planned = trial(started=TODAY + dt.timedelta(days=1))
    assert say_today(planned, None, TODAY) == "It begins Tue."


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.0156, "2 of 100 trials"),
        (1.0, "100 of 100 trials"),
        (0.002, "2 of 1000 trials"),
        (0.0001, "fewer than 1 of 1000 trials"),
    ],
)
def test_a_chance_is_told_in_trials(chance: float, words: str) -> None:
    assert say_chance(chance) == words


@pytest.mark.parametrize(
    ("outlook", "words"),
    [
        (Outlook(), "is not known: too few days with pain are noted before it."),
        (
            Outlook(is_known=True, too_few=0.0),
            "in 4 of 5 such trials: there is too little pain to ease.",
        ),
        (
            Outlook(is_known=True, too_few=0.4),
            "in 4 of 5 such trials: pain is noted on too few days.",
        ),
    ],
)
def test_what_cannot_be_told_before_is_said_to_be_so(outlook: Outlook, words: str) -> None:
    assert list(say_reach(trial(), None, outlook))[1].endswith(words)


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (0.0, "Hardly any would"),
        (0.04, "Hardly any would"),
        (0.23, "About 2 of 10"),
        (1.0, "Nearly all would"),
    ],
)
def test_how_often_days_will_be_too_few_is_said_of_ten(part: float, words: str) -> None:
    assert list(say_reach(trial(), 1.0, Outlook(is_known=True, too_few=part)))[2].startswith(words)


def test_what_more_pairs_do_not_mend_is_said() -> None:
    outlook = Outlook(is_known=True, too_few=0.6, can_end_well=False)
    assert list(say_reach(trial(), None, outlook))[-1] == (
        "More pairs would not mend that: take more days at a time, or note pain on more days."
    )


@pytest.mark.parametrize("effect", [-1.0, -1.03, 0.0, 2.0])
def test_no_interval_of_no_width_is_told(effect: float) -> None:
    of = trial()
    result = result_of(of, values_of(of, 5, effect), {})
    assert "(" not in say_verdict(of, result)
    assert "(" not in say_result(of, result)[0]


def test_ends_that_read_alike_are_no_interval() -> None:
    of = trial()
    values = {
        day: value + 0.01 * (n % 3) for n, (day, value) in enumerate(values_of(of, 5, -1).items())
    }
    result = result_of(of, values, {})
    assert result.effect is not None
    assert not result.effect.is_alike
    assert say_result(of, result)[0] == "On days with it pain was 1 point lower."


def test_hope_is_named_only_where_an_effect_is_told() -> None:
    of = trial()
    assert HOPE in say_result(of, result_of(of, values_of(of, 5, 1), {}))
    assert HOPE not in say_result(of, result_of(of, values_of(of, 5, 0), {}))
    assert HOPE not in say_result(of, result_of(of, {}, {}))


def test_where_one_visit_makes_a_week_the_week_is_spoken_of() -> None:
    of = by_visit()
    first = on_day(of, TODAY)
    assert say_today(of, first, TODAY) == "Today, day 1 of 84: do it in these 7 days."
    assert first is not None
    assert say_asked(of, first) == ("The week with Mon 23 Nov was one to ", ". What did you do?")
