"""The parts of a week: which routine serves for what, how long a walk is, and how they stand as lines."""

import datetime as dt
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.week_plan import PlanLine
from backcare_tui.diary.values import Weekday
from backcare_tui.guidance.plan.scheduling import WeekPart, weekday_ids
from backcare_tui.guidance.plan.situation import WeekSituation
from backcare_tui.guidance.plan.sizing import Limits, Sized, sized, slot_of, still_fits
from backcare_tui.guidance.plan.table import PartKind, say_why, say_why_of_part
from backcare_tui.insight.movement.programs import WALK
from backcare_tui.library.routines import find_routine
from backcare_tui.text import write_time

if TYPE_CHECKING:
    from backcare_tui.guidance.plan.demands import Demands

BEFORE_BED = dt.timedelta(minutes=30)
"""How long before going to bed an evening routine is due; a choice of ours."""
HIGHEST = 3
"""The highest level of an exercise."""
SHOWN: tuple[PartKind, ...] = ("ease", "strength", "calm", "walk")
"""The order in which parts stand in a week."""


def limits_of(now: WeekSituation, demands: "Demands", minutes: int, level: int) -> Limits:
    """What a routine of the week has to keep within."""
    return Limits(
        minutes=minutes,
        level=min(level, demands.level_at_most),
        conditions=now.intake.conditions,
        no_floor=demands.no_floor,
    )


def part_for(
    slot: PartKind,
    now: WeekSituation,
    demands: "Demands",
    limits: Limits,
    without: Collection[str] = (),
) -> WeekPart | None:
    """The foremost routine for a part that fits, of strength one of the level if there is any; once.

    Args:
        slot: What it is for.
        now: What stands.
        demands: Which routines the table names.
        limits: What it has to keep within.
        without: Routines that are not to be taken.
    """
    best: tuple[str, Sized, str] | None = None
    for id_, row in demands.offers(slot):
        if id_ in without or id_ in now.planned_ids:
            continue
        found = find_routine(id_, now.own)
        fit = sized(found, limits) if found else None
        if fit and (best is None or (slot == "strength" and fit.level > best[1].level)):
            best = id_, fit, row
    if best is None:
        return None
    id_, fit, row = best
    return WeekPart(
        slot=slot,
        id=id_,
        minutes=fit.minutes,
        times=1,
        level=fit.level,
        steps=fit.steps,
        why=say_why_of_part(row, slot),
    )


def walk_of(minutes: int, times: int) -> WeekPart:
    """Walks at ease."""
    return WeekPart(slot="walk", id=WALK, minutes=minutes, times=times, why=say_why("walks"))


def lines_of(parts: Iterable[WeekPart], now: WeekSituation) -> tuple[PlanLine, ...]:
    """The parts as they are kept, in the order in which a week shows them."""
    in_order = sorted(parts, key=lambda part: SHOWN.index(part.slot))
    return tuple(_line(part, now) for part in in_order)


def parts_of(lines: Iterable[PlanLine], now: WeekSituation) -> tuple[WeekPart, ...]:
    """The active parts that lines are; a routine that is not there any more has no part."""
    order = weekday_ids(range(7), now.first)
    found = []
    for line in lines:
        slot = _slot_of_line(line, now.own)
        if slot is None:
            continue
        minutes = line.minutes or now.whole_minutes(line.id) or 1
        found.append(
            WeekPart(
                slot=slot,
                id=line.id,
                minutes=minutes,
                times=line.times,
                why=line.why,
                level=line.level or 1,
                steps=line.steps,
                days=tuple(sorted(order.index(day) for day in set(line.days))),
            )
        )
    return tuple(found)


def is_possible(part: WeekPart, now: WeekSituation) -> bool:
    """Whether a part can be done in its minutes with what is stated, on whatever kind of day."""
    if part.slot == "walk":
        return True
    known = find_routine(part.id, now.own)
    limits = Limits(minutes=part.minutes, level=HIGHEST, conditions=now.intake.conditions)
    return known is not None and still_fits(known, part.steps, limits)


def total_minutes(lines: Iterable[PlanLine]) -> int:
    """The active minutes of a week: routines and walks."""
    return sum((line.minutes or 0) * line.times for line in lines if is_active(line))


def is_active(line: PlanLine) -> bool:
    """Whether a line is something to do with the body: moving, or resting as a routine leads it."""
    return line.kind in {"routine", "walk"}


def _line(part: WeekPart, now: WeekSituation) -> PlanLine:
    is_walk = part.slot == "walk"
    return PlanLine(
        kind="walk" if is_walk else "routine",
        id=part.id,
        minutes=part.minutes,
        days=_weekdays(part, now),
        times=part.times,
        time=_evening(now) if part.slot == "calm" else None,
        level=part.level,
        steps=part.steps,
        why=part.why,
    )


def _weekdays(part: WeekPart, now: WeekSituation) -> tuple[Weekday, ...]:
    return weekday_ids(part.days, now.first)


def _evening(now: WeekSituation) -> str | None:
    """Half an hour before the usual time of going to bed, where that is known."""
    if not now.intake.usual_bed:
        return None
    bed = dt.datetime.combine(now.today, dt.time.fromisoformat(now.intake.usual_bed))
    return write_time(bed - BEFORE_BED)


def _slot_of_line(line: PlanLine, own: Iterable[Routine]) -> PartKind | None:
    if line.kind == "walk":
        return "walk"
    found = find_routine(line.id, own) if line.kind == "routine" else None
    return slot_of(found) if found else None
