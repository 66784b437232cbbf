"""The check for warning signs, offered and then let be.

It is offered in words on three days. After that a quiet word says that it is due, until pain is severe: then the
words come back, once a week at most. What may be a sign asks for the check by itself (`guidance.concerns`).
"""

from collections.abc import Collection
from typing import Literal

import msgspec

from backcare_tui.guidance.advice.table import Advice
from backcare_tui.guidance.averages import WEEK
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.levels import HIGH_PAIN
from backcare_tui.guidance.red_flags import is_due, last_check

VERY_LOW = 1
"""The mood from which on the two questions about it are offered (our own rule)."""
OFFERED_DAYS = 3
"""On how many days the check is offered in words before it is let be (our own rule)."""
WhyOffered = Literal["never", "due", "mood"]
"""Why the check is offered: not made yet, 30 days ago, or for its questions about mood."""
ID, NEVER = "check-offer", "never"
"""By what it is kept in the diary that the offer was shown."""


class CheckOffer(msgspec.Struct, frozen=True):
    """An offer of the check for warning signs."""

    why: WhyOffered
    since: str
    """The day of the last check, or `never`: a new check is offered anew."""
    is_quiet: bool = False
    """Whether a quiet word is enough, as it was offered on three days."""
    is_pressing: bool = False
    """Whether severe pain asks for it: then it is said in words, whatever else is."""

    def is_told(self, beside: Collection[Advice]) -> bool:
        """Whether it is said in words beside some advice, or only that the check is due.

        What stands among the advice asks for the check itself.
        """
        if any(each.stands for each in beside):
            return self.why == "mood"
        return self.why == "mood" or self.is_pressing or not (beside or self.is_quiet)

    @property
    def shown(self) -> Advice:
        """What is kept of its having been shown, as of a piece of advice."""
        return Advice(ID, "info", "", "", "", self.since)


def offers_check(facts: Facts) -> CheckOffer | None:
    """Why, and how loudly, the check for warning signs is offered; None where it is not."""
    at = last_check(facts.checks)
    since = at.date().isoformat() if at else NEVER
    is_low = any(
        entry.mood == VERY_LOW and entry.day == facts.today and (at is None or entry.at > at)
        for entry in facts.moments
    )
    if is_low:
        return CheckOffer("mood", since)
    if not is_due(facts.checks, facts.today):
        return None
    why: WhyOffered = "due" if at else "never"
    if _is_severe(facts, since):
        return CheckOffer(why, since, is_pressing=True)
    return CheckOffer(why, since, is_quiet=_was_offered(facts, since))


def _was_offered(facts: Facts, since: str) -> bool:
    """Whether it was shown on three days before this one."""
    key = CheckOffer("due", since).shown.key
    showing, last = facts.settings.advice_times.get(key), facts.settings.advice_shown.get(key)
    days = showing.times if showing else 0
    return days - (last == facts.today) >= OFFERED_DAYS


def _is_severe(facts: Facts, since: str) -> bool:
    """Whether pain is severe today; it brings the words back once a week at most."""
    now = facts.pain_now
    if now is None or now.severity < HIGH_PAIN:
        return False
    last = facts.settings.advice_shown.get(CheckOffer("due", since).shown.key)
    return last is None or not 0 < (facts.today - last).days < WEEK
