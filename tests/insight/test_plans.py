import datetime as dt

import pytest

from backcare_tui.diary.records import Course, Plan, Visit
from backcare_tui.insight.plans import (
    next_visit_day,
    open_course,
    planned_routines,
    visits_of,
)
from tests.conftest import MONDAY

TODAY = MONDAY.date()
STARTED = dt.date(2026, 11, 2)
COURSE = Course(id="c", treatment="massage", started=STARTED, planned_visits=4, days=42)


def day(number: int) -> dt.date:
    """A day of the course, from 0."""
    return STARTED + dt.timedelta(days=number)


def visit(number: int, course: str | None = "c") -> Visit:
    at = dt.datetime.combine(day(number), dt.time(10), MONDAY.tzinfo)
    return Visit(at=at, treatment="massage", course=course)


def test_routines_are_planned_on_their_weekdays_in_the_order_of_the_day() -> None:
    late = Plan(routine="late", days=("mon",), time="21:00")
    early = Plan(routine="early", days=("mon", "tue"), time="07:00")
    whenever = Plan(routine="whenever", days=("mon",))
    other_day = Plan(routine="other", days=("tue",))
    massage = Plan(treatment="massage", days=("mon",))
    plans = (late, whenever, other_day, massage, early)
    assert planned_routines(plans, TODAY) == (early, late, whenever)


@pytest.mark.parametrize(
    ("since", "until", "holds"),
    [(0, 0, True), (1, None, False), (None, -1, False), (-3, 3, True), (None, None, True)],
)
def test_a_plan_holds_from_its_first_day_to_its_last(
    since: int | None, until: int | None, *, holds: bool
) -> None:
    first, last = (
        None if days is None else TODAY + dt.timedelta(days=days) for days in (since, until)
    )
    plan = Plan(routine="r", days=("mon",), since=first, until=last)
    assert bool(planned_routines((plan,), TODAY)) is holds


def test_the_open_course_is_the_later_one_of_those_under_way() -> None:
    older = Course(id="o", treatment="massage", started=day(-50))
    ended = Course(id="e", treatment="massage", started=day(3), ended=day(4))
    to_come = Course(id="n", treatment="massage", started=day(30))
    courses = (older, COURSE, ended, to_come)
    assert open_course(courses, TODAY) == COURSE
    assert open_course(courses, TODAY, "acupuncture") is None
    assert open_course((), TODAY) is None


def test_visits_count_that_name_the_course_or_name_none() -> None:
    counted = (visit(0), visit(5, None))
    others = (visit(-5, None), visit(6, "another"))
    acupuncture = Visit(at=MONDAY, treatment="acupuncture")
    assert visits_of(COURSE, (*counted, *others, acupuncture)) == counted


@pytest.mark.parametrize(
    ("visits", "due"),
    [([], 0), ([0], 14), ([2], 16), ([0, 14], 28), ([0, 14, 28], 42), ([0, 14, 28, 42], None)],
)
def test_visits_are_due_evenly_over_the_course(visits: list[int], due: int | None) -> None:
    expected = None if due is None else day(due)
    assert next_visit_day(COURSE, map(visit, visits)) == expected


def test_a_course_that_does_not_say_how_long_has_no_due_day() -> None:
    assert next_visit_day(Course(treatment="massage", started=STARTED), ()) is None
