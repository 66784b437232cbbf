"""Gathers what was done of sessions: on how many days, how long, how many of those that were planned, and what was stopped."""

from collections import Counter
from collections.abc import Sequence

from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.repository import Between, Entries
from backcare_tui.diary.when import span_of
from backcare_tui.guidance.safety import RISE
from backcare_tui.insight.movement.plans import is_in_force, planned_on
from backcare_tui.library.routines import program
from backcare_tui.report.hand_over import SessionsOfPeriod


def sessions_of(diary: Entries, span: Between) -> SessionsOfPeriod:
    """The sessions of a time; of planned ones those count that a plan names and that were not stopped."""
    sessions = diary.entries(Session, span)
    lengths = [each.done_s for each in sessions if each.done_s is not None]
    planned = _planned(diary.entries(Plan), span)
    done = Counter(each.routine for each in sessions if not each.stopped)
    return SessionsOfPeriod(
        count=len(sessions),
        minutes=sum(lengths) / 60 if lengths else None,
        timed=len(lengths),
        planned=planned.total() if planned else None,
        days=len({each.day for each in sessions}),
        kept=(planned & done).total() if planned else None,
        stopped=sum(bool(each.stopped) for each in sessions),
        for_pain=sum(each.stopped == RISE for each in sessions),
    )


def _planned(plans: Sequence[Plan], span: Between) -> Counter[str] | None:
    """How often each routine was meant; not known where a program, which knows no days, was one of them."""
    days = span_of(*span)
    held = [plan for plan in plans if any(is_in_force(plan, day) for day in days)]
    if any(plan.routine and program(plan.routine) for plan in held):
        return None
    return planned_on(held, days)
