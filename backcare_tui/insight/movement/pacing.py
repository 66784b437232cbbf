"""How much to do on a day: a little more than one's own usual day, the same on good days and on bad ones.

Pacing means to let a plan decide and not the pain: an even amount, so that a good day does not cost the next two (Nielson 2013;
NHS Wye Valley). How well it works as a treatment is hardly known (Nielson 2013), so it is an offer and no rule. The amounts are our own
rules: the median of the days that are known, and a tenth more.
"""

import datetime as dt
import math
from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from backcare_tui.diary.derived import median
from backcare_tui.diary.when import span_of
from backcare_tui.insight.movement.active_days import ActiveFigures
from backcare_tui.library.day_measures import (
    AIMED_AT,
    NEAR_PART,
    USUAL_DAY_FROM,
    USUAL_DAY_REACH,
    USUAL_DAY_UP_TO,
)
from backcare_tui.text import say_count, say_minutes

_DAY = dt.timedelta(days=1)

PacingUnit = Literal["min", "steps"]
PacingHold = Literal["flare", "stop", "rise", "week"]
"""Why nothing more is asked for now: a flare, a session that was stopped or after which pain had risen, or a week of more pain
than the person's weeks usually differ by."""
_HOLDS: Mapping[PacingHold, str] = {
    "flare": "in a flare-up it stays at your usual day",
    "stop": "after a session that was stopped it stays at your usual day",
    "rise": "after a session that left you sorer it stays at your usual day",
    "week": "in a week of more pain than usual it stays at your usual day",
}


class Pacing(msgspec.Struct, frozen=True):
    """What is usual, and what to aim at, as far as enough days are known."""

    unit: PacingUnit
    known: int
    """Days that say what is usual."""
    median: float | None = None
    """The middle of these days; None where fewer than 7 are known."""
    target: int | None = None
    """What to aim at on each day, good or bad."""
    hold: PacingHold | None = None
    """Why the target is no more than the median; None where it is a tenth more."""
    is_of_sessions: bool = False
    """Whether only the sessions say it, and not the whole days."""

    @property
    def needs(self) -> int:
        """How many more days have to be known."""
        return max(USUAL_DAY_FROM - self.known, 0)

    def is_near(self, amount: float) -> bool:
        """Whether a day was near the target, to either side."""
        return self.target is not None and abs(amount - self.target) <= NEAR_PART * self.target


class WeekPacing(msgspec.Struct, frozen=True):
    """What is aimed at in a week, and how its days stand to it."""

    pacing: Pacing
    near: int
    """Days that were near the target."""
    known: int
    """Days of the week of which it is known."""

    def as_json(self) -> dict[str, Any]:
        """As plain values: unrounded, unknown is None."""
        of = self.pacing
        return {
            "unit": of.unit,
            "median": of.median,
            "target": of.target,
            "held_by": of.hold,
            "days_near": self.near,
            "days_known": self.known,
        }


def pacing_of(
    by_day: Mapping[dt.date, ActiveFigures],
    week: dt.date,
    today: dt.date,
    hold: PacingHold | None = None,
) -> Pacing | None:
    """What to aim at in a week: one amount for all of its days.

    The days before the week say it, so that it is the same from its first day to its last; where these are too few yet, those up to
    yesterday do.

    Args:
        by_day: What is known of each day.
        week: The first day of the week.
        today: The day it is; it is not over, so it says nothing yet.
        hold: What speaks against more.

    Returns:
        None where no day of the last eight weeks says anything.
    """
    for last in (week - _DAY, max(week, today) - _DAY):
        days = [day for day in span_of(last - USUAL_DAY_REACH + _DAY, last) if day in by_day]
        unit, amounts, is_of_sessions = _amounts({day: by_day[day] for day in days})
        if len(amounts) >= USUAL_DAY_FROM:
            middle = median(amounts[-USUAL_DAY_UP_TO:])
            target = _rounded(middle, unit, is_held=hold is not None)
            known = min(len(amounts), USUAL_DAY_UP_TO)
            return Pacing(unit, known, middle, target, hold, is_of_sessions)
    return Pacing(unit, len(amounts), is_of_sessions=is_of_sessions) if amounts else None


def amount_of(figures: ActiveFigures | None, pacing: Pacing) -> float | None:
    """What a day had of what is aimed at; None where that is not known."""
    if figures is None:
        return None
    if pacing.unit == "steps":
        return figures.steps
    is_counted = pacing.is_of_sessions or figures.minutes_from != "sessions"
    return figures.minutes if is_counted else None


def days_near(
    by_day: Mapping[dt.date, ActiveFigures], pacing: Pacing, days: tuple[dt.date, ...]
) -> tuple[int, int]:
    """How many of some days were near the target, and how many of them are known."""
    known = [amount for day in days if (amount := amount_of(by_day.get(day), pacing)) is not None]
    return sum(map(pacing.is_near, known)), len(known)


def say_amount(amount: float, unit: PacingUnit) -> str:
    """Such as `28 min`, `1 h 10` or `6,200 steps`."""
    return say_minutes(amount) if unit == "min" else f"{round(amount):,} steps"


def say_today(figures: ActiveFigures | None, pacing: Pacing) -> str:
    """How today stands to the target, on one line: `today 25 of about 30 active minutes`.

    Empty where there is none, and where only sessions say it: a day without a session is as it should be.
    """
    if pacing.target is None or pacing.is_of_sessions:
        return ""
    about = f"about {pacing.target:,} {'steps' if pacing.unit == 'steps' else 'active minutes'}"
    amount = amount_of(figures, pacing)
    return f"aim at {about}" if amount is None else f"today {round(amount):,} of {about}"


def say_pacing(pacing: Pacing) -> str:
    """What is usual and what to aim at, in a sentence or two; or how many days it still takes."""
    if pacing.median is None or pacing.target is None:
        more = say_count(pacing.needs, "more day")
        return (
            f"Known of {say_count(pacing.known, 'day')}; after {more} your usual day stands here."
        )
    unit, of = pacing.unit, "with a session " if pacing.is_of_sessions else ""
    middle = f"Your usual day {of}has {say_amount(pacing.median, unit)}"
    hold = f"; {_HOLDS[pacing.hold]}" if pacing.hold else ""
    return (
        f"{middle}. About {say_amount(pacing.target, unit)} is enough on each, good or bad{hold}."
    )


def say_near(near: int, known: int) -> str:
    """How many days were near it; nothing of the others, and nothing where none was."""
    return (
        f"Near it on {near} of {say_count(known, 'day')} that {'is' if known == 1 else 'are'} known."
        if near
        else ""
    )


def whole_days(
    by_day: Mapping[dt.date, ActiveFigures],
) -> tuple[PacingUnit, dict[dt.date, float]]:
    """The amounts of whole days, in their order: minutes, or steps where more days state these."""
    minutes = {
        day: of.minutes
        for day, of in by_day.items()
        if of.minutes is not None and of.minutes_from != "sessions"
    }
    steps = {day: float(of.steps) for day, of in by_day.items() if of.steps is not None}
    return ("min", minutes) if len(minutes) >= len(steps) else ("steps", steps)


def _amounts(by_day: Mapping[dt.date, ActiveFigures]) -> tuple[PacingUnit, list[float], bool]:
    """The amounts in the order of days: of whole days, else what the sessions say of some."""
    unit, whole = whole_days(by_day)
    sessions = [
        of.minutes for of in by_day.values() if of.minutes_from == "sessions" and of.minutes
    ]
    if len(whole) >= USUAL_DAY_FROM or len(whole) >= len(sessions):
        return unit, list(whole.values()), False
    return "min", sessions, True


def _rounded(middle: float, unit: PacingUnit, *, is_held: bool) -> int:
    """As one would say it: minutes by five from half an hour on, steps by hundreds; held, never above the middle."""
    amount = middle if is_held else middle * AIMED_AT
    step = (5 if amount >= 30 else 1) if unit == "min" else 100
    parts = math.floor(amount / step) if is_held else round(amount / step)
    return max(parts * step, 1)
