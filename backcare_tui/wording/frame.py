"""What stands around the entries in words: courses, plans, people, and the rest."""

from collections.abc import Iterable

from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.belief import Belief
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.team import Agreement, Person, Question
from backcare_tui.diary.records.trial import Trial, TrialDay
from backcare_tui.diary.records.week_plan import WeekAnswer, WeekPlan
from backcare_tui.library.routines import routine_name
from backcare_tui.library.taxonomy import name_of, name_within
from backcare_tui.text import clean, say_count, say_day, say_time


def say_frame(record: Record) -> tuple[str, str]:  # noqa: C901 - one for each kind
    """What a record is and what it says, each on one line and safe to print.

    Such as `("Massage course", "since Fri 2 Oct · 4 visits in 42 days")`.
    """
    match record:
        case Course():
            said = f"{name_of('treatments', record.treatment)} course", _say_course(record)
        case Plan():
            said = "Plan", _say_plan(record)
        case Person():
            role = record.role and name_within("roles", record.role)
            said = clean(record.name), joined((role, record.contact))
        case Check():
            said = _say_check(record)
        case Agreement():
            said = "Shared plan", joined((f"of {say_day(record.agreed)}", *record.goals))
        case Question():
            said = "Question", clean(record.text)
        case Trial():
            span = f"{record.outcome} · {say_count(record.pairs, 'pair')} from {say_day(record.started)}"
            said = "Trial", joined((record.name, span))
        case TrialDay():
            said = "Day of a trial", "done" if record.did else "not done"
        case Ability():
            rated = (f"{name} {number}" for name, number in record.ratings.items())
            said = "My activities", joined(rated)
        case Belief():
            said = "Fear", _say_belief(record)
        case WeekPlan() | WeekAnswer():
            what = "My week" if isinstance(record, WeekPlan) else "How a week was"
            said = what, f"from {say_day(record.week)}"
        case _:
            names = (getattr(record, field, None) for field in ("name", "advice"))
            said = record.table.capitalize(), joined(names)
    return said


def _say_course(course: Course) -> str:
    visits = say_count(course.planned_visits, "visit") if course.planned_visits else ""
    days = f"in {say_count(course.days, 'day')}" if course.days else ""
    span = f"since {say_day(course.started)}"
    if course.ended:
        span = f"{say_day(course.started)} to {say_day(course.ended)}"
    return joined((span, " ".join(filter(None, (visits, days))), course.outcome or course.goal))


def _say_plan(plan: Plan) -> str:
    treatment = plan.treatment and name_of("treatments", plan.treatment)
    routine = plan.routine and routine_name(plan.routine)
    return joined((treatment or routine, " ".join(plan.days), plan.time and say_time(plan.time)))


def _say_check(check: Check) -> tuple[str, str]:
    if check.is_check_up:
        return "Check-up", f"by {clean(check.seen_by or 'a professional')}"
    count = len(check.red_flags) + len(check.mood_flags)
    return "Warning signs", f"{count} marked" if count else "none marked"


def _say_belief(belief: Belief) -> str:
    bending, harm = belief.bending, belief.harm
    return joined(
        (
            None if bending is None else f"of bending {bending} of 10",
            None if harm is None else f"that moving harms {harm} of 10",
        )
    )


def joined(parts: Iterable[str | int | None]) -> str:
    """What there is of some parts, each safe to print, on one line."""
    return " · ".join(clean(str(part)) for part in parts if part)
