"""The decision table, asked: all that the rules say of the facts."""

from collections.abc import Callable, Collection, Mapping
from functools import lru_cache

from backcare_tui.guidance.advice.table import (
    LEVELS,
    OF_OUTCOME,
    ORDER,
    Advice,
    Reason,
    rules,
    spoken,
)
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.harder import is_in_flare
from backcare_tui.guidance.rules import (
    activity,
    belief,
    courses,
    diet,
    exercise,
    flare,
    inflammatory,
    legs,
    massage,
    medicines,
    open_signs,
    pacing,
    recheck,
    severity,
    sleep,
    support,
    treatments,
    trends,
    warning_signs,
)
from backcare_tui.library.regions import region_of

Looks = Callable[[Facts], Reason | None]
"""What looks whether a rule speaks."""


_MODULES = (
    warning_signs,
    open_signs,
    recheck,
    inflammatory,
    severity,
    legs,
    treatments,
    massage,
    courses,
    flare,
    trends,
    sleep,
    exercise,
    belief,
    activity,
    pacing,
    diet,
    support,
    medicines,
)
LOOKS: Mapping[str, Looks] = {
    id_: look for module in _MODULES for id_, look in module.LOOKS.items()
}
"""What looks for each rule of the table, by its id."""


@lru_cache(maxsize=len(LOOKS))
def _reason(rule_id: str, facts: Facts) -> Reason | None:
    """What a rule finds; kept for the facts of a moment, of which the day's list and its advice ask both."""
    return LOOKS[rule_id](facts)


def advise(facts: Facts) -> tuple[Advice, ...]:
    """All that the rules say of the facts, foremost first: urgent, caution, info.

    With anything urgent, only that; an emergency before what can wait until the evening. Within
    one urgency the order is that of the table. What a stronger rule says too is left out. While
    anything stands unanswered, nothing that reassures or nudges is said beside it; while pain is
    hard, or that eases, nothing says that it is better or as before, and in a flare nothing praises.
    """
    where = region_of(facts.settings)
    fired = {
        rule.id: spoken(rule, reason, where)
        for rule in rules().values()
        if (reason := _reason(rule.id, facts))
    }
    if any(advice.stands for advice in fired.values()):
        fired = {id_: advice for id_, advice in fired.items() if not rules()[id_].gives_way}
    if silent := _hushed(fired.values(), facts):
        fired = {id_: advice for id_, advice in fired.items() if not silent(advice)}
    hidden = {id_ for fired_id in fired for id_ in rules()[fired_id].over}
    said = [advice for id_, advice in fired.items() if id_ not in hidden]
    urgent = [advice for advice in said if advice.severity == "urgent"]
    return tuple(sorted(urgent or said, key=_rank))


@lru_cache(maxsize=1)
def holding_up(facts: Facts) -> tuple[Advice, ...]:
    """What of the rules holds up a routine, foremost first; for a fraction of what asking all of them takes.

    It is what of `advise` does so, and what is hidden there behind something more urgent that does not. It is
    asked once of the facts of a moment: Today asks for the week and for its quiet.
    """
    where = region_of(facts.settings)
    asked = (rule for rule in rules().values() if rule.blocks)
    fired = [
        spoken(rule, reason, where)
        for rule in asked
        if (reason := _reason(rule.id, facts)) is not None
    ]
    hidden = {id_ for advice in fired for id_ in rules()[advice.id].over}
    return tuple(sorted((each for each in fired if each.id not in hidden), key=_rank))


def _hushed(fired: Collection[Advice], facts: Facts) -> Callable[[Advice], bool] | None:
    """Which praise, and which word of no change, would contradict what else is said; None where none would."""
    if is_in_flare(facts):
        return lambda advice: advice.tone in {"praise", "steady"}
    if any(each.tone in {"alarm", "easing"} and each.subject in OF_OUTCOME for each in fired):
        return lambda advice: advice.tone in {"praise", "steady"} and advice.subject in OF_OUTCOME
    return None


def _rank(advice: Advice) -> tuple[int, int]:
    return ORDER.index(advice.severity), LEVELS.index(advice.level)
