"""Activity: how often one moves, walks, sits, and takes something down.

Nothing is said of movement to somebody who keeps neither sessions nor a plan of any, and nothing of
habits before the diary has been used for a week.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from itertools import pairwise

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.week_plan import WeekPlan
from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.averages import FORTNIGHT, WEEK
from backcare_tui.guidance.facts import Facts
from backcare_tui.insight.bad_days import bad_days_only, say_bad_days
from backcare_tui.insight.movement.plans import is_in_force
from backcare_tui.insight.movement.programs import under_way
from backcare_tui.library.routines import find_routine
from backcare_tui.text import say_count, say_day, say_minutes

IN_USE_DAYS = 7
"""For how long the diary has to be in use (our own rule)."""
GOOD_DAYS, LOW_DAYS = 5, 2
"""Active days of seven: so many are regular, and so few can grow (our own rule, after WHO 2020)."""
BREAK_DAYS = FORTNIGHT
WELCOME_DAYS = WEEK
"""Days without an entry after which one is welcomed back (our own rule)."""
SILENT_DAYS = 3
KNOWN_DAYS = 21
"""For how many days back every kind of entry is looked at: before, no entry is known as the last."""
WALK_MIN, WALK_DAYS = 10, 5
"""Minutes a day that are advised, and on how many days of seven they satisfy (our own rule).

Two days off are no failing, and the programs ask for as much: what is advised has to be enough.
"""
DESK_BREAK = "desk-break"
BREAK_TIMES = 3
"""How often in seven days the routine that long sitting asks for satisfies (our own rule)."""
SITTING = "sitting-long"
SORE, SORE_DAYS = 4, 3
"""A day's pain from which it is a sore day, and how many of seven there have to be (our own rule)."""


def is_walk(session: Session) -> bool:
    """Whether a session was a walk, by its routine or by the name of one's own routine."""
    return "walk" in f"{session.routine} {session.name or ''}".casefold()


def good(facts: Facts) -> Reason | None:
    """Five active days of seven, or more."""
    count = _active_days(facts)
    return _days_of_week(count) if count >= GOOD_DAYS and _is_in_use(facts) else None


def low(facts: Facts) -> Reason | None:
    """One or two active days of seven, and no flare in them."""
    count = _active_days(facts) if _moved(facts) and not _had_flare(facts) else 0
    return _days_of_week(count) if 1 <= count <= LOW_DAYS and _is_in_use(facts) else None


def none(facts: Facts) -> Reason | None:
    """No session for seven days and no flare, where sessions were kept or are planned."""
    if _moved(facts) or _had_flare(facts) or not (_is_in_use(facts) and _has_sessions(facts)):
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
    """Nothing was taken down for three days, and for less than a week, by who takes down more than bad days."""
    last = max(_days_taken_down(facts), default=None)
    if last is None or not SILENT_DAYS <= (facts.today - last).days < WELCOME_DAYS:
        return None
    if bad_days(facts):
        return None
    return (
        Reason(f"The last entry is of {say_day(last, facts.today)}.") if _is_in_use(facts) else None
    )


def bad_days(facts: Facts) -> Reason | None:
    """Hardly any day is taken down but bad ones: what a digit on the others would show."""
    found = bad_days_only(facts.worst_by_day, facts.today)
    if found is None:
        return None
    return Reason(f"{say_bad_days(found)}, and hardly a good one is taken down.")


def back(facts: Facts) -> Reason | None:
    """Nothing was taken down for a week or more, up to now or to the last few days; nobody counts the days."""
    days = sorted(_days_taken_down(facts))
    least = BREAK_DAYS if bad_days(facts) else WELCOME_DAYS
    for before, after in pairwise([*days, facts.today]):
        is_break = (after - before).days >= least
        if is_break and (facts.today - after).days < SILENT_DAYS:
            if (facts.today - before).days >= KNOWN_DAYS:
                return Reason("The last entry before was a while ago.")
            return Reason(f"The last entry before was of {say_day(before, facts.today)}.")
    return None


def walk(facts: Facts) -> Reason | None:
    """Less walking in seven days, all of it known, than ten minutes on five of them.

    Nothing is said while a program or the week's plan asks for walks itself.
    """
    if not (_is_in_use(facts) and _has_sessions(facts)) or _is_asked_to_walk(facts):
        return None
    walked = [_walked_min(facts, days) for days in _weeks(facts)]
    known = [minutes for minutes in walked if minutes is not None]
    if len(known) < len(walked) or max(known) >= WALK_MIN * WALK_DAYS:
        return None
    said = say_minutes(known[0]) if known[0] else "No minutes"
    return Reason(f"{said} of walking in the last seven days.", figure=known[0])


def sitting(facts: Facts) -> Reason | None:
    """Long sitting was named on three sore days of seven, and the breaks that help were not taken.

    Hours of sitting are not kept; who names it as a trigger sat long enough to feel it.
    """
    days = {entry.day for entry in facts.pains if SITTING in entry.triggers}
    count = sum(day in days and facts.pain_by_day.get(day, 0) >= SORE for day in facts.days(WEEK))
    breaks = [each.day for each in facts.sessions if each.routine == DESK_BREAK]
    is_done = sum(each in facts.days(WEEK) for each in breaks) >= BREAK_TIMES
    if count < SORE_DAYS or is_done:
        return None
    return Reason(f"On {say_count(count, 'day')} of seven: long sitting, and pain of 4 or more.")


def _weeks(facts: Facts) -> tuple[tuple[dt.date, ...], tuple[dt.date, ...]]:
    """The last seven days, and the seven up to yesterday: in the morning today can have nothing yet."""
    return facts.days(WEEK), facts.days(WEEK, facts.today - dt.timedelta(days=1))


def _had_flare(facts: Facts) -> bool:
    """Whether one of the last seven days was of a flare, which excuses rest."""
    return any(spell.last in facts.days(WEEK) for spell in facts.spells)


def _moved(facts: Facts) -> bool:
    """Whether the last seven days have a session."""
    return any(session.day in facts.days(WEEK) for session in facts.sessions)


def _active_days(facts: Facts) -> int:
    """The days with a session of the last seven, or of the seven up to yesterday, whichever are more."""
    active = {session.day for session in facts.sessions}
    return max(len(active.intersection(days)) for days in _weeks(facts))


def _walked_min(facts: Facts, days: Collection[dt.date]) -> float | None:
    """Minutes of walking on some days; None where the length of a walk is not known."""
    lengths = [_length_min(each) for each in facts.sessions if each.day in days and is_walk(each)]
    known = [length for length in lengths if length is not None]
    return sum(known) if len(known) == len(lengths) else None


def _is_asked_to_walk(facts: Facts) -> bool:
    """Whether a program that is under way, or the plan of this week, has walks of its own."""
    found = under_way(facts.all(Plan), facts.today)
    if found and any(week.walk.days for week in found[0].weeks):
        return True
    weeks = [each for each in facts.all(WeekPlan) if each.week <= facts.today]
    last = max(weeks, key=lambda each: (each.week, each.made), default=None)  # one is carried on
    return last is not None and any(line.kind == "walk" for line in last.lines)


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
    "diary-bad-days": bad_days,
    "activity-walk": walk,
    "activity-sitting": sitting,
}
