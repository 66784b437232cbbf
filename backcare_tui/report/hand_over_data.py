"""Gathers from the diary what is on the page for the next appointment."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal

from backcare_tui.diary.derived import (
    mean_known,
    nights_by_day,
    pain_by_day,
    sleep_efficiency,
)
from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.team import Agreement, Person, Question
from backcare_tui.diary.records.trial import Trial
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.repository import Between, Entries, Repository
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.care.course import CourseStanding, standings
from backcare_tui.guidance.care.course_days import days_to_read
from backcare_tui.guidance.care.response import response
from backcare_tui.guidance.care.team import in_force, names_of, to_ask
from backcare_tui.guidance.flare import flare_days
from backcare_tui.guidance.privacy import is_private_word
from backcare_tui.guidance.red_flags import standing as standing_flags
from backcare_tui.insight.comparison import LEAST_PART, pain_of
from backcare_tui.insight.days import DayFigures, days_of, known_pain, known_sleep
from backcare_tui.insight.medicines import medicines_taken
from backcare_tui.insight.trials.effect import read_result
from backcare_tui.insight.trials.schedule import last_day
from backcare_tui.report.checks_told import last_check_up, lifted_since, open_signs
from backcare_tui.report.cost import cost_of
from backcare_tui.report.flare_section import flare_told
from backcare_tui.report.hand_over import (
    USUAL_DAYS,
    Activity,
    Going,
    HandOverData,
    PainSince,
    SleepOfPeriod,
    TrialResult,
)
from backcare_tui.report.notes import Notes, notes_of
from backcare_tui.report.parts import HAND_OVER_PARTS
from backcare_tui.report.person import take_care
from backcare_tui.report.sessions import sessions_of
from backcare_tui.report.since_start import since_start
from backcare_tui.report.symptoms import Symptoms, symptoms, without
from backcare_tui.report.told import AsOf, Reader, Told
from backcare_tui.report.where import where_it_hurt

TRIALS_SHOWN = 3
"""How many trials are told: the last ones."""
LAST_ZONE = dt.timezone(dt.timedelta(hours=-12))
"""Where a day ends last: what was taken down far in the west is still of it."""


def hand_over(  # noqa: PLR0913, PLR0917 - what a page is of; all but the first two may be left out
    repository: Repository,
    clock: Clock,
    person: Person | None = None,
    since: dt.date | None = None,
    notes: Notes = "visits",
    parts: Collection[str] = tuple(HAND_OVER_PARTS),
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
        parts: What is on it; only what is asked for here of what is private, and of other people's visits.
    """
    today = clock.today()
    visits = (each for each in repository.entries(Visit) if each.at <= clock.now())
    first, why = _begin(visits, person, since, today)
    return of_span(repository, clock, (first, today), why, person, notes, parts)


def of_span(  # noqa: PLR0913, PLR0917 - what a page is of; all but the first three may be left out
    repository: Repository,
    clock: Clock,
    span: Between,
    why: Literal["visit", "day", "usual"] = "day",
    person: Person | None = None,
    notes: Notes = "none",
    parts: Collection[str] = (),
) -> HandOverData:
    """All that is known of a time, as it was known on its last day: see `hand_over`, which finds the time by itself.

    What stands without a day, such as conditions, is as it is now; so are the warning signs.

    Args:
        repository: The diary.
        clock: The moment.
        span: The first and the last day, at the latest today.
        why: Why it is this time.
        person: Whom the page is for; None for anybody.
        notes: Which notes are on it.
        parts: Whether `private` things and the visits of `others` are told; of the rest everything is gathered.
    """
    first, last = span
    reader = reader_of(person, parts)
    then, until_now = AsOf(repository, last), Told(repository, reader)
    told = Told(then, reader)
    checks = [each for each in until_now.entries(Check) if each.at <= clock.now()]
    given = [each for each in then.entries(Visit, span) if each.at <= clock.now()]
    shown = tuple(each for each in told.entries(Visit, span) if each.at <= clock.now())
    care = take_care(told, repository.settings(), span, given, {each.id for each in shown}, checks)
    length = last - first + dt.timedelta(days=1)
    before = (first - length, first - dt.timedelta(days=1))
    pains = told.entries(Pain, span)
    days, earlier = days_of(then, span, clock), days_of(then, before, clock)
    held = since_start(then, repository, span)
    stand = standing_flags(checks)
    return HandOverData(
        made=clock.today(),
        person=person,
        span=span,
        since=why,
        names=names_of(repository.entries(Person)),
        pain=_pain(days, span),
        against=held.against,
        pegs=held.pegs,
        impact_now=held.impact_now,
        flare_days=flare_days(then, span, clock),
        care=care,
        symptoms=_symptoms(pains, then.entries(Session, span), notes, parts),
        activities=tuple(_activities(then, last)),
        visits=shown,
        treatments=frozenset(each.treatment for each in repository.entries(Visit)),
        courses=_courses(then, told, span, clock),
        sessions=sessions_of(then, span),
        sleep=_sleep(days, earlier, then.entries(Night, span), clock),
        medicines=medicines_taken((*pains, *told.entries(Feeling, span))),
        last_check_up=last_check_up(told, clock),
        trials=tuple(_trials(then, clock, last, parts)),
        checks=tuple(each for each in told.entries(Check, span) if each.at <= clock.now()),
        flags=tuple(sorted(stand.flags)),
        flagged=stand.at.date() if stand.at else None,
        lifted=lifted_since(checks, last),
        open_signs=tuple(open_signs(repository, clock, until_now)),
        plan=in_force(told.entries(Agreement), last),
        questions=to_ask(told.entries(Question), person.id if person else ""),
        notes=notes_of(told, span, notes),
        where=where_it_hurt(pains, span),
        region=repository.settings().region,
        flare=flare_told(told, repository.settings(), clock, last, parts),
        cost=cost_of(then, span, with_private=reader.with_private),
    )


def reader_of(person: Person | None, parts: Collection[str]) -> Reader:
    """Who is to read a page of these parts."""
    return Reader(person.id if person else "", "others" in parts, "private" in parts)


def _symptoms(
    pains: Sequence[Pain], sessions: Sequence[Session], notes: Notes, parts: Collection[str]
) -> Symptoms:
    """With a person's own words only where all notes are told, and even then without what is private."""
    found = symptoms(pains, sessions, with_own_words=notes == "all")
    named = {*found.triggers, *found.eased, *found.not_eased}
    private = set() if "private" in parts else {each for each in named if is_private_word(each)}
    return without(found, private)


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


def _pain(days: Iterable[DayFigures], span: Between) -> PainSince | None:
    now = [each for each in days if each.pain is not None]
    known = pain_of(known_pain(now), span)
    if known.mean is None:
        return None
    return PainSince(
        days=known.noted,
        mean=known.mean,
        best=min(each.best for each in now if each.best is not None),
        worst=max(each.worst for each in now if each.worst is not None),
    )


def _trials(
    then: Entries, clock: Clock, last: dt.date, parts: Collection[str]
) -> Iterator[TrialResult]:
    """The last ones that were over on a day; what names private care only where that is told."""
    over = [
        each
        for each in then.entries(Trial)
        if last_day(each) < last and ("private" in parts or not is_private_word(each.name))
    ]
    for trial in over[-TRIALS_SHOWN:]:
        yield TrialResult(trial, read_result(trial, then, clock), (trial.started, last_day(trial)))


def _courses(then: AsOf, told: Told, span: Between, clock: Clock) -> tuple[Going, ...]:
    """The courses that are told, and that were open on some day of the period; as of its last day."""
    first, last = span
    courses, visits = then.entries(Course), then.entries(Visit)
    now = (
        clock.now() if last == clock.today() else dt.datetime.combine(last, dt.time.max, LAST_ZONE)
    )
    meant = {each.id for each in told.entries(Course)}
    shown = [
        each
        for each in standings(courses, visits, now)
        if each.course.id in meant and _last_day(each, last) >= first
    ]
    if not shown:
        return ()
    days = days_to_read((each.first_day for each in shown), last)
    pain = pain_by_day(then.entries(Pain, days))
    return tuple(Going(each, response(each, pain, last)) for each in shown)


def _last_day(now: CourseStanding, today: dt.date) -> dt.date:
    if now.course.ended:
        return now.course.ended
    return now.given[-1].day if now.status == "done" else today


def _sleep(
    days: Sequence[DayFigures],
    earlier: Iterable[DayFigures],
    nights: Iterable[Night],
    clock: Clock,
) -> SleepOfPeriod | None:
    now, before = known_sleep(days).values(), known_sleep(earlier).values()
    mean = mean_known(now)
    if mean is None:
        return None
    parts = [sleep_efficiency(night, clock) for night in nights_by_day(nights).values()]
    can_be_held = min(len(now), len(before)) >= LEAST_PART * len(days)
    return SleepOfPeriod(
        len(now),
        mean,
        mean_known(before) if can_be_held else None,
        mean_known(parts),
        sum(part is not None for part in parts),
    )


def _activities(diary: Entries, last: dt.date) -> Iterator[Activity]:
    """Those that were rated last, each with its rating before that and with its first."""
    rated = [each for each in diary.entries(Ability) if each.day <= last]
    for name, rating in rated[-1].ratings.items() if rated else ():
        earlier = [each for each in rated[:-1] if name in each.ratings]
        before, first = (earlier[-1], earlier[0]) if earlier else (None, None)
        yield Activity(
            name=name,
            rating=rating,
            day=rated[-1].day,
            before=before.ratings[name] if before else None,
            before_day=before.day if before else rated[-1].day,
            first=first.ratings[name] if first else None,
            first_day=first.day if first else rated[-1].day,
        )
