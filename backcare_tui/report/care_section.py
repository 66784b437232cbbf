"""Treatments and how pain answered: the last ones one by one, those before them in sum."""

from collections.abc import Iterator, Sequence

import msgspec

from backcare_tui.diary.derived import mean
from backcare_tui.diary.records.visit import Visit
from backcare_tui.library.taxonomy import name_within
from backcare_tui.report.hand_over import HandOverData
from backcare_tui.report.hand_over_paper import check_line
from backcare_tui.report.paper import Section
from backcare_tui.report.visits import course_lines, visit_table
from backcare_tui.text import say_count, say_number

VISITS_SHOWN, COURSES_SHOWN, CHECKS_SHOWN = 16, 4, 4
"""How many are told one by one, so that years of them take no more than a page."""


def care_section(of: HandOverData) -> Section:
    """Courses, visits and checks for warning signs; empty where there were none."""
    recent = msgspec.structs.replace(of, visits=of.visits[-VISITS_SHOWN:])
    return Section(
        "Treatments and responses",
        (*_courses(of), *_earlier(of.visits[:-VISITS_SHOWN])),
        visit_table(recent),
        tuple(_checks(of)),
    )


def _courses(of: HandOverData) -> Iterator[str]:
    for each in of.courses[:COURSES_SHOWN]:
        yield from course_lines(each, of)
    if (more := len(of.courses) - COURSES_SHOWN) > 0:
        yield f"And {say_count(more, 'course')} more in this time."


def _earlier(visits: Sequence[Visit]) -> Iterator[str]:
    """What is not in the table, by its kind."""
    by_kind: dict[str, list[Visit]] = {}
    for visit in visits:
        by_kind.setdefault(visit.treatment, []).append(visit)
    said = [_say_kind(kind, of_kind) for kind, of_kind in by_kind.items()]
    if said:
        yield f"Before the last {VISITS_SHOWN}, which are listed: {'; '.join(said)}."


def _say_kind(kind: str, visits: Sequence[Visit]) -> str:
    times = f"{name_within('treatments', kind)} {say_count(len(visits), 'time')}"
    rated = [
        (visit.pain_before, visit.pain_after)
        for visit in visits
        if visit.pain_before is not None and visit.pain_after is not None
    ]
    if not rated:
        return times
    before, after = (say_number(mean(numbers)) for numbers in zip(*rated, strict=True))
    return f"{times} (pain {before} before and {after} after, means of {len(rated)})"


def _checks(of: HandOverData) -> Iterator[str]:
    yield from map(check_line, of.checks[-CHECKS_SHOWN:])
    if len(of.checks) > CHECKS_SHOWN:
        yield f"and {say_count(len(of.checks) - CHECKS_SHOWN, 'check')} before"
