"""`plan`: the week of one's own in the shell, made, told and renewed."""

import datetime as dt
import json
from typing import Any

from backcare_tui.cli.plan import NONE_YET
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.plan.current import as_in_the_week
from backcare_tui.store import open_repository
from tests.for_each import for_each
from tests.shell.conftest import Shell
from tests.shell.test_manual import PAGE, keys, shown

TODAY = (dt.datetime.now(dt.UTC) + dt.timedelta(hours=1)).date()
THIS_WEEK = TODAY - dt.timedelta(days=TODAY.weekday())


def told(shell: Shell, *words: str) -> Any:
    """What `plan` says for programs."""
    return json.loads(shell.says("plan", *words, "--json"))


def setting(shell: Shell, name: str) -> Any:
    """A setting as the file holds it; None where it is not there."""
    return next(
        (each.get("value") for each in shell.documents("setting") if each.get("name") == name), None
    )


def test_without_a_plan_it_says_how_to_make_one(shell: Shell) -> None:
    assert shell.says("plan") == f"{NONE_YET}\n"
    nothing: dict[str, Any] = {
        "week": THIS_WEEK.isoformat(),
        "minutes_a_day": None,
        "lines": [],
        "changes": [],
        "verdict": "no",
        "stands": [],
        "renew": False,
    }
    assert told(shell) == nothing
    done = shell.run("plan", "renew", "--felt", "right")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "There is no plan to renew yet; backcare plan new makes one.\n"
    assert not shell.diary.exists()


def test_the_answers_of_the_first_minutes_make_a_week_and_are_kept_with_it(shell: Shell) -> None:
    said = shell.says(
        *(
            "plan",
            "new",
            "--minutes",
            "20",
            "--days-are",
            "lifting",
            "--pain-lasts",
            "over-12-weeks",
        ),
        *("--goal", "carry my daughter", "--worry", "that it breaks", "--course", "Massage"),
        *("--limit", "osteoporosis", "--limit", "floor-hard", "--bed", "22:30", "--up", "6:30"),
    )
    assert "up to 20 min a day" in said
    assert "Why: " in said
    assert "Source: " in said
    assert setting(shell, "minutes_a_day") == 20
    assert setting(shell, "goal") == "carry my daughter"
    assert setting(shell, "conditions") == ["floor_hard", "osteoporosis"]
    assert setting(shell, "usual_up") == "06:30"
    assert setting(shell, "course_wish") == "massage"
    assert setting(shell, "introduced") == TODAY.isoformat()
    assert shell.says("undo").startswith("Undone: made a plan of the week")
    assert shell.says("plan") == f"{NONE_YET}\n"
    assert setting(shell, "minutes_a_day") is None


def test_a_week_for_programs_has_the_keys_of_the_page_and_what_is_done_of_it(shell: Shell) -> None:
    made = told(shell, "new", "--minutes", "10")
    assert keys(made) | {".changes.what", ".changes.why"} == keys(shown(PAGE, "plan"))
    assert made["week"] == THIS_WEEK.isoformat()
    routine = next(line for line in made["lines"] if line["kind"] == "routine")
    assert len(routine["steps"]) >= 2
    assert routine["done"] == 0
    shell.says("log", "session", routine["id"], "--minutes", "5")
    after = told(shell)
    assert next(line for line in after["lines"] if line["id"] == routine["id"])["done"] == 1


def test_steps_are_those_that_are_played_for_the_person(shell: Shell) -> None:
    shell.says("about", "conditions=pregnancy")
    for line in told(shell, "new", "--minutes", "20")["lines"]:
        assert (
            not {"cat-cow", "bridge", "knee-rolls"} & set(line["steps"])
            or line["kind"] != "routine"
        )


def test_renewing_keeps_what_was_said_and_the_next_week_as_one_change(shell: Shell) -> None:
    told(shell, "new")
    after = told(
        shell,
        "renew",
        "--felt",
        "hard",
        "--barrier",
        "time",
        "--barrier",
        "noise",
        "--days-off",
        "2",
    )
    assert after["week"] == (THIS_WEEK + dt.timedelta(days=7)).isoformat()
    assert after["changes"]
    assert all("Source: " in change["why"] for change in after["changes"])
    answer = shell.entry("week_answer")
    assert answer == {
        "week": THIS_WEEK.isoformat(),
        "felt": "hard",
        "barriers": ["time", "noise"],
        "days_off": 2,
    }
    again = told(shell, "renew", "--given-up", "the choir")
    assert again["week"] == after["week"]
    assert shell.entry("week_answer")["felt"] == "hard", "what was said before stays"
    assert len(shell.documents("week_plan")) == 2
    shell.says("undo")
    assert "given_up" not in shell.entry("week_answer")


@for_each(
    ("words", "sentence"),
    [
        (("new", "--minutes", "7"), '--minutes: "7" is not one of 5, 10, 20.'),
        (("new", "--bed", "25:00"), '--bed: "25:00" is not a time of day'),
        (("new", "--limit", "sorcery"), '--limit: "sorcery" is not one'),
        (("new", "--course", "a nap"), '--course: "a nap" is not a treatment such as massage'),
        (("new", "--goal", "x" * 201), "up to 200 characters"),
        (("renew", "--felt", "fine"), '--felt: "fine" is not one of easy, right, hard.'),
        (("renew", "--days-off", "8"), '--days-off: "8" is not a whole number from 0 to 7.'),
        (("renew", "--days-off", "9" * 5000), "is not a whole number from 0 to 7."),
        (("renew", "--barrier", "rain"), '"rain" is not one of time, pain'),
    ],
)
def test_a_word_that_cannot_be_taken_is_a_sentence_and_changes_nothing(
    shell: Shell, words: tuple[str, ...], sentence: str
) -> None:
    told(shell, "new")
    before = shell.diary.read_bytes()
    done = shell.run("plan", *words)
    assert (done.returncode, done.stdout) == (2, ""), words
    assert sentence in done.stderr, done.stderr
    assert shell.diary.read_bytes() == before


def test_a_warning_sign_comes_first_and_holds_the_week(shell: Shell) -> None:
    told(shell, "new", "--minutes", "10")
    shell.says("log", "check", "saddle-numbness")
    said = shell.says("plan")
    assert said.startswith("Emergency: ")
    assert "A check-up" in said
    assert {line["kind"] for line in told(shell)["lines"]} <= {"visit", "read"}


def test_a_routine_is_started_as_the_week_has_it(shell: Shell) -> None:
    line = next(each for each in told(shell, "new", "--minutes", "5")["lines"] if each["steps"])
    diary = open_repository(shell.diary)
    played = as_in_the_week(diary, Clock(), line["id"])
    assert played
    assert [step.exercise for step in played.steps] == line["steps"]
    done = shell.run("start", "core-progress", "--plain", "--week")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Core Progress is not in your week; backcare plan says what is.\n"
