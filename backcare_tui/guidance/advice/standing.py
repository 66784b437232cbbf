"""The facts of now, and what of them comes before any routine."""

import msgspec

from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.advice.current import stops
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.advice.table import Advice
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.gathering import gather


class RulesNow(msgspec.Struct, frozen=True):
    """What the diary says now."""

    facts: Facts
    stops: tuple[Advice, ...]
    """The advice for which no routine is offered, foremost first; also none that puts no load on the back."""
    asks: tuple[Advice, ...]
    """The advice that asks for an answer first, and keeps nothing from beginning."""


def look(repository: Repository, clock: Clock, facts: Facts | None = None) -> RulesNow:
    """Ask all the rules.

    Args:
        repository: The diary.
        clock: The moment.
        facts: What the rules see, where it was gathered already.
    """
    facts = facts or gather(repository, clock)
    said = advise(facts)
    stopping = tuple(each for each in said if stops(each))
    asking = tuple(each for each in said if each.stands and each not in stopping)
    return RulesNow(facts, stopping, asking)
