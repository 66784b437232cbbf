"""Red flags and what leads to the check: each rule fires, just does not, and rests."""

from typing import Any

import pytest

from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.pain import Pain
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.rules import warning_signs
from backcare_tui.library.regions import region
from backcare_tui.library.taxonomy import red_flags
from tests.conftest import MONDAY
from tests.for_each import for_each
from tests.guidance.facts_of import ago, facts_of, look, pains, said

ANSWERS = {
    "rf-cauda": (
        "saddle_numbness",
        "bladder_change",
        "bowel_change",
        "sexual_numbness",
        "both_legs_symptoms",
    ),
    "rf-leg-weakness": ("leg_weakness_new", "foot_drop", "unsteady_walking"),
    "rf-trauma": ("major_trauma",),
    "rf-infection": ("fever_unwell",),
    "rf-chest": ("chest_pain", "breathless", "tearing_belly_pain"),
    "rf-clot": ("calf_swollen_warm",),
    "rf-cancer": ("weight_loss_unexplained",),
    "rf-book-soon": ("night_pain_constant", "lump_or_shape_change", "pain_not_eased_by_rest"),
    "rf-tell": ("minor_trauma", "pain_new_kind"),
}
"""Which rule answers each mark of a person of whom nothing else is known."""
BY_FLAG = [(flag, rule) for rule, flags in ANSWERS.items() for flag in flags]
USUAL = (3, 3, 3, 3, 3)


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
        ({}, "rf-tell"),
        ({"birth_year": 1957}, "rf-tell"),
        ({"birth_year": 1956}, "rf-trauma"),
        ({"conditions": ["osteoporosis"]}, "rf-trauma"),
        ({"conditions": ["long_term_steroids"]}, "rf-trauma"),
        ({"conditions": ["pregnancy"]}, "rf-tell"),
    ],
    ids=["nothing known", "69", "70", "thin bones", "steroids", "another condition"],
)
def test_a_small_fall_counts_with_thin_bones_or_from_70_on(
    settings: dict[str, Any], rule: str
) -> None:
    assert speaking(marked("minor_trauma", **settings)) == {rule}


@pytest.mark.parametrize(
    ("conditions", "rule"),
    [(["cancer_history"], "rf-cancer"), (["cancer_now"], "rf-cancer"), (["pregnancy"], "rf-tell")],
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


@pytest.mark.parametrize(
    ("entries", "because"),
    [
        (pains((8, 2)), "Pain was 8 of 10 today."),
        (pains(*USUAL, 6), "Pain is 6 today; 3 is usual for you."),
        ([*pains(8), Check(at=ago(1, hour=8, minute=11))], "Pain was 8 of 10 today."),
        ([*pains(8), Check(at=ago(0), is_check_up=True)], "Pain was 8 of 10 today."),
    ],
    ids=["worst of 8", "3 above the usual", "a check a day ago", "a check-up is no check"],
)
def test_a_big_or_severe_pain_asks_for_the_check(entries: list[Pain], because: str) -> None:
    reason = look("rf-recheck", facts_of(entries))
    assert reason
    assert reason.because == because


@pytest.mark.parametrize(
    "facts",
    [
        facts_of(),
        facts_of(pains(7)),
        facts_of(pains(*USUAL, (5, 6))),
        facts_of(pains(3, 3, 3, 3, 7)),
        facts_of(pains(9, None)),
        facts_of(pains(9), Check(at=ago(1, hour=8, minute=12))),
    ],
    ids=["nothing", "7", "2.5 above", "a usual of four days", "yesterday", "checked within a day"],
)
def test_less_or_a_check_within_a_day_does_not(facts: Facts) -> None:
    assert look("rf-recheck", facts) is None


FOUR = ["wakes_second_half", "better_with_movement", "better_with_nsaid", "psoriasis"]


def inflammatory(
    signs: list[str], *entries: Pain, birth_year: object = 1980, pain_since: object = 2020
) -> Facts:
    settings = {
        "birth_year": birth_year,
        "pain_since": pain_since,
        "inflammatory_signs": signs,
    }
    return facts_of(entries, settings=settings)


BUTTOCK = Pain(at=ago(3), severity=3, areas=("buttock-l",))
IN_BUTTOCK = Pain(at=ago(3), severity=3, area_severity={"buttock-r": 3})


@pytest.mark.parametrize(
    "facts",
    [
        inflammatory(FOUR),
        inflammatory(FOUR[:3], BUTTOCK),
        inflammatory(FOUR[:3], IN_BUTTOCK),
        inflammatory(FOUR[:3], birth_year=1986),
        inflammatory(FOUR, birth_year=1976),
        inflammatory(FOUR, birth_year=1985, pain_since=2025),
    ],
    ids=["four", "three and a buttock", "its number", "began at 34", "began at 44", "last year"],
)
def test_four_features_of_a_pain_that_began_young_are_shown_to_a_doctor(facts: Facts) -> None:
    reason = look("rf-inflammatory", facts)
    assert reason
    assert reason.because == "You named 4 of the features that are asked for."


@for_each(
    "facts",
    [
        inflammatory(FOUR[:3]),
        inflammatory(FOUR[:2], BUTTOCK, IN_BUTTOCK),
        inflammatory(FOUR[:3], birth_year=1985),
        inflammatory(FOUR, birth_year=1975),
        inflammatory(FOUR, pain_since=2026),
        inflammatory(FOUR, pain_since=None),
        inflammatory(FOUR, birth_year=None),
        inflammatory([*FOUR[:3], "sitting"]),
    ],
    ids=[
        "three",
        "buttocks count once",
        "began at 35",
        "began at 45",
        "this year",
        "since when is unknown",
        "age unknown",
        "not a feature",
    ],
)
def test_fewer_or_later_or_unknown_is_not(facts: Facts) -> None:
    assert look("rf-inflammatory", facts) is None


def test_a_jump_of_three_points_between_thirds_is_one() -> None:
    usual = pains(*((3, 3, 4),) * 5, last=1)
    assert look("rf-recheck", facts_of(usual, pains((6, 6, 7))))


def test_pain_since_last_year_lasts_three_months_only_from_spring_on() -> None:
    def in_month(month: int, date: int) -> Facts:
        known = {"birth_year": 1985, "pain_since": 2025, "inflammatory_signs": FOUR}
        return facts_of(settings=known, now=MONDAY.replace(month=month, day=date))

    assert look("rf-inflammatory", in_month(1, 5)) is None
    assert look("rf-inflammatory", in_month(4, 2))


URGENT = tuple(ANSWERS)[:7]
SPEAKING = {
    **{rule: marked(ANSWERS[rule][0]) for rule in URGENT},
    "rf-book-soon": marked("lump_or_shape_change"),
    "rf-tell": marked("pain_new_kind"),
    "rf-recheck": facts_of(pains(8)),
    "rf-inflammatory": inflammatory(FOUR),
}
RESTS = {
    **dict.fromkeys(URGENT, 1),
    "rf-book-soon": 3,
    "rf-tell": 3,
    "rf-recheck": 1,
    "rf-inflammatory": 30,
}
"""Days after which each is said again."""


def test_a_mark_that_cannot_wait_is_urgent_and_no_other() -> None:
    advices = {rule: said(rule, facts) for rule, facts in SPEAKING.items()}
    assert [rule for rule, each in advices.items() if each and each.severity == "urgent"] == [
        *URGENT
    ]
