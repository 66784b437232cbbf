"""A trend with its uncertainty.

The slope is that of generalized least squares: days that remember the day before tell less than
days of their own. How long the memory is, is not known; for each way in which days may be alike
(`findings.persistence`) the slope has a size and a spread, and what is said is the middle of their
mixture and the interval around it, each weighed by how likely it is. The median of all slopes between
two days (Theil 1950; Sen 1968) would bend less, but among whole numbers from 0 to 10 it sticks at no
change, however pain moved; so days far out are drawn in instead (Huber 1964). Calibrated in
`tests/bench/bench_trend.py`. Needs numpy.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from statistics import NormalDist
from typing import Self

import msgspec
import numpy as np

from backcare_tui.insight.findings.persistence import (
    DayNumbers,
    Floats,
    Memory,
    restricted_logs,
    what_is_new,
)
from backcare_tui.insight.findings.results import Outcome, Trend

DAYS_NEEDED = 21
"""Days with a value below which nothing is said of a trend (our own rule)."""
LONG_DAYS = 730
"""From this length on, weeks are looked at instead of days, if enough of them have a value."""
WEEK = 7
LEVEL = 0.95
FAR_OUT = 5.0
"""Standard deviations from the line beyond which a day is drawn in (our own choice: above this, courses of
mostly zeros with some bad days keep nearly all that they are)."""
NO_MEMORY = 12.0
"""How many times as much no memory counts as any other: a short one can hardly be told from none, and days without would have too wide
an interval else (our own choice: with it about 98 of 100 of these are covered over twelve weeks, and 94 of those with a little memory)."""

_MEMORIES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.96)
_NOISES = (0.0, 0.1, 0.2, 0.3, 0.4)
_TINY = 1e-9
_UNLIKELY = 1e-5
"""A way with less weight than this changes no figure that is told."""


class Ways(msgspec.Struct, frozen=True):
    """Ways in which days may be alike, and how much each counts before anything is known of the days.

    Toward long memories as Jeffreys' rule leans, since few days make a memory look shorter than it is;
    away from noise, which is a small part of what people take down. Without memory all is noise, so
    that way stands for every noise.
    """

    pairs: tuple[Memory, ...]
    leaning: Floats

    @classmethod
    def of(cls, memories: Sequence[float], noises: Sequence[float], no_memory: float = 1.0) -> Self:
        """No memory, which counts so many times as much as any other, and each of these with each of these noises."""
        remembering = tuple(Memory(memory, noise) for memory in memories for noise in noises)
        of_noise = {noise: (1 - noise) ** 2 for noise in noises}
        others = [of_noise[each.noise] * (1 - each.memory**2) ** -0.5 for each in remembering]
        return cls(
            (Memory(0.0, 0.0), *remembering),
            np.array([no_memory * sum(of_noise.values()), *others]),
        )


_WAYS = Ways.of(_MEMORIES, _NOISES, NO_MEMORY)
"""Finer near 1 and near no noise than the pairs of the findings: a slope depends on them far more."""


def trend_of(
    outcome: Outcome, values: Mapping[dt.date, float], first: dt.date, last: dt.date
) -> Trend:
    """How an outcome moved from the first day to the last, both included.

    Args:
        outcome: What the values are.
        values: Those of the days that have one, also beyond the time that is looked at.
        first: The first day.
        last: The last day.
    """
    known = {day: value for day, value in values.items() if first <= day <= last}
    weeks = _weeks(first, last)
    if len(known) < DAYS_NEEDED:
        needs = DAYS_NEEDED - len(known)
        return Trend(outcome, weeks, None, None, None, len(known), needs)
    days = np.array([(day - first).days for day in sorted(known)])
    points = np.array([float(known[day]) for day in sorted(known)])
    length = 1
    if (last - first).days >= LONG_DAYS and len(np.unique(days // WEEK)) >= DAYS_NEEDED:
        days, points, length = *_by_week(days, points), WEEK
    low, slope, high = (each * WEEK / length for each in _slopes(days, points))
    weeks_known = _weeks(min(known), max(known))
    return Trend(outcome, weeks, slope, low, high, len(known), weeks_known=weeks_known)


def _weeks(first: dt.date, last: dt.date) -> int:
    return round(((last - first).days + 1) / WEEK)


def _by_week(days: DayNumbers, points: Floats) -> tuple[DayNumbers, Floats]:
    """The mean of each week that has a value."""
    weeks, at = np.unique(days // WEEK, return_inverse=True)
    return weeks, np.bincount(at, points) / np.bincount(at)


def _slopes(days: DayNumbers, points: Floats) -> tuple[float, float, float]:
    """The lower end of the interval, the slope, and the upper end."""
    if not np.ptp(points):
        return 0.0, 0.0, 0.0
    since = days - days.mean()
    line = np.column_stack([np.ones(len(days)), since])
    new, half_logs = what_is_new(
        np.column_stack([line, _drawn_in(since, points)]), days, _WAYS.pairs
    )
    triangles: Floats = np.asarray(np.linalg.qr(new, mode="r"))
    logs = restricted_logs(triangles, half_logs, len(days))
    weights = _WAYS.leaning * np.exp(logs - logs.max())
    weights /= weights.sum()
    slopes = triangles[:, 1, 2] / triangles[:, 1, 1]
    # The variance of Student's distribution in place of the normal one's.
    rests = np.maximum(np.abs(triangles[:, 2, 2]), _TINY)
    spreads = rests / np.abs(triangles[:, 1, 1]) / np.sqrt(len(days) - 4)
    mixture = [
        (float(weight), NormalDist(float(slope), float(spread)))
        for weight, slope, spread in zip(weights, slopes, spreads, strict=True)
        if weight > _UNLIKELY
    ]
    rest = (1 - LEVEL) / 2
    return _quantile(mixture, rest), _quantile(mixture, 0.5), _quantile(mixture, 1 - rest)


def _drawn_in(since: Floats, points: Floats) -> Floats:
    """The points with those far from the line moved up to where far begins."""
    line = points.mean() + since * (since @ points) / (since @ since)
    rests = points - line
    # Of a normal distribution the mean distance is this part of the standard deviation.
    far = FAR_OUT * np.abs(rests).mean() / np.sqrt(2 / np.pi)
    return np.asarray(line + np.clip(rests, -far, far))


def _quantile(mixture: list[tuple[float, NormalDist]], part: float) -> float:
    """Where a mixture of normal distributions has this part below it, by halving."""
    low = min(each.mean - 10 * each.stdev for _, each in mixture)
    high = max(each.mean + 10 * each.stdev for _, each in mixture)
    part *= sum(weight for weight, _ in mixture)
    for _ in range(32):
        middle = (low + high) / 2
        if sum(weight * each.cdf(middle) for weight, each in mixture) < part:
            low = middle
        else:
            high = middle
    return (low + high) / 2
