"""A first week: which parts, how much of each, on which days; well below what there is time for."""

from msgspec.structs import replace

from backcare_tui.diary.records.week_plan import PlanLine, WeekPlan
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.averages import MONTH
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.plan.amounts import SHORTEST
from backcare_tui.guidance.plan.demands import Demands, demands_of
from backcare_tui.guidance.plan.page_to_read import page_to_read
from backcare_tui.guidance.plan.parts import limits_of, lines_of, part_for, walk_of
from backcare_tui.guidance.plan.scheduling import WeekPart, placed, weekday_ids
from backcare_tui.guidance.plan.situation import WeekSituation
from backcare_tui.guidance.plan.table import PartKind, say_why, say_why_to_read
from backcare_tui.guidance.plan.weeks_kept import CHECK_UP, plan_of, weeks_kept
from backcare_tui.library.routines import is_of_library, routine

PERCENT_OF_DAY = 60
"""Of a day's minutes, that one routine or walk of a first week takes (our own rule)."""
LEAST_MINUTES = 4
"""Of a routine, where the day has them: two exercises need about as long (our own rule)."""
MOST_MINUTES: dict[PartKind, int] = {"ease": 9, "strength": 12, "calm": 10, "walk": 15}
"""Of one time in a first week (our own rule)."""
USUAL_TIMES: dict[PartKind, int] = {"ease": 3, "strength": 2, "calm": 2}
"""In a week; strength on two days or more (WHO 2020), the rest our own rule."""
MOST_WALKS = 5
"""In a first week (our own rule; Pocovi 2024 went up to five a week)."""
PERCENT_OF_WALKS = 35
"""Of a first week's minutes, that are kept for walks (our own rule)."""
GENTLE_SHARE = 50
"""Percent of the minutes that there are below which loosening comes before strength (our own rule)."""
USED_TO = 3
"""Sessions in four weeks from which one is used to a level (our own rule)."""


def new_week(repository: Repository, clock: Clock, facts: Facts | None = None) -> WeekPlan:
    """The week that runs, from the decision table and what the diary holds; nothing is written.

    Where a plan of that week is kept, the new one has its id, and takes its place.

    Args:
        repository: The diary.
        clock: The moment.
        facts: What the rules see, where it was gathered already.
    """
    now = WeekSituation(repository, clock, facts=facts)
    demands = demands_of(now)
    kept = weeks_kept(repository)
    lines = (*first_lines(now, demands), *other_lines(now, demands))
    return week_plan(now, lines, plan_of(kept, now.first))


def week_plan(
    now: WeekSituation, lines: tuple[PlanLine, ...], there: WeekPlan | None = None
) -> WeekPlan:
    """The plan of a week with these lines, in the place of the one that is there."""
    plan = WeekPlan(week=now.first, minutes_a_day=now.intake.minutes_a_day, lines=lines)
    return replace(plan, id=there.id, updated=there.updated) if there else plan


def first_lines(now: WeekSituation, demands: Demands) -> tuple[PlanLine, ...]:
    """The active lines of a first week."""
    return lines_of(placed(first_parts(now, demands), now.room), now)


def first_parts(now: WeekSituation, demands: Demands) -> tuple[WeekPart, ...]:
    """The parts of a first week, within the share of the time that the table gives them."""
    left = budget = sum(now.room) * demands.share // 100
    walks = not demands.leaves_out("walk")
    reserved = budget * PERCENT_OF_WALKS // 100 if walks else 0
    found: list[WeekPart] = []
    slots: tuple[PartKind, ...] = ("strength", "ease", "calm")
    for slot in slots if demands.share >= GENTLE_SHARE else ("ease", "strength", "calm"):
        part = _first_part(slot, now, demands, left - reserved)
        if part:
            found.append(part)
            left -= part.total
    if walks and left > 0:
        found.append(_first_walk(now, left))
    return tuple(found)


def other_lines(now: WeekSituation, demands: Demands) -> tuple[PlanLine, ...]:
    """The lines that are no exercise: a check-up, visits, a page to read."""
    page = page_to_read(now, demands.reads)
    pages = [PlanLine(kind="read", id=page[0], why=say_why_to_read(page[1]))] if page else []
    if now.stopping:
        return PlanLine(kind="visit", id=CHECK_UP, why=say_why(CHECK_UP)), *pages
    return *_visits(now, demands), *pages


def level_used_to(now: WeekSituation) -> int:
    """The level of strength that one is used to from the last four weeks, 1 to 3."""
    month = now.facts.since(MONTH)
    levels = [
        routine(each.routine).level
        for each in now.facts.sessions
        if each.day >= month and not each.stopped and is_of_library(each.routine)
    ]
    return max((each for each in levels if levels.count(each) >= USED_TO), default=1)


def _first_part(slot: PartKind, now: WeekSituation, demands: Demands, left: int) -> WeekPart | None:
    if demands.leaves_out(slot) and not (slot == "calm" and not now.stops_all and now.stopping):
        return None
    most = min(max(now.room), left)
    wanted = now.intake.minutes_a_day * PERCENT_OF_DAY // 100
    minutes = min(max(wanted, LEAST_MINUTES), MOST_MINUTES[slot], most)
    if minutes < min(SHORTEST, now.intake.minutes_a_day):
        return None
    limits = limits_of(now, demands, minutes, level_used_to(now))
    part = part_for(slot, now, demands, limits)
    if part is None or part.minutes > left:
        return None
    times = demands.times(slot, USUAL_TIMES[slot])
    return replace(part, times=min(times, left // part.minutes))


def _first_walk(now: WeekSituation, left: int) -> WeekPart:
    wanted = max(now.intake.minutes_a_day * PERCENT_OF_DAY // 100, 1)
    minutes = min(wanted, MOST_MINUTES["walk"], left, max(now.room))
    return walk_of(minutes, min(left // minutes, MOST_WALKS))


def _visits(now: WeekSituation, demands: Demands) -> list[PlanLine]:
    """The next visit of each open course that is due in the week, and the first of one that is wanted."""
    rows = {row.id for row in demands.rows}
    found = []
    for each in now.courses:
        if each.status == "active" and each.due and each.due <= now.days[-1]:
            on = weekday_ids([(each.due - now.first).days], now.first)
            days = on if each.due >= now.first else ()
            why = say_why("course-open")
            found.append(PlanLine(kind="visit", id=each.course.treatment, days=days, why=why))
    if "course-wish" in rows:
        why = say_why("course-wish")
        found.append(PlanLine(kind="visit", id=now.intake.course_wish, why=why))
    return found
