"""The fifteen rules of the article that backcare grew from: each has its place in the program."""

from backcare_tui import screens
from backcare_tui.diary.records.team import Agreement
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.advice.table import rules
from backcare_tui.guidance.care.benefits import benefits
from backcare_tui.guidance.care.course import USUAL_DAYS, USUAL_VISITS, VISITS_TO_JUDGE
from backcare_tui.library.taxonomy import words
from backcare_tui.widgets.body.body_map import BodyMap
from tests.for_each import for_each

PLACES = {
    "S1": "benefit:course rule:massage-course-progress rule:massage-next-due screen:CourseForm",
    "S2": "rule:massage-no-response rule:massage-responding screen:CourseEnd",
    "S3": "visit:response visit:pressure",
    "S4": "rule:massage-postpone rule:massage-postponed-still rule:massage-resume screen:SignsOfInflammation",
    "S5": "rule:massage-postpone rule:massage-acute-injury",
    "S6": "rule:checkup-before-massage screen:CourseForm",
    "S7": "benefit:kinds visit:kind visit:techniques",
    "S8": "benefit:package rule:massage-plus-active visit:treatment",
    "S9": "rule:care-team-share screen:Team screen:HandOver agreement:parts",
    "S10": "benefit:package rule:diet-pattern-low rule:massage-plus-active screen:PlanGrid",
    "S11": "benefit:bend visit:bend_before visit:bend_after",
    "S12": "benefit:nights",
    "S13": "benefit:soreness visit:sore_next_day screen:Soreness",
    "S14": "benefit:mood visit:mood_before visit:mood_after",
    "S15": "benefit:where visit:areas",
}
"""Where each of them is: rules of the decision table, benefits, fields, and screens by name."""
KNOWN = {
    "rule": set(rules()),
    "benefit": set(benefits()),
    "screen": set(screens.HOMES),
    "visit": set(Visit.__struct_fields__),
    "agreement": set(Agreement.__struct_fields__),
}


def test_there_are_fifteen() -> None:
    assert list(PLACES) == [f"S{n}" for n in range(1, 16)]


@for_each("rule", PLACES)
def test_each_has_a_place_that_exists(rule: str) -> None:
    for place in PLACES[rule].split():
        kind, name = place.split(":")
        assert name in KNOWN[kind], place


def test_four_visits_in_six_weeks_and_a_look_after_two_are_usual() -> None:
    assert (USUAL_VISITS, USUAL_DAYS, VISITS_TO_JUDGE) == (4, 42, 2)


def test_the_article_is_named_wherever_it_is_the_source_alone() -> None:
    article = "Back Massage Therapy For Chronic Back Pain Relief, 2024"
    for id_ in ("checkup-before-massage", "massage-course-progress"):
        assert rules()[id_].source == article
    assert rules()["massage-postpone"].source == f"{article}; no study stands behind it"
    assert benefits()["inflamed"].source == article
    assert "no study stands behind it" in benefits()["inflamed"].why


def test_specialists_and_the_other_therapies_can_be_named() -> None:
    assert "massage-therapist" in {word.id for word in words("roles")}
    treatments = {word.id for word in words("treatments")}
    assert {"chiropractic", "physical-therapy", "acupuncture"} <= treatments


def test_the_body_map_begins_at_the_lower_back() -> None:
    assert BodyMap().cursor == "lower-back-c"


def test_what_is_not_proven_is_not_promised() -> None:
    for benefit in benefits().values():
        if benefit.evidence in {"little", "mixed"}:
            assert {"may", "can"} & set(benefit.says.split()) or benefit.id == "guidelines"
    assert benefits()["course"].evidence == "none"
    assert {"Day 1987", "Kaada 1989"} <= set(benefits()["mood"].source.split("; "))
