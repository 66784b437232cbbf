"""Flare-ups: when one starts, lasts, eases, or comes often."""

import datetime as dt
from collections.abc import Iterable, Sequence

from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.averages import FORTNIGHT
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.flare import Flare
from backcare_tui.guidance.rules.activity import is_walk
from backcare_tui.text import say_count, say_day, say_list, say_number
from backcare_tui.wording.entries import session_name

RESTED_DAYS = 2
"""Whole days with next to no activity, on which a flare is rested through (our own rule)."""
LEAST_ACTIVE_S = 15 * 60
"""Seconds of sessions below which a day was one of rest (our own rule)."""
GOING_ON, A_WEEK = 4, 7
"""From which day of a flare on other words are said than on its first ones (our own rule)."""
OVER_FROM, OVER_TO = 2, 14
"""Days after a flare was over on which a plan for the next one is offered: while it is remembered (our own rule)."""
OFTEN, OFTEN_DAYS = 3, 28
"""Flares begun in so many days that are many (our own rule)."""
LOOKS_LIKE = "This looks like a flare-up."
MAY_BE = "A worse day than usual. It may pass, or be the start of a flare-up."
NAMED = 4
"""Up to how many of them are named by their days."""


def start(facts: Facts) -> Reason | None:
    """Today is one of the first days of a flare, or a bad one that may be its first by the number alone.

    What to do is the same from the first day on; only what it is called differs.
    """
    spell = facts.spells[-1] if facts.spells else None
    if spell is None or facts.today not in spell.bad or spell.days >= GOING_ON:
        return None
    is_named = {"what": LOOKS_LIKE if spell.is_known else MAY_BE}
    pain = say_number(facts.pain_by_day[facts.today])
    if any(entry.is_flare for entry in facts.pains if entry.day == facts.today):
        return Reason(
            f"You called it a flare-up today, with pain at {pain} of 10.", values=is_named
        )
    usual = say_number(spell.usual or 0)
    return Reason(f"Pain is {pain} today; {usual} was usual before.", values=is_named)


def going_on(facts: Facts) -> Reason | None:
    """A flare in its fourth to sixth day."""
    flare = facts.flare
    return _since(flare, facts) if flare and GOING_ON <= flare.days < A_WEEK else None


def week(facts: Facts) -> Reason | None:
    """A flare in its second week."""
    flare = facts.flare
    return _since(flare, facts) if flare and A_WEEK <= flare.days < FORTNIGHT else None


def bed_rest(facts: Facts) -> Reason | None:
    """A flare, and next to no activity on the last two days that are over.

    Only sessions say what was done, so it speaks only to those who take theirs down.
    """
    flare = facts.flare
    days = facts.days(RESTED_DAYS, facts.today - dt.timedelta(days=1))
    if flare is None or not facts.sessions or flare.first > days[0]:
        return None
    if any(_is_active(facts, day) for day in (*days, facts.today)):
        return None
    if any(day not in facts.pain_by_day for day in days):
        return None
    since = say_day(flare.first, facts.today)
    return Reason(f"A flare since {since}, and under 15 minutes of sessions on each of two days.")


def long(facts: Facts) -> Reason | None:
    """A flare that goes on and has lasted two weeks."""
    flare = facts.flare
    return _since(flare, facts) if flare and flare.days >= FORTNIGHT else None


def easing(facts: Facts) -> Reason | None:
    """A flare that ended with two calm days in a row, the second of them today or yesterday."""
    flare = facts.flares[-1] if facts.flares else None
    if flare is None or flare.eased is None or flare.usual is None:
        return None
    today = facts.pain_by_day.get(facts.today)
    is_fresh = (facts.today - flare.eased).days <= 1
    if not is_fresh or (today is not None and not flare.is_calm_at(today)):
        return None
    words = f"Two days in a row within a point of your usual {say_number(flare.usual)}."
    return Reason(words, flare.first.isoformat())


def write_plan(facts: Facts) -> Reason | None:
    """A flare that was over some days ago, a calm day, and no line of one's own for the next one."""
    flare = facts.flares[-1] if facts.flares else None
    today = facts.pain_by_day.get(facts.today)
    if flare is None or not flare.is_over or facts.settings.flare_plan.lines or today is None:
        return None
    is_calm = flare.usual is None or flare.is_calm_at(today)
    if not (is_calm and OVER_FROM <= (facts.today - flare.last).days <= OVER_TO):
        return None
    days = say_count((flare.bad[-1] - flare.first).days + 1, "day")
    since, pain = say_day(flare.first, facts.today), say_number(today)
    words = f"A flare-up began on {since} and took {days}; pain is {pain} today."
    return Reason(words, flare.first.isoformat())


def often(facts: Facts) -> Reason | None:
    """Three flares or more begun in four weeks."""
    begun = _begun(facts, facts.flares)
    if len(begun) < OFTEN:
        return None
    return Reason(f"Flares began on {_say_days(begun, facts)}.", values={"n": str(len(begun))})


def after_routine(facts: Facts) -> Reason | None:
    """Three rises or more in four weeks on the day of one routine, or the day after.

    A single day counts here, as who overdoes it may rest on the next one, but it has to lie beyond the
    person's own spread.
    """
    begun = _begun(facts, [spell for spell in facts.spells if _is_rise(spell, facts)])
    before: dict[str, set[dt.date]] = {}
    for session in facts.sessions:
        for first in begun:
            if 0 <= (first - session.day).days <= 1 and not is_walk(session):
                before.setdefault(session_name(session), set()).add(first)
    name = max(before, key=lambda each: (len(before[each]), each), default="")
    if not name or len(before[name]) < OFTEN:
        return None
    days = _say_days(sorted(before[name]), facts)
    values = {"n": str(len(before[name])), "routine": name}
    return Reason(f"{name}, then pain well above the usual within a day, on {days}.", values=values)


def _begun(facts: Facts, spells: Iterable[Flare]) -> list[dt.date]:
    """The first days of those that began in four weeks."""
    days = facts.days(OFTEN_DAYS)
    return [spell.first for spell in spells if spell.first in days]


def _is_rise(spell: Flare, facts: Facts) -> bool:
    return spell.is_far_at(facts.pain_by_day[spell.first])


def _say_days(days: Sequence[dt.date], facts: Facts) -> str:
    """Some days by their names; of many, how many and the last of them."""
    if len(days) > NAMED:
        return f"{len(days)} days, the last of them {say_day(days[-1], facts.today)}"
    return say_list([say_day(day, facts.today) for day in days])


def _since(flare: Flare, facts: Facts) -> Reason:
    since, days = say_day(flare.first, facts.today), say_count(flare.days, "day")
    return Reason(f"It began on {since}, {days} up to your last entry.")


def _is_active(facts: Facts, day: dt.date) -> bool:
    """Whether a day had 15 minutes of sessions, or one whose length nobody knows."""
    lengths = [session.done_s for session in facts.sessions if session.day == day]
    return None in lengths or sum(filter(None, lengths)) >= LEAST_ACTIVE_S


LOOKS = {
    "flare-start": start,
    "flare-going-on": going_on,
    "flare-week": week,
    "flare-no-bed-rest": bed_rest,
    "flare-long": long,
    "flare-easing": easing,
    "flare-write-plan": write_plan,
    "flare-after-routine": after_routine,
    "flare-often": often,
}
