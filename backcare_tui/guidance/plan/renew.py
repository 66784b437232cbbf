"""The next week from the last one: which way it goes, in which form, and each change with its reason."""

import datetime as dt
from collections.abc import Iterable

from msgspec.structs import replace

from backcare_tui.diary.records.week_plan import PlanLine, WeekAnswer, WeekPlan
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock, week_of
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.plan.changes import changes_of
from backcare_tui.guidance.plan.demands import Demands, demands_of
from backcare_tui.guidance.plan.forming import Forming
from backcare_tui.guidance.plan.last_week import LastWeek
from backcare_tui.guidance.plan.make import (
    first_lines,
    new_week,
    other_lines,
    week_plan,
)
from backcare_tui.guidance.plan.parts import is_active, lines_of, total_minutes
from backcare_tui.guidance.plan.scheduling import placed
from backcare_tui.guidance.plan.situation import WEEK, WeekSituation
from backcare_tui.guidance.plan.table import PlanRule, plan_rules, say_why
from backcare_tui.guidance.plan.turning import turn_of
from backcare_tui.guidance.plan.weeks_kept import (
    RENEWED_FROM,
    answer_of,
    covers,
    plan_of,
    plan_up_to,
    weeks_kept,
)


def renewed_week(
    repository: Repository,
    clock: Clock,
    answer: WeekAnswer | None,
    facts: Facts | None = None,
) -> WeekPlan:
    """The next week from the one that runs; once that has no plan, this one from the last.

    Nothing is written. Where a plan of the week that is made is kept, this one has its id. Without any
    plan it is a first week.

    Args:
        repository: The diary.
        clock: The moment.
        answer: What is said of the last week; what is kept of it counts where this is None.
        facts: What the rules see, where it was gathered already.
    """
    kept = weeks_kept(repository)
    last = plan_up_to(kept, clock.today())
    if last is None:
        return new_week(repository, clock, facts)
    now = WeekSituation(repository, clock, week_after(last, repository, clock), facts)
    said = answer or answer_of(repository, last.week)
    return renewed(last, said, now, plan_of(kept, now.first))


def week_after(last: WeekPlan, repository: Repository, clock: Clock) -> dt.date:
    """The first day of the week that is made from a plan: the next one, or this one where it is over.

    On the evening of a week that was not renewed it is the next one, too.
    """
    begins, now = repository.settings().first_weekday, clock.now()
    first, end = week_of(now.date(), begins)
    if covers(last, now.date()) or last.week > now.date():
        return week_of(last.week + WEEK, begins)[0]
    return first + WEEK if now.date() == end and now.time() >= RENEWED_FROM else first


def renewed(
    last: WeekPlan, answer: WeekAnswer | None, now: WeekSituation, there: WeekPlan | None
) -> WeekPlan:
    """The plan of the week of `now` from the last one.

    Args:
        last: The last plan.
        answer: What was said of it.
        now: What stands, for the week that is made.
        there: The plan of that week that is kept already.
    """
    return _after(LastWeek(last, answer, now), there)


def carried_on(last: WeekPlan, now: WeekSituation) -> WeekPlan:
    """The plan of the week of `now` where nobody renewed the last one: no harder, eased where that is safer."""
    return _after(LastWeek(last, None, now, is_carried=True), None)


def mended(last: WeekPlan, now: WeekSituation) -> WeekPlan:
    """A plan with what does not fit any more exchanged or left out; the rest as it is."""
    demands = demands_of(now)
    before = LastWeek(last, None, now, is_carried=True)
    forming = Forming(before, demands, plan_rules()["carried"], ())
    lines = lines_of(placed(forming.mended(), now.room), now)
    others = tuple(line for line in last.lines if not is_active(line))
    whys = {"": say_why("fits-day"), **forming.whys}
    changes = changes_of(last.lines, lines, whys, now.own)
    return replace(last, lines=(*lines, *others), changes=(*last.changes, *changes))


def _after(before: LastWeek, there: WeekPlan | None) -> WeekPlan:
    """The plan of the week after one, in the place of the one that is there."""
    now, last = before.now, before.plan
    demands = demands_of(now)
    row = turn_of(before, demands)
    lines, whys = _active(before, demands, row)
    if row.turn == "grow" and total_minutes(lines) <= before.minutes:
        row = plan_rules()["renew-full"]
    compared = last if row.turn == "stand" else before.base or last
    changes = changes_of(compared.lines, lines, {"": say_why(row.id), **whys}, now.own)
    others = other_lines(now, demands)
    return replace(week_plan(now, (*lines, *others), there), changes=changes)


def _active(
    last: LastWeek, demands: Demands, row: PlanRule
) -> tuple[tuple[PlanLine, ...], dict[str, str]]:
    """The active lines of the next week, and the reasons of single ones by their ids."""
    if row.turn == "stand" or row.id == "renew-after-program" or not last.minutes:
        return first_lines(last.now, demands), {}
    forms = [each for each in plan_rules().values() if each.barrier in last.barriers]
    forming = Forming(last, demands, row, forms)
    parts = forming.parts()
    laid = placed(parts, last.now.room, forming.favored)
    lines = lines_of(laid, last.now)
    times = {part.id: part.times for part in laid}
    for part in parts:
        if times.get(part.id, 0) < part.times:
            forming.whys[part.id] = say_why("fits-day")
    days = {"days": say_why("days-kept")} if forming.moves else {}
    return _tied(lines, forms, last.now), forming.whys | days


def _tied(
    lines: Iterable[PlanLine], forms: Iterable[PlanRule], now: WeekSituation
) -> tuple[PlanLine, ...]:
    """The lines with a time of day for what is done first, where it was forgotten and getting up is known."""
    found = tuple(lines)
    if not (now.intake.usual_up and any(row.tied for row in forms)):
        return found
    first = next((line for line in found if line.time is None), None)
    return tuple(
        replace(each, time=now.intake.usual_up) if each is first else each for each in found
    )
