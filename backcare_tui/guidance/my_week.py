"""My week in words: each line with its minutes, its days, how much of it is done, and what comes next."""

import datetime as dt
from collections.abc import Iterable
from typing import Final

import msgspec
from msgspec.structs import replace

from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.week_plan import PlanLine, WeekPlan
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock, weekday_id
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.gathering import gather
from backcare_tui.guidance.gentle import CalmToday, calm_today
from backcare_tui.guidance.plan.current import week_plan_now
from backcare_tui.guidance.plan.parts import is_active
from backcare_tui.guidance.plan.progress import (
    LineProgress,
    is_hard,
    line_progress,
    playable,
)
from backcare_tui.guidance.plan.scheduling import weekday_ids
from backcare_tui.guidance.plan.weeks_kept import CHECK_UP
from backcare_tui.text import WEEKDAYS, clean, say_count, say_minutes, with_times

NAMES: Final = {name.lower(): name for name in WEEKDAYS}
EVERY_DAY: Final = 7
SOURCE: Final = " Source: "
"""What stands between a reason and where it is from, as the table of the plan says it."""


class MyDay(msgspec.Struct, frozen=True):
    """The lines of the week that are about today."""

    week: tuple[LineProgress, ...]
    """All lines of the week."""
    lines: tuple[tuple[int, LineProgress], ...]
    """Each with its number in the plan: what is due, what is done, and what any day will do for."""
    quiet: frozenset[int]
    """The numbers of those that wait, as today is no day for them."""
    calm: CalmToday | None
    """Why some are quiet, and what is gentle enough instead."""


def my_day(repository: Repository, clock: Clock, facts: Facts | None = None) -> MyDay | None:
    """What the week has for today; None where there is no plan.

    Args:
        repository: The diary.
        clock: The moment.
        facts: What the rules see, where it was gathered already.
    """
    known = facts or gather(repository, clock)
    plan = week_plan_now(repository, clock, known)
    if plan is None:
        return None
    week = line_progress(repository, clock, plan)
    shown = tuple(
        (n, each) for n, each in enumerate(week) if each.is_due_today or each.is_done_today
    )
    calm = calm_today(repository, clock, known)
    own = repository.entries(Routine)
    hard = (
        frozenset(n for n, each in shown if is_hard(each.line, own)) if calm else frozenset[int]()
    )
    return MyDay(week, shown, hard, calm)


def first_to_start(repository: Repository, clock: Clock, plan: WeekPlan) -> Routine | None:
    """The routine of the week that is begun first: what is gentle on a bad day, what is due, else any."""
    calm = calm_today(repository, clock)
    if calm and calm.instead:
        return calm.instead
    own = repository.entries(Routine)
    lines = [each for each in line_progress(repository, clock, plan) if each.line.kind == "routine"]
    in_order = sorted(lines, key=lambda each: (not each.is_due_today, each.is_done_today))
    return next((found for each in in_order if (found := playable(each.line, own))), None)


def with_day_turned(plan: WeekPlan, number: int, day: dt.date) -> WeekPlan:
    """The plan with a day of a line put in or taken out; the last day of a line stays."""
    line = plan.lines[number]
    order = weekday_ids(range(7), plan.week)
    held = set(line.days) ^ {weekday_id(day)}
    if not held:
        return plan
    days = tuple(each for each in order if each in held)
    return _with_line(plan, number, replace(line, days=days, times=len(days)))


def without_line(plan: WeekPlan, number: int) -> WeekPlan:
    """The plan without a line."""
    lines = (*plan.lines[:number], *plan.lines[number + 1 :])
    return replace(plan, lines=lines)


def _with_line(plan: WeekPlan, number: int, line: PlanLine) -> WeekPlan:
    lines = (*plan.lines[:number], line, *plan.lines[number + 1 :])
    return replace(plan, lines=lines)


def say_line_name(each: LineProgress) -> str:
    """What a line is, in a list of lines: `Core Basics`, `Massage visit`, `Read: When not to sit`."""
    match each.line.kind:
        case "read":
            return f"Read: {each.name}"
        case "visit" if each.line.id != CHECK_UP:
            return f"{each.name} visit"
        case _:
            return each.name


def say_week_done(lines: Iterable[LineProgress]) -> str:
    """How much of what is done by moving is done: `2 of 8 this week`; empty where there is none."""
    active = [each for each in lines if is_active(each.line)]
    times = sum(each.line.times for each in active)
    done = sum(min(each.done, each.line.times) for each in active)
    return f"{done} of {times} this week" if times else ""


def why_of(line: PlanLine) -> tuple[str, str]:
    """Why a line is there, and from where that is, each empty where it is not told."""
    return parted(clean(line.why))


def parted(why: str) -> tuple[str, str]:
    """A reason, and from where it is."""
    said, _, source = why.partition(SOURCE)
    return said, source.rstrip(".")


def sources_of_week(plan: WeekPlan) -> str:
    """Where all reasons of a week are from, each once."""
    whys = [*(line.why for line in plan.lines), *(change.why for change in plan.changes)]
    said = (part for why in whys for part in parted(clean(why))[1].split("; "))
    return "; ".join(dict.fromkeys(filter(None, said)))


def say_line_days(line: PlanLine) -> str:
    """`Mon Wed Fri`, `every day`, `3 times`; empty for once on any day."""
    if len(line.days) == EVERY_DAY:
        return "every day"
    if line.days:
        return " ".join(NAMES[day] for day in line.days)
    return f"{line.times} times" if line.times > 1 else ""


def say_line_minutes(line: PlanLine) -> str:
    """`6 min`; empty where none are known."""
    return say_minutes(line.minutes) if line.minutes else ""


def say_line_done(each: LineProgress) -> str:
    """`2 of 3`, of what is done by moving; of others `done`, or nothing."""
    if not is_active(each.line):
        return "done" if each.done else ""
    times = each.line.times
    return f"{each.done} of {times}" if each.done <= times else f"{each.done} times"


def say_changes(plan: WeekPlan) -> Iterable[tuple[str, str]]:
    """What is not as in the week before, with why."""
    for change in plan.changes:
        yield with_times(clean(change.what)), clean(change.why)


def say_amount(plan: WeekPlan) -> str:
    """How much the week asks for: `4 lines · at most 10 min a day`."""
    lines = say_count(len(plan.lines), "line")
    return f"{lines} · at most {say_minutes(plan.minutes_a_day)} a day"
