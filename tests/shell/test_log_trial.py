"""`backcare log trial`: whether a day was kept to."""

import datetime as dt

import pytest

from backcare_tui.diary.records.trial import Trial, TrialDay
from backcare_tui.store import open_repository
from tests.shell.conftest import Shell


def with_trial(shell: Shell, days_ago: int) -> None:
    today = dt.datetime.now(dt.timezone(dt.timedelta(hours=1))).date()
    began = today - dt.timedelta(days=days_ago)
    trial = Trial(
        id="walk",
        name="A walk",
        outcome="pain",
        started=began,
        period_days=7,
        schedule=("without", "with") * 6,
    )
    open_repository(shell.diary).add(trial)


@pytest.mark.parametrize(
    ("kept", "did", "said"),
    [
        ("yes", False, "left out, as drawn"),
        ("no", True, "done, not as drawn"),
        ("left-out", False, "left out, as drawn"),
        ("did", True, "done, not as drawn"),
    ],
)
def test_a_day_is_answered_with_one_word(shell: Shell, kept: str, did: bool, said: str) -> None:  # noqa: FBT001
    with_trial(shell, 2)
    assert shell.says("log", "trial", kept) == f"Saved trial, day 3: {said} (A walk).\n"
    shell.says("log", "trial", kept)
    (day,) = open_repository(shell.diary).entries(TrialDay)
    assert (day.trial, day.did) == ("walk", did)
    assert f"today {said.partition(',')[0]}" in shell.says("today")


def test_a_day_before_can_be_answered(shell: Shell) -> None:
    with_trial(shell, 2)
    assert "day 2" in shell.says("log", "trial", "yes", "--day", "yesterday")
    assert "A walk · day 3 of 84" in shell.says("today")


def test_the_last_day_is_answered_once_it_is_over(shell: Shell) -> None:
    with_trial(shell, 84)
    assert "day 84: done, as drawn" in shell.says("log", "trial", "did", "--day", "yesterday")
    assert "No trial runs now" in shell.run("log", "trial", "did").stderr


@pytest.mark.parametrize(
    ("begun", "words", "sentence"),
    [
        (None, ("yes",), "No trial runs now; one is begun in Trends, with t."),
        (0, ("yes", "--day", "yesterday"), "is no day of the trial, which begins"),
        (0, ("perhaps",), "is not one of did, left-out, yes, no"),
    ],
)
def test_what_cannot_be_answered_is_a_sentence(
    shell: Shell, begun: int | None, words: tuple[str, ...], sentence: str
) -> None:
    if begun is not None:
        with_trial(shell, begun)
    done = shell.run("log", "trial", *words)
    assert done.returncode == 2
    assert sentence in done.stderr
