"""A course of visits: what counts toward it, where it stands, and whether it is helping."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.values import Helped
from backcare_tui.guidance.care.course import (
    CourseStanding,
    asks_for_check_up,
    days_apart,
    may_be_sore,
    standing,
    standings,
    visits_by_course,
)
from backcare_tui.guidance.care.response import CourseAnswer, CourseResponse, response
from tests.conftest import MONDAY
from tests.for_each import for_each
from tests.guidance.facts_of import TODAY, ago, day, facts_of, look, pains

COURSE = Course(id="course", treatment="massage", started=day(30), planned_visits=4, days=42)


def course(**fields: Any) -> Course:
    return Course(**{"id": "course", "treatment": "massage", "started": day(30), **fields})


def visit(days_ago: int, **fields: Any) -> Visit:
    return Visit(at=ago(days_ago, 7), **{"treatment": "massage", **fields})


def stands(of: Course, *visits: Visit, now: dt.datetime = MONDAY) -> CourseStanding:
    return standing(of, visits_by_course([of], visits)[of.id], now)


def answer(*visits: Visit, pain: dict[int, float] | None = None, **fields: Any) -> CourseResponse:
    """Whether a course helps; `pain` is by how many days ago it was."""
    by_day = {day(days_ago): severity for days_ago, severity in (pain or {}).items()}
    return response(stands(course(**fields), *visits), by_day, TODAY)


def two(before: int | None = 7, last: int = 4) -> tuple[Visit, Visit]:
    return visit(20, pain_before=before), visit(last)


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


# Is it helping?


def test_before_two_visits_it_is_too_early() -> None:
    assert answer().answer == "too-early"
    assert answer(visit(20, pain_before=7), pain={19: 1, 18: 1, 17: 1}).answer == "too-early"


@pytest.mark.parametrize("last", [0, 1, 2])
def test_until_three_days_after_the_second_visit_it_is_too_early(last: int) -> None:
    known = dict.fromkeys(range(last), 1.0)
    assert answer(*two(last=last), pain=known).answer == "too-early"


def test_on_the_third_day_after_it_once_all_three_have_an_entry() -> None:
    assert answer(*two(last=3), pain={2: 4, 1: 4, 0: 4}).answer == "helping"
    assert answer(*two(last=3), pain={2: 4, 1: 4}).answer == "too-early"
    assert answer(*two(last=4), pain={3: 4, 2: 4}).answer == "helping"


@for_each(
    ("before", "after", "expected"),
    [
        (7, 5, "helping"),
        (7, 5.1, "not-helping"),
        (10, 8, "helping"),
        (10, 8.1, "not-helping"),
        (5, 3.5, "helping"),
        (5, 3.6, "not-helping"),
        (2, 1.4, "helping"),
        (2, 1.5, "not-helping"),
        (1, 0, "unknown"),
        (7, 6, "not-helping"),
        (5, 8, "not-helping"),
        (0, 0, "unknown"),
    ],
)
def test_two_points_or_thirty_percent_are_a_response(
    before: int, after: float, expected: CourseAnswer
) -> None:
    found = answer(*two(before), pain={3: after, 2: after, 1: after})
    assert found.answer == expected
    assert (found.before, found.days) == (before, 3)


def test_its_reason_names_the_figures() -> None:
    found = answer(*two(7), pain={3: 5, 2: 5, 1: 5})
    assert found.because == (
        "Pain 7 before the first visit, 5 in the 3 days after visit 2 (29% less): it is helping."
    )


def test_a_gap_in_the_three_days_is_no_zero() -> None:
    found = answer(*two(7), pain={3: 6, 1: 6})
    assert (found.answer, found.after, found.days) == ("not-helping", 6, 2)


@pytest.mark.parametrize(
    ("own", "expected"),
    [("yes", "helping"), ("no", "not-helping"), ("unsure", "not-helping"), (None, "unknown")],
)
def test_without_an_entry_after_it_only_the_person_can_say(
    own: Helped | None, expected: CourseAnswer
) -> None:
    found = answer(*two(), helped=own, pain={20: 7})
    assert found.answer == expected
    assert "no entry of the 3 days after visit 2" in found.because


@pytest.mark.parametrize(
    ("own", "expected"),
    [("yes", "helping"), ("no", "not-helping"), ("unsure", "not-helping"), (None, "unknown")],
)
def test_without_pain_before_only_the_person_can_say(
    own: Helped | None, expected: CourseAnswer
) -> None:
    found = answer(*two(None), helped=own, pain={3: 2, 2: 2, 1: 2})
    assert found.answer == expected
    assert "no pain from before the first visit" in found.because


@pytest.mark.parametrize(
    ("own", "expected"), [(None, "unknown"), ("yes", "helping"), ("no", "not-helping")]
)
def test_pain_that_was_too_little_to_fall_leaves_it_to_the_person(
    own: Helped | None, expected: CourseAnswer
) -> None:
    found = answer(*two(1), helped=own, pain={3: 0, 2: 0, 1: 0})
    assert found.answer == expected
    assert "too little to fall by 2 points" in found.because
    assert answer(*two(2), pain={3: 0, 2: 0, 1: 0}).answer == "helping"


def test_the_baseline_stands_in_for_pain_before_the_first_visit() -> None:
    after = {3: 4.0, 2: 4.0, 1: 4.0}
    assert answer(*two(None), baseline=6, pain=after).answer == "helping"
    assert answer(*two(5), baseline=9, pain=after).before == 5


@pytest.mark.parametrize(
    ("own", "expected"), [("yes", "helping"), ("no", "not-helping"), ("unsure", "not-helping")]
)
def test_a_small_fall_is_a_response_by_the_persons_word_alone(
    own: Helped, expected: CourseAnswer
) -> None:
    assert answer(*two(7), helped=own, pain={3: 6, 2: 6, 1: 6}).answer == expected


def test_a_fall_that_counts_is_one_whatever_is_said() -> None:
    assert answer(*two(7), helped="no", pain={3: 4, 2: 4, 1: 4}).answer == "helping"


def test_a_later_visit_is_judged_once_its_days_are_over() -> None:
    visits = (*two(7, last=10), visit(1))
    assert answer(*visits, pain={9: 7, 8: 7, 7: 7}).answer == "not-helping"
    done = (*two(7, last=14), visit(5))
    found = answer(*done, pain={13: 7, 12: 7, 11: 7, 4: 4, 3: 4, 2: 4})
    assert (found.answer, found.after) == ("helping", 4)


def test_the_days_after_a_visit_end_with_the_next_one() -> None:
    known = stands(course(), *two(7, last=10), visit(8))
    found = response(known, {day(9): 3, day(8): 9, day(7): 9}, day(6))
    assert (found.after, found.days) == (3, 1)


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


def test_the_facts_see_a_course_as_the_diary_holds_it() -> None:
    facts = facts_of(COURSE, two(), pains(5, 5, 5, last=1))
    assert [each.course.id for each in facts.courses] == ["course"]
    assert response(facts.courses[0], facts.pain_by_day, facts.today).answer == "helping"
