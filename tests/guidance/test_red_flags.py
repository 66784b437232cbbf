"""Red flags: what stands, until when, and when to ask again."""

import datetime as dt

import pytest

from backcare_tui.diary.records.check import Check
from backcare_tui.guidance.red_flags import (
    NOTHING,
    CheckStanding,
    is_due,
    last_check,
    standing,
    was_checked,
)
from tests.conftest import MONDAY
from tests.guidance.facts_of import TODAY, ago

MARKED = Check(at=ago(2), red_flags=("fever_unwell",), mood_flags=("hopeless",))


def check(days_ago: int, *flags: str) -> Check:
    return Check(at=ago(days_ago), red_flags=flags)


def check_up(days_ago: int) -> Check:
    return Check(at=ago(days_ago), is_check_up=True)


def test_the_marks_of_the_last_check_stand() -> None:
    found = CheckStanding(frozenset({"fever_unwell"}), frozenset({"hopeless"}), MARKED.at)
    assert standing([MARKED]) == found
    assert standing([MARKED, check(9, "foot_drop")]) == found


def test_they_stand_until_somebody_looks_however_long_that_takes() -> None:
    assert standing([check(399, "foot_drop")]).flags == {"foot_drop"}


def test_a_newer_check_takes_the_place_of_the_one_before() -> None:
    assert standing([MARKED, check(0)]).flags == frozenset()
    assert standing([MARKED, check(0, "foot_drop")]).flags == {"foot_drop"}


def test_a_check_up_afterwards_lifts_the_marks_and_one_before_does_not() -> None:
    assert standing([MARKED, check_up(1)]) == NOTHING
    assert standing([check_up(3), MARKED]).flags == {"fever_unwell"}
    assert standing([MARKED, check_up(1), check(0, "foot_drop")]).flags == {"foot_drop"}


def test_of_one_moment_the_check_up_is_the_answer() -> None:
    seen = Check(id="0", at=MARKED.at, is_check_up=True)
    assert standing([seen, MARKED]) == standing([MARKED, seen]) == NOTHING


def test_of_two_checks_of_one_moment_the_one_kept_last_counts() -> None:
    empty = Check(id="9", at=MARKED.at, updated=ago(2, 9))
    marked = Check(id="0", at=MARKED.at, updated=ago(2, 10), red_flags=("foot_drop",))
    assert standing([empty, marked]).flags == standing([marked, empty]).flags == {"foot_drop"}


@pytest.mark.parametrize("id_", ["0", "9"])
def test_of_two_checks_that_cannot_be_told_apart_the_marks_count(id_: str) -> None:
    empty = Check(id="5", at=MARKED.at)
    marked = Check(id=id_, at=MARKED.at, red_flags=("foot_drop",))
    assert standing([empty, marked]).flags == standing([marked, empty]).flags == {"foot_drop"}


def test_of_two_of_one_second_the_one_made_last_counts() -> None:
    marked, seen = Check(at=MONDAY, red_flags=("foot_drop",)), Check(at=MONDAY, is_check_up=True)
    again = Check(at=MONDAY, mood_flags=("hopeless",))
    for order in ([marked, seen, again], [again, seen, marked]):
        assert standing(order).moods == {"hopeless"}
        assert standing(each for each in order if each is not again) == NOTHING


def test_without_a_check_nothing_stands() -> None:
    assert standing([]) == NOTHING
    assert last_check([]) is None


def test_a_check_up_is_no_check() -> None:
    assert last_check([check(9), check_up(1)]) == ago(9)


@pytest.mark.parametrize(("days_ago", "due"), [(0, False), (29, False), (30, True), (400, True)])
def test_the_check_is_due_after_30_days(days_ago: int, *, due: bool) -> None:
    assert is_due([check(days_ago)], TODAY) is due


def test_it_is_due_where_it_was_never_made() -> None:
    assert is_due([], TODAY)
    assert is_due([check_up(0)], TODAY)


@pytest.mark.parametrize(("seconds", "known"), [(0, True), (1, False)])
def test_a_check_answers_for_24_hours(seconds: int, *, known: bool) -> None:
    at = MONDAY - dt.timedelta(hours=24, seconds=seconds)
    assert was_checked([Check(at=at)], MONDAY) is known
    assert not was_checked([Check(at=MONDAY, is_check_up=True)], MONDAY)
    assert not was_checked([], MONDAY)
