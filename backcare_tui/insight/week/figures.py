"""The weekly review as numbers: what was recorded in a week, and how it was against the one before.

Counts and totals are of what was recorded, so 0 where nothing was. Means, and whatever else would
have to be known first, are None where they are not.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any

import msgspec

from backcare_tui.diary.derived import areas_that_hurt, mean_known
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.repository import Between, Repository
from backcare_tui.diary.when import Clock, span_of
from backcare_tui.insight.comparison import pain_of
from backcare_tui.insight.days import DayFigures, known_pain
from backcare_tui.insight.movement.plans import is_in_force, planned_on
from backcare_tui.insight.movement.programs import WALK, WALKS, progress, under_way
from backcare_tui.insight.usual import LEAST_DAYS, Usual, usual_of, weeks_missing
from backcare_tui.insight.week.entries import WEEK, WeekEntries, read_week
from backcare_tui.insight.week.sleep import SleepOfWeek, sleep_of_week
from backcare_tui.library.measures import is_meaningful

DAYS_TO_COMPARE = LEAST_DAYS
"""Days with an entry that each of two weeks needs before words call their difference a change."""


class PainWeek(msgspec.Struct, frozen=True):
    """The pain of a week; severities are 0 to 10."""

    days: int
    """Days with an entry."""
    entries: int
    mean: float | None
    """The mean of the days' means."""
    worst: int | None
    best: int | None
    previous_days: int
    """Days with an entry in the week before."""
    previous_mean: float | None
    change: float | None
    """The mean less that of the week before."""
    meaningful: bool
    """Whether the change is known, and as large as people notice; see `is_meaningful`."""
    usual: Usual | None
    """What is usual by the 13 weeks before; None where too few of them are known."""
    weeks_missing: int
    """How many more weeks in a row it takes until it is known."""
    by_day: Mapping[dt.date, float]
    """The mean of each day that has an entry."""
    areas: Mapping[str, int]
    """How many entries name each area as one that hurts, most named first."""

    @property
    def is_comparable(self) -> bool:
        """Whether both weeks have the days with an entry that calling it a change needs."""
        return min(self.days, self.previous_days) >= DAYS_TO_COMPARE

    @property
    def is_beyond_usual(self) -> bool | None:
        """Whether the change is larger than weeks usually differ; None where that cannot be told."""
        if self.usual is None or self.change is None or not self.is_comparable:
            return None
        return abs(self.change) > self.usual.swing


class SleepWeek(msgspec.Struct, frozen=True):
    """The nights that ended in a week."""

    nights: int
    mean_min: float | None
    """Minutes asleep, over the nights whose length is known."""
    efficiency: float | None
    """The mean of the nights' sleep efficiency, 0 to 1 (Carney 2012)."""
    mean_quality: float | None
    """1 to 5."""
    previous_mean_min: float | None


class MovementWeek(msgspec.Struct, frozen=True):
    """The sessions of a week."""

    sessions: int
    minutes: float | None
    """Done in those that say how long they were; None where there are sessions, but none does."""
    planned: int | None
    """Sessions that the plans in force meant for this week; None without such a plan."""
    of_program: tuple[int, int] | None = None
    """Where a program alone meant them: how many of those that were left of its week were done, and how many were."""


class CareWeek(msgspec.Struct, frozen=True):
    """The visits of a week."""

    visits: int
    massages: int
    mean_change: float | None
    """Pain after less pain before, over the visits that say both."""


class DietWeek(msgspec.Struct, frozen=True):
    """What was eaten and drunk, as far as it was taken down."""

    entries: int
    tags: Mapping[str, int]
    """How many entries have each tag, most frequent first."""
    water_ml: int
    coffees: float
    alcohol_units: float
    """Standard drinks."""


class Week(msgspec.Struct, frozen=True):
    """One week, from its first day to its last."""

    first: dt.date
    last: dt.date
    pain: PainWeek
    sleep: SleepWeek
    movement: MovementWeek
    care: CareWeek
    diet: DietWeek
    advice: tuple[str, ...] = ()
    """Ids of what the rules say of this week."""


def weekly_review(repository: Repository, day: dt.date, clock: Clock) -> Week:
    """The review of a day's week, held against the week before.

    Args:
        repository: The diary; two weeks of it are read, and the pain of twelve more.
        day: Any day of the week, which begins on Monday, or as the setting `week_start` says.
        clock: Where the person is; of days to come nothing is known.

    Returns:
        Figures, unrounded: pain 0 to 10 as the mean of days (not of entries), sleep in minutes with
        efficiency 0 to 1, sessions, visits, food. What is not known is None, never 0. A change of
        pain is meaningful from 2 points or 30 percent on (Farrar 2001; Ostelo 2008); whether it is
        more than chance is another question, see `PainWeek.is_beyond_usual`.
    """
    read = read_week(repository, day)
    sleep = sleep_of_week(read.of_week(read.nights), clock)
    return review_of(repository, read, read.days(clock), sleep)


def review_of(
    repository: Repository, read: WeekEntries, days: Sequence[DayFigures], sleep: SleepOfWeek
) -> Week:
    """The review of a week whose entries are already read; plans, and a program's sessions, are not.

    Args:
        repository: The diary.
        read: What is read of it.
        days: The seven days before the week, and its own.
        sleep: That of its nights.
    """
    before, week = days[:7], days[7:]
    return Week(
        *read.week,
        pain=_pain(read, week, before),
        sleep=_sleep(sleep, before),
        movement=_movement(repository, read.of_week(read.sessions), read.week),
        care=_care(read.visits),
        diet=_diet(read.meals),
    )


def as_json(week: Week) -> dict[str, Any]:
    """The review as plain values, as `backcare week --json` prints it: unrounded, unknown is None."""
    parts: dict[str, Any] = msgspec.to_builtins(week)
    first, last = parts.pop("first"), parts.pop("last")
    pain = parts["pain"]
    del pain["previous_days"], pain["weeks_missing"]  # only the words need them
    del parts["movement"]["of_program"]
    usual = pain.pop("usual")
    pain["usual_swing"] = usual and usual["swing"]
    pain["beyond_usual"] = week.pain.is_beyond_usual
    return {"from": first, "to": last, **parts, "advice": list(week.advice)}


def _pain(read: WeekEntries, days: Iterable[DayFigures], before: Iterable[DayFigures]) -> PainWeek:
    entries, weeks_before = read.of_week(read.pains), read.weeks_before()
    by_day, (first, last) = known_pain(days), read.week
    now = pain_of(by_day, (first, last))
    earlier = pain_of(known_pain(before), (first - WEEK, last - WEEK))
    mean, previous = now.mean, earlier.mean
    change = None if mean is None or previous is None else mean - previous
    severities = [entry.severity for entry in entries]
    return PainWeek(
        days=now.noted,
        entries=len(entries),
        mean=mean,
        worst=max(severities, default=None),
        best=min(severities, default=None),
        previous_days=earlier.noted,
        previous_mean=previous,
        change=change,
        meaningful=change is not None and is_meaningful(change, previous or 0),
        usual=usual_of(weeks_before),
        weeks_missing=weeks_missing(weeks_before),
        by_day=by_day,
        areas=_counted(map(areas_that_hurt, entries)),
    )


def _sleep(now: SleepOfWeek, before: Iterable[DayFigures]) -> SleepWeek:
    return SleepWeek(
        nights=now.nights,
        mean_min=now.mean_min,
        efficiency=now.efficiency,
        mean_quality=now.quality,
        previous_mean_min=mean_known(each.asleep_min for each in before),
    )


def _movement(repository: Repository, sessions: Sequence[Session], week: Between) -> MovementWeek:
    lengths = [session.done_s for session in sessions if session.done_s is not None]
    minutes = sum(lengths) / 60 if lengths or not sessions else None
    plans, days = [plan for plan in repository.entries(Plan) if plan.routine], span_of(*week)
    if not any(is_in_force(plan, day) for plan in plans for day in days):
        return MovementWeek(len(sessions), minutes, None)
    # What was left of a program's week is planned, unless the days of a plan mean it anyway.
    of_days, left = planned_on(plans, days), _left_of_program(repository, plans, week)
    of_program = None
    if left and not of_days:
        of_program = (left & _done(sessions)).total(), left.total()
    return MovementWeek(len(sessions), minutes, (of_days | left).total(), of_program)


def _done(sessions: Iterable[Session]) -> Counter[str]:
    """How often each routine was done; a guided walk is a walk, too."""
    done = Counter(session.routine for session in sessions)
    done[WALK] = sum(done[each] for each in WALKS)
    return done


def _left_of_program(repository: Repository, plans: Iterable[Plan], week: Between) -> Counter[str]:
    """What was left to do, when the calendar's week began, of the program's week in which one was.

    A program goes on by what is done and not by the calendar: what was done of it before is not asked again.
    """
    first, last = week
    begun = (under_way(plans, day) for day in span_of(first, last))
    if (at := next(filter(None, begun), None)) is None:
        return Counter()
    known, plan = at
    before = repository.entries(Session, (plan.day, first - dt.timedelta(days=1)))
    now = progress(known, plan, before)
    return Counter({} if now.is_over else {part.routine: part.left for part in now.parts})


def _care(visits: tuple[Visit, ...]) -> CareWeek:
    changes = [
        visit.pain_after - visit.pain_before
        for visit in visits
        if visit.pain_after is not None and visit.pain_before is not None
    ]
    return CareWeek(
        visits=len(visits),
        massages=sum(visit.treatment == "massage" for visit in visits),
        mean_change=mean_known(changes),
    )


def _diet(meals: tuple[Meal, ...]) -> DietWeek:
    return DietWeek(
        entries=len(meals),
        tags=_counted(set(meal.tags) for meal in meals),
        water_ml=sum(meal.water_ml or 0 for meal in meals),
        coffees=_whole(sum(meal.coffees or 0 for meal in meals)),
        alcohol_units=_whole(sum(meal.alcohol_units or 0 for meal in meals)),
    )


def _counted(words: Iterable[Set[str]]) -> dict[str, int]:
    """How often each word is there, most frequent first, else by the word."""
    counts = Counter(word for some in words for word in some)
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _whole(number: float) -> float:
    """A whole number without its `.0`; halves stay."""
    return int(number) if number == int(number) else number
