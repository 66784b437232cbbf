"""Every command that reads answers programs, too: with JSON, and as it ends without."""

import json
from typing import Any

import pytest

from backcare_tui.cli.parser import build_parser
from backcare_tui.cli.parsing import every
from backcare_tui.store.tiny import TinyRepository
from tests.for_each import for_each
from tests.shell.conftest import Shell

READING = (
    "list",
    "list pain",
    "today",
    "today --short",
    "week",
    "trends",
    "advice",
    "advice --all",
    "routines",
    "routines morning-loosen-up",
    "exercises",
    "exercises cat-cow",
    "about",
    "settings",
    "learn",
    "learn hurt-and-harm",
    "plan",
    "flare",
    "check",
    "where",
    "backups",
    "log check",
)
WRITING = {
    "hand-over": ("page.html", "page.txt", "page.md", "page.pdf"),
    "report": ("report.html", "report.md", "report.pdf"),
    "mat morning-loosen-up": ("mat.html",),
}
"""What makes a page, and the files that it can be."""
TAKING_IN = {"import", "merge", "sheet", "plan new", "plan renew"}
"""What changes the diary, and answers programs all the same."""
NOT_FOR_PROGRAMS = {
    "remind",  # reads the system's scheduler, not the diary
    "export",  # is JSON
    "start", "demo", "serve",  # for people alone
    "completion", "manual", "help",  # no diary is read
    "change", "remove", "undo", "redo", "backup", "restore", "recover", "encrypt", "decrypt",
}  # fmt: skip


def commands() -> dict[str, set[str]]:
    """The options of each command."""
    return {
        parser.prog.removeprefix("backcare").strip(): {
            word for action in parser.own_actions() for word in action.option_strings
        }
        for parser in every(build_parser())
    }


def test_every_command_that_reads_takes_json() -> None:
    takes = {name for name, options in commands().items() if "--json" in options}
    reads = {name for name in commands() if name in READING}
    assert takes == reads | TAKING_IN | {words.split()[0] for words in WRITING}
    logs = {name for name in commands() if name.startswith("log ")}
    assert set(commands()) - takes - logs - {""} == NOT_FOR_PROGRAMS


@for_each("words", READING)
def test_it_is_json_and_ends_as_without_on_an_empty_diary(shell: Shell, words: str) -> None:
    answered(shell, words)
    assert not shell.diary.exists()


@pytest.mark.thorough
@pytest.mark.parametrize("words", READING)
def test_it_is_json_and_ends_as_without_on_months(
    shell: Shell, story_diary: TinyRepository, words: str
) -> None:
    answered(shell, words)


def test_what_is_wrong_is_in_the_answer_and_in_the_exit_status(shell: Shell) -> None:
    shell.write({"pain": [{"at": "2024-05-06T08:00:00+01:00", "severity": 12}]})
    done = shell.run("check", "--json")
    found = json.loads(done.stdout)
    assert (done.returncode, found["verdict"]) == (1, "no")
    assert found["aside"] == [{"table": "pain", "id": "pain-1"}]
    assert "severity" in found["wrong"][0]


@for_each(("words", "files"), WRITING.items())
def test_a_page_answers_where_it_is_and_how_large(
    shell: Shell, words: str, files: tuple[str, ...]
) -> None:
    shell.diary.parent.mkdir(exist_ok=True)
    for name in files:
        target = shell.diary.with_name(name)
        done = shell.run(*words.split(), str(target), "--json")
        found = json.loads(done.stdout)
        assert (done.returncode, done.stderr) == (0, "")
        assert found["file"] == str(target)
        assert found["bytes"] == target.stat().st_size
        assert found["format"] == target.suffix.removeprefix(".")
        assert (found["pages"] or 0) >= (target.suffix == ".pdf")
        assert found["verdict"] == ("unknown" if "cautions" in found else "no")
        assert "text" not in found
        again = shell.run(*words.split(), str(target), "--json")
        assert (again.returncode, again.stdout) == (1, "")
        assert "--force writes over it" in again.stderr
        target.unlink()


def test_a_page_that_is_printed_is_in_the_answer(story_shell: Shell) -> None:
    for words in ("hand-over", "report - --format md"):
        found = json.loads(story_shell.says(*words.split(), "--json"))
        assert (found["verdict"], found["file"]) == ("yes", None)
        assert found["text"].splitlines() == story_shell.run(*words.split()).stdout.splitlines()
        assert found["bytes"] == len(found["text"].encode())


def test_the_questions_of_the_check_are_data_and_nothing_is_recorded(shell: Shell) -> None:
    found = json.loads(shell.says("log", "check", "--json"))
    asked = [each for group in found["questions"] for each in group["flags"]]
    assert {"chest-pain", "saddle-numbness"} <= {each["flag"] for each in asked}
    assert all(f"{each['flag']}: {each['text']}" in shell.says("log", "check") for each in asked)
    refused = shell.run("log", "check", asked[0]["flag"], "--json")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert not shell.diary.exists()


def test_the_verdicts_are_those_of_the_words(story_shell: Shell) -> None:
    trends, words = json.loads(story_shell.says("trends", "--json")), story_shell.says("trends")
    for outcome in ("pain", "sleep"):
        is_told = f"No clear trend in {outcome}" not in words
        assert trends[outcome]["verdict"] == ("yes" if is_told else "no")
    today = json.loads(story_shell.says("today", "--json"))
    assert today["line"] == story_shell.says("today", "--short").rstrip()
    assert today["verdict"] == ("yes" if " due" in today["line"] or today["stands"] else "no")
    plan = json.loads(story_shell.says("plan", "--json"))
    assert plan["verdict"] == ("yes" if plan["minutes_a_day"] else "no")


def answered(shell: Shell, words: str) -> Any:
    """The answer for programs to a command, which ends as the one for people does."""
    plain, done = shell.run(*words.split()), shell.run(*words.split(), "--json")
    assert done.returncode == plain.returncode
    return json.loads(done.stdout)
