"""`start now`, and the commands for what helps, after `log pain`, in `today` and in `advice`."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.shell.conftest import Shell

FOR_NOW = "For now: backcare start "


@pytest.fixture
def checked(shell: Shell) -> Shell:
    """The check for warning signs is made."""
    shell.says("log", "check", "none")
    return shell


def test_severe_pain_that_is_taken_down_names_a_command(checked: Shell) -> None:
    assert FOR_NOW not in checked.says("log", "pain", "6")
    first, second = checked.says("log", "pain", "7").splitlines()
    assert first.startswith("Saved pain 7 severe")
    assert second.startswith(FOR_NOW)
    command = second.removeprefix("For now: backcare ").partition(" (")[0]
    assert checked.says("routines", command.removeprefix("start "))
    assert FOR_NOW not in checked.says("log", "pain", "7", "--at", "yesterday 8:00")


def test_today_names_the_command_from_pain_four_on(checked: Shell) -> None:
    checked.says("log", "pain", "3")
    assert FOR_NOW not in checked.says("today")
    checked.says("log", "pain", "4")
    assert FOR_NOW in checked.says("today")


def test_while_a_warning_sign_stands_the_check_is_named_and_nothing_starts(shell: Shell) -> None:
    said = shell.says("log", "pain", "8", "--trigger", "fall")
    assert "backcare log check" in said
    assert FOR_NOW not in said
    assert shell.says("log", "pain", "8").splitlines()[-1] == "First: backcare log check"
    assert "First: backcare log check" in shell.says("today")
    ended = shell.run("start", "now", "--plain")
    assert ended.returncode == 1
    assert "You took down a fall" in ended.stderr
    shell.says("log", "check", "foot_drop")
    assert "First: backcare advice" in shell.says("log", "pain", "8")


def test_strong_pain_names_the_check_before_the_routine(shell: Shell) -> None:
    said = shell.says("log", "pain", "9").splitlines()
    assert said[-1].startswith("After the check: backcare start ")


def test_advice_names_the_command_for_what_it_names(shell: Shell) -> None:
    shell.says("log", "pain", "9")
    assert "  Do it: backcare log check (The check for warning signs)" in shell.says("advice")
    (found,) = json.loads(shell.says("advice", "--json"))["advice"]
    assert found["act"] == {"kind": "check", "id": "warning-signs"}
    shell.says("log", "check", "none")
    acts = [
        each.get("act") for each in json.loads(shell.says("advice", "--all", "--json"))["advice"]
    ]
    assert {"kind": "routine", "id": "breathing-calm"} in acts
    assert "  Do it: backcare start breathing-calm (Breathing Calm, 4 min)" in shell.says("advice")


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
@pytest.mark.usefixtures("heeded")
def test_start_now_says_why_and_does_not_ask_for_the_pain_again(checked: Shell) -> None:
    checked.says("log", "pain", "8")
    with subprocess.Popen(
        checked.command("start", "now", "--plain"),
        env=checked.env(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout
        said = []
        for line in process.stdout:
            said.append(line)
            if line.startswith("Pain before it is 8, as you just took down."):
                break
        process.send_signal(signal.SIGINT)
        process.stdout.read()
    assert "Pain was 8 at " in said[0]


@pytest.fixture
def heeded() -> Iterator[None]:
    """A process that is started heeds ctrl+c, also where the tests run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
