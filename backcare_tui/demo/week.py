"""The week of the made-up person: what it adds to the program, what was said of the last one, how active days were."""

import datetime as dt
from collections.abc import Iterator

from backcare_tui.demo.pen import Pen
from backcare_tui.diary.records.activity import ActiveDay
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.routine import DoseChange, OwnExercise
from backcare_tui.diary.records.week_plan import PlanLine, WeekAnswer, WeekPlan

MINUTES_A_DAY = 10
ACTIVE_DAYS = 35
"""For how long a step counter is worn."""
_A_VISIT = "The next visit of your course falls in this week."
_A_PAGE = "The next of the pages on how backs work and what helps them."


def weeks(today: dt.date, pen: Pen) -> Iterator[Record]:
    """The week that runs and the one before it, an exercise that was shown, and the days of a step counter."""
    monday = today - dt.timedelta(days=today.weekday())
    before = monday - dt.timedelta(days=7)
    for first, page in ((before, "setbacks"), (monday, "pacing")):
        lines = (
            PlanLine(kind="visit", id="massage", why=_A_VISIT),
            PlanLine(kind="read", id=page, why=_A_PAGE),
        )
        yield WeekPlan(id=pen.id(), week=first, minutes_a_day=MINUTES_A_DAY, lines=lines)
    yield WeekAnswer(
        id=pen.id(), week=before, felt="right", days_off=1, given_up="carrying the shopping"
    )
    yield OwnExercise(
        id=pen.id(),
        name="Towel slide",
        like="heel-slide",
        dose=DoseChange(reps=8),
        cue="Slow, both ways.",
    )
    for ago in range(1, ACTIVE_DAYS):
        minutes = max(round(pen.chance.gauss(34, 9)), 5)
        day = today - dt.timedelta(days=ago)
        yield ActiveDay(id=pen.id(), day=day, active_min=minutes, steps=minutes * 110 + 1200)
