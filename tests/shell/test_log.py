"""`backcare log`: one line says what was saved, and the file holds it."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.library.routines import routine
from backcare_tui.store import open_repository
from tests.shell.conftest import Shell

AT = "2024-05-06 08:12"
MOMENT = "2024-05-06T08:12:00+01:00"


def without_id(line: str) -> str:
    """A line without the eight characters at its end, which are there."""
    assert re.search(r" · [0-9a-f]{8}\n$", line)
    return line[:-12]


def test_a_pain_entry_is_one_number(shell: Shell) -> None:
    said = shell.says("log", "pain", "4", "--at", AT)
    assert without_id(said) == "Saved pain 4 moderate, Mon 6 May 2024 08:12"
    assert shell.entry("pain") == {"at": MOMENT, "severity": 4}


def test_the_line_ends_with_the_beginning_of_the_id(shell: Shell) -> None:
    said = shell.says("log", "pain", "4")
    assert shell.documents("pain")[0]["id"].startswith(said.split()[-1])


def test_a_pain_entry_keeps_all_that_was_stated(shell: Shell) -> None:
    words = (
        "--area", "lower-back-l", "--area", "back of neck", "--quality", "Stiff", "--quality",
        "like a rope", "--trigger", "sitting-long", "--reliever", "heat", "--mood", "3",
        "--stiffness", "20", "--medicine", "ibuprofen 400 mg", "--medicine", "arnica",
        "--note", "after the drive",
    )  # fmt: skip
    said = shell.says("log", "pain", "7", *words, "--at", AT)
    assert without_id(said) == (
        "Saved pain 7 severe · lower back left · back of neck · stiff · like a rope · "
        "ibuprofen 400 mg · arnica, Mon 6 May 2024 08:12"
    )
    assert shell.entry("pain") == {
        "at": MOMENT,
        "severity": 7,
        "areas": ["lower-back-l", "neck-back"],
        "qualities": ["stiff", "like a rope"],
        "triggers": ["sitting-long"],
        "relievers": ["heat"],
        "mood": 3,
        "stiffness_min": 20,
        "medicines": [{"name": "ibuprofen", "dose": "400 mg"}, {"name": "arnica"}],
        "note": "after the drive",
    }


def test_no_pain_is_an_entry_too(shell: Shell) -> None:
    said = shell.says("log", "pain", "0", "--at", AT)
    assert without_id(said) == "Saved pain 0 none, Mon 6 May 2024 08:12"
    assert shell.entry("pain")["severity"] == 0


def test_a_night_by_its_times(shell: Shell) -> None:
    options = ("--latency", "20", "--awakenings", "2", "--awake", "15", "--quality", "4")
    day = ("--naps", "20", "--night", "2024-05-06")
    said = shell.says("log", "sleep", "23:10", "6:45", *options, *day)
    assert without_id(said) == "Saved night 7 h · woke twice · good · naps 20 min, Mon 6 May 2024"
    assert shell.entry("sleep") == {
        "night": "2024-05-06",
        "bed": "23:10",
        "bed_offset": "+01:00",
        "up": "06:45",
        "up_offset": "+01:00",
        "latency_min": 20,
        "awakenings": 2,
        "awake_min": 15,
        "quality": 4,
        "naps_min": 20,
    }


def test_a_night_with_lights_out_and_final_waking(shell: Shell) -> None:
    options = ("--lights-out", "23", "--latency", "25", "--awake", "40", "--woke", "6:30")
    said = shell.says("log", "sleep", "22:30", "6:50", *options, "--night", "2024-05-06")
    assert without_id(said) == "Saved night 6 h 25, Mon 6 May 2024"
    night = shell.entry("sleep")
    assert (night["lights_out"], night["woke"]) == ("23:00", "06:30")
    week = json.loads(shell.says("week", "2024-05-06", "--json"))["sleep"]
    assert (week["mean_min"], week["efficiency"]) == (385, 0.77)
    shell.says("log", "sleep", "6h", "--night", "2024-05-06")
    assert not {"lights_out", "woke", "bed_offset"} & shell.entry("sleep").keys()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("23:00", "6:50", "--lights-out", "22:00"), 'lights-out: "22:00" is not between'),
        (("7h20", "--woke", "6:30"), 'woke: "06:30" is not possible without the times'),
    ],
)
def test_a_time_that_is_not_of_the_night_is_refused(
    shell: Shell, words: tuple[str, ...], sentence: str
) -> None:
    done = shell.run("log", "sleep", *words, "--night", "2024-05-06")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(sentence)
    assert not shell.diary.exists()


def test_a_night_by_its_length_alone(shell: Shell) -> None:
    said = shell.says("log", "sleep", "7h20", "--night", "2024-05-06")
    assert without_id(said) == "Saved night 7 h 20, Mon 6 May 2024"
    assert shell.entry("sleep") == {"night": "2024-05-06", "asleep_min": 440}


def test_a_night_that_is_there_is_changed_and_keeps_the_rest(shell: Shell) -> None:
    shell.says("log", "sleep", "7h20", "--quality", "2", "--night", "2024-05-06")
    said = shell.says("log", "sleep", "23:00", "06:00", "--note", "hot", "--night", "2024-05-06")
    assert without_id(said) == "Changed night 7 h · poor, Mon 6 May 2024"
    assert shell.entry("sleep") == {
        "night": "2024-05-06",
        "bed": "23:00",
        "bed_offset": "+01:00",
        "up": "06:00",
        "up_offset": "+01:00",
        "quality": 2,
        "note": "hot",
    }


def test_a_length_takes_the_place_of_times(shell: Shell) -> None:
    shell.says("log", "sleep", "23:00", "06:00", "--night", "2024-05-06")
    shell.says("log", "sleep", "5h", "--night", "2024-05-06")
    assert shell.entry("sleep") == {"night": "2024-05-06", "asleep_min": 300}


def test_a_massage_and_who_gave_it_are_one_change(shell: Shell) -> None:
    options = (
        "--kind", "deep-tissue", "--area", "lower-back-c", "--pressure", "firm", "--response",
        "relaxed", "--before", "6", "--after", "3", "--by", "Ann Lee", "--note", "good",
    )  # fmt: skip
    said = shell.says("log", "massage", "60", *options, "--at", AT)
    expected = "Saved massage 60 min · 6 → 3 · deep tissue, Mon 6 May 2024 08:12"
    assert without_id(said) == expected
    (person,) = shell.documents("person")
    assert person["name"] == "Ann Lee"
    assert shell.entry("visit") == {
        "at": MOMENT,
        "treatment": "massage",
        "kind": "deep-tissue",
        "person": person["id"],
        "minutes": 60,
        "areas": ["lower-back-c"],
        "pressure": 3,
        "response": "relaxed",
        "pain_before": 6,
        "pain_after": 3,
        "note": "good",
    }
    shell.says("undo")
    assert len(shell.says("check").splitlines()) == 3


def test_a_visit_keeps_bending_mood_soreness_signs_and_cost(shell: Shell) -> None:
    options = (
        "--technique", "petrissage", "--technique", "With oil or lotion", "--technique", "elbows",
        "--inflammation", "Redness", "--inflammation", "heat", "--inflammation", "blue",
        "--bend-before", "2", "--bend-after", "0", "--mood-before", "1", "--mood-after", "5",
        "--sore", "0", "--cost", "49.5",
    )  # fmt: skip
    stated = {
        "techniques": ["petrissage", "oil", "elbows"],
        "inflammation": ["redness", "heat", "blue"],
        "bend_before": 2,
        "bend_after": 0,
        "mood_before": 1,
        "mood_after": 5,
        "sore_next_day": 0,
        "cost": 49.5,
    }
    shell.says("log", "massage", "60", *options, "--at", AT)
    shell.says("log", "visit", "osteopathy", "60", *options, "--at", AT)
    massage, other = shell.documents("visit")
    for visit in (massage, other):
        assert {field: visit[field] for field in stated} == stated
    assert (massage["treatment"], other["treatment"]) == ("massage", "osteopathy")


def test_pain_may_be_called_a_flare_up(shell: Shell) -> None:
    said = shell.says("log", "pain", "8", "--flare", "--at", AT)
    assert without_id(said) == "Saved pain 8 severe · flare-up, Mon 6 May 2024 08:12"
    assert shell.entry("pain") == {"at": MOMENT, "severity": 8, "is_flare": True}


def test_a_person_who_is_known_is_found_by_name(shell: Shell) -> None:
    shell.says("log", "massage", "60", "--by", "Ann Lee")
    shell.says("log", "visit", "acupuncture", "30", "--by", "ann  LEE")
    (person,) = shell.documents("person")
    assert [visit["person"] for visit in shell.documents("visit")] == [person["id"]] * 2


def test_a_visit_belongs_to_the_open_course_of_its_treatment(shell: Shell) -> None:
    course = {"treatment": "massage", "started": "2024-05-01", "planned_visits": 4, "days": 42}
    ended = {"treatment": "massage", "started": "2024-01-01", "ended": "2024-02-01"}
    shell.write({"course": [course, ended]})
    shell.says("log", "massage", "60", "--at", AT)
    shell.says("log", "visit", "acupuncture", "--at", AT)
    shell.says("log", "massage", "60", "--at", "2024-04-30 10:00")
    courses = [visit.get("course") for visit in shell.documents("visit")]
    assert courses == ["course-1", None, None]


def test_another_treatment_has_its_id_or_ones_own_word(shell: Shell) -> None:
    said = shell.says("log", "visit", "Physical therapy", "45", "--at", AT)
    assert without_id(said) == "Saved physical therapy 45 min, Mon 6 May 2024 08:12"
    assert shell.entry("visit")["treatment"] == "physical-therapy"


def test_a_session_is_named_by_its_routine(shell: Shell) -> None:
    options = ("--minutes", "6", "--before", "5", "--after", "4", "--at", AT)
    said = shell.says("log", "session", "morning-loosen-up", *options)
    assert without_id(said) == "Saved Morning Loosen-Up 6 min · 5 → 4, Mon 6 May 2024 08:12"
    assert shell.entry("session") == {
        "at": MOMENT,
        "routine": "morning-loosen-up",
        "name": "Morning Loosen-Up",
        "planned_s": round((routine("morning-loosen-up").minutes or 0) * 60),
        "done_s": 360,
        "pain_before": 5,
        "pain_after": 4,
    }


def test_a_routine_of_ones_own_gives_its_name_and_length(shell: Shell) -> None:
    shell.write({"routine": [{"id": "mine", "name": "Kitchen stretch", "minutes": 4}]})
    shell.says("log", "session", "mine", "--at", AT)
    assert shell.entry("session") == {
        "at": MOMENT,
        "routine": "mine",
        "name": "Kitchen stretch",
        "planned_s": 240,
    }


def test_a_meal_keeps_the_tags_that_go_with_it_unless_they_are_refused(shell: Shell) -> None:
    said = shell.says("log", "meal", "salmon, lentils")
    assert "Tags that go with it are kept: Oily fish, Beans and lentils; --no-tags" in said
    shell.says("undo")
    assert "Tags" not in shell.says("log", "meal", "salmon, lentils", "--no-tags")
    assert [each.get("tags") for each in shell.documents("meal") if "text" in each] == [None]


def test_a_meal_is_words_and_tags(shell: Shell) -> None:
    options = ("--meal", "lunch", "--tag", "oily-fish", "--tag", "Leafy greens", "--at", AT)
    said = shell.says("log", "meal", "salmon, lentils, greens", *options)
    assert without_id(said) == "Saved lunch salmon, lentils, greens, Mon 6 May 2024 08:12"
    assert shell.entry("meal") == {
        "at": MOMENT,
        "meal": "lunch",
        "text": "salmon, lentils, greens",
        "tags": ["oily-fish", "leafy-greens"],
    }


@pytest.mark.parametrize(
    ("words", "said", "field", "amount"),
    [
        (("water", "300"), "water 300 ml", "water_ml", 300),
        (("coffee",), "coffee 1", "coffees", 1),
        (("coffee", "2"), "coffee 2", "coffees", 2),
        (("alcohol",), "alcohol 1 drink", "alcohol_units", 1),
        (("alcohol", "1.5"), "alcohol 1.5 drinks", "alcohol_units", 1.5),
    ],
)
def test_a_drink_is_an_amount(
    shell: Shell, words: tuple[str, ...], said: str, field: str, amount: float
) -> None:
    line = shell.says("log", *words, "--at", AT)
    assert without_id(line) == f"Saved {said}, Mon 6 May 2024 08:12"
    assert shell.entry("meal") == {"at": MOMENT, "meal": "drink", field: amount}


def test_a_note_keeps_its_lines_and_its_brackets(shell: Shell) -> None:
    shell.says("log", "pain", "4", "--note", "one\ntwo [/] [bold]", "--at", AT)
    assert shell.entry("pain")["note"] == "one\ntwo [/] [bold]"


def test_the_diary_may_be_named_before_or_after_the_command(shell: Shell) -> None:
    other = str(shell.diary.with_name("other.json"))
    shell.says("--diary", other, "log", "pain", "4")
    shell.says("log", "pain", "5", "--diary", other)
    assert not shell.diary.exists()
    assert len(shell.says("--diary", other, "list").splitlines()) == 2


def test_two_shells_that_change_one_entry_at_once_both_count(
    shell: Shell, diary_path: Path
) -> None:
    identity = shell.says("log", "pain", "4").strip().rpartition(" ")[2]
    command = [sys.executable, "-m", "backcare_tui", "--diary", str(diary_path)]
    started = [
        subprocess.Popen([*command, *words], stdout=subprocess.DEVNULL)
        for words in (
            ("change", identity, "note=here"),
            ("change", identity, "mood=2"),
            *[("log", "sleep", "23:00", "07:00", "--night", "yesterday")] * 3,
        )
    ]
    assert [process.wait() for process in started] == [0] * 5
    repository = open_repository(diary_path)
    (entry,) = repository.entries(Pain)
    assert (entry.note, entry.mood) == ("here", 2)
    assert len(repository.entries(Night)) == 1
