"""The week in one look: the review's figures, and what stands beside them on the screen."""

import datetime as dt
import math
from collections.abc import Iterable, Mapping

import msgspec

from backcare_tui.diary.derived import (
    mean,
    mean_known,
    nights_by_day,
    sleep_efficiency,
    time_asleep,
)
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.kinds import ENTRIES
from backcare_tui.diary.records.night import Night, minutes_between
from backcare_tui.diary.records.pain import Feeling, Pain
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.insight.days import DayFigures, days_of
from backcare_tui.insight.medicines import MedicineDays, medicines_taken
from backcare_tui.insight.week.figures import Week, weekly_review

NIGHTS_FOR_REGULARITY = 4
"""Nights with times from which on their regularity is said (our own rule)."""
MOST_NOTES = 3
_DAY_MIN, _HALF_DAY_MIN = 1440, 720


class SleepOfWeek(msgspec.Struct, frozen=True):
    """The nights of a week in more figures than their length."""

    mean_min: float | None
    efficiency: float | None
    """0 to 1."""
    quality: float | None
    """1 to 5."""
    regularity_min: float | None
    """How far the middle of sleep strays; see `regularity`."""


class WeekNote(msgspec.Struct, frozen=True):
    """A note worth reading again."""

    day: dt.date
    text: str


class WeekLook(msgspec.Struct, frozen=True):
    """All that the screen shows of a week."""

    week: Week
    days: tuple[DayFigures, ...]
    """Seven."""
    days_before: tuple[DayFigures, ...]
    """Those of the week before."""
    sleep: SleepOfWeek
    sleep_before: SleepOfWeek
    visits: tuple[Visit, ...]
    medicines: tuple[MedicineDays, ...]
    flare_days: tuple[dt.date, ...]
    notes: tuple[WeekNote, ...]
    is_over: bool
    """Whether all of its days have begun and the last one has ended."""

    @property
    def days_moved(self) -> int:
        """The days with a session."""
        return sum(day.sessions > 0 for day in self.days)

    @property
    def sessions_before(self) -> int:
        """The sessions of the week before."""
        return sum(day.sessions for day in self.days_before)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was taken down."""
        week = self.week
        return not (
            week.pain.entries
            or week.sleep.nights
            or week.movement.sessions
            or week.care.visits
            or week.diet.entries
            or self.notes
        )


def look_at_week(
    repository: Repository, day: dt.date, clock: Clock, flare_days: Iterable[dt.date] = ()
) -> WeekLook:
    """A day's week, and what it is held against.

    Args:
        repository: The diary.
        day: Any day of the week.
        clock: The moment; later entries there are none.
        flare_days: The days of flare-ups that are known; those of the week are kept.
    """
    week = weekly_review(repository, day, clock)
    span = (week.first, week.last)
    before = (week.first - dt.timedelta(days=7), week.first - dt.timedelta(days=1))
    pains, nights = repository.entries(Pain, span), repository.entries(Night, span)
    return WeekLook(
        week=week,
        days=days_of(repository, span, clock),
        days_before=days_of(repository, before, clock),
        sleep=_slept(nights, clock),
        sleep_before=_slept(repository.entries(Night, before), clock),
        visits=repository.entries(Visit, span),
        medicines=medicines_taken((*pains, *repository.entries(Feeling, span))),
        flare_days=tuple(sorted(each for each in flare_days if span[0] <= each <= span[1])),
        notes=worth_rereading(
            (each for kind in ENTRIES for each in repository.entries(kind, span)),
            week.pain.by_day,
        ),
        is_over=week.last < clock.today(),
    )


def regularity(nights: Iterable[Night]) -> float | None:
    """How far the middle of sleep strays from its mean, as a standard deviation in minutes.

    The middle lies between falling asleep and getting up (Fischer 2021, "Measuring sleep
    regularity"). None with fewer than 4 nights that have both times.
    """
    middles = [middle for night in nights if (middle := _middle(night)) is not None]
    if len(middles) < NIGHTS_FOR_REGULARITY:
        return None
    # From the first one on, so that no middle is cut at midnight or at noon.
    apart = [(m - middles[0] + _HALF_DAY_MIN) % _DAY_MIN - _HALF_DAY_MIN for m in middles]
    center = mean(apart)
    return math.sqrt(mean([(each - center) ** 2 for each in apart]))


def worth_rereading(
    entries: Iterable[Record], pain: Mapping[dt.date, float]
) -> tuple[WeekNote, ...]:
    """At most three notes in the order of time: of the worst day, of the best, and the longest.

    Where a day has several, its longest counts. Which ones are worth it is a choice of ours.
    """
    found = [
        WeekNote(each.day, text.strip())
        for each in entries
        if (text := getattr(each, "note", None)) and text.strip()
    ]
    in_order = sorted(found, key=lambda note: (-len(note.text), note.day, note.text))
    worst = sorted(pain, key=lambda day: (-pain[day], day))[:1]
    best = sorted(pain, key=lambda day: (pain[day], day))[:1]
    first = [next((n for n in in_order if n.day == day), None) for day in (*worst, *best)]
    chosen = dict.fromkeys(note for note in (*first, *in_order) if note)
    return tuple(sorted(list(chosen)[:MOST_NOTES], key=lambda note: (note.day, note.text)))


def _middle(night: Night) -> float | None:
    """Minutes after midnight, of the middle between falling asleep and getting up."""
    if night.bed is None or night.up is None:
        return None
    hour, minute = night.up.split(":")
    asleep = minutes_between(night.bed, night.up) - (night.latency_min or 0)
    return int(hour) * 60 + int(minute) - asleep / 2


def _slept(nights: Iterable[Night], clock: Clock) -> SleepOfWeek:
    there = nights_by_day(nights).values()
    return SleepOfWeek(
        mean_min=mean_known(time_asleep(night, clock) for night in there),
        efficiency=mean_known(sleep_efficiency(night, clock) for night in there),
        quality=mean_known(night.quality for night in there),
        regularity_min=regularity(there),
    )
