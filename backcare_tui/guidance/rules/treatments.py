"""Before a treatment: what to ask first, and a check-up where pain is severe.

It makes no difference whether a treatment is planned, about to begin, or was taken down by hand,
and whether it is of a course.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial
from typing import get_args

from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.averages import FORTNIGHT
from backcare_tui.guidance.care.cautions import (
    FIRM,
    Treatment,
    TreatmentGroupId,
    cautions_of,
    groups_of,
    is_by_hand,
    sources_of_cautions,
    treatment_of,
    whom_to_ask,
)
from backcare_tui.guidance.care.course import (
    CHECK_UP_DAYS,
    SEVERE,
    CourseStanding,
    asks_for_check_up,
)
from backcare_tui.guidance.care.course_sentences import usual_baseline
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.known import known_of
from backcare_tui.library.scales import pressure_word
from backcare_tui.library.taxonomy import name_within
from backcare_tui.text import say_day

LEADS = {"first": "Ask first", "not-now": "Not now"}


def check_up_first(facts: Facts) -> Reason | None:
    """A course of any treatment is about to begin with severe pain, and nobody has had a look."""
    course = facts.beginning
    if course is None:
        return None
    pain = _pain_at_start(course, None, facts)
    if not asks_for_check_up(pain, _check_ups(facts), facts.now):
        return None
    values = {"treatment": _name(course.treatment)}
    return Reason(f"Pain at the start is {pain} of 10.", course.id, values)


def check_up_of(each: CourseStanding, facts: Facts) -> Reason | None:
    """An open course began with severe pain, and no check-up is on record."""
    course = each.course
    pain = _pain_at_start(course, each.given[0] if each.given else None, facts)
    if not _is_open(each, facts.today) or not _lacks_check_up(pain, course.started, facts):
        return None
    name, day = _name(course.treatment), say_day(course.started, facts.today)
    words = f"Pain was {pain} of 10 at the start of {name} on {day}."
    return Reason(words, course.id, {"treatment": name})


def check_up_open(facts: Facts) -> Reason | None:
    """A course, or a visit without one, began with severe pain, and no check-up is on record."""
    for each in facts.courses:
        if reason := check_up_of(each, facts):
            return reason
    for visit in _logged(facts):
        if is_by_hand(treatment_of(visit)) and _lacks_check_up(visit.pain_before, visit.day, facts):
            name, day = _name(visit.treatment), say_day(visit.day, facts.today)
            words = f"Pain was {visit.pain_before} of 10 before {name} on {day}."
            return Reason(words, visit.id, {"treatment": name})
    return None


def in_sight(facts: Facts) -> Iterator[Treatment]:
    """The treatments that are about to begin, under way, planned, or were had in two weeks."""
    if facts.beginning:
        yield Treatment(facts.beginning.treatment)
    for each in facts.courses:
        if each.due and _is_open(each, facts.today):
            yield Treatment(each.course.treatment)
    for plan in facts.all(Plan):
        if plan.treatment and (plan.until is None or plan.until >= facts.today):
            yield Treatment(plan.treatment)
    yield from map(treatment_of, _logged(facts))


def ask_first(group: TreatmentGroupId, facts: Facts) -> Reason | None:
    """A treatment of a group is in sight, and something on record asks for a word with somebody."""
    given = [each for each in in_sight(facts) if group in groups_of(each)]
    if not given:
        return None
    known = known_of(facts)
    found = cautions_of(given, group, known.on_record, known.age)
    if not found:
        return None
    foremost, against = found[0], [row.against for row in found]
    values = {"lead": LEADS[foremost.ask], "why": foremost.why, "whom": whom_to_ask(group)}
    firm = _last_firm(group, facts) if any(row.is_about_pressure for row in found) else ""
    source = sources_of_cautions(found[:1])
    return Reason(
        f"{known.because(found)}{firm}", "+".join(sorted(filter(None, against))), values, source
    )


def _last_firm(group: TreatmentGroupId, facts: Facts) -> str:
    """That the last visit of a group was firm or deep, where it was."""
    of_group = [visit for visit in _logged(facts) if group in groups_of(treatment_of(visit))]
    if not of_group or (of_group[0].pressure or 0) < FIRM:
        return ""
    pressure = pressure_word(of_group[0].pressure or FIRM)
    return f" On {say_day(of_group[0].day, facts.today)} the pressure was {pressure}."


def _logged(facts: Facts) -> Iterator[Visit]:
    """The visits of the last two weeks, the newest first."""
    first = facts.since(FORTNIGHT)
    return (visit for visit in reversed(facts.visits) if visit.day >= first)


def _is_open(each: CourseStanding, today: dt.date) -> bool:
    return each.course.ended is None or each.course.ended > today


def _pain_at_start(course: Course, first: Visit | None, facts: Facts) -> int | None:
    """The worse of the baseline and of pain before the first visit; else that of the days before."""
    stated = [course.baseline, first.pain_before if first else None]
    known = [pain for pain in stated if pain is not None]
    return max(known) if known else usual_baseline(facts.pain_by_day, course.started)


def _lacks_check_up(pain: int | None, day: dt.date, facts: Facts) -> bool:
    """Whether pain was severe, and no check-up is on record from six weeks before that day on."""
    if pain is None or pain < SEVERE:
        return False
    since = day - dt.timedelta(days=CHECK_UP_DAYS)
    return not any(at.date() >= since for at in _check_ups(facts))


def _check_ups(facts: Facts) -> Iterator[dt.datetime]:
    return (check.at for check in facts.checks if check.is_check_up)


def _name(treatment: str) -> str:
    return name_within("treatments", treatment)


LOOKS: dict[str, Callable[[Facts], Reason | None]] = {
    "checkup-before-massage": check_up_first,
    "course-checkup-open": check_up_open,
    **{f"{group}-ask-first": partial(ask_first, group) for group in get_args(TreatmentGroupId)},
}
