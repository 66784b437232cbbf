"""What is asked before a course begins."""

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.advice.table import rules
from backcare_tui.guidance.care.course_start import asked_first
from tests.guidance.facts_of import TODAY, ago, day, facts_of

CHECKED = Check(at=ago(3))


def new(baseline: int | None = 4, treatment: str = "massage") -> Course:
    return Course(treatment=treatment, started=TODAY, baseline=baseline)


def asked(of: Course | None, *records: Record) -> list[str]:
    return [ask.id for ask in asked_first(facts_of(*records, about=of))]


def test_after_a_check_a_mild_course_begins_without_a_question() -> None:
    assert asked(new(), CHECKED) == []
    assert asked(None) == []


def test_the_check_for_warning_signs_is_offered_when_it_is_due() -> None:
    assert asked(new()) == ["warning-signs"]
    assert asked(new(), Check(at=ago(30))) == ["warning-signs"]
    fell = Pain(at=ago(1), severity=6, triggers=("fall",))
    assert asked(new(), Check(at=ago(3)), fell) == ["warning-signs"], "what waits for the check"
    assert asked(new(), fell, Check(at=ago(0))) == []
    assert asked(new(), Check(at=ago(29))) == []
    assert asked(new(treatment="cbt")) == [], "only treatments by hand ask for it"


def test_severe_pain_asks_for_a_check_up_from_seven_on() -> None:
    assert asked(new(7), CHECKED) == ["check-up"]
    assert asked(new(6), CHECKED) == []
    assert asked(new(None), CHECKED) == []
    for treatment in ("acupuncture", "chiropractic", "yoga", "my own"):
        assert asked(new(7, treatment), CHECKED) == ["check-up"]


def test_a_check_up_of_the_last_six_weeks_answers_it() -> None:
    assert asked(new(8), CHECKED, Check(at=ago(42, 9), is_check_up=True)) == []
    assert asked(new(8), CHECKED, Check(at=ago(42, 8), is_check_up=True)) == ["check-up"]


def test_the_check_up_is_asked_for_in_the_words_of_the_rule() -> None:
    [ask] = asked_first(facts_of(CHECKED, about=new(8)))
    rule = rules()["checkup-before-massage"]
    assert ask.words == f"Pain at the start is 8 of 10. {rule.text.format(treatment='massage')}"
    assert ask.source == rule.source


def test_an_urgent_sign_holds_up_every_treatment_by_hand() -> None:
    flagged = Check(at=ago(1), red_flags=("saddle_numbness",))
    [ask] = asked_first(facts_of(flagged, about=new()))
    assert ask.id == "urgent"
    assert rules()["rf-cauda"].text.split("{")[0] in ask.words
    assert ask.source == rules()["rf-cauda"].source
    assert asked(new(treatment="chiropractic"), flagged) == ["urgent"]
    assert asked(new(treatment="cbt"), flagged) == []


def test_seen_by_a_professional_lifts_it() -> None:
    flagged = Check(at=ago(2), red_flags=("saddle_numbness",))
    assert asked(new(), flagged, Check(at=ago(1), is_check_up=True)) == []


def test_a_sign_that_is_not_urgent_does_not_hold_it_up() -> None:
    assert asked(new(), Check(at=ago(1), red_flags=("night_pain_constant",))) == []


def test_a_second_course_of_one_treatment_is_said() -> None:
    old = Course(treatment="massage", started=day(20), id="old")
    visit = Visit(at=ago(20), treatment="massage")
    [ask] = asked_first(facts_of(CHECKED, old, visit, about=new()))
    assert (ask.id, ask.of) == ("same-treatment", "old")
    assert "open since Tue 3 Nov, 1 of 4 visits done" in ask.words


def test_other_treatments_and_courses_that_ended_may_overlap() -> None:
    ended = Course(treatment="massage", started=day(20), ended=TODAY)
    other = Course(treatment="acupuncture", started=day(20))
    assert asked(new(), CHECKED, ended, other) == []
