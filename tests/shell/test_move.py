"""`backcare routines` and `exercises`: what there is to do, and routines as files."""

import json
from pathlib import Path
from typing import Any

import pytest

from backcare_tui.library.exercises import KINDS, POSITIONS, exercises
from backcare_tui.library.routines import programs, routines
from tests.shell.conftest import Shell

AT = "2024-05-06T08:12:00+01:00"
OWN = "1a2b3c4d-0000-4000-8000-000000000001"
MINE: dict[str, Any] = {
    "id": OWN,
    "name": "Kitchen \x1bstretch",
    "minutes": 4,
    "steps": [
        {"exercise": "knee-to-chest", "dose": {"hold_s": 15}, "sides": "left"},
        {"exercise": "cat-cow", "note": "slowly"},
        {"exercise": "of-tomorrow"},
    ],
}
OTHER: dict[str, Any] = {
    "id": "1a2b3c4d-0000-4000-8000-000000000002",
    "name": "Kitchen floor",
    "steps": [{"exercise": "cat-cow"}],
}


def done(routine: str, day: str = "2024-05-06", **fields: Any) -> dict[str, Any]:
    """A session of a day."""
    return {"id": f"{routine}-{day}", "at": f"{day}T08:12:00+01:00", "routine": routine, **fields}


def refused(shell: Shell, *words: str) -> str:
    """The sentence on what is wrong with the words."""
    ended = shell.run(*words)
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (2, "", 1)
    return ended.stderr


def impossible(shell: Shell, *words: str) -> str:
    """The sentence on why it could not be done."""
    ended = shell.run(*words)
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (1, "", 1)
    return ended.stderr


def test_ones_own_routines_come_before_those_of_the_library(shell: Shell) -> None:
    shell.write({"routine": [MINE], "session": [done("desk-break")]})
    lines = shell.says("routines").splitlines()
    assert len(lines) == 1 + len(routines()) + len(programs())
    assert lines[0].split("  ")[0] == OWN[:8]
    assert "Kitchen \ufffdstretch" in lines[0]
    assert lines[0].endswith("2 min")
    (desk,) = [line for line in lines if line.startswith("desk-break ")]
    assert desk.endswith("Mon 6 May 2024")
    (six,) = [line for line in lines if line.startswith("six-week-back-care ")]
    assert six.endswith("6 weeks")


def test_the_list_as_json_has_a_null_for_what_is_unknown(shell: Shell) -> None:
    shell.write({"routine": [MINE], "session": [done("desk-break"), done(OWN, "2024-05-07")]})
    listed = json.loads(shell.says("routines", "--json"))
    by_id = {each["id"]: each for each in (*listed["routines"], *listed["programs"])}
    assert by_id[OWN]["own"] is True
    assert by_id[OWN]["last_done"] == "2024-05-07"
    assert (by_id["desk-break"]["own"], by_id["desk-break"]["times_done"]) == (False, 1)
    assert by_id["core-basics"]["last_done"] is None
    assert by_id["six-week-back-care"]["under_way"] is None


@pytest.mark.parametrize("words", [OWN, OWN[:8], "kitchen", "KITCHEN stretch"])
def test_a_routine_is_known_by_its_id_its_name_or_how_they_begin(shell: Shell, words: str) -> None:
    shell.write({"routine": [MINE]})
    assert shell.says("routines", words).splitlines()[0] == "Kitchen \ufffdstretch"


def test_a_routine_is_shown_a_line_a_step(shell: Shell) -> None:
    shell.write({"routine": [MINE], "session": [done(OWN), done(OWN, "2024-05-07")]})
    lines = shell.says("routines", "kitchen").splitlines()
    assert lines[1] == f"{OWN} · 2 min · 3 exercises · gentle"
    steps = [line for line in lines if line[:2] in {"1.", "2.", "3."}]
    assert steps[0].startswith("1. Knee to Chest")
    assert steps[0].endswith("15 s x 2 on the left")
    assert steps[1].endswith("  slowly")
    assert steps[2].split() == ["3.", "of-tomorrow", "not", "known", "to", "this", "version"]
    assert lines[-1] == "Done: twice, last Tue 7 May 2024"


def test_a_routine_of_the_library_names_purpose_moment_and_sources(shell: Shell) -> None:
    one = next(each for each in routines() if each.purpose and each.when and each.avoid_if)
    said = shell.says("routines", one.id)
    assert one.purpose
    assert one.when
    for words in (one.name, one.purpose, one.when, "Leave it out with: ", "Source: "):
        assert words in said


def test_what_is_stated_about_oneself_is_said_of_a_routine(shell: Shell) -> None:
    shell.write(
        {"setting": [{"name": "conditions", "value": ["hip_replacement", "fracture_recent"]}]}
    )
    said = shell.says("routines", "morning-loosen-up")
    assert "Not advised as a whole with: Recent fracture (" in said
    assert "Knee Rolls is left out. Hip replacement: " in said
    facts = json.loads(shell.says("routines", "morning-loosen-up", "--json"))
    assert {"knee-rolls"} <= {each["exercise"] for each in facts["changed_for_you"]}


def test_a_program_is_shown_with_its_weeks_and_where_one_is(shell: Shell) -> None:
    name = "six-week-back-care"
    assert "under way" not in shell.says("routines", name)
    shell.write({"plan": [{"routine": name, "since": "2024-05-01", "program_week": 2}]})
    said = shell.says("routines", name)
    (program,) = [each for each in programs() if each.id == name]
    for week in program.weeks:
        assert f"Week {week.week}: {week.title}\n" in said
    assert "\nWeek 2 of 6 · " in said
    (line,) = [each for each in shell.says("routines").splitlines() if each.startswith(name)]
    assert line.endswith("week 2 of 6")
    facts = json.loads(shell.says("routines", name, "--json"))
    assert facts["under_way"]["week"] == 2
    assert len(facts["weeks"]) == 6


def test_a_name_of_two_routines_asks_for_more_of_it(shell: Shell) -> None:
    shell.write({"routine": [MINE, OTHER]})
    said = refused(shell, "routines", "kitch")
    assert said.startswith('routine "kitch" may be 1a2b3c4d (Kitchen ')
    assert refused(shell, "routines", "1a2b3c4d").startswith('routine "1a2b3c4d" may be 1a2b3c4d (')
    assert refused(shell, "routines", "w").startswith('routine "w" may be any of 5, such as ')


def test_no_name_at_all_is_near_to_none(shell: Shell) -> None:
    shell.write({"routine": [MINE]})
    assert refused(shell, "routines", " ") == (
        'There is no routine ""; `backcare routines` lists them.\n'
    )


WRONG = {
    "routines desk-brake": 'There is no routine "desk-brake"; nearest is desk-break (Desk Break).',
    "routines x\x1b[2J": 'There is no routine "x\ufffd[2J"; `backcare routines` lists them.',
    "exercises cat-cwo": 'There is no exercise "cat-cwo"; nearest ',
    "exercises qqqq": 'There is no exercise "qqqq"; `backcare exercises` lists them.',
    "exercises --area|elbo": 'There is no area "elbo"; ',
    "exercises --area|lowr back": 'There is no area "lowr back"; nearest ',
    "exercises --kind|sport": f'kind: "sport" is not one of {", ".join(KINDS)}.',
    "exercises --position|hanging": f'position: "hanging" is not one of {", ".join(POSITIONS)}, no-floor.',
    "exercises cat-cow|--kind|stretch": "An exercise is named, so there is nothing to look for; ",
    "routines desk-break|core-basics": "One routine at a time is shown; ",
    "routines --dry-run": "--dry-run goes with --import.",
    "routines --force": "--force goes with --export and --print.",
    "routines --import|x|--export|y": "--import takes in all that a file holds; ",
    "routines --export|x|six-week-back-care": "Six-Week Back Care is a program of 6 weeks; ",
}  # fmt: skip


@pytest.mark.parametrize(("words", "sentence"), WRONG.items())
def test_a_wrong_word_is_a_sentence(shell: Shell, words: str, sentence: str) -> None:
    first, *rest = words.split("|")
    assert refused(shell, *first.split(" ", 1), *rest).startswith(sentence)
    assert not shell.diary.exists()


def test_every_exercise_is_a_line(shell: Shell) -> None:
    lines = shell.says("exercises").splitlines()
    assert [line.split()[0] for line in lines] == [each.id for each in exercises()]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--area", "lower back"), {"knee-to-chest", "cat-cow"}),
        (("--area", "lower-back-l"), {"knee-to-chest"}),
        (("--area", "hamstrings"), {"bridge"}),
        (("--kind", "Stretch", "--position", "on the back"), {"knee-to-chest"}),
        (("--kind", "strength", "--position", "quadruped"), {"bird-dog"}),
        (("--find", "cat cow"), {"cat-cow"}),
        (("--kind", "strength", "--position", "no floor"), {"mini-squat", "sit-to-stand"}),
    ],
)
def test_exercises_are_found_by_what_they_are_for(
    shell: Shell, words: tuple[str, ...], named: set[str]
) -> None:
    found = {line.split()[0] for line in shell.says("exercises", *words).splitlines()}
    assert named <= found < {each.id for each in exercises()}
    listed = json.loads(shell.says("exercises", *words, "--json"))
    assert {each["id"] for each in listed} == found


def test_where_nothing_is_found_it_says_so(shell: Shell) -> None:
    ended = shell.run("exercises", "--kind", "breathing", "--position", "quadruped")
    assert (ended.returncode, ended.stdout) == (0, "")
    assert ended.stderr == "There are no such exercises.\n"


def test_the_page_of_an_exercise_has_all_that_is_known(shell: Shell) -> None:
    (one,) = [each for each in exercises() if each.id == "knee-to-chest"]
    said = shell.says("exercises", "knee to chest")
    for words in (one.name, one.setup, *one.cues, one.breathing, one.easier, one.harder):
        assert words in said
    assert "Stop: Pain rises by 2 or more points" in said
    assert "Avoid with: Hip replacement: " in said
    assert "Source: Mayo Clinic" in said
    assert "Not advised for you." not in said
    assert json.loads(shell.says("exercises", one.id, "--json"))["not_advised_for_you"] == []


def test_an_exercise_that_a_condition_rules_out_says_so(shell: Shell) -> None:
    shell.write({"setting": [{"name": "conditions", "value": ["hip_replacement"]}]})
    assert "Not advised for you. Hip replacement: " in shell.says("exercises", "knee-to-chest")


def test_an_exercise_that_a_condition_changes_says_how(shell: Shell) -> None:
    assert "Adapt with: Osteoporosis or thin bones: smaller and slow" in shell.says(
        "exercises", "cat-cow"
    )
    shell.write({"setting": [{"name": "conditions", "value": ["osteoporosis"]}]})
    said = shell.says("exercises", "cat-cow")
    assert "Adapted for you. Osteoporosis or thin bones: smaller and slow" in said
    facts = json.loads(shell.says("exercises", "cat-cow", "--json"))
    assert [each["condition"] for each in facts["adapted_for_you"]] == ["osteoporosis"]
    said = shell.says("routines", "core-basics")
    assert "Cat and Cow is adapted for you. Osteoporosis or thin bones: smaller and slow" in said


def test_routines_go_from_one_diary_to_another(shell: Shell, tmp_path: Path) -> None:
    shell.write({"routine": [OTHER]})
    shared = tmp_path / "shared.json"
    assert shell.says("routines", "--export", str(shared)) == f"Exported 1 routine to {shared}\n"
    shell.diary.unlink()
    assert shell.says("routines", "--import", str(shared), "--dry-run").startswith(
        "1 would be added, 0 known\n1a2b3c4d  Kitchen floor  "
    )
    assert not shell.diary.exists()
    assert shell.says("routines", "--import", str(shared)).startswith("1 added, 0 known\n")
    assert shell.says("routines", "--import", str(shared)) == "0 added, 1 known\n"
    assert shell.entry("routine")["name"] == "Kitchen floor"
    assert shell.says("undo") == "Undone: importing 1 routine\n"


def test_a_file_that_is_there_is_not_written_over(shell: Shell, tmp_path: Path) -> None:
    shared = tmp_path / "shared.json"
    shared.write_text("mine")
    said = impossible(shell, "routines", "--export", str(shared), "desk-break")
    assert said == f"{shared} is there already; --force writes over it.\n"
    assert shared.read_text() == "mine"
    shell.says("routines", "desk-break", "core-basics", "--export", str(shared), "--force")
    assert [each["id"] for each in json.loads(shared.read_bytes())["routines"]] == [
        "desk-break",
        "core-basics",
    ]


def test_a_dash_is_standard_output_in_ascii(shell: Shell) -> None:
    shell.write({"routine": [MINE]})
    said = shell.says("routines", "--export", "-")
    assert said.isascii()
    assert "\x1b" not in said
    assert json.loads(said)["routines"][0]["steps"] == MINE["steps"]


def test_without_routines_of_ones_own_there_is_nothing_to_export(shell: Shell) -> None:
    assert impossible(shell, "routines", "--export", "-").startswith("There are no routines of ")


def test_of_a_file_with_one_bad_routine_nothing_is_taken(shell: Shell, tmp_path: Path) -> None:
    shared = tmp_path / "shared.json"
    bad = {"name": "Zero", "steps": [{"exercise": "cat-cow", "dose": {"reps": 0}}]}
    shared.write_text(json.dumps({"backcare": "routines", "version": 1, "routines": [OTHER, bad]}))
    said = impossible(shell, "routines", "--import", str(shared))
    assert said == 'Routine 2 "Zero", step 1, reps: 0 is not a whole number from 1 to 100.\n'
    assert not shell.diary.exists()
    assert impossible(shell, "import", str(shared)) == (
        "shared.json holds routines; `backcare routines --import` takes them in.\n"
    )


@pytest.mark.parametrize("words", [OWN, OWN[:8], "kitchen stretch"])
def test_a_session_is_logged_by_the_name_or_the_beginning_of_the_id(
    shell: Shell, words: str
) -> None:
    shell.write({"routine": [MINE]})
    shell.says("log", "session", words, "--at", AT)
    assert shell.entry("session")["routine"] == OWN
    assert shell.entry("session")["planned_s"] == 240


@pytest.mark.parametrize("words", ["a swim", "kitchen", "mor", "cat"])
def test_a_session_of_other_words_is_kept_as_typed(shell: Shell, words: str) -> None:
    shell.write({"routine": [MINE]})
    shell.says("log", "session", words, "--at", AT)
    assert shell.entry("session")["routine"] == words


SHEET = """# Ann's sheet
Bird dog  3 x 8 each side, hold 5 s  "slow"
Deep step (like mini squat) 3 x 8 each leg
Wobbling (like nothing) 2 x 1 min
"""
AS_WRITTEN = """# Ann's sheet
Bird Dog  3 x 8 each side, hold 5 s  "slow"
Deep step  3 x 8 each side, rest 45 s
Wobbling  2 x 1 min
"""


def typed(shell: Shell, text: str = SHEET) -> str:
    """A file beside the diary with a sheet in it."""
    shell.diary.parent.mkdir(parents=True, exist_ok=True)
    path = shell.diary.parent / "sheet.txt"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_sheet_becomes_a_routine_that_is_shown_started_and_counted(shell: Shell) -> None:
    said = shell.says("sheet", typed(shell))
    assert said.splitlines()[0].startswith("Ann's sheet · ")
    assert "like Mini Squat" in said
    assert "not checked against your conditions" in said
    assert shell.says("routines", "Ann's sheet", "--text") == AS_WRITTEN
    assert "2. Deep step  3 sets of 8 times each side" in shell.says("routines", "Ann's sheet")
    (mine,) = (each for each in shell.says("exercises").splitlines() if "Deep step" in each)
    assert "strength" in mine
    assert "Not checked" not in shell.says("exercises", "Deep step")
    shell.says("log", "session", "Ann's sheet", "--minutes", "12")
    (routine,) = (
        each
        for each in json.loads(shell.says("routines", "--json"))["routines"]
        if each["name"] == "Ann's sheet"
    )
    assert (routine["own"], routine["times_done"]) == (True, 1)


def test_a_sheet_that_is_changed_takes_the_place_of_the_routine(shell: Shell) -> None:
    shell.says("sheet", typed(shell))
    changed = AS_WRITTEN.replace("3 x 8 each side, hold", "2 x 6 each side, hold")
    shell.says("sheet", typed(shell, changed), "--routine", "Ann's sheet")
    assert shell.says("routines", "Ann's sheet", "--text") == changed
    assert "undone" in shell.says("undo").lower()
    assert shell.says("routines", "Ann's sheet", "--text") == AS_WRITTEN


def test_every_line_that_is_not_understood_is_named_and_nothing_is_kept(shell: Shell) -> None:
    ended = shell.run("sheet", typed(shell, "hip thing 3 x 8\nbridge 10\nbridge 999 reps\n"))
    assert (ended.returncode, ended.stdout) == (2, "")
    first, second = ended.stderr.splitlines()
    assert first.startswith('Line 1: "hip thing" is not known: is it like Hip Hinge Practice')
    assert second == ("Line 3: Times: 999 is not a whole number from 1 to 100. Nothing was kept.")
    told = shell.run("sheet", typed(shell, "hip thing 3 x 8"), "--json")
    (trouble,) = json.loads(told.stdout)["troubles"]
    assert (told.returncode, trouble["unknown"]) == (2, "hip thing")
    assert "hip-hinge" in trouble["near"]


def test_a_sheet_can_be_only_looked_at(shell: Shell) -> None:
    assert "Wobbling" in shell.says("sheet", typed(shell), "--dry-run")
    facts = json.loads(shell.says("sheet", typed(shell), "--dry-run", "--json"))
    assert [each["name"] for each in facts["exercises"]] == ["Deep step", "Wobbling"]
    assert "Ann's sheet" not in shell.says("routines")


def test_a_sheet_that_cannot_be_read_is_a_sentence(shell: Shell, tmp_path: Path) -> None:
    large, other = tmp_path / "large.txt", tmp_path / "other.txt"
    large.write_text("bridge 10\n" * 10_000)
    other.write_bytes(b"bridge \xff")
    for path, sentence in (
        (tmp_path / "none.txt", "none.txt cannot be read: no such file or directory.\n"),
        (large, "large.txt is larger than 64 KB.\n"),
        (other, "other.txt is not text in UTF-8.\n"),
    ):
        assert impossible(shell, "sheet", str(path)) == sentence


def test_a_library_routine_is_not_written_over_by_a_sheet(shell: Shell) -> None:
    assert "stays as it is" in refused(shell, "sheet", typed(shell), "--routine", "desk-break")


def test_a_routine_is_put_on_paper(shell: Shell, tmp_path: Path) -> None:
    page = tmp_path / "sheet.html"
    assert shell.says("routines", "desk-break", "--print", str(page)) == f"Written to {page}\n"
    assert "<svg" in page.read_text("utf-8")
    again = impossible(shell, "routines", "desk-break", "--print", str(page))
    assert "--force writes over it" in again
    shell.says("routines", "desk-break", "--print", str(page), "--force")
    assert "one routine" in refused(shell, "routines", "--print", str(page))
