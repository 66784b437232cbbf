"""The week in one look: the review's figures, and what stands beside them on the screen."""

import datetime as dt
from collections.abc import Iterable, Mapping

import msgspec

from backcare_tui.diary.derived import second_nights, worst_by_day
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock, span_of
from backcare_tui.insight.bad_days import BadDays, bad_days_only
from backcare_tui.insight.days import DayFigures
from backcare_tui.insight.faithfulness import Faithfulness, faithfulness
from backcare_tui.insight.longer.usual_weeks import UsualWeek
from backcare_tui.insight.medicines import MedicineDays, medicines_taken
from backcare_tui.insight.movement.pacing import WeekPacing
from backcare_tui.insight.week.entries import read_week
from backcare_tui.insight.week.figures import DAYS_TO_COMPARE, Week, review_of
from backcare_tui.insight.week.sleep import SleepOfWeek, sleep_of_week

MOST_NOTES = 3
DAYS_TO_TELL = 3
"""Days of a week that still goes on from which on it says more than the last one."""


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
    sessions_timed: int
    """How many sessions say how long they were."""
    visits: tuple[Visit, ...]
    medicines: tuple[MedicineDays, ...]
    flare_days: tuple[dt.date, ...]
    nights_twice: tuple[dt.date, ...]
    """The days that have more than one night."""
    notes: tuple[WeekNote, ...]
    is_over: bool
    """Whether all of its days have begun and the last one has ended."""
    days_left: int
    """How many of its days may still be noted: those to come, and today while it has no pain yet."""
    bad_days: BadDays | None
    """The bad days of the four weeks up to now, or to its end, where the diary holds hardly any other."""
    pacing: WeekPacing | None = None
    """How active its days were, and what to aim at; None where that is not known."""
    faithful: Faithfulness | None = None
    """How much was taken down in the three weeks up to its end, or to today."""

    @property
    def against_usual(self) -> UsualWeek:
        """The week against what was usual before it."""
        pain = self.week.pain
        mean = pain.mean if pain.days >= DAYS_TO_COMPARE else None
        return UsualWeek(self.week.first, mean, pain.usual)

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
            or (self.pacing and self.pacing.known)
        )


def look_at_week(
    repository: Repository,
    day: dt.date,
    clock: Clock,
    flare_days: Iterable[dt.date] = (),
    pacing: WeekPacing | None = None,
) -> WeekLook:
    """A day's week, and what it is held against.

    Args:
        repository: The diary.
        day: Any day of the week.
        clock: The moment; later entries there are none.
        flare_days: The days of flare-ups that are known; those of the week are kept.
        pacing: What is aimed at in the week.
    """
    read = read_week(repository, day)
    days, sleep = read.days(clock), sleep_of_week(read.of_week(read.nights), clock)
    week = review_of(repository, read, days, sleep)
    sessions = read.of_week(read.sessions)
    days_of_week = span_of(week.first, week.last)
    return WeekLook(
        week=week,
        days=days[7:],
        days_before=days[:7],
        sleep=sleep,
        sleep_before=sleep_of_week(read.before(read.nights), clock),
        sessions_timed=sum(session.done_s is not None for session in sessions),
        visits=read.visits,
        medicines=medicines_taken((*read.of_week(read.pains), *read.feelings)),
        flare_days=tuple(sorted(each for each in flare_days if week.first <= each <= week.last)),
        nights_twice=tuple(second_nights(read.of_week(read.nights))),
        notes=worth_rereading(read.noted(), week.pain.by_day),
        is_over=week.last < clock.today(),
        days_left=sum(day >= clock.today() and day not in week.pain.by_day for day in days_of_week),
        bad_days=bad_days_only(worst_by_day(read.pains), min(week.last, clock.today())),
        pacing=pacing,
        faithful=faithfulness(repository, min(week.last, clock.today())),
    )


def latest_look(repository: Repository, clock: Clock) -> WeekLook | None:
    """This week from its third day with pain on, or once three of its days are over; until then last week.

    Of the two the other one where the first has neither pain nor sleep; None where neither has.
    """
    this = look_at_week(repository, clock.today(), clock)
    days_over = (clock.today() - this.week.first).days
    if this.week.pain.days >= DAYS_TO_TELL or (days_over >= DAYS_TO_TELL and _is_known(this)):
        return this
    last = look_at_week(repository, clock.today() - dt.timedelta(weeks=1), clock)
    return next((look for look in (last, this) if _is_known(look)), None)


def _is_known(look: WeekLook) -> bool:
    return bool(look.week.pain.entries or look.week.sleep.nights)


def worth_rereading(
    entries: Iterable[Record], pain: Mapping[dt.date, float]
) -> tuple[WeekNote, ...]:
    """At most three notes in the order of time: of the worst day, of the best, and the longest.

    Where a day has several, its longest counts. Which ones are worth it is a choice of ours.
    """
    found = [
        WeekNote(each.day, text.strip()) for each in entries if (text := each.note) and text.strip()
    ]
    in_order = sorted(found, key=lambda note: (-len(note.text), note.day, note.text))
    worst = sorted(pain, key=lambda day: (-pain[day], day))[:1]
    best = sorted(pain, key=lambda day: (pain[day], day))[:1]
    first = [next((n for n in in_order if n.day == day), None) for day in (*worst, *best)]
    chosen = dict.fromkeys(note for note in (*first, *in_order) if note)
    return tuple(sorted(list(chosen)[:MOST_NOTES], key=lambda note: (note.day, note.text)))
