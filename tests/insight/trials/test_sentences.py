"""How a trial is told: its plan, and what came of it."""

import datetime as dt

import pytest

from backcare_tui.insight.trials.effect import (
    result_of,
)
from backcare_tui.insight.trials.schedule import (
    on_day,
)
from backcare_tui.insight.trials.sentences import (
    say_chance,
    say_design,
    say_reach,
    say_result,
    say_today,
    say_verdict,
)
from tests.insight.trials.trial_of import TODAY, as_drawn, of_sleep, trial, values_of


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
    assert said[2] == "Kept to on 28 of 28 days."
    assert say_verdict(of, result).startswith("pain 0.8 lower (0.")


def test_sleep_is_told_in_minutes() -> None:
    of = of_sleep(trial())
    result = result_of(of, values_of(of, 400, 25), {})
    assert result.verdict == "higher"
    assert say_result(of, result)[0] == "On days with it you slept 25 minutes longer (25 to 25)."
    assert say_verdict(of, result) == "sleep 25 min longer (25 to 25)"


def test_a_plan_is_told_with_its_days_and_what_it_can_find() -> None:
    of = trial(started=TODAY)
    assert say_design(of, TODAY) == (
        "28 days, today to Sun 20 Dec: 7 pairs, each of 2 days with and 2 days without. "
        "Which comes first is drawn by lot."
    )
    assert list(say_reach(of, 0.84)) == [
        "If all 7 pairs point the same way, chance alone would do that in 2 of 100 trials.",
        "Going by your last weeks, an effect of about 0.8 points or more would mostly be found.",
    ]
    assert "first day of each period is left out" in list(say_reach(trial(6, 3), None))[-1]
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
