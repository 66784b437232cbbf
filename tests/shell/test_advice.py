"""`backcare advice`, the advice of `week`, and checks from the shell."""

import datetime as dt
import json
from typing import Any

import pytest

from backcare_tui.cli.advice import HOW_ON
from backcare_tui.library.taxonomy import red_flags, words
from tests.shell.conftest import Shell

NOW = dt.datetime.now(dt.UTC).astimezone(dt.timezone(dt.timedelta(hours=1)))
"""The shell's own time: its commands have no other."""
TODAY = NOW.date()


def days_ago(days: int) -> str:
    """A moment so many days before today, as early as it can be."""
    day = TODAY - dt.timedelta(days=days)
    return f"{day}T00:00:00+01:00"


@pytest.fixture
def severe(shell: Shell) -> Shell:
    """Four days of pain 7, and a check of today."""
    pain: list[dict[str, Any]] = [{"at": days_ago(days), "severity": 7} for days in range(4)]
    shell.write({"pain": pain, "check": [{"at": days_ago(0)}]})
    return shell


def ids(text: str) -> list[str]:
    return [each["id"] for each in json.loads(text)["advice"]]


def test_advice_is_for_programs_as_it_is_for_people(severe: Shell) -> None:
    found = json.loads(severe.says("advice", "--json"))["advice"]
    assert 1 <= len(found) <= 2
    assert set(found[0]) == {"id", "severity", "text", "source", "because"}
    assert found[0]["id"] == "pain-severe-week"
    first, why, source, *_ = severe.says("advice").splitlines()
    assert first == f"Take care: {found[0]['text']}"
    assert why == f"  Why: {found[0]['because']}"
    assert source == f"  Source: {found[0]['source']}"


def test_what_stands_is_said_by_advice_and_today_until_the_check(shell: Shell) -> None:
    pain = [{"at": days_ago(3), "severity": 7, "triggers": ["fall"]}]
    shell.write({"pain": pain})
    for command in ("advice", "today"):
        said = shell.says(command)
        assert "Take care: You took down a fall, and pain since." in said
        assert "flare" not in said
    assert "backcare log check-up" in shell.says("advice")
    assert "You took down a fall" not in shell.says("today", "--short")
    shell.says("log", "check", "none")
    assert "You took down a fall" not in shell.says("today") + shell.says("advice", "--all")


def test_after_a_clear_check_it_says_what_helps(shell: Shell) -> None:
    usual = [{"at": days_ago(days), "severity": 4} for days in range(1, 9)]
    shell.write({"pain": [*usual, {"at": days_ago(0), "severity": 8}]})
    assert ids(shell.says("advice", "--json")) == ["rf-recheck"]
    said = shell.says("log", "check", "none")
    assert "It may pass, or be the start of a flare-up. It is usually not new harm." in said


def test_all_is_more_than_the_foremost_and_says_what_rests(severe: Shell) -> None:
    shown = {"pain-severe-week": (TODAY - dt.timedelta(days=1)).isoformat()}
    tables = json.loads(severe.diary.read_text("utf-8"))
    setting = {"id": "s", "updated": days_ago(0), "name": "advice_shown", "value": shown}
    severe.put(json.dumps(tables | {"setting": {"1": setting}}).encode())
    assert "pain-severe-week" not in ids(severe.says("advice", "--json"))
    assert "pain-severe-week" in ids(severe.says("advice", "--all", "--json"))
    assert "  Was shown, and rests until " in severe.says("advice", "--all")


def test_reading_advice_writes_nothing(severe: Shell) -> None:
    before = severe.diary.read_bytes()
    severe.says("advice")
    severe.says("advice", "--all", "--json")
    severe.says("week", "--json")
    assert severe.diary.read_bytes() == before


def test_a_diary_that_is_not_there_yet_is_not_made(shell: Shell) -> None:
    assert "urgent" not in shell.says("advice").lower()
    assert not shell.diary.exists()


def test_the_week_of_today_names_the_foremost_and_a_week_of_before_none(severe: Shell) -> None:
    foremost = ids(severe.says("advice", "--json"))
    assert json.loads(severe.says("week", "--json"))["advice"] == foremost
    assert "Take care: " in severe.says("week")
    before = (TODAY - dt.timedelta(days=21)).isoformat()
    assert json.loads(severe.says("week", before, "--json"))["advice"] == []


def test_a_check_says_what_to_do_and_stops_a_routine_until_it_was_seen(shell: Shell) -> None:
    said = shell.says("log", "check", "saddle-numbness", "--note", "since noon")
    assert said.startswith("Saved warning signs 1 marked, ")
    assert "\nEmergency: Numbness around the groin" in said
    entry = shell.entry("check")
    assert (entry["red_flags"], entry["note"]) == (["saddle_numbness"], "since noon")
    assert ids(shell.says("advice", "--json")) == ["rf-cauda"]
    stopped = shell.run("start", "morning-loosen-up", "--plain")
    assert (stopped.returncode, stopped.stdout) == (1, "")
    assert stopped.stderr.startswith("Emergency: Numbness around the groin")
    assert "backcare log check-up" in stopped.stderr
    assert shell.says("log", "check-up", "--by", "Dr. Lee").startswith(
        "Saved check-up by Dr. Lee, "
    )
    assert "rf-cauda" not in ids(shell.says("advice", "--all", "--json"))


def test_a_check_without_a_flag_asks_and_records_nothing(shell: Shell) -> None:
    said = shell.says("log", "check").splitlines()
    ids = [flag.id for flag in red_flags()] + [flag.id for flag in words("mood_flags")]
    for name in (id_.replace("_", "-") for id_ in ids):
        assert len([line for line in said if line.startswith(f"{name}: ")]) == 1, name
    assert said[-1].startswith("Nothing was recorded.")
    assert not shell.diary.exists()


REFUSED_CHECKS = {
    ("--note", "since noon"): "Nothing was recorded: state a warning sign, or none; ",
    ("--at", "08:00"): "Nothing was recorded: state a warning sign, or none; ",
    ("none", "chest-pain"): 'flag: "none" is not possible beside a sign: ',
    ("",): "flag: nothing is not a warning sign, ",
    (" ",): "flag: nothing is not a warning sign, ",
}


def test_what_answers_nothing_or_contradicts_itself_is_a_sentence(shell: Shell) -> None:
    for said, sentence in REFUSED_CHECKS.items():
        done = shell.run("log", "check", *said)
        assert (done.returncode, done.stdout) == (2, ""), said
        assert done.stderr.startswith(sentence), said
        assert not shell.diary.exists(), said


def test_that_there_is_none_is_said_by_a_word(shell: Shell) -> None:
    said = shell.says("log", "check", "None")
    assert "warning signs none marked" in said
    assert "If any of the warning signs begins, make the check again." in said
    assert set(shell.entry("check")) == {"at"}


def test_flags_of_mood_are_taken_down_as_such(shell: Shell) -> None:
    assert "You are not alone." in shell.says("log", "check", "Self harm", "hopeless")
    assert shell.entry("check")["mood_flags"] == ["hopeless", "self_harm"]


def test_what_stands_and_is_not_named_stays_marked_until_it_is_denied(shell: Shell) -> None:
    shell.says("log", "check", "saddle-numbness", "hopeless")
    said = shell.says("log", "check", "fever-unwell")
    assert "Saved warning signs 3 marked" in said
    assert "Marked before, and so marked still: hopeless and saddle-numbness." in said
    assert {"rf-cauda", "rf-infection"} <= set(ids(shell.says("advice", "--json")))
    shell.says("log", "check", "foot-drop", "--at", "3 days ago")
    assert "Marked before" not in shell.says("log", "check", "none")
    assert "marked still" not in shell.says("log", "check", "foot-drop")
    said = shell.says("log", "check-up", "--at", "3 days ago")
    assert said.endswith("\nThe signs marked today stand, as they came after it.\n")
    assert "stand" not in shell.says("log", "check-up")
    assert "marked still" not in shell.says("log", "check", "chest-pain")
    assert ids(shell.says("advice", "--json")) == ["rf-chest"]


def test_what_is_no_warning_sign_is_one_sentence(shell: Shell) -> None:
    done = shell.run("log", "check", "sore-thumb")
    assert done.returncode == 2
    assert done.stderr == ('flag: "sore-thumb" is not a warning sign, as log check lists them.\n')
    assert not shell.diary.exists()


def test_what_asks_for_the_check_is_said_as_it_is_taken_down_and_once(shell: Shell) -> None:
    cases = (
        ("pain", "8", "--trigger", "fall"),
        ("pain", "3", "--area", "groin", "--quality", "numb"),
    )
    for typed in cases:
        first, again = (shell.says("log", *typed) for _ in range(2))
        assert "Source: " in first, typed
        assert first.endswith(f"{HOW_ON}\n"), typed
        _, *more = again.splitlines()
        assert more == (["First: backcare log check"] if "8" in typed else []), typed
    assert shell.says("log", "pain", "4", "--trigger", "sitting-long").count("\n") == 1
