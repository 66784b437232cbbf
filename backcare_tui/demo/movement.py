"""What the person of the made-up diary does for the back: routines, plans, and how they went."""

import datetime as dt
from collections.abc import Iterable, Iterator

from backcare_tui.demo.pen import Pen
from backcare_tui.demo.story import StoryDay
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.routine import DoseChange, Routine, RoutineStep
from backcare_tui.diary.records.session import Session, SessionStep
from backcare_tui.diary.values import SessionOutcome
from backcare_tui.diary.when import WEEKDAY_IDS
from backcare_tui.library.exercises import dose_of, sides_of
from backcare_tui.library.routines import routine

WORKDAYS = WEEKDAY_IDS[:5]
PROGRAM_DAYS = 17
"""How long ago the program was begun."""


def own_routine(pen: Pen) -> Routine:
    """A routine of one's own, for the desk."""
    return Routine(
        id=pen.id(),
        name="My desk reset",
        purpose="Get out of the chair between two calls.",
        when="At three in the afternoon.",
        minutes=3,
        steps=(
            RoutineStep("shoulder-rolls", DoseChange(reps=8)),
            RoutineStep("standing-back-bend", DoseChange(reps=5)),
            RoutineStep("hip-hinge", DoseChange(reps=6)),
        ),
        suits=("desk-day",),
    )


def plans(today: dt.date, first: dt.date, own: Routine, pen: Pen) -> Iterable[Plan]:
    """What is meant for which day, and a program under way."""
    begun = today - dt.timedelta(days=PROGRAM_DAYS)
    for planned, days, time in (
        ("morning-loosen-up", WORKDAYS, "07:00"),
        ("bedtime-wind-down", WEEKDAY_IDS, "22:00"),
        (own.id, ("tue", "thu"), "15:00"),
    ):
        yield Plan(id=pen.id(), routine=planned, days=days, time=time, since=first)
    yield Plan(id=pen.id(), routine="six-week-back-care", since=max(begun, first))


def sessions(each: StoryDay, today: dt.date, own: Routine, pen: Pen) -> Iterator[Session]:
    """What was done on one day."""
    chance = pen.chance
    if each.has_stretched:
        name = "flare-up-gentle" if each.is_flare else "morning-loosen-up"
        yield _session(each, routine(name), pen.around(7 * 60 + 10, 12), pen)
    if each.day.weekday() in {1, 3} and not each.is_flare and chance.random() < 0.6:
        yield _session(each, own, pen.around(15 * 60 + 5, 10), pen)
    if (today - each.day).days <= PROGRAM_DAYS and chance.random() < 0.6:
        yield _session(each, routine("walk"), pen.around(17 * 60 + 40, 20), pen)
    if (today - each.day).days <= PROGRAM_DAYS and chance.random() < 0.4:
        yield _session(each, routine("breathing-calm"), pen.around(20 * 60, 20), pen)
    if chance.random() < 0.3:
        yield _session(each, routine("bedtime-wind-down"), pen.around(22 * 60, 20), pen)


def _session(each: StoryDay, of: Routine, minute: int, pen: Pen) -> Session:
    """A routine as done: mostly whole, at times without a step, rarely stopped before its end."""
    planned = tuple(_steps(of))
    is_stopped = len(planned) > 2 and pen.chance.random() < (0.15 if each.is_flare else 0.02)
    skipped = pen.chance.randrange(len(planned)) if pen.chance.random() < 0.12 else None
    steps = []
    for place, step in enumerate(planned):
        outcome: SessionOutcome = "skipped" if place == skipped and len(planned) > 1 else "done"
        if is_stopped and place == len(planned) - 2:
            steps.append(_done(step, "stopped"))
            break
        steps.append(_done(step, outcome))
    before = min(round(each.pain), 8)
    eased = pen.chance.choice((0, 1, 1))
    return Session(
        id=pen.id(),
        at=pen.at(each.day, minute),
        routine=of.id,
        name=of.name,
        planned_s=sum(step.planned_s or 0 for step in planned),
        done_s=sum(step.done_s or 0 for step in steps),
        steps=tuple(steps),
        pain_before=before,
        pain_after=before + 2 if is_stopped else max(before - eased, 0),
        stopped="pain-up-2" if is_stopped else None,
    )


def _steps(of: Routine) -> Iterator[SessionStep]:
    """What a routine asks for, exercise by exercise and side by side."""
    for step in of.steps:
        dose = dose_of(step)
        once_s = dose.rep_s if dose.mode == "reps" else dose.hold_s
        for side in sides_of(step):
            yield SessionStep(step.exercise, dose.sets * dose.reps * once_s, side=side)


def _done(step: SessionStep, outcome: SessionOutcome) -> SessionStep:
    planned_s = step.planned_s or 0
    done_s = {"done": planned_s, "stopped": planned_s // 3, "skipped": 0}[outcome]
    return SessionStep(step.exercise, planned_s, done_s, outcome, step.side)
