"""What is planned to be done by moving today, by hand or by a program, and what is gentle on a hard day."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from backcare_tui.diary.here import entries_of_today
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.agenda_item import AgendaItem
from backcare_tui.guidance.hard_day import HardDay, is_answered
from backcare_tui.guidance.safety import is_light
from backcare_tui.insight.movement.plans import planned_routines
from backcare_tui.insight.movement.programs import (
    WALK,
    ProgramProgress,
    has_walk,
    next_up,
    progress,
    under_way,
)
from backcare_tui.library.routines import find_routine, routine_name
from backcare_tui.player.timeline import say_length
from backcare_tui.text import clean, say_minutes, write_time

if TYPE_CHECKING:
    from backcare_tui.guidance.facts import Facts

CAN_WAIT = "can wait"
"""Stands in place of the length and the time of what is planned and too hard for today."""
FLARE_GROUP = "flare"
"""The group of routines that are made for a bad day."""


def gentle_items(
    repository: Repository, clock: Clock, day: HardDay, facts: "Facts | None"
) -> Iterator[AgendaItem]:
    """The routine for now on a hard day, until one was done since the last check-in."""
    if not day.is_hard or is_answered(day, entries_of_today(repository, Session, clock)):
        return
    # The first screen waits for the rules only where the day is a hard one.
    from backcare_tui.guidance.gentle import calm_today  # noqa: PLC0415 - as above

    calm = calm_today(repository, clock, facts)
    if calm and calm.instead and not calm.stops:
        found = calm.instead
        yield AgendaItem("now", "due", found.name, calm.length, "", found.id)


def planned_items(repository: Repository, clock: Clock, day: HardDay) -> Iterator[AgendaItem]:
    """The planned routine and the walk of a program; what loads the back can wait on a hard day."""
    for each in (*_routine(repository, clock), *_walk(repository, clock)):
        yield _quiet(each, repository) if day.is_hard else each


def can_wait(routine: Routine) -> bool:
    """Whether a planned routine is not asked for on a hard day: it loads the back.

    What is made for a flare is what helps then, and is asked for as ever.
    """
    return not (is_light(routine) or routine.group == FLARE_GROUP)


def _quiet(line: AgendaItem, repository: Repository) -> AgendaItem:
    """A planned routine, which can wait if it is too hard for today."""
    planned = find_routine(line.of, repository.entries(Routine)) if line.state == "due" else None
    if planned and can_wait(planned):
        return replace(line, state="open", value=CAN_WAIT, when="")
    return line


def _routine(repository: Repository, clock: Clock) -> Iterator[AgendaItem]:
    """The first planned routine that is not done, the program's next, else today's last session."""
    today, sessions = clock.today(), entries_of_today(repository, Session, clock)
    plans = [plan for plan in repository.entries(Plan) if plan.routine]
    if item := _planned(repository, plans, sessions, today) or _of_program(
        repository, plans, today
    ):
        yield item
    elif sessions:
        last = sessions[-1]
        length = "" if last.done_s is None else say_minutes(last.done_s / 60)
        name = clean(last.name) if last.name else routine_name(last.routine)
        yield AgendaItem("routine", "done", name, length, write_time(last.at), last.id)


def _planned(
    repository: Repository, plans: Iterable[Plan], sessions: Iterable[Session], today: dt.date
) -> AgendaItem | None:
    """The first routine that is planned for today and not done yet."""
    done = {session.routine for session in sessions}
    for plan in planned_routines(plans, today):
        if plan.routine and plan.routine not in done:
            return _to_do(repository, plan.routine, plan.time or "")
    return None


def _of_program(repository: Repository, plans: Iterable[Plan], today: dt.date) -> AgendaItem | None:
    """The routine that a program under way has next."""
    now = _progress(repository, plans, today)
    routine = next_up(now, today) if now else None
    return _to_do(repository, routine, f"week {now.week.week}") if now and routine else None


def _walk(repository: Repository, clock: Clock) -> Iterator[AgendaItem]:
    """The walk that a program under way asks for, beside its routines."""
    today = clock.today()
    now = _progress(repository, repository.entries(Plan), today)
    if now and has_walk(now, today):
        minutes, week = say_minutes(now.week.walk.minutes), f"week {now.week.week}"
        yield AgendaItem("walk", "due", "A walk", minutes, week, WALK)


def _progress(
    repository: Repository, plans: Iterable[Plan], today: dt.date
) -> ProgramProgress | None:
    """Where one is in the program that is under way."""
    if (at := under_way(plans, today)) is None:
        return None
    known, plan = at
    return progress(known, plan, repository.entries(Session, (plan.day, today)))


def _to_do(repository: Repository, routine: str, when: str) -> AgendaItem:
    own = repository.entries(Routine)
    known = find_routine(routine, own)
    length = say_length(known) if known else ""
    return AgendaItem("routine", "due", routine_name(routine, own), length, when, routine)
