"""Courses and visits for tests, in a few words, as days before the moment that stands still."""

from typing import Any

from backcare_tui.diary.records.check import Signs
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.facts import Facts
from tests.guidance.facts_of import ago, day, facts_of, pains


def course(days_ago: int = 30, **fields: Any) -> Course:
    """A course of massage that began so many days ago."""
    return Course(**{"treatment": "massage", "started": day(days_ago), **fields})


def visit(days_ago: int, hour: int = 7, **fields: Any) -> Visit:
    """A massage so many days ago."""
    return Visit(at=ago(days_ago, hour), **{"treatment": "massage", **fields})


def given(count: int, last: int = 1, **fields: Any) -> list[Visit]:
    """So many visits, a week apart; the last one so many days ago."""
    return [visit(last + 7 * n, **fields) for n in range(count)]


def signs(days_ago: int, *found: str) -> Signs:
    """A look for signs of inflammation."""
    return Signs(at=ago(days_ago, 7), inflammation=found)


def begun(of: Course, *records: Any, **settings: Any) -> Facts:
    """The facts with a course that is about to begin."""
    return facts_of(*records, settings=settings, about=of)


def judged(severity: int, *records: Any, **fields: Any) -> Facts:
    """Two visits, pain 7 before the first, and so much on the three days after the second."""
    after = pains(severity, severity, severity, last=1)
    return facts_of(course(**fields), visit(20, pain_before=7), visit(4), after, records)
