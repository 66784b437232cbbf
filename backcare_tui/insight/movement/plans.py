"""What is meant to happen: the plans of a day."""

import datetime as dt
from collections.abc import Iterable

from backcare_tui.diary.records.plan import Plan
from backcare_tui.text import WEEKDAYS


def is_in_force(plan: Plan, day: dt.date) -> bool:
    """Whether a plan holds on a day, whatever the day of the week."""
    return (plan.since is None or plan.since <= day) and (plan.until is None or day <= plan.until)


def planned_routines(plans: Iterable[Plan], day: dt.date) -> tuple[Plan, ...]:
    """The plans that name a routine for a day, in the order of their time of day."""
    weekday = WEEKDAYS[day.weekday()].lower()
    due = [p for p in plans if p.routine and weekday in p.days and is_in_force(p, day)]
    return tuple(sorted(due, key=lambda plan: (plan.time or "24:00", plan.id)))
