"""The plan of a week: what is meant for which day, and what of it is done."""

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec

from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.when import WEEKDAY_IDS, weekday_id
from backcare_tui.insight.movement.plans import is_in_force
from backcare_tui.library.routines import find_routine, program
from backcare_tui.text import (
    say_count,
    say_total,
)


class PlanWeek(msgspec.Struct, frozen=True):
    """A plan, day by day of one week."""

    plan: Plan
    minutes: float | None
    """Of the routine each time; None where that is not known."""
    planned: tuple[bool, ...]
    """Whether it is meant for each day."""
    done: tuple[bool, ...]
    """Whether its routine or treatment was done on each day."""


def plan_weeks(
    plans: Iterable[Plan],
    days: Sequence[dt.date],
    sessions: Iterable[Session],
    visits: Iterable[Visit],
    own: Iterable[Routine],
) -> tuple[PlanWeek, ...]:
    """The plans that hold in a week, programs aside, the earliest time of day first.

    Args:
        plans: All of them.
        days: The seven days of the week.
        sessions: Those of the week.
        visits: Those of the week.
        own: The person's own routines.
    """
    mine = tuple(own)
    done = {(each.routine, each.day) for each in sessions}
    treated = {(each.treatment, each.day) for each in visits}
    weeks = []
    for plan in plans:
        if program(plan.routine or "") or not any(is_in_force(plan, day) for day in days):
            continue
        known = find_routine(plan.routine, mine) if plan.routine else None
        weeks.append(
            PlanWeek(
                plan,
                known.minutes if known else None,
                tuple(weekday_id(day) in plan.days and is_in_force(plan, day) for day in days),
                tuple(
                    (plan.routine, day) in done or (plan.treatment, day) in treated for day in days
                ),
            )
        )
    return tuple(sorted(weeks, key=lambda each: (each.plan.time or "24:00", each.plan.made)))


def toggled(plan: Plan, day: dt.date) -> Plan:
    """The plan with a day of the week added, or taken away; the days in the order of a week."""
    order = WEEKDAY_IDS
    days = set(plan.days) ^ {weekday_id(day)}
    return msgspec.structs.replace(plan, days=tuple(sorted(days, key=order.index)))


def say_plan_week(weeks: Iterable[PlanWeek], sessions: Sequence[Session]) -> str:
    """Such as `9 times planned, 1 h 02 in all · this week 4 done, 31 min`."""
    planned = [(each.minutes, sum(each.planned)) for each in weeks if each.plan.routine]
    times = sum(count for _, count in planned)
    known = [(each * count, count) for each, count in planned if each is not None]
    length = say_total(sum(m for m, _ in known), sum(count for _, count in known), times)
    lengths = [each.done_s / 60 for each in sessions if each.done_s is not None]
    is_known = len(lengths) == len(sessions)
    done = say_total(sum(lengths), len(lengths), len(sessions))
    done_words = f"{len(sessions)} done" + (done.removesuffix(" in all") if is_known else done)
    return f"{say_count(times, 'time')} planned{length} · this week {done_words}"
