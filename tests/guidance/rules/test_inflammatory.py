"""Pain that may be inflammatory: the features of NICE NG65, and stiff mornings that ask for them."""

import pytest

from backcare_tui.diary.records.pain import Pain
from backcare_tui.guidance.facts import Facts
from tests.conftest import MONDAY
from tests.for_each import for_each
from tests.guidance.facts_of import ago, facts_of, look, pains

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


def test_pain_since_last_year_lasts_three_months_only_from_spring_on() -> None:
    def in_month(month: int, date: int) -> Facts:
        known = {"birth_year": 1985, "pain_since": 2025, "inflammatory_signs": FOUR}
        return facts_of(settings=known, now=MONDAY.replace(month=month, day=date))

    assert look("rf-inflammatory", in_month(1, 5)) is None
    assert look("rf-inflammatory", in_month(4, 2))


SPEAKING = {
    "rf-inflammatory": inflammatory(FOUR),
    "stiff-mornings": facts_of(pains(*(4,) * 12, stiffness_min=45), settings={"birth_year": 1998}),
}
RESTS = {"rf-inflammatory": 30, "stiff-mornings": 60}
"""Days after which each is said again."""
