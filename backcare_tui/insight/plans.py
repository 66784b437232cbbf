"""What is meant to happen: the plans of a day, and the open course of a treatment."""

import datetime as dt
from collections.abc import Iterable

from backcare_tui.diary.records import Course, Plan, Visit
from backcare_tui.text import WEEKDAYS


def is_in_force(plan: Plan, day: dt.date) -> bool:
    """Whether a plan holds on a day, whatever the day of the week."""
    return (plan.since is None or plan.since <= day) and (plan.until is None or day <= plan.until)


def planned_routines(plans: Iterable[Plan], day: dt.date) -> tuple[Plan, ...]:
    """The plans that name a routine for a day, in the order of their time of day."""
    weekday = WEEKDAYS[day.weekday()].lower()
    due = [p for p in plans if p.routine and weekday in p.days and is_in_force(p, day)]
    return tuple(sorted(due, key=lambda plan: (plan.time or "24:00", plan.id)))


def open_course(
    courses: Iterable[Course], day: dt.date, treatment: str | None = None
) -> Course | None:
    """The course that is under way on a day, of one treatment or of any; of two the later one."""
    under_way = [
        course
        for course in courses
        if course.started <= day
        and (course.ended is None or day <= course.ended)
        and treatment in {None, course.treatment}
    ]
    return max(under_way, key=lambda course: (course.started, course.id), default=None)


def visits_of(course: Course, visits: Iterable[Visit]) -> tuple[Visit, ...]:
    """The visits that count toward a course: those that name it, and its treatment's that name none."""
    return tuple(
        visit
        for visit in visits
        if visit.course == course.id
        or (
            visit.course is None
            and visit.treatment == course.treatment
            and visit.day >= course.started
            and (course.ended is None or visit.day <= course.ended)
        )
    )


def next_visit_day(course: Course, visits: Iterable[Visit]) -> dt.date | None:
    """The day by which the next visit is due, so that the visits spread evenly over the course.

    Four visits in 42 days are 14 days apart. None where the course does not say how many visits
    in how many days, and once all of them are done.
    """
    if course.planned_visits is None or course.days is None:
        return None
    done = [visit.day for visit in visits]
    if len(done) >= course.planned_visits:
        return None
    if not done:
        return course.started
    apart = course.days // max(course.planned_visits - 1, 1)
    return max(done) + dt.timedelta(days=apart)
