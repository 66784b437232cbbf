"""What a rule may look at: the last months of the diary, and what follows from them.

Each figure says from how many days it may be made; with fewer it is None, and no rule speaks.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from backcare_tui.diary.derived import mean, nights_by_day, pain_by_day
from backcare_tui.diary.records.activity import ActiveDay
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check, Signs
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Pain
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.settings import Settings
from backcare_tui.diary.when import Clock, span_of
from backcare_tui.guidance import averages, red_flags
from backcare_tui.guidance.averages import LEAST_OF_WEEK, WEEK, V, days_up_to, known_of
from backcare_tui.guidance.care import course as courses
from backcare_tui.guidance.flare import Flare, spells_of
from backcare_tui.guidance.profile import GROWN_UP, age_of
from backcare_tui.insight.days import DayFigures, known_days, known_pain, known_sleep
from backcare_tui.insight.medicines import Taking, days_of, takings
from backcare_tui.insight.movement.active_days import ActiveFigures, active_days

R = TypeVar("R", bound=Record)
WEEKS_OF_START = 4
"""Weeks that say where a diary began: one alone is often a bad one, as that is when people begin (our own rule)."""
LONG_DAYS = 10
"""Days with a medicine, of those that are looked at, from which it is taken for long (our own rule)."""


class Earlier(NamedTuple):
    """What is read of the time before the months that the rules look at."""

    signs: Sequence[Record] = ()
    """What may be a warning sign without an answer."""
    before_courses: Sequence[Pain] = ()
    """Pain that the courses alone are held against."""


class Facts:
    """The diary as the rules see it, at one moment. It does not depend on the order of entries.

    A rule is a pure function of this: it gives the reason in words, or nothing. Each property reads
    what it needs from the records once, and is the only place that decides what, say, a flare-up is.

        facts = gather(repository, clock)           # a few months, and the baseline
        facts = Facts(clock, [Pain(at=now, severity=8)])    # in a test: just these
        advise(facts)

    What lies after the moment is not looked at, so the past can be asked what it would have said.
    """

    def __init__(
        self,
        clock: Clock,
        records: Iterable[Record],
        settings: Settings | None = None,
        about: Routine | Course | None = None,
        earlier: Earlier | None = None,
    ) -> None:
        """Take what is there.

        Args:
            clock: The moment, and where the person is; what is later is not looked at.
            records: Entries of any kind, in any order.
            settings: What the person set and stated.
            about: A routine or a course that is about to begin.
            earlier: What is read of longer ago, for single questions.
        """
        self.clock, self.now, self.today = clock, clock.now(), clock.today()
        self.settings = settings or Settings()
        self.opening = about if isinstance(about, Routine) else None
        """The routine that is about to begin."""
        self.beginning = about if isinstance(about, Course) else None
        """The course that is about to begin."""
        once = {record.id: record for record in records}
        self._records = sorted(once.values(), key=lambda record: record.order)
        self._earlier = earlier or Earlier()

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """The records of one kind up to now, in the order of time."""
        return tuple(
            record for record in self._records if isinstance(record, kind) and self._is_past(record)
        )

    def _is_past(self, record: Record) -> bool:
        if record.at:
            return record.at <= self.now
        return not isinstance(record, Night) or record.day <= self.today

    @cached_property
    def with_earlier(self) -> "Facts":
        """The same, with what of longer ago may be a warning sign: for what stands until it is answered.

        It has gaps: nothing may be counted in it but what is close to a fall.
        """
        if not self._earlier.signs:
            return self
        return Facts(self.clock, [*self._earlier.signs, *self._records], self.settings)

    @cached_property
    def pains(self) -> tuple[Pain, ...]:
        """Every entry of pain."""
        return self.all(Pain)

    @cached_property
    def feelings(self) -> tuple[Feeling, ...]:
        """How moments were without a number for pain."""
        return self.all(Feeling)

    @cached_property
    def moments(self) -> tuple[Pain | Feeling, ...]:
        """Every moment that was taken down, with a number for pain or without, in order."""
        found: list[Pain | Feeling] = [*self.pains, *self.feelings]
        return tuple(sorted(found, key=lambda entry: entry.order))

    @cached_property
    def moods(self) -> Mapping[dt.date, Sequence[int]]:
        """Each day's moods, 1 to 5, wherever they were taken down."""
        found: dict[dt.date, list[int]] = {}
        for entry in self.moments:
            if entry.mood is not None:
                found.setdefault(entry.day, []).append(entry.mood)
        return found

    @cached_property
    def takings(self) -> tuple[Taking, ...]:
        """Each medicine of each day, wherever it was taken down."""
        return takings(self.moments)

    @cached_property
    def sessions(self) -> tuple[Session, ...]:
        """Every session."""
        return self.all(Session)

    @cached_property
    def active_by_day(self) -> dict[dt.date, ActiveFigures]:
        """How active each day was, as far as that is known."""
        days = (each for each in self.all(ActiveDay) if each.day <= self.today)
        return active_days(days, self.sessions)

    @cached_property
    def meals(self) -> tuple[Meal, ...]:
        """Everything eaten and drunk."""
        return self.all(Meal)

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """Every visit."""
        return self.all(Visit)

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """Every check for red flags, and every check-up."""
        return self.all(Check)

    @cached_property
    def signs(self) -> tuple[Signs, ...]:
        """Every look for signs of inflammation."""
        return self.all(Signs)

    @cached_property
    def conditions(self) -> frozenset[str]:
        """The ids of the conditions that were stated."""
        return self.settings.conditions

    @property
    def age(self) -> int | None:
        """The person's age in years, to the year; None where it was not stated."""
        return age_of(self.settings, self.today)

    @property
    def is_under_age(self) -> bool:
        """Whether the stated year of birth says that the person is not grown up yet."""
        return self.age is not None and self.age < GROWN_UP

    def takes_for_long(self, sort: str) -> bool:
        """Whether a sort of medicine is taken for long: as stated, or by the days it was taken."""
        days = days_of(self.takings, {sort})
        return sort in (self.settings.medicines or ()) or len(days) >= LONG_DAYS

    @cached_property
    def flags(self) -> red_flags.CheckStanding:
        """The red flags that stand."""
        return red_flags.standing(self.checks)

    @cached_property
    def answered(self) -> dt.datetime | None:
        """When signs were last looked at: by a check, or by a professional."""
        return max((check.at for check in self.checks), default=None)

    @cached_property
    def seen(self) -> dt.datetime | None:
        """When a professional last had a look."""
        return max((check.at for check in self.checks if check.is_check_up), default=None)

    @cached_property
    def figures(self) -> dict[dt.date, DayFigures]:
        """Each day that has pain, a night or a session."""
        return known_days(self.pains, self.nights.values(), self.sessions, self.clock)

    @cached_property
    def pain_by_day(self) -> dict[dt.date, float]:
        """Each day's pain, the mean of its entries."""
        return known_pain(self.figures.values())

    @cached_property
    def worst_by_day(self) -> dict[dt.date, int]:
        """Each day's worst pain."""
        return {day: of.worst for day, of in self.figures.items() if of.worst is not None}

    @cached_property
    def pain_now(self) -> Pain | None:
        """The last entry of today."""
        # Whoever lands in the west has entries of a day that is still to come there.
        today = (entry for entry in self.pains if entry.day >= self.today)
        return max(today, key=lambda entry: entry.time_order[1:], default=None)

    @cached_property
    def nights(self) -> dict[dt.date, Night]:
        """Each day of waking with its night."""
        return nights_by_day(self.all(Night))

    @cached_property
    def asleep_by_day(self) -> dict[dt.date, int]:
        """Minutes asleep of each night whose length is known."""
        return known_sleep(self.figures.values())

    @cached_property
    def courses(self) -> tuple[courses.CourseStanding, ...]:
        """Where each course stands, massage first, then the one begun last."""
        return courses.standings(self.all(Course), self.visits, self.now)

    @cached_property
    def pain_of_courses(self) -> Mapping[dt.date, float]:
        """Each day's pain, from half a year before the first visit of a course that goes on."""
        return pain_by_day(self._earlier.before_courses) | self.pain_by_day

    def days(self, count: int, last: dt.date | None = None) -> tuple[dt.date, ...]:
        """So many days up to a last one, by default today."""
        return days_up_to(last or self.today, count)

    def since(self, count: int) -> dt.date:
        """The first of so many days up to today; what is known of tomorrow, from further east, is later."""
        return self.today - dt.timedelta(days=count - 1)

    def mean7(self, values: Mapping[dt.date, V], last: dt.date | None = None) -> float | None:
        """The mean of the 7 days up to a last one, by default today; None with fewer than 4."""
        return averages.mean7(values, last or self.today)

    def median14(self, values: Mapping[dt.date, V], day: dt.date | None = None) -> float | None:
        """The median of the 14 days before a day, by default today; None with fewer than 5."""
        return averages.median14(values, day or self.today)

    @cached_property
    def spells(self) -> tuple[Flare, ...]:
        """Every flare-up of the months that are looked at, and each single bad day, in the order of time."""
        return spells_of(self.pains, self.pain_by_day)

    @cached_property
    def flares(self) -> tuple[Flare, ...]:
        """Those that are known to be flare-ups."""
        return tuple(spell for spell in self.spells if spell.is_known)

    @property
    def flare(self) -> Flare | None:
        """The flare-up that goes on today."""
        last = self.spells[-1] if self.spells else None
        return last if last and last.is_known and last.is_active(self.today) else None

    @cached_property
    def first_weeks(self) -> tuple[tuple[dt.date, float], ...]:
        """Where the diary began: the first day and the mean pain of the first four weeks with 4 values each.

        A week is seven days in a row, and none shares a day with another. They count from the day that was
        set on, where there is one.
        """
        return first_weeks_of(self.pain_by_day, self.settings.baseline_from)


def first_weeks_of(
    pain: Mapping[dt.date, float], start: dt.date | None
) -> tuple[tuple[dt.date, float], ...]:
    """The first four weeks with 4 values each, from a day on: their first days, and their means."""
    found: list[tuple[dt.date, float]] = []
    free = start or dt.date.min
    for day in pain:
        if day < free:
            continue
        values = known_of(pain, span_of(day, day + dt.timedelta(days=WEEK - 1)))
        if len(values) >= LEAST_OF_WEEK:
            found.append((day, mean(values)))
            free = day + dt.timedelta(days=WEEK)
        if len(found) == WEEKS_OF_START:
            break
    return tuple(found)
