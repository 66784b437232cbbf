"""The decision table, asked: all that the rules say of the facts."""

from collections.abc import Callable, Mapping

from backcare_tui.guidance.advice.table import (
    LEVELS,
    ORDER,
    Advice,
    Reason,
    rules,
    spoken,
)
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.rules import (
    activity,
    courses,
    diet,
    exercise,
    flare,
    inflammatory,
    legs,
    massage,
    medicines,
    open_signs,
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
    activity,
    diet,
    support,
    medicines,
)
LOOKS: Mapping[str, Looks] = {
    id_: look for module in _MODULES for id_, look in module.LOOKS.items()
}
"""What looks for each rule of the table, by its id."""


def advise(facts: Facts) -> tuple[Advice, ...]:
    """All that the rules say of the facts, foremost first: urgent, caution, info.

    With anything urgent, only that; an emergency before what can wait until the evening. Within
    one urgency the order is that of the table. What a stronger rule says too is left out. While
    anything stands unanswered, nothing that reassures or nudges is said beside it.
    """
    where = region_of(facts.settings)
    fired = {
        rule.id: spoken(rule, reason, where)
        for rule in rules().values()
        if (reason := LOOKS[rule.id](facts))
    }
    if any(advice.stands for advice in fired.values()):
        fired = {id_: advice for id_, advice in fired.items() if not rules()[id_].gives_way}
    hidden = {id_ for fired_id in fired for id_ in rules()[fired_id].over}
    said = [advice for id_, advice in fired.items() if id_ not in hidden]
    urgent = [advice for advice in said if advice.severity == "urgent"]
    return tuple(sorted(urgent or said, key=_rank))


def _rank(advice: Advice) -> tuple[int, int]:
    return ORDER.index(advice.severity), LEVELS.index(advice.level)
