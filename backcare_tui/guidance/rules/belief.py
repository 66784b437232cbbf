"""Fear of bending and of moving, as it was answered: it leads to bending in small steps.

The construct is that of fear-avoidance beliefs (Waddell 1993); the two questions and the number from
which fear is high are our own. Of the FABQ, more than 14 of 24 is often called high; 6 of 10 is about that.
"""

from backcare_tui.diary.records.belief import Belief
from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.levels import HIGH_PAIN
from backcare_tui.guidance.safety import cautions
from backcare_tui.library.exercises import exercise
from backcare_tui.library.routines import routine
from backcare_tui.text import say_day

HIGH_FEAR = 6
"""From which of 10 fear is high (our own rule, see above)."""
HOLDS_DAYS = 35
"""For how long an answer counts: until the next one is due, and some days more (our own rule)."""
GRADED = "bend-again"
"""The routine that goes from a pencil to a book to a bag."""


def last_belief(facts: Facts) -> Belief | None:
    """What was answered last, while it still counts."""
    found = [each for each in facts.all(Belief) if each.day >= facts.since(HOLDS_DAYS)]
    return found[-1] if found else None


def is_afraid(facts: Facts) -> bool:
    """Whether fear was high in the last answer."""
    last = last_belief(facts)
    return last is not None and last.highest >= HIGH_FEAR


def high(facts: Facts) -> Reason | None:
    """High fear, on a day on which bending in small steps may be begun.

    Not in a flare, not with much pain, and not with a condition that rules bending out.
    """
    last = last_belief(facts)
    if last is None or last.highest < HIGH_FEAR or facts.flare:
        return None
    if facts.pain_now and facts.pain_now.severity >= HIGH_PAIN:
        return None
    steps = routine(GRADED).steps
    if any(cautions(exercise(step.exercise), facts.conditions) for step in steps):
        return None
    said = f"On {say_day(last.day, facts.today)} you answered: {_say(last)}."
    return Reason(said, values={"n": str(last.highest)})


def _say(belief: Belief) -> str:
    told = {"afraid to bend": belief.bending, "moving harms": belief.harm}
    return ", ".join(f"{words} {n} of 10" for words, n in told.items() if n is not None)


LOOKS = {"fear-high": high}
