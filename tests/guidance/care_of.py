"""Courses and visits for tests, in a few words, as days before the moment that stands still."""

from typing import Any

from backcare_tui.diary.records.check import Signs
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.pain import Pain
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
    """Two visits, pain 7 in the four weeks before the first, and so much in the two weeks after the second."""
    return facts_of(course(40, **fields), visit(29), visit(15), weeks(7, severity), records)


def weeks(before: int, *after: int, first: int = 29, last: int = 15) -> list[Pain]:
    """Pain of four weeks before a first visit so many days ago, and of two weeks after the last one.

    Args:
        before: On each of the 28 days before.
        after: On the days after the last visit, in turn, up to two weeks.
        first: How many days ago the first visit was.
        last: How many days ago the last one was.
    """
    since = [after[n % len(after)] for n in range(14)]
    return [
        *pains(*(before,) * 28, last=first + 1),
        *pains(*since[: last - 1], last=max(last - 14, 1)),
    ]
