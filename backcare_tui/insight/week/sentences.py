"""What is said of a week: one list of facts, each tagged for where it stands.

Today says the sentences; the shell says them and then the details; Trends sets the figures in a
table and the lines under their names. What one place says in fewer or other words than another is
written beside it here, so that they cannot drift apart.
"""

from collections.abc import Callable, Iterator

from backcare_tui.insight.week import done_facts, pain_facts, sleep_facts
from backcare_tui.insight.week.fact import Stand, WeekFact
from backcare_tui.insight.week.look import WeekLook

NOTHING = "Nothing was recorded in this week."
_FACTS: tuple[Callable[[WeekLook], Iterator[WeekFact]], ...] = (
    pain_facts.pain_facts,
    pain_facts.change_facts,
    pain_facts.usual_facts,
    pain_facts.where_facts,
    sleep_facts.asleep_facts,
    sleep_facts.efficiency_facts,
    sleep_facts.regularity_facts,
    sleep_facts.rated_facts,
    pain_facts.flares_facts,
    done_facts.moved_facts,
    done_facts.active_facts,
    done_facts.care_facts,
    done_facts.medicines_facts,
    done_facts.drinks_facts,
    done_facts.food_facts,
    done_facts.faithful_facts,
    done_facts.notes_facts,
)
"""In the order in which they are said, each all that is said of one subject."""


def facts(look: WeekLook) -> tuple[WeekFact, ...]:
    """All that is said, wherever; what is not known is not spoken of."""
    return tuple(fact for say in _FACTS for fact in say(look) if fact.said or fact.before)


def sentences(look: WeekLook) -> tuple[str, ...]:
    """The review in plain sentences, one fact a line."""
    return _said(look, "sentence") or (NOTHING,)


def details(look: WeekLook) -> tuple[str, ...]:
    """What the sentences leave out, the notes last."""
    return _said(look, "detail")


def figures(look: WeekLook) -> tuple[WeekFact, ...]:
    """This week, the one before, and the difference."""
    return tuple(fact for fact in facts(look) if "table" in fact.stands)


def lines(look: WeekLook) -> dict[str, tuple[str, ...]]:
    """What the table does not say, by the names that it stands under."""
    said: dict[str, tuple[str, ...]] = {}
    for fact in facts(look):
        if "line" in fact.stands:
            said[fact.name] = (*said.get(fact.name, ()), fact.said)
    return said


def _said(look: WeekLook, stand: Stand) -> tuple[str, ...]:
    return tuple(fact.said for fact in facts(look) if stand in fact.stands)
