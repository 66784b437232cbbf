"""While pain is harder, by a flare or by the week, nothing says that it is better or as before."""

import pytest

from backcare_tui.diary.records.pain import Pain
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.harder import is_harder
from tests.for_each import for_each
from tests.guidance.facts_of import ago, facts_of, pains

BETTER = (*(6,) * 28, *(3,) * 24)
"""Four weeks of 6, and then of 3 to the last day."""


def praises(*pain: list[Pain]) -> list[str]:
    return [each.id for each in advise(facts_of(*pain)) if each.tone in {"praise", "steady"}]


def test_what_fell_is_told_on_a_calm_day() -> None:
    assert praises(pains(*BETTER)) == ["trend-much-improved"]


@for_each(
    "pain",
    [
        pains(*BETTER, 7, 8, last=1),
        pains(*BETTER, 7, 8, 7),
        pains(*BETTER, 7, 8, 4, 3, 3, 3),
        pains(*BETTER, 6),
        pains(*BETTER[:-3], 4, 4, 5),
    ],
    ids=(
        "the third morning of a flare",
        "a flare",
        "four days after",
        "a bad day",
        "a harder week",
    ),
)
def test_no_fall_is_praised_while_pain_is_harder(pain: list[Pain]) -> None:
    assert praises(pain) == []


@pytest.mark.parametrize(("days_after", "harder"), [(6, True), (10, False)])
def test_a_week_after_a_flare_it_may_be_told_again(days_after: int, *, harder: bool) -> None:
    entries = [
        *pains(*(3,) * 28, last=days_after + 1),
        Pain(at=ago(days_after), severity=4, is_flare=True),
        *pains(*(3,) * days_after),
    ]
    assert is_harder(facts_of(entries)) is harder


def test_a_single_bad_day_after_a_flare_does_not_hide_it() -> None:
    entries = [
        *pains(*(2, 4) * 14, last=7),
        Pain(at=ago(6), severity=4, is_flare=True),
        *pains(2, 2, 5, 2, 2, 2),
    ]
    assert is_harder(facts_of(entries))
