"""Severity: severe pain now, and a severe week."""

from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.averages import WEEK, known_of
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.hard_day import is_as_usual
from backcare_tui.guidance.levels import HIGH_PAIN
from backcare_tui.guidance.rules.recheck import is_severe_and_usual
from backcare_tui.text import say_count, say_number, say_time

SEVERE_WEEK = 7
"""The mean of a week from which a plan should be reviewed: where the severe band begins.

There is no agreed cut-off (Boonstra 2014); 7 is the usual one, our own choice.
"""


def severe_now(facts: Facts) -> Reason | None:
    """The last entry of today is severe, and more than usual; no red flag stands, which comes first."""
    now = facts.pain_now
    if now is None or now.severity < HIGH_PAIN or facts.flags.flags or is_severe_and_usual(facts):
        return None
    if is_as_usual(now.severity, facts.median14(facts.worst_by_day, now.day)):
        return None
    return Reason(f"Pain was {now.severity} of 10 at {say_time(now.at)}.")


def severe_week(facts: Facts) -> Reason | None:
    """The mean of the last seven days is severe."""
    mean = facts.mean7(facts.pain_by_day)
    if mean is None or mean < SEVERE_WEEK:
        return None
    days = len(known_of(facts.pain_by_day, facts.days(WEEK)))
    noted = say_count(days, "day")
    return Reason(f"Pain averaged {say_number(mean)} on {noted} of the last seven.", figure=mean)


LOOKS = {
    "pain-severe-now": severe_now,
    "pain-severe-week": severe_week,
}
