"""Activity: how often one moves, walks, sits, and takes something down.

Nothing is said of movement to somebody who keeps neither sessions nor a plan of any, and nothing of
habits before the diary has been used for a week.
"""

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.session import Session
from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.averages import FORTNIGHT, WEEK
from backcare_tui.guidance.facts import Facts
from backcare_tui.insight.movement.plans import is_in_force
from backcare_tui.library.routines import find_routine
from backcare_tui.text import say_count, say_day, say_minutes

IN_USE_DAYS = 7
"""For how long the diary has to be in use (our own rule)."""
GOOD_DAYS, LOW_DAYS = 5, 2
"""Active days of seven: so many are regular, and so few can grow (our own rule, after WHO 2020)."""
BREAK_DAYS = FORTNIGHT
SILENT_DAYS = 3
KNOWN_DAYS = 21
"""For how many days back every kind of entry is looked at: before, no entry is known as the last."""
WALK_MIN = 75
"""Minutes of walking in seven days: half of the least that WHO 2020 names (our own rule)."""
SITTING = "sitting-long"
SORE, SORE_DAYS = 4, 3
"""A day's pain from which it is a sore day, and how many of seven there have to be (our own rule)."""


def is_walk(session: Session) -> bool:
    """Whether a session was a walk, by its routine or by the name of one's own routine."""
    return "walk" in f"{session.routine} {session.name or ''}".casefold()


def good(facts: Facts) -> Reason | None:
    """Five active days of seven, or more."""
    count = len(_active_days(facts))
    return _days_of_week(count) if count >= GOOD_DAYS and _is_in_use(facts) else None


def low(facts: Facts) -> Reason | None:
    """One or two active days of seven."""
    count = len(_active_days(facts))
    return _days_of_week(count) if 1 <= count <= LOW_DAYS and _is_in_use(facts) else None


def none(facts: Facts) -> Reason | None:
    """No session for seven days and no flare, where sessions were kept or are planned."""
    week = set(facts.days(WEEK))
    is_flare = any(spell.last in week for spell in facts.spells)
    if _active_days(facts) or is_flare or not (_is_in_use(facts) and _has_sessions(facts)):
        return None
    if not facts.sessions:
        return Reason("Sessions are planned; none was done in the last seven days.")
    return Reason(f"The last session was on {say_day(facts.sessions[-1].day, facts.today)}.")


def restart(facts: Facts) -> Reason | None:
    """A routine is about to begin after two weeks or more without a session."""
    if facts.opening is None or not facts.sessions:
        return None
    last = facts.sessions[-1]
    ago = (facts.today - last.day).days
    if ago < BREAK_DAYS:
        return None
    return Reason(f"The last session was {say_count(ago, 'day')} ago.", last.id)


def silent(facts: Facts) -> Reason | None:
    """Nothing was taken down for three days, and for less than a break."""
    last = max(_days_taken_down(facts), default=None)
    if last is None or not SILENT_DAYS <= (facts.today - last).days < BREAK_DAYS:
        return None
    return (
        Reason(f"The last entry is of {say_day(last, facts.today)}.") if _is_in_use(facts) else None
    )


def back(facts: Facts) -> Reason | None:
    """Nothing was taken down for two weeks or more, up to now or to the last few days."""
    days = sorted(_days_taken_down(facts))
    for before, after in pairwise([*days, facts.today]):
        is_break = (after - before).days >= BREAK_DAYS
        if is_break and (facts.today - after).days < SILENT_DAYS:
            if (facts.today - before).days >= KNOWN_DAYS:
                return Reason("No entry for three weeks or more.")
            return Reason(f"The last entry before was of {say_day(before, facts.today)}.")
    return None


def walk(facts: Facts) -> Reason | None:
    """Less than 75 minutes of walking in seven days, all of them known."""
    if not (_is_in_use(facts) and _has_sessions(facts)):
        return None
    days = set(facts.days(WEEK))
    lengths = [_length_min(each) for each in facts.sessions if each.day in days and is_walk(each)]
    known = [length for length in lengths if length is not None]
    if len(known) < len(lengths) or sum(known) >= WALK_MIN:
        return None
    walked = say_minutes(sum(known)) if known else "No minutes"
    return Reason(f"{walked} of walking in the last seven days.")


def sitting(facts: Facts) -> Reason | None:
    """Long sitting was named on three sore days of seven.

    Hours of sitting are not kept; who names it as a trigger sat long enough to feel it.
    """
    days = {entry.day for entry in facts.pains if SITTING in entry.triggers}
    count = sum(day in days and facts.pain_by_day.get(day, 0) >= SORE for day in facts.days(WEEK))
    if count < SORE_DAYS:
        return None
    return Reason(f"On {say_count(count, 'day')} of seven: long sitting, and pain of 4 or more.")


def _active_days(facts: Facts) -> set[dt.date]:
    """The days of the last seven with a session."""
    return {session.day for session in facts.sessions} & set(facts.days(WEEK))


def _days_of_week(count: int) -> Reason:
    words = f"{say_count(count, 'day')} with a session in the last seven."
    return Reason(words, values={"n": say_count(count, "active day")})


def _taken_down(facts: Facts) -> list[Sequence[Record]]:
    """The entries of each kind that has any, in the order of time."""
    nights = tuple(facts.nights.values())
    kinds = (facts.pains, facts.feelings, nights, facts.sessions, facts.meals, facts.visits)
    return [entries for entries in kinds if entries]


def _days_taken_down(facts: Facts) -> set[dt.date]:
    return {entry.day for entries in _taken_down(facts) for entry in entries}


def _is_in_use(facts: Facts) -> bool:
    first = min((entries[0].day for entries in _taken_down(facts)), default=facts.today)
    return (facts.today - first).days >= IN_USE_DAYS


def _has_sessions(facts: Facts) -> bool:
    """Whether sessions are something that the person keeps, or means to."""
    plans = (plan for plan in facts.all(Plan) if plan.routine)
    return bool(facts.sessions) or any(is_in_force(plan, facts.today) for plan in plans)


def _length_min(session: Session) -> float | None:
    """Minutes of a session as far as they are known; what is not stated was done as planned."""
    seconds = session.planned_s if session.done_s is None else session.done_s
    if seconds is not None:
        return seconds / 60
    known = find_routine(session.routine)
    return known.minutes if known else None


LOOKS = {
    "adhere-good": good,
    "adhere-low": low,
    "adhere-none": none,
    "adhere-restart": restart,
    "adhere-journal": silent,
    "adhere-back": back,
    "activity-walk": walk,
    "activity-sitting": sitting,
}
