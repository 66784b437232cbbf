"""Longer times than a week: each day's figures, which weeks are seen, and days taken together."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from backcare_tui.diary.derived import mean_known
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.repository import Between, Repository
from backcare_tui.diary.when import Clock, week_of
from backcare_tui.insight.days import DayFigures, known_days
from backcare_tui.insight.longer.marks import Mark, gather_marks

DAY = dt.timedelta(days=1)


class LongerTimes(msgspec.Struct, frozen=True):
    """All that longer views show of a diary."""

    days: Mapping[dt.date, DayFigures]
    """By day; a day without a word is not in it."""
    marks: tuple[Mark, ...]
    """In the order of days."""
    bounds: Between
    """From the first day with an entry to today; only today in an empty diary."""
    first_weekday: int = 0
    """0 where weeks begin on Monday, 6 for Sunday."""


class Size(msgspec.Struct, frozen=True):
    """How much time is taken together."""

    name: str
    """Such as `a day`, `2 weeks`, `3 months`."""
    days: int = 0
    months: int = 0
    """Whole months of the calendar, where it is not days."""

    @property
    def is_daily(self) -> bool:
        """Whether days can still be told apart by the eye."""
        return 0 < self.days <= 2


A_DAY, A_WEEK = Size("a day", days=1), Size("a week", days=7)
SIZES = (
    A_DAY,
    Size("2 days", days=2),
    A_WEEK,
    Size("2 weeks", days=14),
    Size("a month", months=1),
    Size("2 months", months=2),
    Size("3 months", months=3),
    Size("a year", months=12),
)
"""The smallest first."""


class Bin(msgspec.Struct, frozen=True):
    """Some days taken together; None wherever none of them says anything."""

    first: dt.date
    last: dt.date
    days: int = 0
    """Days with pain entries."""
    pain: float | None = None
    """The mean of the days' means."""
    best: int | None = None
    worst: int | None = None
    asleep_min: float | None = None
    """The mean of the nights whose length is known."""
    nights: int = 0
    sessions: int = 0
    moved_min: float | None = None
    """Minutes of all sessions; None where none says how long it was."""


def gather_times(repository: Repository, clock: Clock) -> LongerTimes:
    """Reads pain, nights, sessions and what marks are made of, once.

    Ten years are read here, in one pass, and `bins_of` cuts them into days, weeks or months for any
    span and size without reading again.

    Args:
        repository: The whole diary.
        clock: Today, and where the person is.
    """
    days = known_days(
        repository.entries(Pain), repository.entries(Night), repository.entries(Session), clock
    )
    span, today = repository.span(), clock.today()
    return LongerTimes(
        days,
        gather_marks(repository),
        (min(span[0], today) if span else today, today),
        repository.settings().first_weekday,
    )


def weeks_seen(
    day: dt.date, last: dt.date, weeks: int, bounds: Between, first_weekday: int = 0
) -> Between:
    """The first and the last day of the whole weeks that are seen.

    They are those that end with the week of `last`, moved as little as it takes so that `day` is
    among them, and so that they go neither beyond today's week nor, where the diary is long
    enough, before its first.

    Args:
        day: The day that is looked at; one outside the bounds counts as the nearest within.
        last: Any day of the last week.
        weeks: How many, 1 or more.
        bounds: The first day of the diary, and today.
        first_weekday: 0 for weeks that begin on Monday, 6 for Sunday.
    """
    length = dt.timedelta(weeks=weeks)
    own = week_of(min(max(day, bounds[0]), bounds[1]), first_weekday)
    final = week_of(bounds[1], first_weekday)[1]
    earliest = min(week_of(bounds[0], first_weekday)[0] + length - DAY, final)
    end = min(max(week_of(last, first_weekday)[1], own[1]), own[0] + length - DAY)
    end = min(max(end, earliest), final)
    return end - length + DAY, end


def size_within(between: Between, most: int) -> Size:
    """The smallest size of which not more than so many fill a time; the largest if none does."""
    return next((size for size in SIZES if sum(1 for _ in cut(between, size)) <= most), SIZES[-1])


def cut(between: Between, size: Size) -> Iterator[Between]:
    """A time in pieces of a size: days from its first on, months as the calendar has them."""
    first, last = between
    while first <= last:
        following = first + DAY * size.days if size.days else _next_month(first, size.months)
        yield first, min(following - DAY, last)
        first = following


def _next_month(day: dt.date, months: int) -> dt.date:
    number = (day.month - 1) // months * months + months
    return dt.date(day.year + number // 12, number % 12 + 1, 1)


def bins_of(days: Mapping[dt.date, DayFigures], pieces: Iterable[Between]) -> tuple[Bin, ...]:
    """The days of each piece taken together."""
    return tuple(_taken_together(days, first, last) for first, last in pieces)


def together(days: Sequence[DayFigures], size: Size) -> tuple[Bin, ...]:
    """Days without a gap between them, taken together in pieces of a size from the first one on."""
    pieces = cut((days[0].day, days[-1].day), size) if days else ()
    return bins_of({each.day: each for each in days}, pieces)


def _taken_together(days: Mapping[dt.date, DayFigures], first: dt.date, last: dt.date) -> Bin:
    within = (first + DAY * number for number in range((last - first).days + 1))
    known = [figures for day in within if (figures := days.get(day))]
    pains = [each.pain for each in known if each.pain is not None]
    nights = [each.asleep_min for each in known if each.asleep_min is not None]
    lengths = [each.moved_min for each in known if each.moved_min is not None]
    return Bin(
        first,
        last,
        days=len(pains),
        pain=mean_known(pains),
        best=min((each.best for each in known if each.best is not None), default=None),
        worst=max((each.worst for each in known if each.worst is not None), default=None),
        asleep_min=mean_known(nights),
        nights=len(nights),
        sessions=sum(each.sessions for each in known),
        moved_min=sum(lengths) if lengths else None,
    )


def number_of(bins: Sequence[Bin], day: dt.date) -> int:
    """Which bin a day is in; for a day outside of them, the nearest one."""
    return max(bisect_right(bins, day, key=lambda each: each.first) - 1, 0)


def marks_between(marks: Sequence[Mark], first: dt.date, last: dt.date) -> tuple[Mark, ...]:
    """The marks of some days; `marks` are in the order of days."""
    start = bisect_right(marks, first - DAY, key=lambda mark: mark.day)
    end = bisect_right(marks, last, key=lambda mark: mark.day)
    return tuple(marks[start:end])
