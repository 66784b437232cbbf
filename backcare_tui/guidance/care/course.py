"""A course of visits: where it stands, and when the next visit is due.

Usual numbers are from the article that backcare grew from ("Back Massage Therapy For Chronic Back Pain
Relief", 2024); no trial of that dose is known.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Literal

import msgspec

from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.values import ResponseWord

MASSAGE = "massage"
USUAL_VISITS, USUAL_DAYS = 4, 42
"""Of a new course."""
FULL_MIN = 10
"""A visit broken off before that many minutes does not count (our own rule)."""
FIRST_VISIT_DAYS = 7
"""Days within which the first visit of a course is due: an appointment takes a while (our own rule)."""
VISITS_TO_JUDGE = 2
"""Visits after which a course is asked whether it helps."""
SEVERE = 7
"""Pain at the start of a course from which a check-up comes first (the number is our own)."""
CHECK_UP_DAYS = 42
"""For how long a check-up holds (our own rule)."""
HANDS_ON = (MASSAGE, "physical-therapy", "chiropractic", "osteopathy", "acupuncture")
"""Treatments after which one may be sore the next day."""
UNEASY: tuple[ResponseWord, ...] = ("tensed", "painful")
"""Responses after which massage is put off: the muscle may be inflamed."""

Status = Literal["planned", "active", "postponed", "done", "stopped"]


class CourseStanding(msgspec.Struct, frozen=True):
    """Where a course stands on a day."""

    course: Course
    status: Status
    given: tuple[Visit, ...]
    """The visits that count toward it, in the order of time."""
    visits: int
    """How many are planned."""
    days: int
    """In how many days."""
    day: int
    """Which day of them it is, 1 for the day of the first visit."""
    due: dt.date | None
    """By when the next visit is due; None where none is to come."""
    postponed: dt.datetime | None
    """Since when it is put off."""
    earlier: tuple[dt.date, ...] = ()
    """Days of visits of the same treatment before the first of these."""

    @property
    def first_day(self) -> dt.date:
        """The day of the first visit; until then that of the beginning."""
        return self.given[0].day if self.given else self.course.started

    @property
    def done(self) -> int:
        """How many visits were given."""
        return len(self.given)

    @property
    def apart(self) -> int:
        """Days from one visit to the next, spread evenly."""
        return days_apart(self.visits, self.days)


def days_apart(visits: int, days: int) -> int:
    """Days between visits that spread evenly over a course: four in 42 days are 14 apart."""
    return days // max(visits - 1, 1)


def visits_by_course(
    courses: Iterable[Course], visits: Iterable[Visit]
) -> dict[str, tuple[Visit, ...]]:
    """The visits that belong to each course, by its id, in the order of time.

    A visit belongs to the course that it names; where it names none, to the course of its treatment
    that was under way that day, of two the one begun last. It never belongs to a course outside the
    days of it. One that was broken off early belongs to its course, but `standing` does not count it.
    """
    known = {course.id: course for course in courses}
    given: dict[str, list[Visit]] = {each: [] for each in known}
    for visit in sorted(visits, key=lambda visit: visit.order):
        course = known.get(visit.course or "") or open_course(
            known.values(), visit.day, visit.treatment
        )
        if course and is_open(course, visit.day):
            given[course.id].append(visit)
    return {each: tuple(found) for each, found in given.items()}


def open_course(courses: Iterable[Course], day: dt.date, treatment: str) -> Course | None:
    """The course of a treatment that is under way on a day; of two the one begun last."""
    fitting = (each for each in courses if each.treatment == treatment and is_open(each, day))
    return max(fitting, key=lambda course: (course.started, course.made), default=None)


def is_open(course: Course, day: dt.date) -> bool:
    """Whether a day is one of a course's."""
    return course.started <= day and (course.ended is None or day <= course.ended)


def standing(course: Course, given: Iterable[Visit], now: dt.datetime) -> CourseStanding:
    """Where a course stands: its status, which visits count, when the next one is due.

    Args:
        course: The course.
        given: The visits that belong to it, in the order of time.
        now: The moment; later visits are not looked at.

    Returns:
        Its status (`planned`, `active`, `postponed`, `done` or `stopped`), the visits, and the day on
        which the next one is due when they are spread evenly over the course: four in 42 days are 14
        days apart. The first is due a week after the beginning at the latest. A visit that was given
        while massage was put off does not count.
    """
    past = tuple(visit for visit in given if visit.at <= now)
    counted = tuple(visit for visit in past if _is_full(visit))
    visits, days = course.planned_visits or USUAL_VISITS, course.days or USUAL_DAYS
    first = min((visit.day for visit in counted), default=course.started)
    postponed = _postponed(course, past)
    status = _status(course, counted, postponed, now.date())
    due = None
    if status in {"planned", "active", "postponed"} and len(counted) < visits:
        apart = days_apart(visits, days)
        last = counted[-1].day if counted else course.started
        due = last + dt.timedelta(days=apart if counted else min(apart, FIRST_VISIT_DAYS))
    return CourseStanding(
        course, status, counted, visits, days, (now.date() - first).days + 1, due, postponed
    )


def standings(
    courses: Iterable[Course], visits: Iterable[Visit], now: dt.datetime
) -> tuple[CourseStanding, ...]:
    """Where each course stands, massage first, then the one begun last."""
    known, of_all = tuple(courses), tuple(visits)
    given = visits_by_course(known, of_all)
    found = (standing(each, given[each.id], now) for each in sorted(known, key=_foremost))
    return tuple(_with_earlier(each, of_all) for each in found)


def asks_for_check_up(
    baseline: int | None, check_ups: Iterable[dt.datetime], now: dt.datetime
) -> bool:
    """Whether a check-up should come before a course: severe pain, and none in the last weeks."""
    if baseline is None or baseline < SEVERE:
        return False
    since = now - dt.timedelta(days=CHECK_UP_DAYS)
    return not any(since <= at <= now for at in check_ups)


def may_be_sore(visit: Visit, today: dt.date) -> bool:
    """Whether soreness the day after a visit is still to be asked, on the day after it."""
    was_yesterday = visit.day == today - dt.timedelta(days=1)
    return was_yesterday and visit.treatment in HANDS_ON and visit.sore_next_day is None


def without_course(
    courses: Iterable[Course], visits: Iterable[Visit], now: dt.datetime
) -> tuple[CourseStanding, ...]:
    """The visits of each treatment that belong to no course, as if they were of one that goes on.

    A treatment of which there is a course is left out: that says more of it.
    """
    known = {course.treatment for course in courses}
    loose: dict[str, list[Visit]] = {}
    for visit in sorted(visits, key=lambda visit: visit.order):
        if visit.treatment not in known:
            loose.setdefault(visit.treatment, []).append(visit)
    return tuple(
        standing(Course(treatment=each, started=of[0].day, planned_visits=len(of) + 1), of, now)
        for each, of in loose.items()
    )


def _with_earlier(now: CourseStanding, visits: Iterable[Visit]) -> CourseStanding:
    """With what was given of the same treatment before, on its own or in another course."""
    days = {
        visit.day
        for visit in visits
        if visit.treatment == now.course.treatment and visit.day < now.first_day
    }
    return msgspec.structs.replace(now, earlier=tuple(sorted(days)))


def _foremost(course: Course) -> tuple[bool, int, str]:
    return course.treatment != MASSAGE, -course.started.toordinal(), course.id


def _is_full(visit: Visit) -> bool:
    return visit.minutes is None or visit.minutes >= FULL_MIN


def _postponed(course: Course, given: Iterable[Visit]) -> dt.datetime | None:
    """Since when: by the person's word, or by a massage that the muscle did not like."""
    uneasy = [visit.at for visit in given if visit.response in UNEASY]
    is_massage = course.treatment == MASSAGE
    moments = [*uneasy] if is_massage else []
    moments += [course.postponed] if course.postponed else []
    since = max(moments, default=None)
    if since is None or (course.resumed is not None and course.resumed >= since):
        return None
    return since


def _status(
    course: Course, given: tuple[Visit, ...], postponed: dt.datetime | None, today: dt.date
) -> Status:
    is_whole = len(given) >= (course.planned_visits or USUAL_VISITS)
    if course.ended is not None and course.ended <= today:
        return "done" if is_whole else "stopped"
    if is_whole:
        return "done"
    if course.started > today:
        return "planned"
    return "postponed" if postponed else "active"
