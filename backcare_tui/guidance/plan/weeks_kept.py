"""The weeks that the diary holds: which one runs, which came before it, what was said of it."""

import datetime as dt
from collections.abc import Iterable

from backcare_tui.diary.records.week_plan import WeekAnswer, WeekPlan
from backcare_tui.diary.repository import Repository

CHECK_UP = "check-up"
"""What the line of a week is about that asks for a check-up."""
RENEWED_FROM = dt.time(18)
"""From when on the last day of a week the next one is made (our own rule)."""
_NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)


def weeks_kept(repository: Repository) -> tuple[WeekPlan, ...]:
    """The plan of each week, in the order of weeks; of two for one week that which was changed later."""
    return _last_changed(repository.entries(WeekPlan))


def plan_of(plans: Iterable[WeekPlan], first: dt.date) -> WeekPlan | None:
    """The plan of the week that begins on a day."""
    return next((each for each in plans if each.week == first), None)


def plan_up_to(plans: Iterable[WeekPlan], day: dt.date) -> WeekPlan | None:
    """The last plan whose week has begun on a day.

    Where the clock was set back, or one has traveled, and all weeks lie ahead, the first of them.
    """
    kept = tuple(plans)
    begun = [each for each in kept if each.week <= day]
    return begun[-1] if begun else next(iter(kept), None)


def covers(plan: WeekPlan, day: dt.date) -> bool:
    """Whether a day is one of the seven of a plan."""
    return 0 <= (day - plan.week).days < 7


def is_held(plan: WeekPlan) -> bool:
    """Whether a week was made while a warning sign waited for an answer."""
    return any(line.kind == "visit" and line.id == CHECK_UP for line in plan.lines)


def answer_of(repository: Repository, first: dt.date) -> WeekAnswer | None:
    """What was said of a week; of two that which was changed later."""
    said = [each for each in repository.entries(WeekAnswer) if each.week == first]
    return max(said, key=lambda each: (each.updated or _NEVER, each.id), default=None)


def _last_changed(plans: Iterable[WeekPlan]) -> tuple[WeekPlan, ...]:
    found: dict[dt.date, WeekPlan] = {}
    for each in sorted(plans, key=lambda plan: (plan.updated or _NEVER, plan.id)):
        found[each.week] = each
    return tuple(found[week] for week in sorted(found))
