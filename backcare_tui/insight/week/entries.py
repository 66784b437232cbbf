"""What a week is told from, read once: its entries, those of the week before, and the pain of three months."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TypeVar

import msgspec

from backcare_tui.diary.derived import pain_by_day
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.repository import Between, Repository
from backcare_tui.diary.when import Clock, span_of, week_of
from backcare_tui.insight.days import DayFigures, known_days
from backcare_tui.insight.usual import WEEKS, firsts_before, week_means

R = TypeVar("R", bound=Record)
WEEK = dt.timedelta(days=7)


class WeekEntries(msgspec.Struct, frozen=True):
    """The entries, each kind in the order of time."""

    week: Between
    pains: tuple[Pain, ...]
    """Of this week and the 13 before it."""
    nights: tuple[Night, ...]
    """Of this week and the one before, as the next."""
    sessions: tuple[Session, ...]
    visits: tuple[Visit, ...]
    """Of this week, as the next."""
    meals: tuple[Meal, ...]
    feelings: tuple[Feeling, ...]

    def of_week(self, records: Sequence[R]) -> tuple[R, ...]:
        """Those of this week."""
        return _between(records, self.week)

    def before(self, records: Sequence[R]) -> tuple[R, ...]:
        """Those of the week before."""
        return _between(records, (self.week[0] - WEEK, self.week[1] - WEEK))

    def noted(self) -> Iterator[Record]:
        """All of this week."""
        two_weeks = (
            self.of_week(self.pains),
            self.of_week(self.nights),
            self.of_week(self.sessions),
        )
        return chain(*two_weeks, self.visits, self.meals, self.feelings)

    def days(self, clock: Clock) -> tuple[DayFigures, ...]:
        """Fourteen days: the seven before, and those of this week."""
        pains = (*self.before(self.pains), *self.of_week(self.pains))
        known = known_days(pains, self.nights, self.sessions, clock)
        span = span_of(self.week[0] - WEEK, self.week[1])
        return tuple(known.get(day) or DayFigures(day) for day in span)

    def weeks_before(self) -> tuple[float | None, ...]:
        """The mean pain of each of the 13 weeks before; None with fewer than 4 noted days."""
        return week_means(pain_by_day(self.pains), firsts_before(self.week[0]))


def read_week(repository: Repository, day: dt.date) -> WeekEntries:
    """Reads what is told of a day's week, which begins on Monday or as the setting `week_start` says."""
    first, last = week = week_of(day, repository.settings().first_weekday)
    two_weeks = first - WEEK, last
    return WeekEntries(
        week,
        pains=repository.entries(Pain, (first - WEEK * WEEKS, last)),
        nights=repository.entries(Night, two_weeks),
        sessions=repository.entries(Session, two_weeks),
        visits=repository.entries(Visit, week),
        meals=repository.entries(Meal, week),
        feelings=repository.entries(Feeling, week),
    )


def _between(records: Sequence[R], span: Between) -> tuple[R, ...]:
    """Those of some days, of records in the order of days."""
    first = bisect_left(records, span[0], key=_day)
    return tuple(records[first : bisect_right(records, span[1], first, key=_day)])


def _day(record: Record) -> dt.date:
    return record.day
