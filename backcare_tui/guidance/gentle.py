"""A day for gentle things: why it is one, what can wait, and which routine is fine instead.

The routine is the one that is offered for now, chosen as on any day; only while a warning sign waits that allows
what is light is it one that puts no load on the back.
"""

import msgspec

from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.advice.evaluation import holding_up
from backcare_tui.guidance.advice.table import Advice
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.gathering import gather
from backcare_tui.guidance.hard_day import hard_day_of
from backcare_tui.guidance.now import suggestions
from backcare_tui.guidance.now_table import is_safe
from backcare_tui.guidance.plan.table import plan_rules
from backcare_tui.guidance.safety import fitted
from backcare_tui.library.routines import routine
from backcare_tui.player.timeline import say_length


class CalmToday(msgspec.Struct, frozen=True):
    """Why hard lines are quiet today."""

    why: str
    instead: Routine | None
    """A gentle routine that is fine today, ready to be played; None where none is."""
    length: str = ""
    """How long that takes with what the conditions change: `5 min`."""
    stops: tuple[Advice, ...] = ()
    """What has to be answered first, foremost first."""


def calm_today(
    repository: Repository, clock: Clock, facts: Facts | None = None
) -> CalmToday | None:
    """Why hard lines are quiet today, and what gentle routine is fine instead; None on any other day.

    They are while a warning sign waits for an answer, and on a hard day, as `hard_day` tells it.

    Args:
        repository: The diary.
        clock: The moment.
        facts: What the rules see, where it was gathered already.
    """
    facts = facts or gather(repository, clock)
    if stops := holding_up(facts):
        return _calm(plan_rules()["sign-stands"].why, _light(facts, stops), facts, stops)
    if not (day := hard_day_of(facts)).is_hard:
        return None
    best = next(iter(suggestions(facts)), None)
    return _calm(day.why, best.routine if best else None, facts)


def _calm(
    why: str, instead: Routine | None, facts: Facts, stops: tuple[Advice, ...] = ()
) -> CalmToday:
    length = say_length(fitted(instead, facts.conditions)[0]) if instead else ""
    return CalmToday(why, instead, length, stops)


def _light(facts: Facts, stops: tuple[Advice, ...]) -> Routine | None:
    """Rest and breathing, where what stands allows that."""
    if any(each.blocks == "all" for each in stops):
        return None
    known = map(routine, plan_rules()["sign-stands-light"].calm)
    return next((each for each in known if is_safe(each, facts.conditions)), None)
