"""Pain that asks for the check for warning signs anew: severe, or far above the usual."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.averages import DIGITS, FORTNIGHT, WEEK
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.levels import LOOK_AGAIN
from backcare_tui.guidance.red_flags import ASK_EVERY_DAYS, last_check, was_checked
from backcare_tui.text import say_day, say_number

WORST, JUMP = LOOK_AGAIN, 3
"""Of 10, and points above the usual, from which to look again (our own rule)."""
RISE = 2
"""Points above the usual from which severe pain is not one's usual one, and which a spell keeps up
(our own rule)."""
LOOKED_BACK = 60
"""Days back from which spells are told apart (our own rule)."""
GAP_DAYS = 3
"""Days between two entries up to which both are of one spell (our own rule)."""


class _Spell(msgspec.Struct, frozen=True):
    """Days in a row that began with one severe or far above the usual, and that have not eased."""

    first: dt.date
    last: dt.date
    usual: float | None
    """What was usual before it, which does not creep up while it lasts."""


def recheck(facts: Facts) -> Reason | None:
    """A spell of severe pain, or far above the usual, and no check since or within a day before.

    It stands until a check answers it, pain has eased, or two weeks of it have made it the usual.
    A check answers the days that follow too, for a week, unless pain rises above what it was then.
    """
    spell = _spell(facts)
    if spell is None or _is_checked(facts, spell):
        return None
    is_today = spell.last == facts.today
    worst, pain = facts.worst_by_day[spell.last], facts.pain_by_day[spell.last]
    when = "today" if is_today else f"on {say_day(spell.last, facts.today)}"
    if worst >= WORST or spell.usual is None:
        return Reason(f"Pain was {worst} of 10 {when}.")
    is_now = "is" if is_today else "was"
    usual = say_number(spell.usual)
    return Reason(f"Pain {is_now} {say_number(pain)} {when}; {usual} is usual for you.")


def weekly(facts: Facts) -> Reason | None:
    """Severe pain today that is the usual one, and no check for a week."""
    worst, at = facts.worst_by_day.get(facts.today), last_check(facts.checks)
    if worst is None or worst < WORST or _spell(facts):
        return None
    if at is not None and (facts.today - at.date()).days < WEEK:
        return None
    return Reason(f"Pain was {worst} of 10 today, as it mostly is for you.")


def is_severe_and_usual(facts: Facts) -> bool:
    """Whether the pain of today is severe, and as it mostly is."""
    worst = facts.worst_by_day.get(facts.today)
    return worst is not None and worst >= WORST and _spell(facts) is None


def _spell(facts: Facts) -> _Spell | None:
    """The spell that the last day with an entry belongs to.

    After a journey westward entries of a while ago may be of tomorrow: they count where the days up
    to today are of no spell, and never end one.
    """
    days = [day for day in facts.pain_by_day if day >= facts.today - dt.timedelta(days=LOOKED_BACK)]
    return _last_of(facts, [day for day in days if day <= facts.today]) or _last_of(facts, days)


def _last_of(facts: Facts, days: Iterable[dt.date]) -> _Spell | None:
    spell: _Spell | None = None
    for day in days:
        if spell and _goes_on(facts, spell, day):
            spell = msgspec.structs.replace(spell, last=day)
        else:
            spell = _begun(facts, day)
    is_known = spell is not None and (facts.today - spell.last).days < ASK_EVERY_DAYS
    return spell if is_known else None


def _begun(facts: Facts, day: dt.date) -> _Spell | None:
    """The spell that a day begins: severe or far above the usual; a severe one may be the usual."""
    worst = facts.worst_by_day[day]
    usual = facts.median14(facts.pain_by_day, day)
    usual_worst = facts.median14(facts.worst_by_day, day)
    if usual is None or usual_worst is None:
        return _Spell(day, day, None) if worst >= WORST else None
    has_jumped = round(facts.pain_by_day[day] - usual, DIGITS) >= JUMP
    is_severe = worst >= WORST and worst - usual_worst >= RISE
    return _Spell(day, day, usual) if has_jumped or is_severe else None


def _goes_on(facts: Facts, spell: _Spell, day: dt.date) -> bool:
    if (day - spell.last).days > GAP_DAYS or (day - spell.first).days >= FORTNIGHT:
        return False
    rise = 0 if spell.usual is None else facts.pain_by_day[day] - spell.usual
    return facts.worst_by_day[day] >= WORST or round(rise, DIGITS) >= RISE


def _is_checked(facts: Facts, spell: _Spell) -> bool:
    """Whether a check, or a professional's look, answers the last day of a spell.

    It was of the pain of its own spell and of the fortnight before it, which may come and go.
    """
    at = facts.answered
    if at is None or was_checked(facts.checks, facts.now):
        return at is not None
    first = min(spell.first, at.date() - dt.timedelta(days=FORTNIGHT))
    entries = [entry for entry in facts.pains if first <= entry.day <= spell.last]
    before = [entry.severity for entry in entries if entry.at <= at]
    since = [entry.severity for entry in entries if entry.at > at and entry.day >= spell.first]
    is_recent = bool(before) and (facts.today - at.date()).days < WEEK
    return is_recent and max(since, default=0) - max(before) < RISE


LOOKS = {
    "rf-recheck": recheck,
    "rf-recheck-week": weekly,
}
