"""Who logs bad days only: told by their number, and only of such a diary."""

import datetime as dt

import pytest

from backcare_tui.insight.bad_days import BadDays, bad_days_only, say_bad_days

LAST = dt.date(2026, 11, 22)
TWICE_A_WEEK = (0, 3, 7, 10, 14, 17, 21, 24)


def of(*days_ago: int, worst: int = 7) -> dict[dt.date, int]:
    return {LAST - dt.timedelta(days=each): worst for each in days_ago}


def earlier(days_ago: int) -> int:
    return days_ago + 28


def test_bad_days_of_four_weeks_are_held_against_those_of_the_four_before() -> None:
    before = of(*map(earlier, TWICE_A_WEEK)) | of(54)
    found = bad_days_only(before | of(*TWICE_A_WEEK), LAST)
    assert found == BadDays(8, 9)
    assert say_bad_days(found) == "8 bad days in 4 weeks, 9 in the 4 before"


def test_a_diary_that_is_not_as_old_says_nothing_of_before() -> None:
    found = bad_days_only(of(*TWICE_A_WEEK), LAST)
    assert found
    assert say_bad_days(found) == "8 bad days in 4 weeks"


@pytest.mark.parametrize(
    "worst",
    [
        of(),
        of(0, 7, 14),
        of(*range(7)),
        of(0, 1, 2, 3, 7, 14),
        of(0, 1, 7, 8),
        of(0, 3, 7, 10) | of(14, 17, worst=2),
    ],
    ids=["nothing", "three", "a week daily", "four in a week", "two weeks", "good ones, too"],
)
def test_any_other_diary_is_no_such_one(worst: dict[dt.date, int]) -> None:
    assert bad_days_only(worst, LAST) is None
