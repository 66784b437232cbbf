"""Days of much more activity than usual, and what came after: whether one did too much on a good day.

Held against pain is the day itself together with the day before: so the pain of a day is held against a very active one of the two
days before it. Whoever does more because it hurts less would find the opposite; that pain is asked for first, as with
every factor (`findings.direction`).
"""

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from backcare_tui.diary.derived import median
from backcare_tui.insight.findings.clock import DAY_MIN, EarlierPain, NotedPain
from backcare_tui.insight.movement.active_days import ActiveFigures
from backcare_tui.insight.movement.pacing import whole_days
from backcare_tui.library.day_measures import ACTIVE_FROM_MIN, VERY_ACTIVE

_DAY = dt.timedelta(days=1)


class AfterHighDays(NamedTuple):
    """Which days, or the day before them, were very active ones, as far as both are known."""

    values: Mapping[dt.date, float]
    """1 where one of the two was, 0 where neither."""
    before: Mapping[dt.date, EarlierPain]
    """The last pain noted before the activity of the first of them began."""


def after_high_days(by_day: Mapping[dt.date, ActiveFigures], noted: NotedPain) -> AfterHighDays:
    """Tells very active days from the others, by minutes or steps, whichever more days state.

    The minutes of sessions alone are left out: they say nothing of the rest of the day.
    """
    _, amounts = whole_days(by_day)
    if not amounts:
        return AfterHighDays({}, {})
    least = VERY_ACTIVE * median(amounts.values())
    is_high = {day: amount > least for day, amount in amounts.items()}
    values: dict[dt.date, float] = {}
    before: dict[dt.date, EarlierPain] = {}
    for day in sorted({*is_high, *(each + _DAY for each in is_high)}):
        one, other = is_high.get(day - _DAY), is_high.get(day)
        if one or other or (one is False and other is False):
            values[day] = float(bool(one or other))
            first = day - _DAY if one else day
            if earlier := noted.before(first.toordinal() * DAY_MIN + ACTIVE_FROM_MIN):
                before[day] = earlier
    return AfterHighDays(values, before)
