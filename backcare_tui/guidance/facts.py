"""What a rule may look at: the last months of the diary, and what follows from them.

Each figure says from how many days it may be made; with fewer it is None, and no rule speaks.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from backcare_tui.diary.derived import mean, nights_by_day, pain_by_day
from backcare_tui.diary.here import DAYS_AHEAD
from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check, Signs
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.team import Agreement, Person
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.settings import Settings
from backcare_tui.diary.when import Clock, span_of
from backcare_tui.guidance import averages, red_flags
from backcare_tui.guidance.averages import LEAST_OF_WEEK, WEEK, V, days_up_to, known_of
from backcare_tui.guidance.care import course as courses
from backcare_tui.guidance.care.course_days import days_to_read
from backcare_tui.guidance.flare import Flare, flares_of
from backcare_tui.guidance.profile import GROWN_UP, age_of
from backcare_tui.insight.days import DayFigures, known_days, known_pain, known_sleep
from backcare_tui.insight.medicines import Taking, days_of, takings

R = TypeVar("R", bound=Record)
LOOKED_AT: Mapping[type[Record], int] = {
    Pain: 120,
    Feeling: 120,
    Night: 120,
    Session: 120,
    Meal: 21,
    Visit: 400,
    Signs: 30,
    Ability: 400,
}
"""How many days back the rules look."""
JUDGED_DAYS = 56
"""How far back the last of the visits lies that are still judged without being of an open course."""
LONG_DAYS = 10
"""Days with a medicine, of those that are looked at, from which it is taken for long (our own rule)."""
LONGEST_BREAK = dt.timedelta(days=400)
"""How far back the last session is looked for when a routine is about to begin."""
ALL: tuple[type[Record], ...] = (Check, Course, Person, Agreement, Plan)
"""What is read whole: there is little of it."""


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
        earlier: Iterable[Pain] = (),
    ) -> None:
        """Take what is there.

        Args:
            clock: The moment, and where the person is; what is later is not looked at.
            records: Entries of any kind, in any order.
            settings: What the person set and stated.
            about: A routine or a course that is about to begin.
            earlier: Pain of before the months that are looked at, which courses alone are held against.
        """
        self._earlier = tuple(earlier)
        self.clock, self.now, self.today = clock, clock.now(), clock.today()
        self.settings = settings or Settings()
        self.opening = about if isinstance(about, Routine) else None
        """The routine that is about to begin."""
        self.beginning = about if isinstance(about, Course) else None
        """The course that is about to begin."""
        once = {record.id: record for record in records}
        self._records = sorted(once.values(), key=lambda record: record.order)

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
        return pain_by_day(self._earlier) | self.pain_by_day

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
    def flares(self) -> tuple[Flare, ...]:
        """Every flare-up of the months that are looked at, in the order of time."""
        return flares_of(self.pains, self.pain_by_day)

    @property
    def flare(self) -> Flare | None:
        """The one that goes on today."""
        last = self.flares[-1] if self.flares else None
        return last if last and last.is_active(self.today) else None

    @cached_property
    def first_week(self) -> tuple[dt.date, float] | None:
        """The first day, and the mean pain, of the first seven days with 4 values.

        They count from the day that was set on, where there is one.
        """
        return _first_week(self.pain_by_day, self.settings.baseline_from)

    @property
    def baseline(self) -> float | None:
        """The mean pain of the first week."""
        return self.first_week[1] if self.first_week else None


def gather(repository: Repository, clock: Clock, about: Routine | Course | None = None) -> Facts:
    """The facts of now: a few months and the baseline, never the whole of ten years.

    Args:
        repository: The diary.
        clock: The moment.
        about: A routine or a course that is about to begin.
    """
    today, settings = clock.today(), repository.settings()
    ahead = today + dt.timedelta(days=DAYS_AHEAD)  # what was made an hour ago, further east
    records: list[Record] = [each for kind in ALL for each in repository.entries(kind)]
    for kind, days in LOOKED_AT.items():
        records += repository.entries(kind, (today - dt.timedelta(days=days), ahead))
    if isinstance(about, Routine):
        records += repository.entries(Session, (today - LONGEST_BREAK, today))
    records += _baseline_entries(repository, settings.baseline_from, today)
    earlier = _pain_of_courses(repository, records, clock)
    return Facts(clock, records, settings, about, earlier)


def _pain_of_courses(
    repository: Repository, records: Sequence[Record], clock: Clock
) -> Sequence[Pain]:
    """Pain of before the months that are looked at, as far as the visits that are judged now need it."""
    visits = [record for record in records if isinstance(record, Visit)]
    of = courses.standings(
        (record for record in records if isinstance(record, Course)), visits, clock.now()
    )
    today = clock.today()
    recent = today - dt.timedelta(days=JUDGED_DAYS)
    firsts = [visit.day for visit in visits if visit.day >= recent]
    firsts += [
        each.first_day
        for each in of
        if each.given and (each.course.ended is None or each.given[-1].day >= recent)
    ]
    first, _ = days_to_read(firsts, today)
    last = today - dt.timedelta(days=LOOKED_AT[Pain] + 1)
    return repository.entries(Pain, (first, last)) if first <= last else ()


def _baseline_entries(
    repository: Repository, start: dt.date | None, today: dt.date
) -> Sequence[Pain]:
    """The entries of the first weeks, as far as it takes to find seven days with 4 values."""
    span = repository.span()
    day = start or (span[0] if span else today)
    found: list[Pain] = []
    while day <= today and _first_week(pain_by_day(found), start) is None:
        last = day + dt.timedelta(days=8 * WEEK)
        found += repository.entries(Pain, (day, last))
        day = last + dt.timedelta(days=1)
    return found


def _first_week(
    pain: Mapping[dt.date, float], start: dt.date | None
) -> tuple[dt.date, float] | None:
    """The first day, and the mean, of the first seven days with 4 values, from a day on."""
    weeks = ((day, _week_from(pain, day)) for day in pain if start is None or day >= start)
    return next(((day, mean(found)) for day, found in weeks if len(found) >= LEAST_OF_WEEK), None)


def _week_from(pain: Mapping[dt.date, float], day: dt.date) -> list[float]:
    return known_of(pain, span_of(day, day + dt.timedelta(days=WEEK - 1)))
