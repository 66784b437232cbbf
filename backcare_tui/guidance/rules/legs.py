"""Legs: numbness and pain that run down a leg and last."""

import datetime as dt
from collections.abc import Callable

from backcare_tui.diary.records.pain import Pain
from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.averages import WEEK
from backcare_tui.guidance.concerns import NARROW
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.symptoms import BELOW_THE_KNEE, DOWN_THE_LEG, areas_in, is_numb
from backcare_tui.text import say_count, say_day

LEAST_DAYS, OF_DAYS = 5, 30
"""Days with an entry of it, of how many, from which it lasts (our own rule)."""
SEEN_FOR = 90
"""For how many days after a check-up what is in a leg is not spoken of (our own rule)."""
LONG_DAYS, GAP_DAYS = 42, 14
"""Days from which pain down a leg has lasted longer than it often does (NHS: four to six weeks), and
days without it up to which it is the same (our own rule)."""


def numb(facts: Facts) -> Reason | None:
    """Numbness or tingling below the knee for a week or more, and no professional has looked at it."""
    days = _lasting(facts, lambda entry: is_numb(entry) and bool(areas_in(entry, BELOW_THE_KNEE)))
    if not days or _is_seen(facts, days[0]):
        return None
    return _say("Numbness or tingling below the knee", days, facts)


def pain(facts: Facts) -> Reason | None:
    """Pain that runs down a leg for a week or more, and not as long as it is to be expected."""
    days = _lasting(facts, _is_down_a_leg)
    if not days or NARROW in facts.conditions or _is_long(facts):
        return None
    return _say("Pain down a leg", days, facts)


def long_pain(facts: Facts) -> Reason | None:
    """Pain that runs down a leg for six weeks or more, and no professional has looked at it."""
    if not _lasting(facts, _is_down_a_leg) or not _is_long(facts):
        return None
    since = _since(facts)
    if _is_seen(facts, since):
        return None
    return Reason(f"Pain down a leg since {say_day(since, facts.today)}, or longer.")


def _is_down_a_leg(entry: Pain) -> bool:
    return bool(entry.severity and areas_in(entry, DOWN_THE_LEG))


def _is_long(facts: Facts) -> bool:
    return (facts.today - _since(facts)).days >= LONG_DAYS


def _since(facts: Facts) -> dt.date:
    """The first day of the pain down a leg that goes on, as far as the months that are looked at say."""
    first = last = facts.today
    for day in sorted({entry.day for entry in facts.pains if _is_down_a_leg(entry)}, reverse=True):
        if (last - day).days > GAP_DAYS:
            break
        first = last = day
    return first


def _is_seen(facts: Facts, since: dt.date) -> bool:
    """Whether a professional looked after it began, and not too long ago."""
    seen = facts.seen.date() if facts.seen else dt.date.min
    return seen >= max(since, facts.today - dt.timedelta(days=SEEN_FOR))


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
    "leg-pain-long": long_pain,
}
