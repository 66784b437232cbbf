"""Gathers the facts that the rules see: a few months of the diary, its first weeks, and what stands from long ago."""

import datetime as dt
from collections.abc import Mapping, Sequence

from backcare_tui.diary.derived import pain_by_day
from backcare_tui.diary.here import DAYS_AHEAD
from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.activity import ActiveDay
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.belief import Belief
from backcare_tui.diary.records.check import Check, Signs
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.team import Agreement, Person
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.records.week_plan import WeekPlan
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.averages import WEEK
from backcare_tui.guidance.care.course_days import days_to_read
from backcare_tui.guidance.earlier import AROUND, signs_before
from backcare_tui.guidance.facts import WEEKS_OF_START, Earlier, Facts, first_weeks_of
from backcare_tui.guidance.risks import frailty

LOOKED_AT: Mapping[type[Record], int] = {
    Pain: 120,
    Feeling: 120,
    Night: 120,
    Session: 120,
    ActiveDay: 60,
    Meal: 21,
    Visit: 400,
    Signs: 30,
    Ability: 400,
    Belief: 400,
}
"""How many days back the rules look."""
JUDGED_DAYS = 56
"""How far back the last of the visits lies that are still judged without being of an open course."""
LONGEST_BREAK = dt.timedelta(days=400)
"""How far back the last session is looked for when a routine is about to begin."""
ALL: tuple[type[Record], ...] = (Check, Course, Person, Agreement, Plan, WeekPlan)
"""What is read whole: there is little of it."""


def gather(repository: Repository, clock: Clock, about: Routine | Course | None = None) -> Facts:
    """The facts of now: a few months and the baseline, never the whole of ten years.

    Args:
        repository: The diary.
        clock: The moment.
        about: A routine or a course that is about to begin.
    """
    today, settings = clock.today(), repository.settings()
    ahead = today + dt.timedelta(days=DAYS_AHEAD)  # what was made an hour ago, further east
    records: list[Record] = [each for kind in ALL for each in repository.entries(kind)]
    for kind, days in LOOKED_AT.items():
        records += repository.entries(kind, (today - dt.timedelta(days=days), ahead))
    if isinstance(about, Routine):
        records += repository.entries(Session, (today - LONGEST_BREAK, today))
    records += _baseline_entries(repository, settings.baseline_from, today)
    facts = Facts(clock, records, settings, about)
    earlier = Earlier(_earlier_signs(repository, facts), _pain_of_courses(repository, facts))
    return Facts(clock, records, settings, about, earlier) if any(earlier) else facts


def _earlier_signs(repository: Repository, facts: Facts) -> Sequence[Record]:
    """What may be a sign, since the last answer: without one in the whole diary.

    As many days before that answer are looked at, too, as a check looks at, so that what it knew
    of is not new after it.
    """
    looked_at = dt.timedelta(days=LOOKED_AT[Pain])
    last = facts.today - looked_at + AROUND  # with the days before what is just looked at yet
    is_frail = bool(frailty(facts))
    since = facts.seen if is_frail else facts.answered
    if since and since.date() > last:
        return ()
    span = repository.span()
    if span is None:
        return ()
    first = since.date() - looked_at if since else span[0]
    answers = {answer.date() for answer in (facts.seen, facts.answered) if answer}
    return signs_before(repository, (first, last), answers, with_strains=is_frail)


def _pain_of_courses(repository: Repository, facts: Facts) -> Sequence[Pain]:
    """Pain of before the months that are looked at, as far as the visits that are judged now need it."""
    today = facts.today
    recent = today - dt.timedelta(days=JUDGED_DAYS)
    firsts = [visit.day for visit in facts.visits if visit.day >= recent]
    firsts += [
        each.first_day
        for each in facts.courses
        if each.given and (each.course.ended is None or each.given[-1].day >= recent)
    ]
    first, _ = days_to_read(firsts, today)
    last = today - dt.timedelta(days=LOOKED_AT[Pain] + 1)
    return repository.entries(Pain, (first, last)) if first <= last else ()


def _baseline_entries(
    repository: Repository, start: dt.date | None, today: dt.date
) -> Sequence[Pain]:
    """The entries of the first weeks, as far as it takes to find four weeks with 4 values each."""
    span = repository.span()
    day = start or (span[0] if span else today)
    found: list[Pain] = []
    while day <= today and len(first_weeks_of(pain_by_day(found), start)) < WEEKS_OF_START:
        last = day + dt.timedelta(days=8 * WEEK)
        found += repository.entries(Pain, (day, last))
        day = last + dt.timedelta(days=1)
    return found
