"""Which days a course is judged by: four weeks before its first visit, and two weeks after a later one.

The numbers of days are our own, held by `tests.bench.bench_course`.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.repository import Between
from backcare_tui.diary.when import span_of
from backcare_tui.guidance.care.course import CourseStanding
from backcare_tui.insight.placebo_dates import DateStretch

DAY = dt.timedelta(days=1)
DAYS_BEFORE, LEAST_BEFORE = 28, 10
"""Days before the first visit whose mean is what pain was before, and how many of them have to be noted."""
DAYS_AFTER, LEAST_AFTER = 14, 5
"""Days after a visit whose mean is what pain is since, and how many of them have to be noted."""
LEAST_SPAN = 7
"""The days after a visit end with the next one, but are no fewer than these, whatever is given in them."""
LOOKED_BACK = 182
"""Days before the first visit that are looked at: what was longer ago says little of now."""


def days_before(first_visit: dt.date) -> tuple[dt.date, ...]:
    """The days that pain before a first visit is of."""
    return span_of(first_visit - DAYS_BEFORE * DAY, first_visit - DAY)


def noted_before(pain_by_day: Mapping[dt.date, float], first_visit: dt.date) -> int:
    """How many of the days before a first visit are noted."""
    return len(noted_of(days_before(first_visit), pain_by_day))


def days_to_read(first_visits: Iterable[dt.date], today: dt.date) -> Between:
    """From which day on pain has to be known to judge courses by their first visits, up to today."""
    return min((*first_visits, today)) - LOOKED_BACK * DAY, today


def days_after(given: Sequence[Visit], number: int) -> Between:
    """The first and the last of the days after a visit, counted from 1, whose mean says how pain is since."""
    visit = given[number - 1].day
    last = visit + DAYS_AFTER * DAY
    if number < len(given):
        last = min(last, max(given[number].day - DAY, visit + LEAST_SPAN * DAY))
    return visit + DAY, last


def days_looked_back(first_visit: dt.date) -> tuple[dt.date, ...]:
    """The days before a first visit from which is known what was usual, and how far days swing."""
    return span_of(first_visit - LOOKED_BACK * DAY, first_visit - DAY)


def stretch_of(now: CourseStanding, number: int) -> DateStretch:
    """The days before the first visit and after another one, counted from the first."""
    first, last = days_after(now.given, number)
    return DateStretch(
        before=DAYS_BEFORE,
        first=(first - now.first_day).days,
        last=(last - now.first_day).days,
        least_before=LEAST_BEFORE,
        least_after=LEAST_AFTER,
    )


def noted_of(days: Iterable[dt.date], pain_by_day: Mapping[dt.date, float]) -> dict[dt.date, float]:
    """The pain of those of the days that are noted, in their order."""
    return {day: pain_by_day[day] for day in days if day in pain_by_day}
