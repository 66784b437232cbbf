"""`backcare trends`: in sentences for a person, in JSON for a program."""

import datetime as dt
import json
import math
from typing import Any

import pytest

from backcare_tui.cli.trends import _number
from backcare_tui.text import say_day
from tests.shell.conftest import Shell

TODAY = dt.datetime.now(dt.timezone(dt.timedelta(hours=1))).date()
"""The shell's own day: its commands have no other."""
TREND_KEYS = {"weeks", "slope_per_week", "low", "high", "days", "weeks_known", "verdict", "step"}
FACTOR_KEYS = {
    "factor",
    "outcome",
    "lag_days",
    "effect",
    "low",
    "high",
    "unit",
    "days_with",
    "days_without",
    "verdict",
    "follows",
    "stood_until",
    "needs_with",
    "needs_without",
    "needs_days",
}


def day(ago: int) -> str:
    return (TODAY - dt.timedelta(days=ago)).isoformat()


def pain(ago: int, severity: int, **more: Any) -> dict[str, Any]:
    return {"at": f"{day(ago)}T00:00:00+01:00", "severity": severity, **more}


@pytest.fixture
def falling(shell: Shell) -> Shell:
    """Twelve weeks in which pain falls from 8 to 2, with a trigger on some days."""
    entries = [
        pain(ago, 2 + ago // 14 + ago % 2, triggers=["bending"] if ago % 3 else [])
        for ago in range(84)
    ]
    nights = [{"night": day(ago), "bed": "23:00", "up": f"06:{10 + ago % 40}"} for ago in range(84)]
    shell.write({"pain": entries, "sleep": nights})
    return shell


def without_step(trend: dict[str, Any]) -> dict[str, Any]:
    """A trend of sleep, of which no lasting step is looked for."""
    return {name: value for name, value in trend.items() if name != "step"}


def trends(shell: Shell, *words: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(shell.says("trends", "--json", *words))
    return document


def test_the_trend_and_the_factors_are_told_to_a_program(falling: Shell) -> None:
    found = trends(falling)
    assert set(found) == {"pain", "sleep", "factors"}
    assert set(found["pain"]) == TREND_KEYS
    assert set(found["sleep"]) == TREND_KEYS - {"step"}
    assert found["pain"]["verdict"] == "yes"
    assert found["pain"]["weeks"] == 12
    assert found["pain"]["days"] == 84
    assert found["pain"]["low"] <= found["pain"]["slope_per_week"] <= found["pain"]["high"] < 0
    assert found["factors"]
    assert all(set(each) == FACTOR_KEYS for each in found["factors"])
    assert {each["factor"] for each in found["factors"]} >= {"sleep-hours", "trigger:bending"}


def test_the_same_is_told_to_a_person(falling: Shell) -> None:
    said = falling.says("trends").splitlines()
    assert said[0].startswith("Pain fell by 0.")
    assert "over these 12 weeks" in said[0]
    assert said[1].startswith(("Sleep is ", "No clear trend in sleep over 12 weeks"))
    assert "Goes along, over the last 52 weeks" in said


def test_one_lasting_step_is_told_with_its_day(shell: Shell) -> None:
    shell.write({"pain": [pain(ago, (2 if ago > 20 else 5) + ago % 2) for ago in range(84)]})
    since = TODAY - dt.timedelta(days=20)
    assert trends(shell)["pain"]["step"]["since"] == since.isoformat()
    said = shell.says("trends").splitlines()[1]
    assert said == f"Pain has been about 3 points higher since about {say_day(since, TODAY)}."


def test_fewer_weeks_hold_fewer_days(falling: Shell) -> None:
    found = trends(falling, "--weeks", "4")
    assert (found["pain"]["weeks"], found["pain"]["days"]) == (4, 28)


def test_an_empty_diary_has_nothing_to_tell_and_says_what_it_takes(shell: Shell) -> None:
    found = trends(shell)
    nothing = dict.fromkeys(TREND_KEYS) | {
        "weeks": 12,
        "days": 0,
        "weeks_known": 0,
        "verdict": "too-few-days",
    }
    assert found == {"pain": nothing, "sleep": without_step(nothing), "factors": []}
    said = shell.says("trends")
    assert said.startswith("Pain needs 21 more days with an entry before a trend can be told.\n")
    assert "about five weeks" in said
    assert not shell.diary.exists()


@pytest.mark.parametrize("severity", [0, 10])
def test_a_diary_in_which_nothing_changes_is_told_without_a_trend(
    shell: Shell, severity: int
) -> None:
    shell.write({"pain": [pain(ago, severity, triggers=["stress"]) for ago in range(100)]})
    assert shell.says("trends").startswith("Pain did not change over 12 weeks.")
    found = trends(shell)
    assert found["pain"]["slope_per_week"] == 0
    assert {each["verdict"] for each in found["factors"]} == {"too-few-days"}
    assert all(each["needs_with"] or each["needs_without"] for each in found["factors"])


@pytest.mark.parametrize("weeks", ["0", "521", "-1", "two", "1.5"])
def test_weeks_that_cannot_be_are_answered_with_a_sentence(shell: Shell, weeks: str) -> None:
    done = shell.run("trends", f"--weeks={weeks}")
    assert done.returncode == 2
    assert done.stdout == ""
    expected = (
        f'--weeks: "{weeks}" is not a whole number from 1 to 520. See backcare trends --help.'
    )
    assert done.stderr == expected + "\n"


def test_a_diary_that_cannot_be_read_is_not_changed(shell: Shell) -> None:
    data = shell.put(b'{"pain": ')
    done = shell.run("trends")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr
    assert shell.diary.read_bytes() == data


def test_words_of_a_person_cannot_reach_the_terminal_as_commands(shell: Shell) -> None:
    entries = [pain(ago, 3, triggers=["\x1b[2Jbad"] if ago % 2 else []) for ago in range(50)]
    shell.write({"pain": entries})
    assert "\x1b" not in shell.says("trends")
    assert "\x1b" not in shell.says("trends", "--json")


def test_reading_trends_writes_nothing(falling: Shell) -> None:
    before = falling.diary.read_bytes()
    falling.says("trends")
    assert falling.diary.read_bytes() == before


def test_what_is_no_number_is_null_in_json() -> None:
    assert [_number(each) for each in (math.nan, math.inf, None, 0.5)] == [None, None, None, 0.5]
