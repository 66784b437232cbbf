"""Whether more may be aimed at now, and what: never in a flare, after a stop or a rise, or in a week of more pain."""

import datetime as dt

from backcare_tui.diary.derived import pain_by_day
from backcare_tui.diary.records.activity import ActiveDay
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.repository import Entries, Repository
from backcare_tui.diary.when import Clock, week_of
from backcare_tui.guidance import red_flags
from backcare_tui.guidance.flare import LOOKED_BACK, spells_of
from backcare_tui.guidance.safety import rise_stops
from backcare_tui.insight.comparison import pain_of
from backcare_tui.insight.movement.active_days import ActiveFigures, active_days
from backcare_tui.insight.movement.pacing import (
    Pacing,
    PacingHold,
    WeekPacing,
    days_near,
    pacing_of,
    say_today,
)
from backcare_tui.insight.usual import LEAST_DAYS, WEEKS, firsts_before, usual_of, week_means
from backcare_tui.library.day_measures import USUAL_DAY_REACH

CALM_DAYS = dt.timedelta(days=7)
"""For how long a session that was stopped, or left one sorer, speaks against more (our own rule)."""
_WEEK = dt.timedelta(days=7)
_DAY = dt.timedelta(days=1)


class PacingNow:
    """What is aimed at in a week, and how its days stand to it; read once."""

    def __init__(self, repository: Repository, day: dt.date, clock: Clock) -> None:
        """Read what a day's week needs: its activity and eight weeks before."""
        today = clock.today()
        self.week, self.last = week_of(day, repository.settings().first_weekday)
        span = (self.week - USUAL_DAY_REACH - _DAY, min(self.last, today))
        self.by_day = active_days(
            repository.entries(ActiveDay, span), repository.entries(Session, span)
        )
        """What is known of each day."""
        until = min(self.last, today)
        hold = hold_of(repository, until, clock) if self.by_day else None
        stands = red_flags.standing(repository.entries(Check)).flags if until == today else ()
        self.pacing: Pacing | None = (
            None
            if stands
            else pacing_of(self.by_day, self.week, min(today, self.last + _DAY), hold)
        )
        """None where nothing is known, and where a warning sign stands: then that comes first."""
        self._until = until

    @property
    def today(self) -> ActiveFigures | None:
        """What is known of the last day that has begun."""
        return self.by_day.get(self._until)

    @property
    def of_week(self) -> WeekPacing | None:
        """How the days of the week stand to it; None where nothing is known."""
        if self.pacing is None:
            return None
        days = tuple(self.week + _DAY * number for number in range(7))
        return WeekPacing(self.pacing, *days_near(self.by_day, self.pacing, days))

    def say(self) -> str:
        """How today stands to what is aimed at; empty where nothing is known."""
        return say_today(self.today, self.pacing) if self.pacing else ""


def hold_of(repository: Entries, day: dt.date, clock: Clock) -> PacingHold | None:
    """What speaks against more on a day, the weightiest; None where nothing does."""
    first = min(day - LOOKED_BACK, day - _WEEK * (WEEKS + 2))
    pains = [each for each in repository.entries(Pain, (first, day)) if each.at <= clock.now()]
    by_day = pain_by_day(pains)
    spells = spells_of(pains, by_day)
    if spells and spells[-1].is_known and spells[-1].is_active(day):
        return "flare"
    sessions = repository.entries(Session, (day - CALM_DAYS + _DAY, day))
    if any(each.stopped for each in sessions):
        return "stop"
    if any(rise_stops(each.pain_before, each.pain_after) for each in sessions):
        return "rise"
    return "week" if _is_beyond_usual(by_day, day) else None


def _is_beyond_usual(by_day: dict[dt.date, float], day: dt.date) -> bool:
    """Whether the last seven days had more pain than the seven before, beyond the person's usual swing."""
    first = day - _WEEK + _DAY
    now = pain_of(by_day, (first, day))
    usual = usual_of(means := week_means(by_day, firsts_before(first)))
    before = means[-1]
    if usual is None or before is None or now.mean is None or now.noted < LEAST_DAYS:
        return False
    return now.mean - before > usual.swing
