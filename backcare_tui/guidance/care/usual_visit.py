"""A visit that is about to be taken down: what is usual in it, and the course that it counts toward."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence

import msgspec

from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.values import PressureWish
from backcare_tui.guidance.care.course import MASSAGE, is_open, open_course

REPEATED = ("kind", "techniques", "areas", "pressure", "minutes", "person", "cost")
"""What is mostly as it was the last time; numbers of pain, of moving and of mood are new each time."""


def usual_treatment(visits: Sequence[Visit], courses: Iterable[Course], today: dt.date) -> str:
    """The treatment of the last visit, or of a course that was begun since; else massage.

    Args:
        visits: In the order of time.
        courses: Any.
        today: The day on which it is asked.
    """
    under_way = (course for course in courses if is_open(course, today))
    course = max(under_way, key=lambda course: (course.started, course.made), default=None)
    last = visits[-1] if visits else None
    if course and (last is None or last.day < course.started):
        return course.treatment
    return last.treatment if last else MASSAGE


def usual_visit(
    visits: Iterable[Visit], treatment: str, at: dt.datetime, people: Collection[str]
) -> Visit:
    """A visit like the last one of its treatment; of the pressure alone, what was wanted otherwise is left open.

    Args:
        visits: In the order of time.
        treatment: The id or the own word of what it is.
        at: When it is.
        people: The ids of the care team; whoever left it is not proposed.
    """
    like = [visit for visit in visits if visit.treatment == treatment]
    if not like:
        return Visit(at=at, treatment=treatment)
    repeated = {field: getattr(like[-1], field) for field in REPEATED}
    if repeated["person"] not in people:
        repeated["person"] = None
    if like[-1].pressure_next in {"lighter", "firmer"}:
        repeated["pressure"] = None  # another was asked for, and which it became is not known yet
    return Visit(at=at, treatment=treatment, **repeated)


def pressure_wanted(
    visits: Iterable[Visit], treatment: str, before: dt.datetime | None = None
) -> PressureWish | None:
    """What pressure was wanted for the next one; None where the last one did not say.

    Args:
        visits: In the order of time.
        treatment: The id or the own word of what it is.
        before: The moment that the last one is to be before; None for the last of all.
    """
    gone = [v for v in visits if v.treatment == treatment and (before is None or v.at < before)]
    return gone[-1].pressure_next if gone else None


def treatments_in_turn(
    first: str, visits: Sequence[Visit], known: Iterable[str]
) -> tuple[str, ...]:
    """One treatment, then those there were visits of, the last one first, then all that are known.

    Args:
        first: What comes first.
        visits: In the order of time.
        known: The ids of the taxonomy.
    """
    used = (visit.treatment for visit in reversed(visits))
    return tuple(dict.fromkeys((first, *used, *known)))


def with_course(visit: Visit, courses: Sequence[Course]) -> Visit:
    """The visit with the course that it counts toward, as far as one is open on its day.

    It is written down, though a visit that names none counts toward the course under way too: a
    course that begins later on the same day then does not take it over. A course that the visit
    named before, and that still has its treatment and its day, stays.
    """
    named = next((course for course in courses if course.id == visit.course), None)
    if named and named.treatment == visit.treatment and is_open(named, visit.day):
        return visit
    course = open_course(courses, visit.day, visit.treatment)
    return msgspec.structs.replace(visit, course=course.id if course else None)
