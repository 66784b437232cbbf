"""Which way the next week goes: what each row of the table that renews looks for, in its order."""

from collections.abc import Callable, Mapping

from backcare_tui.diary.records.week_plan import WeekPlan
from backcare_tui.guidance.plan.choosing import flare_now, sleeps_poorly
from backcare_tui.guidance.plan.demands import Demands
from backcare_tui.guidance.plan.last_week import WELL, LastWeek
from backcare_tui.guidance.plan.table import PlanRule, plan_rules
from backcare_tui.guidance.plan.weeks_kept import is_held
from backcare_tui.insight.movement.programs import under_way
from backcare_tui.library.routines import find_routine

Turns = Callable[[LastWeek, Demands], bool]

LONG_GAP = 3
"""Weeks from one plan to the next from which one begins anew: two or more were missed (our own rule)."""
LEVEL_WEEKS = 3
"""Weeks at level 1 before the next one; at level 2 twice as many (our own rule; WHO 2020: build up slowly)."""
MEAN_RISE = 1.0
"""Points that sessions may raise pain by on average, as in the programs (our own rule)."""


def went_well(last: LastWeek) -> bool:
    """It was called easy or right, and enough was done."""
    is_said = last.answer is not None and last.answer.felt in WELL
    return is_said and last.is_kept


def level_of(plan: WeekPlan, last: LastWeek) -> int:
    """The level of a week's strength, 1 to 3; 0 where it has none."""
    levels = [0]
    for line in plan.lines:
        found = find_routine(line.id, last.now.own) if line.kind == "routine" else None
        if found and found.group == "strength":
            levels.append(line.level or found.level)
    return max(levels)


def is_level_due(last: LastWeek, demands: Demands) -> bool:
    """It went well, the level was the same for some weeks, and a higher one is allowed."""
    level = level_of(last.plan, last)
    is_open = 1 <= level < demands.level_at_most and not demands.leaves_out("strength")
    if not (is_open and went_well(last)):
        return False
    weeks = LEVEL_WEEKS * level
    row = [last.plan, *reversed(last.earlier)][:weeks]
    is_row = len(row) == weeks and all(level_of(each, last) == level for each in row)
    return is_row and all(map(last.felt_well, row[1:]))


def is_after_program(last: LastWeek) -> bool:
    """A program filled the week, and none is under way any more."""
    had = under_way(last.now.plans, last.plan.week)
    is_bare = not any(line.kind == "routine" for line in last.plan.lines)
    return bool(had) and is_bare and last.now.program_week is None


def is_held_back(last: LastWeek) -> bool:
    """Something got in the way; not where it was easy and enough was done all the same."""
    is_easy = last.answer is not None and last.answer.felt == "easy"
    return bool(last.barriers) and not (is_easy and last.is_kept)


def turn_of(last: LastWeek, demands: Demands) -> PlanRule:
    """The first row of the table that holds."""
    rows = (row for row in plan_rules().values() if row.id in TURNS)
    return next(row for row in rows if TURNS[row.id](last, demands))


def _named(word: str) -> Turns:
    return lambda last, _: word in last.barriers


TURNS: Mapping[str, Turns] = {
    "renew-sign": lambda last, _: bool(last.now.stopping),
    "renew-after-sign": lambda last, _: is_held(last.plan),
    "renew-after-program": lambda last, _: is_after_program(last),
    "renew-back": lambda last, _: last.weeks_since >= LONG_GAP,
    "renew-flare": lambda last, _: flare_now(last.now),
    "renew-stop": lambda last, _: last.has_stopped,
    "renew-rise": lambda last, _: last.has_risen,
    "renew-worse": lambda last, _: last.has_worsened,
    "carried": lambda last, _: last.is_carried,
    "renew-hard": lambda last, _: last.answer is not None and last.answer.felt == "hard",
    "renew-pain": _named("pain"),
    "renew-ill": _named("ill"),
    "renew-sleep": lambda last, _: sleeps_poorly(last.now),
    "renew-mean-rise": lambda last, _: last.mean_rise > MEAN_RISE,
    "renew-barrier": lambda last, _: is_held_back(last),
    "renew-soon": lambda last, _: last.adherence is None or not last.is_over,
    "renew-nothing": lambda last, _: last.is_twice_nothing,
    "renew-some": lambda last, _: not last.is_kept,
    "renew-unsaid": lambda last, _: last.answer is None or last.answer.felt is None,
    "renew-level": is_level_due,
    "renew-more": lambda last, _: went_well(last),
}
"""What looks for each row that says which way it goes."""
