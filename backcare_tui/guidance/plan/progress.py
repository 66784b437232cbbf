"""What of a week is done, what is due today, and how a line is played."""

import datetime as dt
from collections.abc import Iterable, Mapping

import msgspec
from msgspec.structs import replace

from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.routine import DoseChange, Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.records.week_plan import PlanLine, WeekPlan
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock, weekday_id
from backcare_tui.guidance.plan.page_to_read import page_title
from backcare_tui.guidance.plan.sizing import slot_of
from backcare_tui.guidance.plan.weeks_kept import CHECK_UP
from backcare_tui.guidance.safety import GENTLE_LEVEL
from backcare_tui.insight.movement.programs import WALKS
from backcare_tui.library.exercises import is_known
from backcare_tui.library.routines import find_routine, routine_name
from backcare_tui.library.taxonomy import name_of
from backcare_tui.text import name_of_id

ALSO_WALKS = (*WALKS, "walk-in-intervals")
"""The routines that count as a walk of the week."""


class LineProgress(msgspec.Struct, frozen=True):
    """A line of the week, and how it stands."""

    line: PlanLine
    name: str
    """Safe to print."""
    done: int
    """How often in the week; more than `line.times` where more was done."""
    days: frozenset[dt.date]
    """On which days of the week that was."""
    is_due_today: bool
    """Whether today is one of its days, and it is neither done today nor as often as it is meant."""
    is_done_today: bool


def line_progress(repository: Repository, clock: Clock, plan: WeekPlan) -> tuple[LineProgress, ...]:
    """How each line of a week stands today, in the order of the plan."""
    today, last = clock.today(), plan.week + dt.timedelta(days=6)
    days = _days_done(repository, (plan.week, last))
    own = repository.entries(Routine)
    weekday = weekday_id(today)
    found = []
    for line in plan.lines:
        done = days(line)
        is_done = today in done
        is_day = weekday in line.days if line.days else True
        is_due = is_day and not is_done and len(done) < line.times and plan.week <= today <= last
        found.append(
            LineProgress(line, line_name(line, own), len(done), frozenset(done), is_due, is_done)
        )
    return tuple(found)


def line_name(line: PlanLine, own: Iterable[Routine] = ()) -> str:
    """What a line is called, safe to print."""
    match line.kind:
        case "walk":
            return routine_name("walk")
        case "read":
            return page_title(line.id) or name_of_id(line.id)
        case "visit":
            return "A check-up" if line.id == CHECK_UP else name_of("treatments", line.id)
        case _:
            return routine_name(line.id, own)


def playable(line: PlanLine, own: Iterable[Routine]) -> Routine | None:
    """The routine that a line stands for, before it is fitted to conditions; None where there is none.

    It has the line's steps where there are any, and a walk the line's minutes.
    """
    if line.kind not in {"routine", "walk"}:
        return None
    known = find_routine(line.id, own)
    if known is None:
        return None
    if line.kind == "walk" and line.minutes and len(known.steps) == 1:
        timed = replace(known.steps[0], dose=DoseChange(hold_s=line.minutes * 60))
        return replace(known, steps=(timed,), minutes=float(line.minutes))
    steps = tuple(step for step in line.steps if is_known(step.exercise))
    if line.steps and not steps:
        return None
    level = line.level or known.level
    if not steps:
        return replace(known, level=level)
    minutes = float(line.minutes) if line.minutes else None
    return replace(known, steps=steps, minutes=minutes, level=level)


def is_hard(line: PlanLine, own: Iterable[Routine] = ()) -> bool:
    """Whether a line is left for another day where pain is high: strength, and all above level 1."""
    known = find_routine(line.id, own) if line.kind == "routine" else None
    if known is None:
        return False
    return (line.level or known.level) > GENTLE_LEVEL or slot_of(known) == "strength"


class _DaysDone:
    """Each line's days on which it was done in a week, one for each time."""

    def __init__(
        self,
        sessions: Iterable[Session],
        visits: Iterable[Visit],
        checks: Iterable[Check],
        read: Mapping[str, dt.date],
    ) -> None:
        self._sessions = [each for each in sessions if not each.stopped]
        self._visits = tuple(visits)
        self._check_ups = [each for each in checks if each.is_check_up]
        self._read = read

    def __call__(self, line: PlanLine) -> list[dt.date]:
        match line.kind:
            case "walk":
                return [each.day for each in self._sessions if each.routine in ALSO_WALKS]
            case "routine":
                return [each.day for each in self._sessions if each.routine == line.id]
            case "visit" if line.id == CHECK_UP:
                return [each.day for each in self._check_ups]
            case "visit":
                return [each.day for each in self._visits if each.treatment == line.id]
            case _:
                return [day for page, day in self._read.items() if page == line.id]


def _days_done(repository: Repository, week: tuple[dt.date, dt.date]) -> _DaysDone:
    checks = repository.entries(Check)
    return _DaysDone(
        repository.entries(Session, week),
        repository.entries(Visit, week),
        [each for each in checks if week[0] <= each.day <= week[1]],
        {
            page: day
            for page, day in repository.settings().pages_read.items()
            if week[0] <= day <= week[1]
        },
    )
