"""The nights of a week in figures: how long, how much of the time in bed, how regular."""

import math
from collections.abc import Iterable

import msgspec

from backcare_tui.diary.derived import (
    mean,
    mean_known,
    nights_by_day,
    sleep_efficiency,
    time_asleep,
)
from backcare_tui.diary.records.night import Night, minutes_between
from backcare_tui.diary.values import minute_of_day
from backcare_tui.diary.when import Clock

NIGHTS_FOR_REGULARITY = 4
"""Nights with times from which on their regularity is said (our own rule)."""
_DAY_MIN, _HALF_DAY_MIN = 1440, 720


class SleepOfWeek(msgspec.Struct, frozen=True):
    """The nights of a week in figures; None wherever nothing is known."""

    nights: int
    mean_min: float | None
    """Minutes asleep, over the nights whose length is known."""
    efficiency: float | None
    """0 to 1, over the nights of which it is known how long one lay awake."""
    efficiency_nights: int
    """How many nights those are."""
    quality: float | None
    """1 to 5."""
    regularity_min: float | None
    """How far the middle of sleep strays; see `regularity`."""


def sleep_of_week(nights: Iterable[Night], clock: Clock) -> SleepOfWeek:
    """The figures of some nights; of two for one day, the one changed last counts."""
    there = nights_by_day(nights).values()
    parts = [part for night in there if (part := sleep_efficiency(night, clock)) is not None]
    return SleepOfWeek(
        nights=len(there),
        mean_min=mean_known(time_asleep(night, clock) for night in there),
        efficiency=mean_known(parts),
        efficiency_nights=len(parts),
        quality=mean_known(night.quality for night in there),
        regularity_min=regularity(there),
    )


def regularity(nights: Iterable[Night]) -> float | None:
    """How far the middle of sleep strays from its mean, as a standard deviation in minutes.

    The middle lies between falling asleep and waking for good (Fischer 2021, "Measuring sleep
    regularity"). None with fewer than 4 nights that have both times.
    """
    middles = [middle for night in nights if (middle := _middle(night)) is not None]
    if len(middles) < NIGHTS_FOR_REGULARITY:
        return None
    # From the first one on, so that no middle is cut at midnight or at noon.
    apart = [(m - middles[0] + _HALF_DAY_MIN) % _DAY_MIN - _HALF_DAY_MIN for m in middles]
    center = mean(apart)
    return math.sqrt(mean([(each - center) ** 2 for each in apart]))


def _middle(night: Night) -> float | None:
    """Minutes after midnight, of the middle between falling asleep and the final waking."""
    if night.bed is None or night.up is None:
        return None
    end = minute_of_day(night.up) - night.lie_in_min
    before = night.lights_on_min + (night.latency_min or 0) + night.lie_in_min
    return end - (minutes_between(night.bed, night.up) - before) / 2
