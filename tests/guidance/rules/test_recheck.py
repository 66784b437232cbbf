"""When pain asks for the check for warning signs anew."""

import datetime as dt

import pytest

from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.pain import Pain
from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.facts import Facts
from tests.conftest import MONDAY
from tests.guidance.facts_of import ago, facts_of, look, pains

USUAL = (3, 3, 3, 3, 3)


@pytest.mark.parametrize(
    ("entries", "because"),
    [
        (pains((8, 2)), "Pain was 8 of 10 today."),
        (pains(*USUAL, 6), "Pain is 6 today; 3 is usual for you."),
        ([*pains(8), Check(at=ago(1, hour=8, minute=11))], "Pain was 8 of 10 today."),
        (pains(9, None), "Pain was 9 of 10 on Sun 22 Nov."),
        (pains(*USUAL, 6, None), "Pain was 6 on Sun 22 Nov; 3 is usual for you."),
    ],
    ids=["worst of 8", "3 above the usual", "a check a day ago", "yesterday", "a jump yesterday"],
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
        facts_of(pains(9, 4)),
        facts_of(pains(8), Check(at=ago(0), is_check_up=True)),
        facts_of(pains(9), Check(at=ago(1, hour=8, minute=12))),
    ],
    ids=[
        "nothing",
        "7",
        "2.5 above",
        "a usual of four days",
        "eased",
        "seen",
        "checked within a day",
    ],
)
def test_less_or_a_check_within_a_day_does_not(facts: Facts) -> None:
    assert look("rf-recheck", facts) is None


def test_a_jump_of_three_points_between_thirds_is_one() -> None:
    usual = pains(*((3, 3, 4),) * 5, last=1)
    assert look("rf-recheck", facts_of(usual, pains((6, 6, 7))))


def test_after_a_journey_westward_what_is_of_tomorrow_neither_hides_today_nor_is_hidden() -> None:
    now = MONDAY.replace(hour=22)
    of_tomorrow = dt.datetime.fromisoformat("2026-11-24T10:30+14:00")
    mild_before = facts_of(
        Pain(at=of_tomorrow, severity=3),
        Pain(at=now - dt.timedelta(minutes=5), severity=8),
        now=now,
    )
    assert look("rf-recheck", mild_before) == Reason("Pain was 8 of 10 today.")
    assert look("rf-recheck-week", mild_before) is None
    assert look("rf-recheck", facts_of(Pain(at=of_tomorrow, severity=9), now=now))


SPEAKING = {
    "rf-recheck": facts_of(pains(8)),
    "rf-recheck-week": facts_of(pains(*(9,) * 30)),
}
RESTS = {"rf-recheck": 1, "rf-recheck-week": 7}
"""Days after which each is said again."""
