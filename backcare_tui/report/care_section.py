"""Treatments and how pain answered: the last ones one by one, those before them in sum."""

from collections.abc import Iterator, Sequence

import msgspec

from backcare_tui.diary.derived import mean
from backcare_tui.diary.records.visit import Visit
from backcare_tui.library.taxonomy import name_within
from backcare_tui.report.hand_over import Going, HandOverData
from backcare_tui.report.paper import Section
from backcare_tui.report.visits import HEADINGS, course_lines, how_lines, visit_table, wanted_line
from backcare_tui.text import say_count, say_number, within

RATED = ("Pain", "Spasm")
"""Columns whose cells are numbers that need their name."""
GOING_ON = ("planned", "active", "postponed")
"""Where a course stands that is not over."""
ALL_VISITS = "More on the treatments"
VISITS_SHOWN, COURSES_SHOWN, AT_A_GLANCE = 16, 4, 2
"""How many are told one by one, so that years of them take no more than a page, and how many visits at a glance."""


def glance_of_care(of: HandOverData) -> Section:
    """The course that goes on or was the last, and the last visits with pressure and response."""
    table = visit_table(msgspec.structs.replace(of, visits=of.visits[-AT_A_GLANCE:]))
    lines = (*_courses(_now(of.courses), of), *wanted_line(of))
    items = map(_in_short, table.rows) if table else ()
    return Section("Treatments and responses", lines, items=tuple(items))


def care_section(of: HandOverData) -> Section:
    """Earlier courses, where and how it was treated, and the visits one by one, with those before in sum."""
    now = _now(of.courses)
    before = [each for each in of.courses if each not in now]
    told = msgspec.structs.replace(of, visits=of.visits[-VISITS_SHOWN:])
    lines = (*_courses(before, of), *how_lines(of), *_earlier(of.visits[:-VISITS_SHOWN]))
    return Section(ALL_VISITS, lines, visit_table(told))


def _in_short(cells: Sequence[str]) -> str:
    """A row of the table as a line: `Tue 17 Nov: Massage, 60 min; Dana; medium; pain 4 to 2; muscle relaxed`."""
    day, *rest = zip(HEADINGS, cells, strict=True)
    said = (f"{within(name)} {cell}" if name in RATED else cell for name, cell in rest if cell)
    return f"{day[1]}: {'; '.join(said)}"


def _now(courses: Sequence[Going]) -> Sequence[Going]:
    """Those that are open; else the last one."""
    return [each for each in courses if each.standing.status in GOING_ON] or list(courses[:1])


def _courses(courses: Sequence[Going], of: HandOverData) -> Iterator[str]:
    for each in courses[:COURSES_SHOWN]:
        yield from course_lines(each, of)
    if (more := len(courses) - COURSES_SHOWN) > 0:
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
