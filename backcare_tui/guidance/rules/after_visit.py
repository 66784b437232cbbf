"""What a treatment left behind: looked for among the side effects of visits."""

from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.facts import Facts
from backcare_tui.library.taxonomy import name_of
from backcare_tui.text import say_day

NUMB = "numbness"
NUMB_DAYS = 3
"""For how long numbness after a treatment is spoken of (our own rule)."""


def numb(facts: Facts) -> Reason | None:
    """It was numb or tingled after a treatment, and nobody asked for warning signs since."""
    first = facts.since(NUMB_DAYS)
    found = [each for each in facts.visits if each.day >= first and NUMB in each.side_effects]
    if not found or any(check.at >= found[-1].at for check in facts.checks):
        return None
    last = found[-1]
    treatment = name_of("treatments", last.treatment).lower()
    effect = name_of("side_effects", NUMB).lower()
    when = say_day(last.day, facts.today)
    return Reason(f"After the {treatment} on {when}: {effect}.", last.id)


LOOKS = {"visit-numb": numb}
