"""Each week of a longer time against what was usual before it: the band, and the weeks outside it."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from backcare_tui.diary.repository import Between
from backcare_tui.diary.when import week_of
from backcare_tui.insight.days import DayFigures, known_pain
from backcare_tui.insight.longer.bins import DAY, Bin
from backcare_tui.insight.usual import WEEKS, Usual, firsts_before, usual_of, week_means

WEEK = DAY * 7


class UsualWeek(msgspec.Struct, frozen=True):
    """A week of the calendar, and what was usual by the 13 weeks before it."""

    first: dt.date
    mean: float | None
    """Pain, 0 to 10; None with fewer than 4 noted days."""
    usual: Usual | None

    @property
    def lies(self) -> int:
        """-1 where the week lies below the usual range, 1 above, 0 within or where that is not known."""
        return self.usual.lies(self.mean) if self.usual and self.mean is not None else 0

    @property
    def middle(self) -> dt.date:
        """The day in its middle."""
        return self.first + DAY * 3


def usual_weeks(
    days: Mapping[dt.date, DayFigures], between: Between, first_weekday: int = 0
) -> tuple[UsualWeek, ...]:
    """Every week that has a day in a time, the oldest first.

    Args:
        days: Each day's figures, also those before the time.
        between: The first and the last day.
        first_weekday: 0 for weeks that begin on Monday, 6 for Sunday.
    """
    first = week_of(between[0], first_weekday)[0]
    count = (between[1] - first).days // 7 + 1
    firsts = (*firsts_before(first), *(first + WEEK * number for number in range(count)))
    near = (day for at in range(7 * len(firsts)) if (day := days.get(firsts[0] + DAY * at)))
    means = week_means(known_pain(near), firsts)
    return tuple(
        UsualWeek(first, means[at], usual_of(means[at - WEEKS : at]))
        for at, first in enumerate(firsts[WEEKS:], WEEKS)
    )


def week_at(weeks: Sequence[UsualWeek], day: dt.date) -> UsualWeek | None:
    """The week of a day, where it is among them."""
    if not weeks or not weeks[0].first <= day < weeks[-1].first + WEEK:
        return None
    return weeks[(day - weeks[0].first).days // 7]


def outside_of(weeks: Iterable[UsualWeek], of: Bin) -> frozenset[int]:
    """Where those weeks lie whose middle is in a bin and that are outside the usual range: -1, 1, both or none."""
    return frozenset(
        week.lies for week in weeks if week.lies and of.first <= week.middle <= of.last
    )
