"""The plan of the week that runs, as it may be done now, and whether a week is to be renewed."""

import datetime as dt

from msgspec.structs import replace

from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.week_plan import PlanChange, WeekPlan
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.plan.parts import is_active, is_possible, parts_of
from backcare_tui.guidance.plan.progress import playable
from backcare_tui.guidance.plan.situation import WEEK, WeekSituation
from backcare_tui.guidance.plan.table import say_why
from backcare_tui.guidance.plan.weeks_kept import RENEWED_FROM, is_held, plan_up_to, weeks_kept


def week_plan_now(
    repository: Repository, clock: Clock, facts: Facts | None = None
) -> WeekPlan | None:
    """The plan of the running week, as it may be done now; None where none was ever made.

    One that was not renewed is carried on, no harder; after two missed weeks with a gentle start. While a
    warning sign waits for an answer only what it allows is left. What does not fit what is stated any
    more, or is not there any more, is exchanged. Nothing of that is written.

    Args:
        repository: The diary.
        clock: The moment.
        facts: What the rules see, where it was gathered already.
    """
    kept = weeks_kept(repository)
    last = plan_up_to(kept, clock.today())
    if last is None:
        return None
    now = WeekSituation(repository, clock, facts=facts)
    if now.stopping:
        from backcare_tui.guidance.plan.make import new_week  # noqa: PLC0415 - heavy, on few days

        held = new_week(repository, clock, now.facts)
        return replace(held, changes=(PlanChange("Only what is allowed.", say_why("sign-stands")),))
    if is_held(last) or last.week + WEEK <= now.today:
        from backcare_tui.guidance.plan.renew import carried_on  # noqa: PLC0415 - as above

        return carried_on(last, now)
    if _is_fine(last, WeekSituation(repository, clock, last.week, now.facts)):
        return last
    from backcare_tui.guidance.plan.renew import mended  # noqa: PLC0415 - as above

    return mended(last, now)


def plan_to_renew(repository: Repository, clock: Clock) -> WeekPlan | None:
    """The plan whose week is over, on its last day from 18:00 on or later, and no next one is kept; else None.

    A first one that was made on this very day is not: nothing of it could be done yet.
    """
    moment = clock.now()
    kept = weeks_kept(repository)
    last = plan_up_to(kept, moment.date())
    if last is None or last is not kept[-1] or repository.settings().introduced == moment.date():
        return None
    end = last.week + dt.timedelta(days=6)
    is_over = moment.date() > end or (moment.date() == end and moment.time() >= RENEWED_FROM)
    return last if is_over else None


def as_in_the_week(repository: Repository, clock: Clock, routine_id: str) -> Routine | None:
    """A routine as the running week has it, with its steps and minutes; None where it is not in it."""
    plan = week_plan_now(repository, clock)
    own = repository.entries(Routine)
    lines = [line for line in plan.lines if line.id == routine_id] if plan else []
    return next((found for line in lines if (found := playable(line, own))), None)


def _is_fine(plan: WeekPlan, now: WeekSituation) -> bool:
    """Whether each line can be done as it stands, on days that have room for it."""
    left = list(now.room)
    parts = parts_of(plan.lines, now)
    if len(parts) < sum(map(is_active, plan.lines)):
        return False
    for part in parts:
        if not is_possible(part, now):
            return False
        for day in part.days:
            left[day] -= part.minutes
    return min(left) >= 0
