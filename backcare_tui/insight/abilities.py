"""How the person's own activities go now and how they went at the start (after the PSFS, Stratford 1995). Pure."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from backcare_tui.diary.records.ability import Ability
from backcare_tui.insight.peg import FIRST_ANSWERS, LAST_ANSWERS


class RatedNow(msgspec.Struct, frozen=True):
    """Ratings of one activity, 0 cannot to 10 as before."""

    start: int
    """The median of the first three."""
    start_day: dt.date
    """The day of the first."""
    last: tuple[int, ...]
    """The last three."""


def rated_now(rated: Sequence[Ability], name: str) -> RatedNow | None:
    """An activity now against the start; None with fewer than six ratings.

    Args:
        rated: In the order of time.
        name: Of the activity.
    """
    known = [(each.day, each.ratings[name]) for each in rated if name in each.ratings]
    if len(known) < FIRST_ANSWERS + LAST_ANSWERS:
        return None
    start = sorted(number for _, number in known[:FIRST_ANSWERS])[FIRST_ANSWERS // 2]
    return RatedNow(start, known[0][0], tuple(number for _, number in known[-LAST_ANSWERS:]))
