"""A trend with its uncertainty.

The slope is the median of the slopes between all pairs of days (Theil 1950; Sen 1968), which a few
bad days do not bend. Its interval is as wide as days that remember the day before make it: for each
way they may be alike (`findings.persistence`) the slope has a spread by generalized least squares,
and the interval is that of their mixture, each weighed by how likely it is. The weights lean toward
long memories as Jeffreys' rule does, since few days make a memory look shorter than it is. Calibrated
in `tests/bench/bench_trend.py`. Needs numpy.
"""

import datetime as dt
from collections.abc import Mapping
from statistics import NormalDist

import numpy as np

from backcare_tui.insight.findings.persistence import PAIRS, DayNumbers, Floats, weigh, what_is_new
from backcare_tui.insight.findings.results import Outcome, Trend

DAYS_NEEDED = 21
"""Days with a value below which nothing is said of a trend (our own rule)."""
LONG_DAYS = 730
"""From this length on, weeks are looked at instead of days."""
WEEK = 7
LEVEL = 0.95


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
    weeks = round(((last - first).days + 1) / WEEK)
    if len(known) < DAYS_NEEDED:
        needs = DAYS_NEEDED - len(known)
        return Trend(outcome, weeks, None, None, None, len(known), needs)
    days = np.array([(day - first).days for day in sorted(known)])
    points = np.array([float(known[day]) for day in sorted(known)])
    length = 1
    if (last - first).days >= LONG_DAYS:
        days, points, length = *_by_week(days, points), WEEK
    slope = _median_slope(days, points)
    low, high = _between(days, points)
    each = WEEK / length
    return Trend(
        outcome, weeks, slope * each, (slope + low) * each, (slope + high) * each, len(known)
    )


def _by_week(days: DayNumbers, points: Floats) -> tuple[DayNumbers, Floats]:
    """The mean of each week that has a value."""
    weeks, at = np.unique(days // WEEK, return_inverse=True)
    return weeks, np.bincount(at, points) / np.bincount(at)


def _median_slope(days: DayNumbers, points: Floats) -> float:
    before, after = np.triu_indices(len(days), 1)
    return float(np.median((points[after] - points[before]) / (days[after] - days[before])))


def _between(days: DayNumbers, points: Floats) -> tuple[float, float]:
    """How far below and above the slope the interval reaches."""
    if not np.ptp(points):
        return 0.0, 0.0
    line = np.column_stack([np.ones(len(days)), days - days.mean()])
    leaning = np.array([(1 - pair.memory**2) ** -0.5 for pair in PAIRS])
    weights = leaning * weigh(points, line, days).weights
    weights /= weights.sum()
    slopes, spreads = _each_way(line, points, days)
    middle = float(weights @ slopes)
    mixture = [
        (float(weight), NormalDist(float(slope) - middle, float(spread)))
        for weight, slope, spread in zip(weights, slopes, spreads, strict=True)
        if spread > 0
    ]
    rest = (1 - LEVEL) / 2
    return _quantile(mixture, rest), _quantile(mixture, 1 - rest)


def _each_way(line: Floats, points: Floats, days: DayNumbers) -> tuple[Floats, Floats]:
    """The slope, and how uncertain it is, for each way in which days may be alike."""
    new, _ = what_is_new(np.column_stack([line, points]), days, PAIRS)
    sides, seen = new[:, :, :2], new[:, :, 2:]
    across = np.swapaxes(sides, 1, 2)
    inverse = np.linalg.inv(across @ sides)
    found = inverse @ (across @ seen)
    rest = ((seen - sides @ found) ** 2).sum(axis=(1, 2))
    free = len(days) - 2
    # The variance of Student's distribution in place of the normal one's.
    variance = rest / free * inverse[:, 1, 1] * free / (free - 2)
    return found[:, 1, 0], np.sqrt(variance)


def _quantile(mixture: list[tuple[float, NormalDist]], part: float) -> float:
    """Where a mixture of normal distributions has this part below it, by halving."""
    reach = max((abs(each.mean) + 10 * each.stdev for _, each in mixture), default=0.0)
    low, high = -reach, reach
    for _ in range(60):
        middle = (low + high) / 2
        if sum(weight * each.cdf(middle) for weight, each in mixture) < part:
            low = middle
        else:
            high = middle
    return (low + high) / 2
