"""Late coffee and alcohol beside that night's sleep: two means and how many nights, never a cause."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Literal

import msgspec

from backcare_tui.diary.derived import mean, nights_by_day, time_asleep
from backcare_tui.diary.night_ends import night_ends
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.when import Clock
from backcare_tui.insight.diet.drinks import has_caffeine
from backcare_tui.text import say_count, say_minutes

Late = Literal["coffee", "alcohol"]
LATE_H: dict[Late, int] = {"coffee": 6, "alcohol": 4}
"""Hours before bed within which it is late: coffee after Drake 2013, alcohol a choice of ours."""
AFTER_BED = dt.timedelta(hours=1)
"""A drink is often taken down in bed only; so late it still counts (our own rule)."""
THE_DAY_H = 18
"""Hours before bed that are the day of a night, without the evening before it (our own rule)."""
NIGHTS_NEEDED = 4
"""Nights with and without, each, before the two are compared (our own rule)."""
DAYS_LOOKED_AT = 90
COUNTED = (
    f"Nights of the last {DAYS_LOOKED_AT} days whose times are known, if anything was taken down as "
    f"eaten or drunk on the day before. Late is within {LATE_H['coffee']} hours before bed for "
    f"coffee, within {LATE_H['alcohol']} for alcohol. Two means are shown from {NIGHTS_NEEDED} nights "
    "of each kind on."
)
NO_CAUSE = (
    "Such evenings differ in other ways too: the company, the hour, the day of the week. What goes "
    "along with a night need not be what made it so."
)


class LateDrinkNights(msgspec.Struct, frozen=True):
    """Nights after a late drink, and the others."""

    drink: Late
    nights_after: int
    nights_else: int
    asleep_after: float | None
    """Minutes asleep, the mean of the nights after it; None without any."""
    asleep_else: float | None

    @property
    def is_enough(self) -> bool:
        """Whether there are nights enough of both kinds to compare them."""
        return min(self.nights_after, self.nights_else) >= NIGHTS_NEEDED


def to_bed_at(night: Night, clock: Clock) -> dt.datetime | None:
    """The moment of going to bed, on the evening before or after midnight; None where unknown."""
    ends = night_ends(night, clock)
    return ends.bed if ends else None


def compared(
    drink: Late, meals: Iterable[Meal], nights: Iterable[Night], clock: Clock
) -> LateDrinkNights:
    """How long one slept after a late drink, and how long else.

    A night counts where its times are known and where something, whatever it was, was taken down as
    eaten or drunk on the day before it: of other nights it is not known that nothing was drunk.

    Args:
        drink: Which one.
        meals: In any order.
        nights: In any order; of two for one day, the one changed last.
        clock: Where the person is.
    """
    there = tuple(meals)
    all_at = sorted(meal.at for meal in there)
    late_at = sorted(meal.at for meal in there if _is(drink, meal))
    after: list[int] = []
    others: list[int] = []
    for night in nights_by_day(nights).values():
        bed, asleep = to_bed_at(night, clock), time_asleep(night, clock)
        if (
            bed is None
            or asleep is None
            or not _any(all_at, bed - dt.timedelta(hours=THE_DAY_H), bed + AFTER_BED)
        ):
            continue
        is_late = _any(late_at, bed - dt.timedelta(hours=LATE_H[drink]), bed + AFTER_BED)
        (after if is_late else others).append(asleep)
    return LateDrinkNights(
        drink,
        len(after),
        len(others),
        mean(after) if after else None,
        mean(others) if others else None,
    )


def say_compared(found: LateDrinkNights) -> str:
    """The two lengths with their nights, or what is still needed; empty where it never was late."""
    if not found.nights_after or found.asleep_after is None:
        return ""
    if not found.is_enough or found.asleep_else is None:
        return f"{_NAMES[found.drink]} and sleep: {_say_needed(found)}."
    return (
        f"After {_EVENINGS[found.drink]} you slept {say_minutes(found.asleep_after)}, "
        f"else {say_minutes(found.asleep_else)} "
        f"({found.nights_after} and {say_count(found.nights_else, 'night')})."
    )


_EVENINGS: dict[Late, str] = {
    "coffee": "evenings with late coffee",
    "alcohol": "evenings with alcohol",
}
_NAMES: dict[Late, str] = {"coffee": "Late coffee", "alcohol": "Evenings with alcohol"}


def _say_needed(found: LateDrinkNights) -> str:
    """How many more nights of which kind it takes."""
    after = max(NIGHTS_NEEDED - found.nights_after, 0)
    others = max(NIGHTS_NEEDED - found.nights_else, 0)
    parts = (
        f"{say_count(found.nights_after, 'night')} so far, compared from {NIGHTS_NEEDED} on"
        if after
        else "",
        f"{others} more {'night' if others == 1 else 'nights'} without it needed" if others else "",
    )
    return "; ".join(filter(None, parts))


def _is(drink: Late, meal: Meal) -> bool:
    return has_caffeine(meal) if drink == "coffee" else bool(meal.alcohol_units)


def _any(moments: list[dt.datetime], first: dt.datetime, last: dt.datetime) -> bool:
    """Whether one of the moments, in order, lies from the first to the last."""
    return bisect_left(moments, first) < bisect_right(moments, last)
