"""Legs: numbness and pain that run down a leg and last."""

import datetime as dt
from collections.abc import Callable

from backcare_tui.diary.records.pain import Pain
from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.averages import WEEK
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.symptoms import BELOW_THE_KNEE, DOWN_THE_LEG, areas_in, is_numb
from backcare_tui.text import say_count, say_day

LEAST_DAYS, OF_DAYS = 5, 30
"""Days with an entry of it, of how many, from which it lasts (our own rule)."""
SEEN_FOR = 90
"""For how many days after a check-up a numb leg is not spoken of (our own rule)."""


def numb(facts: Facts) -> Reason | None:
    """Numbness or tingling below the knee for a week or more, and no professional has looked at it."""
    days = _lasting(facts, lambda entry: is_numb(entry) and bool(areas_in(entry, BELOW_THE_KNEE)))
    seen = facts.seen.date() if facts.seen else dt.date.min
    if not days or seen >= max(days[0], facts.today - dt.timedelta(days=SEEN_FOR)):
        return None
    return _say("Numbness or tingling below the knee", days, facts)


def pain(facts: Facts) -> Reason | None:
    """Pain that runs down a leg for a week or more."""
    days = _lasting(facts, lambda entry: bool(areas_in(entry, DOWN_THE_LEG)))
    return _say("Pain down a leg", days, facts) if days else None


def _lasting(facts: Facts, holds: Callable[[Pain], bool]) -> list[dt.date]:
    """The days of a month with such an entry, where it lasts: a week or more, up to this week."""
    window = set(facts.days(OF_DAYS))
    days = sorted({entry.day for entry in facts.pains if entry.severity and holds(entry)} & window)
    if len(days) < LEAST_DAYS or (days[-1] - days[0]).days < WEEK - 1:
        return []
    return days if (facts.today - days[-1]).days < WEEK else []


def _say(what: str, days: list[dt.date], facts: Facts) -> Reason:
    since = say_day(days[0], facts.today)
    return Reason(f"{what} on {say_count(len(days), 'day')} since {since}.")


LOOKS = {
    "leg-numb": numb,
    "leg-pain": pain,
}
