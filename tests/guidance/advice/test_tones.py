"""Whatever the pain of some weeks was, no two pieces contradict each other, and a flare is not praised."""

import datetime as dt
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.pain import Pain
from backcare_tui.guidance.advice.current import current_advice, foremost
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.harder import is_harder
from backcare_tui.insight.week.change import change_of
from backcare_tui.insight.week.look import look_at_week
from tests.conftest import FrozenClock
from tests.guidance.facts_of import ago, facts_of, pains
from tests.insight.week.week_of import diary
from tests.lived.days import OF_PAIN, opposed

DAYS = 84
stretches = st.lists(
    st.tuples(st.integers(0, 10), st.integers(1, 14), st.integers(0, 2)), min_size=1, max_size=12
)
"""Levels of pain, for how many days each, and by how much its days swing."""


def of_stretches(found: list[tuple[int, int, int]]) -> list[Pain]:
    days = [
        min(max(level + (swing if day % 2 else 0), 0), 10)
        for level, length, swing in found
        for day in range(length)
    ][-DAYS:]
    return pains(*days)


@given(found=stretches)
def test_no_two_pieces_contradict_each_other(found: list[tuple[int, int, int]]) -> None:
    facts = facts_of(of_stretches(found), Check(at=ago(0, hour=0)))
    assert list(opposed(advise(facts))) == []
    shown = foremost(current_advice(facts, ()))
    assert not [a for a, b in combinations(shown, 2) if a.subject == b.subject]


@given(found=stretches)
def test_pain_is_praised_in_no_week_that_is_called_harder(
    found: list[tuple[int, int, int]],
) -> None:
    entries = of_stretches(found)
    facts = facts_of(entries)
    clock = FrozenClock()
    for weeks_ago in (0, 1):
        day = clock.today() - dt.timedelta(weeks=weeks_ago)
        change = change_of(look_at_week(diary(*entries), day, clock).week.pain)
        if change and change.points > 0 and change.weight in {"small", "matters"}:
            assert is_harder(facts)
            assert not [
                advice
                for advice in advise(facts)
                if advice.tone in {"praise", "steady"} and advice.subject in OF_PAIN
            ]
