"""The rows that stand first in a form: those used most, steady through the weeks."""

import datetime as dt
import itertools
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.used_rows import days_asked, standing_rows
from tests.conftest import MONDAY

NAMES = ("is_flare", "qualities", "triggers", "relievers", "mood", "stiffness_min")
ROWS = {name: (name,) for name in NAMES}
DESIGNED = frozenset(NAMES[:4])
TODAY = MONDAY.date()


def pains(days: Iterable[int], **fields: object) -> list[Pain]:
    """A check-in so many days ago, each with these fields."""
    return [Pain(at=MONDAY - dt.timedelta(days=n), severity=4, **fields) for n in days]  # type: ignore[arg-type]


def test_a_new_diary_has_the_designed_rows() -> None:
    assert standing_rows((), ROWS, TODAY) == DESIGNED


def test_the_rows_used_most_stand_and_others_go() -> None:
    used = pains(range(7, 40), mood=3, stiffness_min=0)
    assert standing_rows(used, ROWS, TODAY) == {"is_flare", "qualities", "mood", "stiffness_min"}


def test_a_few_uses_more_change_nothing() -> None:
    used = pains(range(10, 30), is_flare=True, qualities=("dull",), triggers=("stress",))
    used += pains(range(10, 30), relievers=("heat",))
    assert standing_rows([*used, *pains(range(10, 32), mood=3)], ROWS, TODAY) == DESIGNED
    more = pains(range(10, 36), mood=3)
    assert "mood" in standing_rows([*used, *more], ROWS, TODAY)


def test_a_row_of_several_fields_is_used_where_any_of_them_is() -> None:
    rows = {**ROWS, "state": ("mood", "stiffness_min")}
    used = [*pains(range(7, 20), mood=3), *pains(range(20, 40), stiffness_min=0)]
    assert "state" in standing_rows(used, rows, TODAY, count=1)


def test_habits_of_half_a_year_ago_have_faded() -> None:
    old = pains(range(150, 180), mood=3)
    new = pains(range(8, 60), is_flare=True, qualities=("a",), triggers=("b",), relievers=("c",))
    assert standing_rows([*old, *new], ROWS, TODAY) == DESIGNED


days = st.lists(st.integers(0, 300), max_size=60)


@given(days, days, days, st.integers(0, 200))
def test_within_a_week_nothing_moves_however_much_is_taken_down(
    moods: list[int], flares: list[int], stiff: list[int], on: int
) -> None:
    used = [*pains(moods, mood=2), *pains(flares, is_flare=True), *pains(stiff, stiffness_min=5)]
    days = [TODAY - dt.timedelta(days=on + n) for n in range(14)]
    choices = [standing_rows(used, ROWS, day) for day in reversed(days)]
    changes = sum(a != b for a, b in itertools.pairwise(choices))
    assert changes <= 3  # two ends of a week, and at most the first day of a quarter
    assert all(len(each) == 4 for each in choices)


@given(days)
def test_only_the_days_that_are_asked_for_matter(moods: list[int]) -> None:
    first, last = days_asked(TODAY)
    used = pains(moods, mood=2)
    asked = [each for each in used if first <= each.day <= last]
    assert standing_rows(used, ROWS, TODAY) == standing_rows(asked, ROWS, TODAY)
