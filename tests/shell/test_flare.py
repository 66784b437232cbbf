"""`flare`: the flare plan in the shell, printed, for programs, written anew and on paper."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from backcare_tui.guidance.reading import UNCITED
from tests.shell.conftest import Shell

TODAY = dt.datetime.now(dt.timezone(dt.timedelta(hours=1))).date()
"""The shell's own day: its commands have no other."""


def pain(ago: int, severity: int, **more: Any) -> dict[str, Any]:
    day = TODAY - dt.timedelta(days=ago)
    return {"at": f"{day}T00:00:00+01:00", "severity": severity, **more}


@pytest.fixture
def with_two(shell: Shell) -> Shell:
    """Flares of 3 and of 4 days, and somebody to call."""
    bad = {20: 3, 10: 4}
    days = {first - back for first, length in bad.items() for back in range(length)}
    marked = {"is_flare": True, "relief": {"heat": "yes"}}
    pains = [pain(ago, 7, **marked) if ago in days else pain(ago, 2) for ago in range(35, -1, -1)]
    person = {"id": "ada", "name": "Ada Kim", "role": "family-doctor", "contact": "555 0134"}
    shell.write({"pain": pains, "person": [person]})
    return shell


def test_an_empty_diary_has_a_general_plan(shell: Shell) -> None:
    words = shell.says("flare")
    assert words.startswith("My flare plan\n\nIn your own words\nNo lines of your own yet: ")
    assert "  backcare start flare-up-gentle\n" in words
    assert "  From: NHS Back pain 2022; Finucane 2020\n" in words
    assert "From 2 on, your own figures stand here." in words
    assert words.endswith(f"\n\n{UNCITED}\n")
    assert json.loads(shell.says("flare", "--json"))["verdict"] == "too-few-flares"
    assert not shell.diary.exists()


def test_a_program_gets_the_figures(with_two: Shell) -> None:
    plan = json.loads(with_two.says("flare", "--json"))
    assert plan["days"] == {"median": 3.5, "least": 3, "most": 4}
    assert (plan["verdict"], plan["flares"], plan["unfinished"]) == ("yes", 2, 0)
    heat = {"word": "heat", "helped": 7, "little": 0, "not_helped": 0, "flares": 2}
    assert plan["helped"] == [heat]
    assert plan["last"]["days"] == 4


def test_what_is_written_is_kept_added_to_and_taken_back(with_two: Shell) -> None:
    said = with_two.says("flare", "write", "--line", "It passes.", "--line", "Walk.")
    assert said == "Flare plan: 2 lines\n"
    with_two.says("flare", "write", "--call", "ada kim", "--routine", "a walk")
    held = with_two.entry("setting")
    assert held == {
        "name": "flare_plan",
        "value": {
            "lines": ["It passes.", "Walk."],
            "call": "ada kim",
            "person": "ada",
            "routine": "walk",
            "written": TODAY.isoformat(),
        },
    }
    words = with_two.says("flare")
    assert "- It passes.\n- Walk.\n" in words
    assert "- Ada Kim, family doctor: 555 0134\n" in words
    assert "  backcare start walk\n" in words
    assert "They took 3.5 days in the middle (median), from 3 to 4." in words
    with_two.says("undo")
    with_two.says("undo")
    assert "No lines of your own yet" in with_two.says("flare")


def test_what_cannot_be_taken_is_a_sentence_and_nothing_is_kept(
    shell: Shell, tmp_path: Path
) -> None:
    many = ["--line", "a"] * 4
    for words, status, sentence in (
        (("write",), 2, "write: nothing to keep; name --line, --call or --routine."),
        (("--line", "x"), 2, "--line, --call and --routine go with write"),
        (("write", *many), 2, "lines: 4 is not up to 3 lines."),
        (("write", "--routine", "core-progress"), 2, "is not a gentle routine for a bad day"),
        (("plan.doc",), 2, 'file: "plan.doc" does not end in .pdf, .html, .md or .txt.'),
    ):
        done = shell.run("flare", *words)
        assert (done.returncode, done.stdout) == (status, ""), words
        assert sentence in done.stderr, words
    assert not shell.diary.exists()
    (tmp_path / "there.md").write_text("mine", "utf-8")
    done = shell.run("flare", str(tmp_path / "there.md"))
    assert done.returncode == 1
    assert "--force writes over it." in done.stderr
    assert (tmp_path / "there.md").read_text("utf-8") == "mine"


@pytest.mark.parametrize("ending", ["md", "html", "txt", "pdf"])
def test_it_goes_on_paper_in_every_form(with_two: Shell, tmp_path: Path, ending: str) -> None:
    with_two.says("flare", "write", "--line", "It passes.")
    target = tmp_path / f"plan.{ending}"
    said = with_two.says("flare", str(target))
    assert said.startswith("On this page: your own lines")
    assert target.stat().st_mode & 0o777 == 0o600
    if ending != "pdf":
        words = target.read_text("utf-8").replace("\\", "")
        assert "It passes." in words
        assert "Whitney 1992" in words
        assert "Side Rest with Pillow" in words
        assert "____" in words, "whom to call is left to the pen"
