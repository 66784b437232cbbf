"""Red flags and what leads to the check: each rule fires, just does not, and rests."""

from typing import Any

import pytest

from backcare_tui.diary.records.check import Check
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.rules import warning_signs
from backcare_tui.library.regions import region
from backcare_tui.library.taxonomy import red_flags
from tests.for_each import for_each
from tests.guidance.facts_of import ago, facts_of, look, said

ANSWERS = {
    "rf-cauda": (
        "saddle_numbness",
        "bladder_change",
        "bowel_change",
        "sexual_numbness",
        "both_legs_symptoms",
    ),
    "rf-leg-weakness": ("leg_weakness_new", "foot_drop", "unsteady_walking"),
    "rf-serious-fall": ("major_trauma",),
    "rf-infection": ("fever_unwell",),
    "rf-chest": ("chest_pain", "breathless", "tearing_belly_pain"),
    "rf-clot": ("calf_swollen_warm",),
    "rf-pregnancy": ("pregnancy_signs",),
    "rf-cancer": ("weight_loss_unexplained",),
    "rf-small-fall": ("minor_trauma",),
    "rf-book-soon": (
        "night_pain_constant",
        "lump_or_shape_change",
        "pain_not_eased_by_rest",
        "cough_worse",
        "between_shoulder_blades",
    ),
    "rf-tell": ("pain_new_kind",),
}
"""Which rule answers each mark of a person of whom nothing else is known."""
BY_FLAG = [(flag, rule) for rule, flags in ANSWERS.items() for flag in flags]


def marked(*flags: str, days_ago: int = 0, **settings: Any) -> Facts:
    return facts_of(Check(at=ago(days_ago), red_flags=flags), settings=settings)


def speaking(facts: Facts) -> set[str]:
    return {id_ for id_ in warning_signs.LOOKS if look(id_, facts)}


@for_each(("flag", "rule"), BY_FLAG)
def test_each_mark_is_answered_by_one_rule_that_says_what_was_marked(flag: str, rule: str) -> None:
    assert speaking(marked(flag)) == {rule}
    reason = look(rule, marked(flag, days_ago=2))
    asked = next(each.question for each in red_flags() if each.id == flag)
    assert reason
    assert reason.because == f"Marked on Sat 21 Nov: {asked}"


def test_every_flag_that_is_asked_for_has_an_answer() -> None:
    assert {flag.id for flag in red_flags()} == {flag for flag, _ in BY_FLAG}


@for_each("rule", ANSWERS)
def test_without_a_mark_or_after_a_check_up_nothing_is_said(rule: str) -> None:
    mark = Check(at=ago(2), red_flags=ANSWERS[rule])
    assert look(rule, facts_of(Check(at=ago(0)))) is None
    assert look(rule, facts_of(mark, Check(at=ago(1), is_check_up=True))) is None
    assert look(rule, facts_of(mark, Check(at=ago(1)))) is None


def test_several_marks_are_named_in_the_order_in_which_they_are_asked() -> None:
    reason = look("rf-cauda", marked("bladder_change", "saddle_numbness"))
    assert reason
    assert reason.because.index("between the legs") < reason.because.index("urine")


@pytest.mark.parametrize(
    ("settings", "rule"),
    [
        ({}, "rf-small-fall"),
        ({"birth_year": 1957}, "rf-tell"),
        ({"birth_year": 1956}, "rf-trauma"),
        ({"conditions": ["osteoporosis"]}, "rf-trauma"),
        ({"conditions": ["long_term_steroids"]}, "rf-trauma"),
        ({"conditions": ["pregnancy"]}, "rf-small-fall"),
    ],
    ids=["nothing known", "69", "70", "thin bones", "steroids", "another condition"],
)
def test_a_small_fall_counts_with_thin_bones_or_from_70_on(
    settings: dict[str, Any], rule: str
) -> None:
    assert speaking(marked("minor_trauma", **settings)) == {rule}


@pytest.mark.parametrize(
    ("conditions", "rule"),
    [
        (["cancer_history"], "rf-cancer-pain"),
        (["cancer_now"], "rf-cancer-pain"),
        (["pregnancy"], "rf-tell"),
    ],
)
def test_a_new_kind_of_pain_counts_after_cancer(conditions: list[str], rule: str) -> None:
    assert speaking(marked("pain_new_kind", conditions=conditions)) == {rule}


def test_a_mark_that_nobody_knows_is_never_passed_over() -> None:
    reason = look("rf-tell", marked("of-a-later-version\x1b"))
    assert reason
    assert reason.because == "Marked on Mon 23 Nov: of-a-later-version\ufffd"


def test_what_a_stronger_rule_answers_is_not_told_again() -> None:
    assert speaking(marked("pain_new_kind", "foot_drop")) == {"rf-leg-weakness"}


def test_the_emergency_number_is_the_persons_own() -> None:
    advice = said("rf-cauda", marked("saddle_numbness"))
    assert advice
    assert f"Call {region().emergency}, or go" in advice.text
    assert advice.level == "emergency"


URGENT = tuple(rule for rule in ANSWERS if rule not in {"rf-small-fall", "rf-book-soon", "rf-tell"})
SPEAKING = {
    **{rule: marked(ANSWERS[rule][0]) for rule in URGENT},
    "rf-book-soon": marked("lump_or_shape_change"),
    "rf-tell": marked("pain_new_kind"),
    "rf-small-fall": marked("minor_trauma"),
    "rf-trauma": marked("minor_trauma", birth_year=1950),
    "rf-cancer-pain": marked("pain_new_kind", conditions=["cancer_now"]),
}
RESTS = {
    **dict.fromkeys(URGENT, 1),
    "rf-book-soon": 1,
    "rf-tell": 1,
    "rf-small-fall": 1,
    "rf-trauma": 1,
    "rf-cancer-pain": 1,
}
"""Days after which each is said again: what stands does not rest."""


def test_a_mark_that_cannot_wait_is_urgent_and_no_other() -> None:
    advices = {rule: said(rule, facts) for rule, facts in SPEAKING.items()}
    assert [rule for rule, each in advices.items() if each and each.severity == "urgent"] == [
        *URGENT,
        "rf-trauma",
        "rf-cancer-pain",
    ]
