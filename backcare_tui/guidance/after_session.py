"""Where one is in the week once a session is done, and what comes next."""

import datetime as dt

import msgspec

from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock, week_of, weekday_id
from backcare_tui.guidance.plan.current import week_plan_now
from backcare_tui.guidance.plan.progress import ALSO_WALKS, LineProgress, line_progress
from backcare_tui.insight.movement.plans import planned_on, planned_routines
from backcare_tui.library.routines import routine_name
from backcare_tui.text import clean, say_count, say_minutes, say_soon

_DAY, _WEEK = dt.timedelta(days=1), dt.timedelta(days=7)


class PlaceInWeek(msgspec.Struct, frozen=True):
    """What is said of the week after a session; empty where nothing is known."""

    done: str = ""
    """Such as `2 of 3 this week`."""
    next: str = ""
    """What comes next, and when: `Walk · 10 min · Wed`."""


def place_in_week(repository: Repository, clock: Clock, session: Session) -> PlaceInWeek:
    """Where a session that is kept stands in its week: in the week's plan, else in the days planned for its routine.

    Of a session that was stopped nothing is said: what comes next is rest, and what the advice says.
    """
    if session.stopped or session.day != clock.today():
        return PlaceInWeek()
    plan = week_plan_now(repository, clock)
    if plan is not None:
        lines = line_progress(repository, clock, plan)
        own = next((each for each in lines if _is_of(each, session)), None)
        return PlaceInWeek(_say_done(own), _say_next(lines, plan.week + _WEEK, clock.today()))
    return _of_days(repository, clock, session)


def _is_of(line: LineProgress, session: Session) -> bool:
    of = line.line
    return (of.kind == "routine" and of.id == session.routine) or (
        of.kind == "walk" and session.routine in ALSO_WALKS
    )


def _say_done(line: LineProgress | None) -> str:
    """What is more than was meant is simply as much as was done."""
    if line is None:
        return ""
    done, times = line.done, line.line.times
    return f"{done} of {times} this week" if done <= times else f"{done} this week, {times} meant"


def _say_next(lines: tuple[LineProgress, ...], next_week: dt.date, today: dt.date) -> str:
    """The next line to move by: one of today, else of the first day that has one, within a week.

    What is done as often as it is meant comes again from the first day of the next week on.
    """
    moving = [each for each in lines if each.line.kind in {"routine", "walk"}]
    for each in moving:
        if each.is_due_today:
            return _say_line(each, today, today)
    for day in (today + _DAY * number for number in range(1, 7)):
        weekday = weekday_id(day)
        for each in moving:
            if weekday in each.line.days and (each.done < each.line.times or day >= next_week):
                return _say_line(each, day, today)
    return ""


def _say_line(line: LineProgress, day: dt.date, today: dt.date) -> str:
    length = say_minutes(line.line.minutes) if line.line.minutes else ""
    return " · ".join(filter(None, (line.name, length, say_soon(day, today))))


def _of_days(repository: Repository, clock: Clock, session: Session) -> PlaceInWeek:
    """As the days that were planned for routines have it."""
    today = clock.today()
    first, last = week_of(today, repository.settings().first_weekday)
    plans = repository.entries(Plan)
    week = tuple(first + _DAY * number for number in range(7))
    meant = planned_on(plans, week)[session.routine]
    sessions = [each for each in repository.entries(Session, (first, last)) if not each.stopped]
    count = sum(each.routine == session.routine for each in sessions)
    if meant:
        done = (
            f"{count} of {meant} this week"
            if count <= meant
            else f"{count} this week, {meant} meant"
        )
    else:
        done = f"{say_count(len(sessions), 'session')} this week" if sessions else ""
    did = {each.routine for each in sessions if each.day == today}
    for day in (today + _DAY * number for number in range(7)):
        for plan in planned_routines(plans, day):
            if plan.routine and (day > today or plan.routine not in did):
                name = clean(routine_name(plan.routine))
                return PlaceInWeek(done, f"{name} · {say_soon(day, today)}")
    return PlaceInWeek(done)
