"""What is meant to happen: the plans of a day."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.when import weekday_id
from backcare_tui.library.routines import program


def is_in_force(plan: Plan, day: dt.date) -> bool:
    """Whether a plan holds on a day, whatever the day of the week."""
    return (plan.since is None or plan.since <= day) and (plan.until is None or day <= plan.until)


def planned_routines(plans: Iterable[Plan], day: dt.date) -> tuple[Plan, ...]:
    """The plans that name a routine for a day, in the order of their time of day.

    Programs are left out: they ask for sessions of a week, on no day, and move on by what was done.
    """
    weekday = weekday_id(day)
    due = [p for p in plans if _names_day(p, weekday) and is_in_force(p, day)]
    return tuple(sorted(due, key=lambda plan: (plan.time or "24:00", plan.made)))


def planned_on(plans: Iterable[Plan], days: Iterable[dt.date]) -> Counter[str]:
    """How often each routine is planned on some days; two plans may mean it twice on one."""
    held = tuple(plans)
    return Counter(
        plan.routine for day in days for plan in planned_routines(held, day) if plan.routine
    )


def _names_day(plan: Plan, weekday: str) -> bool:
    return bool(plan.routine) and weekday in plan.days and not program(plan.routine or "")
