"""The rules of severity: each fires, just does not, and rests."""

import pytest

from backcare_tui.diary.records.check import Check
from backcare_tui.guidance.facts import Facts
from tests.conftest import MONDAY
from tests.guidance.facts_of import ago, facts_of, look, pains, said

SPEAKING = {
    "pain-severe-now": facts_of(pains(8)),
    "pain-severe-week": facts_of(pains(7, 7, None, 7, 7)),
}
RESTS = {"pain-severe-now": 3, "pain-severe-week": 7}
"""Days after which each is said again."""


@pytest.mark.parametrize(
    ("rule", "because"),
    [
        ("pain-severe-now", "Pain was 8 of 10 at 08:00."),
        ("pain-severe-week", "Pain averaged 7 on 4 days of the last seven."),
    ],
)
def test_it_speaks_with_the_figures_of_the_diary(rule: str, because: str) -> None:
    advice = said(rule, SPEAKING[rule])
    assert advice
    assert advice.because == because


@pytest.mark.parametrize(
    "facts",
    [
        facts_of(),
        facts_of(pains(6)),
        facts_of(pains(7, 7, 7, 7, 7, 7)),
        facts_of(pains(9, last=1)),
        facts_of(pains((9, 6))),
        facts_of(pains(9), Check(at=MONDAY, red_flags=("lump_or_shape_change",))),
    ],
    ids=["nothing", "six", "seven as usual", "yesterday", "eased since", "a red flag stands"],
)
def test_severe_pain_now_is_the_last_entry_of_today_without_a_red_flag(facts: Facts) -> None:
    assert look("pain-severe-now", facts) is None


def test_a_check_without_a_mark_leaves_severe_pain_to_be_answered() -> None:
    assert look("pain-severe-now", facts_of(pains(8), Check(at=MONDAY)))
    assert look("pain-severe-now", facts_of(pains(4, 4, 4, 4, 4, 7)))


@pytest.mark.parametrize(
    "facts",
    [
        facts_of(pains(9, 9, 9)),
        facts_of(pains(7, 7, 7, 7, 7, 7, 6)),
        facts_of(pains(9, 9, 9, 9, 9, None, None, None, None)),
    ],
    ids=["three days", "just under seven", "too long ago"],
)
def test_a_severe_week_is_a_mean_of_seven_over_four_days(facts: Facts) -> None:
    assert look("pain-severe-week", facts) is None


def test_a_week_of_parts_of_a_point_is_not_short_of_seven_by_rounding() -> None:
    thirds = pains((6, 6, 7), (6, 7, 7), (7, 7, 8), (7, 8, 8), (6, 7, 7), (7, 7, 8))
    assert look("pain-severe-week", facts_of(thirds))


def test_pain_of_later_today_is_not_looked_at() -> None:
    assert look("pain-severe-now", facts_of(pains(9), now=ago(0, hour=7))) is None
