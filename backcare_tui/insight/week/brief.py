"""A week in the few sentences that there is room for beside the day."""

from backcare_tui.insight.week.look import WeekLook
from backcare_tui.insight.week.sentences import NOTHING, facts

OF_THE_DAY = frozenset({"Pain", "Change", "Asleep", "Moved", "Care"})
"""What a person asks of a week first; the rest stands in Trends and in Diet."""


def brief(look: WeekLook) -> tuple[str, ...]:
    """Pain and how it changed, sleep, movement and care, one sentence each where it is known."""
    said = (each for each in facts(look) if each.name in OF_THE_DAY and "sentence" in each.stands)
    return tuple(each.said for each in said) or (NOTHING,)
