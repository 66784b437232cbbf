"""A course of visits: what counts toward it, and where it stands."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.care.course import (
    CourseStanding,
    asks_for_check_up,
    days_apart,
    may_be_sore,
    standing,
    standings,
    visits_by_course,
)
from tests.conftest import MONDAY
from tests.for_each import for_each
from tests.guidance.facts_of import TODAY, ago, day, facts_of, look

COURSE = Course(id="course", treatment="massage", started=day(30), planned_visits=4, days=42)


def course(**fields: Any) -> Course:
    return Course(**{"id": "course", "treatment": "massage", "started": day(30), **fields})


def visit(days_ago: int, **fields: Any) -> Visit:
    return Visit(at=ago(days_ago, 7), **{"treatment": "massage", **fields})


def stands(of: Course, *visits: Visit, now: dt.datetime = MONDAY) -> CourseStanding:
    return standing(of, visits_by_course([of], visits)[of.id], now)


# What counts


def test_a_visit_counts_toward_the_course_of_its_treatment() -> None:
    mine, other = visit(9), visit(8, treatment="acupuncture")
    assert visits_by_course([COURSE], [other, mine]) == {"course": (mine,)}


def test_a_visit_counts_toward_the_course_that_it_names() -> None:
    older = course(id="older", started=day(60))
    named = visit(9, course="older")
    assert visits_by_course([COURSE, older], [named]) == {"course": (), "older": (named,)}


def test_of_overlapping_courses_the_one_begun_last_has_the_visit() -> None:
    newer = course(id="newer", started=day(10))
    early, late = visit(20), visit(10)
    known = [newer, COURSE]
    assert visits_by_course(known, [late, early]) == {"course": (early,), "newer": (late,)}
    assert visits_by_course(known[::-1], [early, late]) == {"course": (early,), "newer": (late,)}


@pytest.mark.parametrize("fields", [{}, {"course": "course"}], ids=["by treatment", "by name"])
def test_a_visit_before_the_course_or_after_its_end_does_not_count(fields: Any) -> None:
    ended = course(ended=day(5))
    inside = [visit(30, **fields), visit(5, **fields)]
    outside = [visit(31, **fields), visit(4, **fields)]
    assert visits_by_course([ended], [*outside, *inside]) == {"course": tuple(inside)}


def test_a_visit_that_names_a_course_that_is_gone_counts_by_its_treatment() -> None:
    lost = visit(9, course="gone")
    assert visits_by_course([COURSE], [lost]) == {"course": (lost,)}


@pytest.mark.parametrize(("minutes", "done"), [(9, 0), (10, 1), (None, 1)])
def test_a_visit_broken_off_within_ten_minutes_is_not_counted(
    minutes: int | None, done: int
) -> None:
    assert stands(COURSE, visit(9, minutes=minutes)).done == done


def test_people_who_are_gone_change_nothing() -> None:
    gone = Person(name="Dana")
    of, seen = course(person=gone.id), visit(9, person=gone.id, response="tensed")
    with_her, without = facts_of(gone, of, seen), facts_of(of, seen)
    assert with_her.courses == without.courses
    assert look("massage-course-progress", with_her) == look("massage-course-progress", without)


@given(st.permutations([visit(20), visit(12), visit(5, minutes=3), visit(40)]))
def test_the_order_of_entries_does_not_matter(visits: list[Visit]) -> None:
    assert [each.day for each in stands(COURSE, *visits).given] == [day(20), day(12)]


# Where it stands


@pytest.mark.parametrize(
    ("visits", "days", "apart"), [(4, 42, 14), (10, 70, 7), (1, 42, 42), (4, 30, 10), (40, 10, 0)]
)
def test_visits_are_spread_evenly(visits: int, days: int, apart: int) -> None:
    assert days_apart(visits, days) == apart


def test_a_course_of_four_in_42_days_is_the_usual_one() -> None:
    now = stands(course())
    assert (now.visits, now.days, now.apart, now.done) == (4, 42, 14, 0)


@for_each(
    ("of", "visits", "status"),
    [
        (course(started=day(-1)), 0, "planned"),
        (course(started=TODAY), 0, "active"),
        (COURSE, 0, "active"),
        (COURSE, 3, "active"),
        (COURSE, 4, "done"),
        (COURSE, 5, "done"),
        (course(ended=TODAY), 4, "done"),
        (course(ended=TODAY), 3, "stopped"),
        (course(ended=day(-1)), 3, "active"),
        (course(postponed=ago(3)), 2, "postponed"),
        (course(postponed=ago(3), resumed=ago(2)), 2, "active"),
        (course(postponed=ago(3)), 4, "done"),
        (course(postponed=ago(3), ended=TODAY), 2, "stopped"),
    ],
)
def test_the_status_follows_from_the_visits_and_the_word(
    of: Course, visits: int, status: str
) -> None:
    assert stands(of, *(visit(20 - n) for n in range(visits))).status == status


def test_the_first_day_is_that_of_the_first_visit() -> None:
    assert stands(COURSE, visit(20), visit(5)).day == 21
    assert stands(COURSE, visit(0)).day == 1
    assert stands(COURSE).day == 31


def test_the_next_visit_is_due_as_many_days_after_the_last_as_they_are_apart() -> None:
    assert stands(COURSE).due == day(23)
    assert stands(COURSE, visit(20), visit(5)).due == day(-9)
    assert stands(COURSE, *(visit(n) for n in (20, 15, 10, 5))).due is None
    assert stands(course(ended=TODAY), visit(5)).due is None


def test_a_course_begun_today_has_a_week_for_its_first_visit() -> None:
    for started in (0, 1, 6):
        assert (stands(course(started=day(started))).due or TODAY) > TODAY
    assert stands(course(started=day(7))).due == TODAY
    assert stands(course(started=day(0), planned_visits=10, days=27)).due == day(-3)


def test_a_visit_to_come_is_not_counted_yet() -> None:
    later = visit(0).at + dt.timedelta(hours=2)
    assert stands(COURSE, visit(5), Visit(at=later, treatment="massage")).done == 1


@pytest.mark.parametrize(
    ("said", "is_uneasy"),
    [("tensed", True), ("painful", True), ("unchanged", False), ("relaxed", False), (None, False)],
)
def test_a_massage_that_the_muscle_did_not_like_puts_off_the_next(
    said: Any,
    is_uneasy: bool,  # noqa: FBT001 (a column of the table)
) -> None:
    uneasy = visit(3, response=said)
    now = stands(COURSE, uneasy)
    assert now.status == ("postponed" if is_uneasy else "active")
    assert now.postponed == (uneasy.at if is_uneasy else None)


def test_it_goes_on_once_it_is_resumed_and_stops_with_the_next_uneasy_one() -> None:
    uneasy, again = visit(9, response="tensed"), visit(2, response="painful")
    resumed = course(resumed=ago(5))
    assert stands(resumed, uneasy).status == "active"
    assert stands(resumed, uneasy, again).postponed == again.at
    assert stands(course(resumed=ago(10)), uneasy).status == "postponed"


def test_a_painful_massage_that_was_broken_off_puts_off_the_next_and_is_not_counted() -> None:
    now = stands(COURSE, visit(3, response="painful", minutes=5))
    assert (now.status, now.done) == ("postponed", 0)


def test_an_uneasy_visit_of_another_treatment_puts_nothing_off() -> None:
    of = course(treatment="chiropractic")
    assert stands(of, visit(3, treatment="chiropractic", response="tensed")).status == "active"


def test_massage_comes_first_then_the_course_begun_last() -> None:
    known = [
        course(id="a", treatment="acupuncture", started=day(1)),
        course(id="b", started=day(50)),
        course(id="c", started=day(9)),
    ]
    assert [each.course.id for each in standings(known, [], MONDAY)] == ["c", "b", "a"]


# A check-up before it, and soreness after it


@for_each(
    ("baseline", "looked", "asks"),
    [
        (7, (), True),
        (10, (), True),
        (6, (), False),
        (None, (), False),
        (8, (ago(42, 9),), False),
        (8, (ago(42, 7),), True),
        (8, (ago(0, 8),), False),
        (8, (ago(-1),), True),
        (8, (ago(90), ago(3)), False),
    ],
)
def test_severe_pain_asks_for_a_check_up_within_42_days(
    baseline: int | None,
    looked: tuple[dt.datetime, ...],
    asks: bool,  # noqa: FBT001 (a column of the table)
) -> None:
    assert asks_for_check_up(baseline, looked, MONDAY) is asks


@pytest.mark.parametrize(
    ("of", "asked"),
    [
        (visit(1), True),
        (visit(1, treatment="acupuncture"), True),
        (visit(0), False),
        (visit(2), False),
        (visit(1, sore_next_day=0), False),
        (visit(1, treatment="cbt"), False),
    ],
    ids=["yesterday", "needles", "today", "two days ago", "answered", "hands off"],
)
def test_soreness_is_asked_once_on_the_day_after(of: Visit, asked: bool) -> None:  # noqa: FBT001 (a column of the table)
    assert may_be_sore(of, TODAY) is asked


def test_what_was_given_of_the_same_treatment_before_is_known() -> None:
    loose, other = visit(40), visit(50, treatment="acupuncture")
    old = course(id="old", started=day(80), ended=day(60))
    of_old = visit(70, course="old")
    newest, oldest = standings([COURSE, old], [visit(20), loose, other, of_old], MONDAY)
    assert newest.earlier == (day(70), day(40))
    assert oldest.earlier == ()
