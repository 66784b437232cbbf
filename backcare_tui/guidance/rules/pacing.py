"""Too much on a good day: said only to whom their own days show it."""

import datetime as dt

from backcare_tui.diary.derived import median
from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.averages import days_up_to, known_of
from backcare_tui.guidance.facts import Facts
from backcare_tui.insight.movement.pacing import (
    PacingUnit,
    say_amount,
    whole_days,
)
from backcare_tui.library.day_measures import USUAL_DAY_FROM, USUAL_DAY_REACH, VERY_ACTIVE
from backcare_tui.text import say_near_day

TOLD_FOR = dt.timedelta(days=28)
"""For how long the findings hold that a person was told; then they are to be looked at again (our own rule)."""
_DAY = dt.timedelta(days=1)


def overdone(facts: Facts) -> Reason | None:
    """Yesterday or today is a very active day, and the findings say that such days are followed by more pain."""
    told = facts.settings.overdoing_told
    if told is None or facts.today - told > TOLD_FOR:
        return None
    unit, amounts = whole_days(facts.active_by_day)
    known = known_of(amounts, days_up_to(facts.today, USUAL_DAY_REACH.days))
    if len(known) < USUAL_DAY_FROM:
        return None
    usual = median(known)
    for day in (facts.today, facts.today - _DAY):
        if amounts.get(day, 0) > VERY_ACTIVE * usual:
            return Reason(_say_day(facts, day, amounts[day], usual, unit), day.isoformat())
    return None


def _say_day(facts: Facts, day: dt.date, amount: float, usual: float, unit: PacingUnit) -> str:
    when = say_near_day(day, facts.today)
    said, mostly = say_amount(amount, unit), say_amount(usual, unit)
    return f"{when[:1].upper()}{when[1:]}: {said}; your usual day: {mostly}."


LOOKS = {"pacing-overdone": overdone}
