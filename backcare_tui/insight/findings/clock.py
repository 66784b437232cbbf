"""Which pain was noted before something was done, by the clock of the entries."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from backcare_tui.diary.derived import median
from backcare_tui.diary.records.pain import Pain

REACH_MIN = 36 * 60
"""How far back a pain may lie: from a morning to the evening of the next day (our own rule)."""
DAY_MIN = 24 * 60


class EarlierPain(NamedTuple):
    """Pain that was noted before something else."""

    day: dt.date
    """The day of its entry."""
    severity: float
    """0 to 10."""


class NotedPain:
    """All pain that was noted, in the order of the clock on the wall."""

    def __init__(self, pains: Iterable[Pain]) -> None:
        """Order them."""
        noted = sorted((minute_of(each.at), each.day, each.severity) for each in pains)
        self._minutes = [minute for minute, _, _ in noted]
        self._noted = [EarlierPain(day, float(severity)) for _, day, severity in noted]

    def before(self, minute: float) -> EarlierPain | None:
        """The last one up to a minute on the wall, and not long before it.

        Of what stands at the same minute nobody knows which came first; then pain may have decided.
        """
        at = bisect_right(self._minutes, minute) - 1
        if at < 0 or minute - self._minutes[at] > REACH_MIN:
            return None
        return self._noted[at]


def minute_of(at: dt.datetime) -> int:
    """The minute of a moment as the clock on the wall tells it where it was, counted from the year 1."""
    return at.toordinal() * DAY_MIN + at.hour * 60 + at.minute


def pain_before(
    noted: NotedPain, moments: Mapping[dt.date, float], days: Iterable[dt.date]
) -> dict[dt.date, EarlierPain]:
    """The last pain noted before something, for each day on which that is known.

    Args:
        noted: All pain.
        moments: The minute at which it began, on the days that had it, counted from the midnight on
            which the day began; below 0 on the evening before.
        days: All days, also those without it: there its usual time counts, the median of the others.
    """
    if not moments:
        return {}
    usual = median(moments.values())
    found = (
        (day, noted.before(day.toordinal() * DAY_MIN + moments.get(day, usual))) for day in days
    )
    return {day: earlier for day, earlier in found if earlier is not None}


def pain_beside(
    pain: Mapping[dt.date, float], days: Iterable[dt.date]
) -> dict[dt.date, EarlierPain]:
    """The pain of the same day, for what is ticked with it."""
    return {day: EarlierPain(day, pain[day]) for day in days if day in pain}
