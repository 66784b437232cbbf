"""The clock and the units of a place in the shell: for a person as they are chosen, for a program as ever."""

import re
from typing import Any

from tests.for_each import for_each
from tests.shell.conftest import Shell

OF_24 = re.compile(r"(?<![\d:T])(?:[01]\d|2[0-3]):[0-5]\d(?![\d:]| [ap]m)")
SAID = re.compile(r"\d [ap]m\b|fl oz")
READING = (
    *(
        "today",
        "today --short",
        "list",
        "week",
        "trends",
        "advice --all",
        "plan",
        "flare",
        "routines",
    ),
    *(
        "about",
        "about usual_bed",
        "settings",
        "check",
        "undo",
        "report - --format md",
        "hand-over -",
    ),
)
DAY = "2026-11-23"
DIARY: dict[str, list[dict[str, Any]]] = {
    "pain": [{"at": f"{DAY}T20:15:00+01:00", "severity": 4}],
    "sleep": [{"night": DAY, "bed": "22:30", "up": "06:45", "lights_out": "22:50"}],
    "meal": [
        {"at": f"{DAY}T21:05:00+01:00", "water_ml": 500},
        {"at": f"{DAY}T19:05:00+01:00", "text": "soup", "coffees": 1},
    ],
    "plan": [{"routine": "desk-break", "days": ["mon"], "since": DAY, "time": "15:00"}],
    "setting": [{"name": "region", "value": "us"}, {"name": "usual_bed", "value": "22:30"}],
}
"""Times after noon, so that a 24-hour clock would show."""


@for_each("command", READING)
def test_a_person_reads_the_times_and_measures_of_where_they_live(
    shell: Shell, command: str
) -> None:
    shell.write(DIARY)
    done = shell.run(*command.split())
    said = done.stdout + done.stderr
    assert not OF_24.search(said), said
    assert not re.search(r"\d ml\b", said), said


def test_times_stand_in_line_and_are_those_of_the_entries(shell: Shell) -> None:
    shell.write(DIARY)
    listed = shell.says("list")
    assert " 9:05 pm  " in listed
    assert "17 fl oz" in listed
    assert " 6:45 am  " in listed


@for_each("command", ["today --json", "list --json", "week --json", "about --json"])
def test_a_program_reads_what_it_always_did(shell: Shell, command: str) -> None:
    shell.write(DIARY)
    assert not SAID.search(shell.says(*command.split()))


def test_what_is_logged_is_said_back_as_chosen_and_read_as_ever(shell: Shell) -> None:
    shell.write({"setting": DIARY["setting"]})
    assert "8 fl oz" in shell.says("log", "water", "1 glass", "--at", "2026-01-05 9:30p")
    assert shell.entry("meal")["water_ml"] == 237
    assert "9:30 pm" in shell.says("list", "meal")
    told = shell.run("log", "sleep", "10:30", "6:45 am", "--night", "2026-01-05")
    assert 'up: "6:45 am" is not within 16 hours of 10:30 am.' in told.stderr
    shell.says("log", "sleep", "1030p", "6:45", "--night", "2026-01-05")
    assert {"bed": "22:30", "up": "06:45"}.items() <= shell.entry("sleep").items()
    shell.says("about", "usual_bed=10:30")
    assert shell.says("about", "usual_bed").splitlines()[1] == "Now usual_bed: 10:30 am"
    shell.says("plan", "new", "--bed", "10:45")
    assert shell.says("about", "usual_bed").splitlines()[1] == "Now usual_bed: 10:45 am"
    shell.says("settings", "clock=24", "units=metric")
    assert "21:30" in shell.says("list", "meal")
    assert "237 ml" in shell.says("list", "meal")
