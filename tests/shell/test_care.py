"""What is asked first is said in the shell too: after a visit, a medicine and an import."""

import json

from tests.shell.conftest import Shell

ON_WARFARIN = ("log", "pain", "4", "--medicine", "warfarin 5 mg")


def test_a_visit_says_what_to_ask_first_after_what_was_saved(shell: Shell) -> None:
    shell.says(*ON_WARFARIN)
    saved, asked, why, source = shell.says(
        "log", "massage", "60", "--pressure", "deep"
    ).splitlines()
    assert saved.startswith("Saved massage 60 min")
    assert asked.startswith("Take care: Ask first: ")
    assert "warfarin" in why
    assert "the pressure was deep" in why
    assert source.startswith("  Source: ")
    assert "forceful thrust" in shell.says("log", "visit", "chiropractic")
    assert "Needles bleed" in shell.says("log", "visit", "Dry needling")
    assert len(shell.says("log", "visit", "cbt").splitlines()) == 1
    assert len(shell.says("log", "massage", "--at", "2024-05-06 08:12").splitlines()) == 1


def test_severe_pain_is_told_that_no_check_up_is_recorded_until_one_is(shell: Shell) -> None:
    severe = ("log", "massage", "60", "--before", "8")
    assert "No check-up is recorded" in shell.says(*severe)
    assert "No check-up is recorded" in shell.says("advice")
    shell.says("log", "check-up")
    assert "No check-up is recorded" not in shell.says(*severe)
    assert "No check-up is recorded" not in shell.says("advice", "--all")


def test_a_medicine_beside_another_is_said_when_it_is_new(shell: Shell) -> None:
    shell.says(*ON_WARFARIN)
    ibuprofen = ("log", "pain", "4", "--medicine", "Ibuprofen 400mg")
    assert "pharmacist" in shell.says(*ibuprofen)
    assert len(shell.says(*ibuprofen).splitlines()) == 1


def test_a_muscle_that_tensed_up_puts_massage_off_there_too(shell: Shell) -> None:
    assert "Put massage off" in shell.says("log", "massage", "--response", "tensed")


def test_an_import_says_what_its_course_asks_for(shell: Shell) -> None:
    shell.says("log", "pain", "8")
    today = shell.documents("pain")[0]["at"][:10]
    course = {"id": "c-1", "treatment": "chiropractic", "started": today, "baseline": 8}
    conditions = {"id": "s-1", "name": "conditions", "value": ["osteoporosis"]}
    other = shell.diary.with_name("other.json")
    tables = {"course": [course], "setting": [conditions]}
    other.write_text(json.dumps({"backcare": 1, "tables": tables}))
    said = shell.says("import", str(other))
    assert "No check-up is recorded" in said
    assert "Thin bones can break" in said
    assert "No check-up" not in shell.says("import", str(other))


def test_a_number_alone_says_what_it_makes_of_a_fall_of_the_days_before(shell: Shell) -> None:
    fallen = shell.says("log", "pain", "2", "--trigger", "fall", "--at", "3 days ago 10:00")
    assert len(fallen.splitlines()) == 1
    said = shell.says("log", "pain", "6")
    assert "A fall or slip on" in said
    assert len(shell.says("log", "pain", "6").splitlines()) == 1


def test_a_new_course_says_how_many_days_are_noted_and_what_to_do_where_they_are_few(
    shell: Shell,
) -> None:
    shell.says("log", "pain", "4")
    today = shell.documents("pain")[0]["at"][:10]
    other = shell.diary.with_name("other.json")
    course = {"id": "c-1", "treatment": "massage", "started": today}
    other.write_text(json.dumps({"backcare": 1, "tables": {"course": [course]}}))
    said = " ".join(shell.says("import", str(other)).split())
    assert "Note pain each day until then, or put the visit a week later." in said
    assert "0 of the last 28 days have pain noted." in said
    first = shell.says("log", "massage", "60")
    assert (
        "Only 0 of the 28 days before the first visit have pain noted, of 10 that it takes" in first
    )
    assert "days before the first visit" not in shell.says("log", "massage", "60")


def test_the_first_visit_of_a_course_says_when_it_can_be_judged(shell: Shell) -> None:
    for days in range(1, 13):
        shell.says("log", "pain", "4", "--at", f"{days} days ago")
    today = shell.documents("pain")[0]["at"][:10]
    other = shell.diary.with_name("other.json")
    course = {"id": "c-1", "treatment": "massage", "started": today}
    other.write_text(json.dumps({"backcare": 1, "tables": {"course": [course]}}))
    assert "Note pain each day" not in shell.says("import", str(other))
    first = shell.says("log", "massage", "60")
    assert (
        "12 of the 28 days before the first visit have pain noted: two weeks after visit 2" in first
    )
