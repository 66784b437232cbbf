"""`backcare change`, `remove`, `undo`, `check`, `where`."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.shell.conftest import Shell

MOMENT = "2024-05-06T08:12:00+01:00"
PAIN = {"id": "abcd1234-pain", "at": MOMENT, "severity": 4, "note": "stiff", "mine": {"kept": 1}}


def test_a_field_is_changed_and_what_is_unknown_here_stays(shell: Shell) -> None:
    shell.write({"pain": [PAIN]})
    said = shell.says("change", "abcd1234", "severity=7", "note=")
    assert said == "Changed pain 7 severe, Mon 6 May 2024 08:12 · abcd1234\n"
    assert shell.entry("pain") == {"at": MOMENT, "severity": 7, "mine": {"kept": 1}}


@pytest.mark.parametrize(
    ("edit", "field", "value"),
    [
        ("at=2024-05-05 22:30", "at", "2024-05-05T22:30:00+01:00"),
        ("areas=lower back left, neck-back", "areas", ["lower-back-l", "neck-back"]),
        ("qualities=Stiff, like a rope", "qualities", ["stiff", "like a rope"]),
        ("medicines=ibuprofen 400 mg", "medicines", [{"name": "ibuprofen", "dose": "400 mg"}]),
        ("medicines=aspirin 7:30", "medicines", [{"name": "aspirin", "time": "07:30"}]),
        ("area_severity=lower-back-l:6, neck-back:2", "area_severity",
         {"lower-back-l": 6, "neck-back": 2}),
        ("relief=heat:yes", "relief", {"heat": "yes"}),
        ("interference=enjoyment:3, activity:5", "interference", {"enjoyment": 3, "activity": 5}),
        ("note=a = b", "note", "a = b"),
        ("mood=2", "mood", 2),
    ],
)  # fmt: skip
def test_a_field_is_typed_as_a_person_says_it(
    shell: Shell, edit: str, field: str, value: object
) -> None:
    shell.write({"pain": [PAIN]})
    shell.says("change", "abcd1234", edit)
    assert shell.entry("pain")[field] == value
    shell.says("undo")
    assert shell.entry("pain") == {name: PAIN[name] for name in PAIN if name != "id"}


CARE: dict[str, dict[str, object]] = {
    "course": {"treatment": "massage", "started": "2024-05-01"},
    "visit": {"at": MOMENT, "treatment": "massage"},
    "person": {"name": "Kim"},
    "agreement": {"agreed": "2024-05-01", "goals": ["walk"]},
    "question": {"at": MOMENT, "text": "Heat or cold?"},
    "ability": {"at": MOMENT, "ratings": {"socks": 3}},
    "check": {"at": MOMENT},
    "signs": {"at": MOMENT},
    "pain": PAIN,
    "plan": {"routine": "morning-loosen-up"},
}


@pytest.mark.parametrize(
    ("table", "edit", "value"),
    [
        ("course", "helped=unsure", "unsure"),
        ("course", "postponed=2024-05-05 22:30", "2024-05-05T22:30:00+01:00"),
        ("course", "ended=2024-05-05", "2024-05-05"),
        ("course", "treatment=Physical therapy", "physical-therapy"),
        ("visit", "kind=Deep tissue", "deep-tissue"),
        ("visit", "pressure=firm", 3),
        ("visit", "inflammation=Swelling, like a rope", ["swelling", "like a rope"]),
        ("person", "role=Massage therapist", "massage-therapist"),
        ("agreement", "goals=socks, stairs", ["socks", "stairs"]),
        ("question", "answered=2024-05-07", "2024-05-07"),
        ("ability", "ratings=socks:5, the long stairs:7", {"socks": 5, "the long stairs": 7}),
        ("check", "red_flags=saddle-numbness", ["saddle_numbness"]),
        ("check", "mood_flags=Self harm", ["self_harm"]),
        ("check", "is_check_up=yes", True),
        ("signs", "inflammation=swelling", ["swelling"]),
        ("pain", "is_flare=yes", True),
        ("plan", "until=2924-05-05", "2924-05-05"),
    ],
)
def test_what_is_known_of_care_is_typed_as_a_person_says_it(
    shell: Shell, table: str, edit: str, value: object
) -> None:
    shell.write({table: [CARE[table] | {"id": "abcd1234"}]})
    shell.says("change", "abcd1234", edit)
    assert shell.entry(table)[edit.partition("=")[0]] == value


@pytest.mark.parametrize(
    ("table", "edit", "sentence"),
    [
        ("check", "red_flags=frob", 'red_flags: "frob" is not a warning sign, as log check'),
        ("check", "red_flags=self-harm", 'red_flags: "self-harm" is not a warning sign'),
        ("course", "postponed=someday", 'postponed: "someday" is not a moment such as'),
        ("course", "started=someday", 'started: "someday" is not a day such as'),
        ("ability", "ratings=socks", 'ratings: "socks" is not an activity with a number from'),
        ("visit", "pressure=hard", 'pressure: "hard" is not 1 light, 2 medium'),
    ],
)
def test_a_wrong_value_of_care_is_one_sentence_and_changes_nothing(
    shell: Shell, table: str, edit: str, sentence: str
) -> None:
    before = shell.write({table: [CARE[table] | {"id": "abcd1234"}]})
    done = shell.run("change", "abcd1234", edit)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(sentence)
    assert shell.diary.read_bytes() == before


@pytest.mark.parametrize("table", CARE)
def test_what_is_known_of_care_is_listed_with_its_id(shell: Shell, table: str) -> None:
    shell.write({table: [CARE[table] | {"id": "abcd1234"}]})
    assert "  abcd1234  " in shell.says("list", table)
    assert "0001" not in shell.says("list", table)


def test_a_night_is_changed_by_its_times(shell: Shell) -> None:
    shell.write({"sleep": [{"night": "2024-05-06", "bed": "23:00", "up": "06:00"}]})
    said = shell.says("change", "sleep-1", "bed=22:00", "up=6")
    assert said == "Changed night 8 h, Mon 6 May 2024 · sleep-1\n"


def test_an_entry_is_removed_and_comes_back(shell: Shell) -> None:
    shell.write({"pain": [PAIN]})
    said = shell.says("remove", "abcd1234")
    assert said == "Removed pain 4 moderate, Mon 6 May 2024 08:12 · abcd1234\n"
    assert shell.run("list").stdout == ""
    assert shell.says("undo") == (
        "Undone: removing pain 4 moderate of Mon 6 May 2024 · backcare redo makes it again\n"
    )
    assert "4 moderate" in shell.says("list")


def test_each_undo_goes_one_change_further_back(shell: Shell) -> None:
    shell.says("log", "pain", "4")
    shell.says("log", "water", "300")
    assert shell.says("undo") == "Undone: adding water 300 ml\n"
    assert shell.says("undo") == "Undone: adding pain 4 moderate\n"
    done = shell.run("undo")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "There is nothing to undo.\n"
    assert shell.says("redo") == "Redone: adding pain 4 moderate\n"
    shell.says("log", "water", "200")
    done = shell.run("redo")
    assert (done.returncode, done.stderr) == (1, "There is nothing to redo.\n")
    assert "4 moderate" in shell.says("list")


@pytest.mark.parametrize("words", [("change", "zzz", "severity=3"), ("remove", "zzz")])
def test_an_id_that_is_not_there_could_not_be_done(shell: Shell, words: tuple[str, ...]) -> None:
    before = shell.write({"pain": [PAIN]})
    done = shell.run(*words)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == 'id: "zzz" is not the beginning of an entry\'s id.\n'
    assert shell.diary.read_bytes() == before


def test_the_beginning_of_two_ids_is_not_enough(shell: Shell) -> None:
    before = shell.write({"pain": [PAIN, {**PAIN, "id": "abcd1234-more"}]})
    done = shell.run("remove", "abcd1234")
    assert done.returncode == 1
    assert "2 ids begin so" in done.stderr
    assert shell.diary.read_bytes() == before


def looked_at(marks: int) -> str:
    said = "1 mark of a removal" if marks == 1 else f"{marks} marks of removals"
    return (
        f"Looked at: the file as a whole, its digest, each entry and setting, {said}, "
        "0 steps of undo and redo."
    )


def test_check_counts_what_is_there(shell: Shell) -> None:
    before = shell.write({"pain": [PAIN, {**PAIN, "id": "b"}], "sleep": [{"night": "2024-05-06",
                          "quality": 3}, {"id": "gone", "removed": MOMENT}]})  # fmt: skip
    assert shell.says("check").splitlines() == [
        str(shell.diary),
        "pain       2",
        "sleep      1",
        looked_at(1),
        "Nothing is wrong.",
    ]
    assert shell.diary.read_bytes() == before


def test_check_names_each_document_that_is_wrong(shell: Shell) -> None:
    bad_night = {"id": "bbbb", "night": "2024-05-06", "bed": "23:00\x1b[2J", "up": "06:00"}
    before = shell.write({"pain": [PAIN, {**PAIN, "id": "aaaa", "severity": 14}],
                          "sleep": [bad_night]})  # fmt: skip
    done = shell.run("check")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines() == [
        str(shell.diary),
        "pain       1",
        looked_at(0),
        "2 documents set aside:",
        "pain aaaa: severity: 14 is not a whole number from 0 to 10.",
        'sleep bbbb: bed: "23:00\ufffd[2J" is not a time of day such as 23:10.',
    ]
    assert shell.diary.read_bytes() == before


def test_check_says_what_it_did_not_look_into_and_which_step_is_not_whole(shell: Shell) -> None:
    shell.write({"weather": [{"sky": "gray\x1b"}], "undo": [{"summary": 4}]})
    done = shell.run("check")
    assert done.returncode == 1
    assert 'what this version does not know, "weather".' in done.stdout
    assert "undo undo-1: This step is not whole, so it cannot be taken.\n" in done.stdout
    assert "Nothing is wrong" not in done.stdout


def test_what_another_program_changed_is_said_and_kept_as_it_was_found(shell: Shell) -> None:
    shell.says("log", "pain", "4")
    found = shell.put(shell.diary.read_bytes().replace(b'"severity":4', b'"severity":6'))
    notice = "Another program changed this diary since backcare wrote it."
    done = shell.run("check")
    assert done.returncode == 1
    assert notice in done.stdout
    done = shell.run("log", "pain", "2")
    assert done.returncode == 0
    assert done.stderr.startswith(notice)
    assert shell.diary.with_name("diary.json.found-1").read_bytes() == found
    assert shell.says("check").endswith("Nothing is wrong.\n")
    assert len(shell.documents("pain")) == 2


def test_a_diary_that_is_gone_is_not_begun_anew(shell: Shell) -> None:
    shell.says("log", "pain", "4")
    shell.diary.unlink()
    for words in (("check",), ("today",), ("log", "pain", "3")):
        done = shell.run(*words)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith(f"There was a diary at {shell.diary}")
    assert not shell.diary.exists()
    shell.diary.with_name("diary.json.lock").unlink()
    shell.says("log", "pain", "3")


def test_a_diary_with_a_bad_document_still_takes_entries(shell: Shell) -> None:
    shell.write({"pain": [{**PAIN, "severity": 14}]})
    shell.says("log", "pain", "3")
    assert len(shell.documents("pain")) == 2


def test_check_of_no_diary_says_that_there_is_none_yet(shell: Shell) -> None:
    said = shell.says("check")
    assert said == f"There is no diary yet at {shell.diary}; the first entry makes it.\n"
    assert not shell.diary.parent.exists()


def test_where_says_where_the_diary_is_and_how_large(shell: Shell) -> None:
    assert shell.says("where").splitlines()[0] == f"diary   {shell.diary} (not there yet)"
    size = len(shell.write({"pain": [PAIN]}))
    first, second, third = shell.says("where").splitlines()
    assert first == f"diary   {shell.diary} ({size} bytes)"
    assert second.startswith("folder  ")
    assert second.endswith("backcare")
    assert third.startswith("backups ")
    assert third.endswith("(none)")


def test_where_says_so_where_there_is_no_home_folder(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_home() -> Path:
        raise RuntimeError

    for function in ("cli.whole.data_folder", "store.backups.backups_root"):
        monkeypatch.setattr(f"backcare_tui.{function}", no_home)
    shell = replace(shell, is_process=False)
    assert shell.says("where").splitlines()[1:] == [
        "folder  none, as there is no home folder",
        "backups none, as there is no home folder",
    ]
    said = json.loads(shell.says("where", "--json"))
    assert said["folder"] is None
    assert said["backups"] == {"folder": None, "count": 0}
