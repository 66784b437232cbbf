"""Gathers from the diary what is on the page for the next appointment."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from backcare_tui.diary.derived import (
    mean_known,
    nights_by_day,
    pain_by_day,
    pain_impact,
    sleep_efficiency,
)
from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.team import Agreement, Person, Question
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.repository import Between, Repository
from backcare_tui.diary.when import Clock, span_of
from backcare_tui.guidance.care.course import CourseStanding, standings
from backcare_tui.guidance.care.course_days import days_to_read
from backcare_tui.guidance.care.response import response
from backcare_tui.guidance.care.team import in_force, names_of, to_ask
from backcare_tui.guidance.concerns import open_concerns
from backcare_tui.guidance.flare import flare_days
from backcare_tui.guidance.gathering import gather
from backcare_tui.guidance.red_flags import standing as standing_flags
from backcare_tui.insight.days import DayFigures, days_of, known_pain, known_sleep
from backcare_tui.insight.medicines import medicines_taken
from backcare_tui.insight.movement.plans import is_in_force, planned_on
from backcare_tui.insight.week.figures import DAYS_TO_COMPARE
from backcare_tui.library.measures import is_meaningful
from backcare_tui.library.routines import program
from backcare_tui.report.hand_over import (
    USUAL_DAYS,
    Activity,
    Going,
    HandOverData,
    Impact,
    PainSince,
    SessionsOfPeriod,
    SleepOfPeriod,
)
from backcare_tui.report.notes import Notes, notes_of
from backcare_tui.report.person import take_care
from backcare_tui.report.symptoms import symptoms
from backcare_tui.report.where import where_it_hurt


def hand_over(
    repository: Repository,
    clock: Clock,
    person: Person | None = None,
    since: dt.date | None = None,
    notes: Notes = "visits",
) -> HandOverData:
    """All that is on the page for the next appointment.

    The period begins with the day of the last visit before today, which is still on the page;
    where there was none, six weeks ago. It ends today; nothing later is looked at.

    Args:
        repository: The diary.
        clock: The moment.
        person: Whom the appointment is with; None for anybody.
        since: The first day, where it is not to be the one of the last visit.
        notes: Which notes are on it.
    """
    today = clock.today()
    visits = (each for each in repository.entries(Visit) if each.at <= clock.now())
    first, why = _begin(visits, person, since, today)
    return of_span(repository, clock, (first, today), why, person, notes)


def of_span(  # noqa: PLR0913, PLR0917 - what a page is of; all but the first three may be left out
    repository: Repository,
    clock: Clock,
    span: Between,
    why: Literal["visit", "day", "usual"] = "day",
    person: Person | None = None,
    notes: Notes = "none",
) -> HandOverData:
    """All that is known of a time: see `hand_over`, which finds the time by itself.

    Args:
        repository: The diary.
        clock: The moment.
        span: The first and the last day, at the latest today.
        why: Why it is this time.
        person: Whom the page is for; None for anybody.
        notes: Which notes are on it.
    """
    first, today = span
    all_visits = tuple(
        each for each in repository.entries(Visit) if each.at <= clock.now() and each.day <= today
    )
    shown = tuple(each for each in all_visits if first <= each.day)
    length = today - first + dt.timedelta(days=1)
    before = (first - length, first - dt.timedelta(days=1))
    pains = repository.entries(Pain, span)
    days, earlier = days_of(repository, span, clock), days_of(repository, before, clock)
    checks = [
        each
        for each in repository.entries(Check)
        if each.at <= clock.now() and each.at.date() <= today
    ]
    stand = standing_flags(checks)
    return HandOverData(
        made=clock.today(),
        person=person,
        span=span,
        since=why,
        names=names_of(repository.entries(Person)),
        pain=_pain(days, earlier),
        impact=tuple(_impact(repository, span)),
        flare_days=flare_days(repository, span, clock),
        care=take_care(repository, span, shown, checks),
        symptoms=symptoms(pains, repository.entries(Session, span), with_own_words=notes == "all"),
        activities=tuple(_activities(repository, today)),
        visits=shown,
        courses=_courses(repository, all_visits, first, clock),
        sessions=_sessions(repository, span),
        sleep=_sleep(days, earlier, repository.entries(Night, span), clock),
        medicines=medicines_taken((*pains, *repository.entries(Feeling, span))),
        checks=tuple(each for each in checks if first <= each.day),
        flags=tuple(sorted(stand.flags)),
        flagged=stand.at.date() if stand.at else None,
        open_signs=_open_signs(repository, clock) if today == clock.today() else (),
        plan=in_force(repository.entries(Agreement), today),
        questions=to_ask(repository.entries(Question), person.id if person else ""),
        notes=notes_of(repository, span, notes),
        where=where_it_hurt(pains, span),
        region=repository.settings().region,
    )


def _open_signs(repository: Repository, clock: Clock) -> tuple[str, ...]:
    return tuple(each.because for each in open_concerns(gather(repository, clock)))


def _begin(
    visits: Iterable[Visit], person: Person | None, since: dt.date | None, today: dt.date
) -> tuple[dt.date, Literal["visit", "day", "usual"]]:
    if since:
        return min(since, today), "day"
    with_them = (
        each.day for each in visits if person and each.person == person.id and each.day < today
    )
    last = max(with_them, default=None)
    return (last, "visit") if last else (today - dt.timedelta(days=USUAL_DAYS - 1), "usual")


def _pain(days: Iterable[DayFigures], earlier: Iterable[DayFigures]) -> PainSince | None:
    now = [each for each in days if each.pain is not None]
    mean, by_day_before = mean_known(each.pain for each in now), known_pain(earlier)
    if mean is None:
        return None
    mean_before = mean_known(by_day_before.values())
    can_be_held = min(len(now), len(by_day_before)) >= DAYS_TO_COMPARE
    change = mean - mean_before if can_be_held and mean_before is not None else None
    return PainSince(
        days=len(now),
        mean=mean,
        best=min(each.best for each in now if each.best is not None),
        worst=max(each.worst for each in now if each.worst is not None),
        days_before=len(by_day_before),
        mean_before=mean_before,
        change=change,
        matters=change is not None and is_meaningful(change, mean_before or 0),
    )


def _impact(repository: Repository, span: Between) -> Iterator[Impact]:
    """The last of the period, and the last one before it; without the first, nothing is said."""
    earlier = (dt.date.min, span[0] - dt.timedelta(days=1))
    for between in (span, earlier):
        scored = ((pain_impact(each), each.day) for each in repository.entries(Pain, between))
        scores = [Impact(score, day) for score, day in scored if score is not None]
        if not scores:
            return
        yield scores[-1]


def _courses(
    repository: Repository, visits: Iterable[Visit], first: dt.date, clock: Clock
) -> tuple[Going, ...]:
    """The courses that are open, or were until some day of the period."""
    found = standings(repository.entries(Course), visits, clock.now())
    shown = [each for each in found if _last_day(each, clock.today()) >= first]
    if not shown:
        return ()
    today = clock.today()
    span = days_to_read((each.first_day for each in shown), today)
    pain = pain_by_day(repository.entries(Pain, span))
    return tuple(Going(each, response(each, pain, today)) for each in shown)


def _last_day(now: CourseStanding, today: dt.date) -> dt.date:
    if now.course.ended and now.course.ended <= today:
        return now.course.ended
    return now.given[-1].day if now.status == "done" else today


def _sessions(repository: Repository, span: Between) -> SessionsOfPeriod:
    sessions = repository.entries(Session, span)
    lengths = [each.done_s for each in sessions if each.done_s is not None]
    return SessionsOfPeriod(
        count=len(sessions),
        minutes=sum(lengths) / 60 if lengths else None,
        timed=len(lengths),
        planned=_planned(repository.entries(Plan), span),
    )


def _planned(plans: Sequence[Plan], span: Between) -> int | None:
    """How many sessions were meant; not known where a program, which knows no days, was one of them."""
    days = span_of(*span)
    held = [plan for plan in plans if any(is_in_force(plan, day) for day in days)]
    if any(plan.routine and program(plan.routine) for plan in held):
        return None
    return planned_on(held, days).total() or None


def _sleep(
    days: Iterable[DayFigures],
    earlier: Iterable[DayFigures],
    nights: Iterable[Night],
    clock: Clock,
) -> SleepOfPeriod | None:
    now, before = known_sleep(days).values(), known_sleep(earlier).values()
    mean = mean_known(now)
    if mean is None:
        return None
    parts = [sleep_efficiency(night, clock) for night in nights_by_day(nights).values()]
    can_be_held = min(len(now), len(before)) >= DAYS_TO_COMPARE
    return SleepOfPeriod(
        len(now),
        mean,
        mean_known(before) if can_be_held else None,
        mean_known(parts),
        sum(part is not None for part in parts),
    )


def _activities(repository: Repository, last: dt.date) -> Iterator[Activity]:
    """Those that were rated last, each with its rating before that."""
    rated = [each for each in repository.entries(Ability) if each.day <= last]
    for name, rating in rated[-1].ratings.items() if rated else ():
        before = next((each for each in reversed(rated[:-1]) if name in each.ratings), None)
        yield Activity(
            name=name,
            rating=rating,
            day=rated[-1].day,
            before=before.ratings[name] if before else None,
            before_day=before.day if before else rated[-1].day,
        )
