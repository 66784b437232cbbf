"""What is asked before a treatment, planned or taken down, with or without a course."""

from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.pain import Feeling, Medicine, Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.facts import Facts
from tests.for_each import for_each
from tests.guidance.care_of import begun, course, given, signs, visit
from tests.guidance.facts_of import ago, day, facts_of, look, pains, said


def has(*conditions: str, **more: Any) -> Mapping[str, Any]:
    """Settings in which conditions are stated."""
    return {"conditions": list(conditions), **more}


def took(name: str, days_ago: int = 1) -> Pain:
    return Pain(at=ago(days_ago), severity=3, medicines=(Medicine(name),))


def asked(facts: Facts) -> set[str]:
    return {advice.id for advice in advise(facts) if advice.id.endswith("-ask-first")}


CHIRO = course(0, treatment="chiropractic")
SEEN = Check(at=ago(3), is_check_up=True)
SPEAKING = {
    "checkup-before-massage": begun(course(0, baseline=7)),
    "course-checkup-open": facts_of(course(1, baseline=8)),
    "massage-ask-first": facts_of(course(0), settings=has("blood_thinner")),
    "device-ask-first": facts_of(visit(1, kind="device"), settings=has("osteoporosis")),
    "manipulation-ask-first": facts_of(CHIRO, settings=has("osteoporosis")),
    "needling-ask-first": facts_of(visit(1, treatment="acupuncture"), settings=has("pregnancy")),
    "heat-ask-first": facts_of(visit(1, treatment="heat"), settings=has("numb_skin")),
    "exercise-ask-first": facts_of(course(0, treatment="yoga"), settings=has("fracture_recent")),
    "tens-ask-first": facts_of(visit(1, treatment="tens"), settings=has("heart_condition")),
}
RESTS: Mapping[str, int | None] = {
    **dict.fromkeys(SPEAKING, 14),
    "checkup-before-massage": None,
    "course-checkup-open": 3,
}
"""Days after which each is said again; None where it is not."""


@for_each(
    ("rule", "facts"),
    [
        ("checkup-before-massage", begun(course(0, baseline=6))),
        ("checkup-before-massage", begun(course(0))),
        ("checkup-before-massage", facts_of(course(0, baseline=9))),
        ("checkup-before-massage", begun(course(0, baseline=9), SEEN)),
        ("course-checkup-open", facts_of(course(1, baseline=6))),
        ("course-checkup-open", facts_of(course(1, baseline=8), SEEN)),
        ("course-checkup-open", facts_of(course(9, baseline=8), SEEN)),
        ("course-checkup-open", facts_of(course(9, baseline=8, ended=day(1)))),
        ("course-checkup-open", facts_of(visit(14, pain_before=9))),
        ("course-checkup-open", facts_of(visit(1, pain_before=6))),
        ("course-checkup-open", facts_of(visit(1, treatment="heat", pain_before=9))),
        ("massage-ask-first", facts_of(course(0), settings=has("reflux"))),
        ("massage-ask-first", facts_of(settings=has("blood_thinner"))),
        ("massage-ask-first", facts_of(visit(14), settings=has("blood_thinner"))),
        ("massage-ask-first", facts_of(course(40, ended=day(20)), settings=has("pregnancy"))),
        ("massage-ask-first", facts_of(visit(1), took("warfarin", 60))),
        ("massage-ask-first", facts_of(visit(1), took("Aspirin 100 mg"))),
        ("massage-ask-first", facts_of(visit(1, treatment="cbt"), settings=has("blood_thinner"))),
        ("device-ask-first", facts_of(visit(1), settings=has("osteoporosis"))),
        ("manipulation-ask-first", facts_of(CHIRO, settings=has("reflux"))),
        ("manipulation-ask-first", facts_of(CHIRO, settings={"birth_year": 1957})),
        ("heat-ask-first", facts_of(visit(1, treatment="heat"), signs(3, "heat"))),
    ],
)
def test_it_just_does_not_speak(rule: str, facts: Facts) -> None:
    assert look(rule, facts) is None


# Ask first: every channel by which a treatment, and what it minds, gets into a diary


@for_each(
    "facts",
    [
        # D: a thinner in the settings, by name in the entries, by a misspelled one, from an import
        facts_of(course(), visit(2, pressure=4), settings={"medicines": ["blood_thinner"]}),
        facts_of(course(), visit(2, pressure=4), [took("warfarin", n) for n in range(20)]),
        facts_of(visit(2), took("Marcumar 3 mg", 59)),
        facts_of(visit(2), took("Warfarine")),
        facts_of(visit(2), Feeling(at=ago(3), medicines=(Medicine("Eliquis", "5 mg"),))),
        # E: what was left out of the list
        facts_of(course(), settings=has("fracture_recent", "long_term_steroids")),
        facts_of(course(), settings=has("immune_suppressed")),
        facts_of(course(), settings=has("inflammatory_arthritis")),
        facts_of(visit(1), took("Prednisolone 5 mg", 20)),
        # F: without a course: taken down, planned on days of the week, in a person's own words
        facts_of(visit(13, pressure=4, note="big bruises"), settings=has("blood_thinner")),
        facts_of(Plan(treatment="massage", days=("mon",)), settings=has("blood_thinner")),
        facts_of(visit(3, treatment="Deep tissue massage"), settings=has("osteoporosis")),
        facts_of(visit(3, treatment="Shiatsu with Mai"), settings=has("pregnancy")),
        begun(course(0), conditions=["skin_wound"]),
    ],
)
def test_massage_is_asked_about_first(facts: Facts) -> None:
    assert asked(facts) == {"massage-ask-first"}


@for_each(
    ("group", "facts"),
    [
        # G, and what is like it
        ("manipulation", facts_of(CHIRO, settings=has("disc_leg_pain"))),
        ("manipulation", facts_of(visit(1, treatment="osteopathy"), settings=has("cancer_now"))),
        ("manipulation", facts_of(visit(1, treatment="Chiropractor"), took("Xarelto"))),
        ("manipulation", facts_of(Plan(treatment="chiropractic"), settings=has("osteoporosis"))),
        ("manipulation", begun(CHIRO, conditions=["spinal_stenosis"])),
        ("manipulation", begun(CHIRO, conditions=["spondylolisthesis"])),
        ("manipulation", facts_of(CHIRO, settings={"birth_year": 1956})),
        (
            "manipulation",
            facts_of(
                CHIRO, Pain(at=ago(3), severity=5, areas=("calf-l",), qualities=("tingling",))
            ),
        ),
        ("needling", facts_of(visit(1, treatment="Dry needling"), settings=has("blood_thinner"))),
        (
            "needling",
            facts_of(visit(1, treatment="physical-therapy", kind="dry needling"), took("Clexane")),
        ),
        (
            "needling",
            facts_of(course(0, treatment="acupuncture"), settings=has("immune_suppressed")),
        ),
        ("device", facts_of(visit(1, kind="self"), settings=has("blood_thinner"))),
        ("device", facts_of(visit(1, treatment="massage gun"), settings=has("pregnancy"))),
        ("device", facts_of(visit(1, kind="device", areas=("lower-back-c",)))),
        ("device", facts_of(visit(1, kind="device", areas=("neck-front",)))),
        ("manipulation", facts_of(visit(0, treatment="osteopathy"), signs(1, "recent_injury"))),
        ("heat", facts_of(visit(1, treatment="heat"), signs(1, "redness"))),
        ("heat", facts_of(visit(1, treatment="hot water bottle"), settings=has("pregnancy"))),
        (
            "heat",
            facts_of(visit(1, treatment="heat"), Pain(at=ago(2), severity=3, qualities=("numb",))),
        ),
        ("exercise", facts_of(course(0, treatment="pilates"), settings=has("osteoporosis"))),
        ("exercise", facts_of(visit(1, treatment="Gym"), settings=has("recent_surgery"))),
    ],
)
def test_so_is_every_other_treatment(group: str, facts: Facts) -> None:
    assert asked(facts) == {f"{group}-ask-first"}


@for_each(
    ("treatment", "entry", "because"),
    [
        (
            "chiropractic",
            pains(5, last=3, areas=("calf-l",), qualities=("pins and needles",)),
            "On record: pins and needles in a leg on Fri 20 Nov.",
        ),
        (
            "chiropractic",
            pains(5, last=3, area_severity={"foot-r": 4}, qualities=("dull", "shooting")),
            "On record: shooting in a leg on Fri 20 Nov.",
        ),
        (
            "heat",
            pains(3, last=2, qualities=("no feeling there",)),
            "On record: no feeling there on Sat 21 Nov.",
        ),
        (
            "heat",
            [Feeling(at=ago(2), words=("numb back",))],
            "On record: numb back on Sat 21 Nov.",
        ),
    ],
)
def test_a_nerve_is_heard_in_own_words_and_without_a_number(
    treatment: str, entry: list[Record], because: str
) -> None:
    group = {"chiropractic": "manipulation"}.get(treatment, treatment)
    advice = said(f"{group}-ask-first", facts_of(visit(1, treatment=treatment), entry))
    assert advice
    assert advice.because == because


@for_each(
    ("treatment", "entry"),
    [
        ("chiropractic", pains(5, area_severity={"calf-l": 0}, qualities=("tingling",))),
        ("chiropractic", pains(5, areas=("calf-l",), qualities=("dull",))),
        ("heat", pains(5, areas=("calf-l",), qualities=("tingling",))),
    ],
)
def test_a_leg_rated_0_and_feeling_that_is_not_lost_ask_nothing(
    treatment: str, entry: list[Record]
) -> None:
    assert not asked(facts_of(visit(1, treatment=treatment), entry))


def test_hot_stones_are_massage_and_warmth() -> None:
    facts = facts_of(visit(1, kind="hot-stone"), settings=has("pregnancy"))
    assert asked(facts) == {"massage-ask-first", "heat-ask-first"}


def test_the_place_is_named_where_it_is_the_reason() -> None:
    given_to_neck = visit(1, kind="device", areas=("neck-front",))
    for settings, because in (
        (None, "On record: the place that was treated."),
        (
            has("osteoporosis"),
            "On record: Osteoporosis or thin bones, the place that was treated.",
        ),
    ):
        advice = said("device-ask-first", facts_of(given_to_neck, settings=settings))
        assert advice
        assert advice.because == because


@for_each("words", ["physio", "Physiotherapy", "physical therapist", "Krankengymnastik"])
def test_physical_therapy_in_own_words_with_severe_pain_asks_for_a_check_up(words: str) -> None:
    assert look("course-checkup-open", facts_of(visit(1, treatment=words, pain_before=8)))


def test_it_says_why_whom_and_from_where() -> None:
    deep = facts_of(visit(2, pressure=4), took("warfarin"), settings=has("osteoporosis"))
    advice = said("massage-ask-first", deep)
    assert advice
    assert advice.text == (
        "Ask first: Firm pressure bruises and bleeds more easily with a blood thinner. "
        "Ask your doctor, and tell the therapist."
    )
    assert advice.because == (
        "On record: Osteoporosis or thin bones and warfarin of Sun 22 Nov. "
        "On Sat 21 Nov the pressure was deep."
    )
    assert advice.source == "NIH NCCIH Massage therapy 2019 (seen through others)"


def test_what_is_not_for_now_says_so() -> None:
    for facts in (
        facts_of(CHIRO, settings=has("osteoporosis", "fracture_recent")),
        facts_of(visit(0, treatment="heat"), signs(0, "swelling")),
    ):
        [advice] = [each for each in advise(facts) if each.id.endswith("-ask-first")]
        assert advice.text.startswith("Not now: ")


def test_another_condition_is_said_though_the_first_one_rests() -> None:
    one = said("massage-ask-first", facts_of(visit(1), settings=has("osteoporosis")))
    two = said("massage-ask-first", facts_of(visit(1), settings=has("osteoporosis", "pregnancy")))
    assert one
    assert two
    assert one.key != two.key


def test_nothing_nudges_to_more_massage_in_its_place() -> None:
    facts = facts_of(visit(2), settings=has("blood_thinner"))
    assert "massage-plus-active" not in {advice.id for advice in advise(facts)}


# A check-up first, and still


@pytest.mark.parametrize(
    "treatment", ["massage", "chiropractic", "acupuncture", "yoga", "cbt", "my own"]
)
def test_severe_pain_asks_for_a_check_up_before_any_course(treatment: str) -> None:
    advice = said("checkup-before-massage", begun(course(0, baseline=7, treatment=treatment)))
    assert advice
    assert "check-up before you begin" in advice.text
    assert advice.because == "Pain at the start is 7 of 10."


@for_each(
    ("because", "records"),
    [
        ("Pain was 8 of 10 at the start of massage on Sun 22 Nov.", [course(1, baseline=8)]),
        ("Pain was 8 of 10 at the start of massage on Tue 3 Nov.", [course(20, baseline=8)]),
        ("Pain was 7 of 10 at the start of yoga on Sun 22 Nov.",
         [course(1, treatment="yoga"), visit(1, treatment="yoga", pain_before=7)]),
        ("Pain was 9 of 10 before acupuncture on Sat 21 Nov.",
         [visit(2, treatment="acupuncture", pain_before=9)]),
        ("Pain was 9 of 10 before Deep tissue massage on Sat 21 Nov.",
         [visit(2, treatment="Deep tissue massage", pain_before=9)]),
        ("Pain was 8 of 10 at the start of massage on Sat 10 Oct.",
         [course(44, baseline=8), *given(4, last=2), Check(at=ago(90), is_check_up=True)]),
    ],
)  # fmt: skip
def test_without_one_on_record_it_stays_open(because: str, records: Iterable[Record]) -> None:
    reason = look("course-checkup-open", facts_of(records))
    assert reason
    assert reason.because == because


def test_a_check_up_recorded_later_closes_it() -> None:
    severe = course(20, baseline=8)
    assert look("course-checkup-open", facts_of(severe, Check(at=ago(1)))), (
        "a check of signs is none"
    )
    assert look("course-checkup-open", facts_of(severe, SEEN)) is None


def test_it_is_not_talked_over_by_what_comes_next() -> None:
    facts = facts_of(course(20, baseline=8), visit(18))
    said_ids = {advice.id for advice in advise(facts)}
    assert "course-checkup-open" in said_ids
    assert not said_ids & {"massage-course-progress", "massage-next-due"}
