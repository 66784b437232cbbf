"""Since when: one lasting step of pain, with its day.

Each day that parts the time in two is tried. The step at it is found by generalized least squares for
each way in which days may be alike, as the trend is (`findings.trend`), and the day counts at which the
mixture leaves the least chance of no step. Ranks stand for the values (normal scores: van der Waerden
1952), since single far-out days and flares would otherwise pass for steps. A step is told only where that
chance is very small, a steady course explains the days less well, and each half of the time before and
after stands by its own side; the limits are our own, set by `tests/bench/bench_step.py`. Needs numpy.
"""

import datetime as dt
from collections.abc import Mapping
from statistics import NormalDist

import msgspec
import numpy as np

from backcare_tui.insight.findings.persistence import DayNumbers, Floats, what_is_new
from backcare_tui.insight.findings.results import LastingStep
from backcare_tui.insight.findings.trend import Ways
from backcare_tui.library.measures import MCID_POINTS

SHORTEST, LONGEST = 77, 371
"""Days from the first with a value on in which a step is looked for: 11 to 53 weeks, so that 12 may begin with
days without one; our own rule."""
LEAST_KNOWN = 0.5
"""The part of days that has a value."""
LEAST_SIZE = MCID_POINTS
"""Points that a step has at least: what people notice (Farrar 2001; Ostelo 2008)."""
EDGE = 0.15
"""The part at either end in which no step is looked for: what is so near may be a flare."""
LEAST_EACH = 6
"""Days with a value on each side."""
CHANCE = 0.0005
"""The largest chance of no step at the best day. The best of many days has a small one soon."""
BETTER = 1.0
"""By how much the logarithm of the likelihood with a step, less one for each number that was fitted (Akaike
1974), is above that of an even slope and of a bent course, at least."""
STEADY = (1, 3)
"""The degrees of the courses without a step: an even slope, and a bent one such as a season's."""
MOST_SPLITS = 32
"""Days that are tried at first, at most; then those around the best of them."""
_WAYS = Ways.of((0.2, 0.4, 0.6, 0.75, 0.85, 0.92, 0.96), (0.0, 0.3))
"""Coarser than those of a trend: which step is likeliest hardly depends on them."""
_TINY = 1e-9
_cdf = np.vectorize(NormalDist().cdf, otypes=[float])
_scored = np.vectorize(NormalDist().inv_cdf, otypes=[float])


class _Best(msgspec.Struct, frozen=True):
    """The day at which a step is likeliest."""

    split: int
    """Its number."""
    chance: float
    """Of no step there, with both sides taken in."""
    better: float
    """How much better than a steady course, in logarithms of the likelihood."""


def step_of(values: Mapping[dt.date, float], first: dt.date, last: dt.date) -> LastingStep | None:
    """The one lasting step of pain from the first day to the last, or None where none can be told.

    Args:
        values: Pain of the days that have one, 0 to 10, also beyond the time that is looked at.
        first: The first day.
        last: The last day.
    """
    known = sorted(day for day in values if first <= day <= last)
    first = known[0] if known else last
    length = (last - first).days + 1
    if not SHORTEST <= length <= LONGEST or len(known) < LEAST_KNOWN * length:
        return None
    days = np.array([(day - first).days for day in known])
    points = np.array([float(values[day]) for day in known])
    splits = _splits(days, length)
    if not np.any(np.abs(_sizes(days, points, splits)) >= LEAST_SIZE):
        return None
    every = -(-len(splits) // MOST_SPLITS)
    scores = _normal_scores(points)
    roughly = _best(days, scores, splits[::every]).split
    best = _best(days, scores, splits[np.abs(splits - roughly) < every])
    if best.chance > CHANCE or best.better < BETTER:
        return None
    (size,) = _sizes(days, points, np.array([best.split])).tolist()
    if abs(size) < LEAST_SIZE or not _is_lasting(days, points, best.split, length):
        return None
    return LastingStep(first + dt.timedelta(days=best.split), last, size)


def _splits(days: DayNumbers, length: int) -> DayNumbers:
    """The days that may be the first of a new level."""
    edge = int(np.ceil(EDGE * length))
    tried = np.arange(edge, length - edge + 1)
    before = np.searchsorted(days, tried)
    return tried[(before >= LEAST_EACH) & (len(days) - before >= LEAST_EACH)]


def _sizes(days: DayNumbers, points: Floats, splits: DayNumbers) -> Floats:
    """The mean from each of these days on, less the mean before."""
    before = np.searchsorted(days, splits)
    sums = np.concatenate([[0.0], np.cumsum(points)])[before]
    return np.asarray((points.sum() - sums) / (len(points) - before) - sums / before)


def _best(days: DayNumbers, scores: Floats, splits: DayNumbers) -> _Best:
    count, bends = len(days), max(STEADY) + 1
    since = 2 * (days - days[0]) / (days[-1] - days[0]) - 1
    powers = since[:, None] ** np.arange(bends)
    columns = np.column_stack([powers, days[:, None] >= splits, scores])
    new, half_logs = what_is_new(columns, days, _WAYS.pairs)
    # What is the same on all days is taken out of each side.
    same, others = new[:, :, :1], new[:, :, bends:]
    of_same = (same**2).sum(axis=1, keepdims=True)
    others = others - same * ((same * others).sum(axis=1, keepdims=True) / of_same)
    sides, course = others[:, :, :-1], others[:, :, -1:]
    across = (sides**2).sum(axis=1)
    found = (sides * course).sum(axis=1) / across
    rests = np.maximum((course**2).sum(axis=1) - found**2 * across, _TINY)
    fit = -half_logs[:, None] - np.log(rests) * count / 2
    restricted = fit + np.log(rests) - np.log(across * of_same[:, 0]) / 2
    weights = _WAYS.leaning[:, None] * np.exp(restricted - restricted.max(axis=0))
    weights /= weights.sum(axis=0)
    away = found / np.sqrt(rests / (count - 4) / across)
    toward = np.sign((weights * away).sum(axis=0))
    chances = 2 * (weights * _cdf(-away * toward)).sum(axis=0)
    at = int(np.argmin(chances))
    # A step is two numbers: how large, and when.
    better = min(
        fit[:, at].max() - 2 - (_steady(new, half_logs, degree) - degree) for degree in STEADY
    )
    return _Best(int(splits[at]), float(chances[at]), float(better))


def _steady(new: Floats, half_logs: Floats, degree: int) -> float:
    """The logarithm of the likelihood of a course without a step, for the way that fits it best."""
    fitted = np.concatenate([new[:, :, : degree + 1], new[:, :, -1:]], axis=2)
    triangles = np.asarray(np.linalg.qr(fitted, mode="r"))
    rests = np.maximum(triangles[:, -1, -1] ** 2, _TINY)
    return float(np.max(-half_logs - np.log(rests) * new.shape[1] / 2))


def _normal_scores(points: Floats) -> Floats:
    """For each value where its rank stands in a normal distribution; the same for the same values."""
    _, at, counts = np.unique(points, return_inverse=True, return_counts=True)
    middle = np.cumsum(counts) - (counts - 1) / 2
    return np.asarray(_scored((middle - 0.5) / len(points))[at])


def _is_lasting(days: DayNumbers, points: Floats, split: int, length: int) -> bool:
    """Whether both halves before and both after are nearer to the mean of their side."""
    means = [points[days < split].mean(), points[days >= split].mean()]
    between = sum(means) / 2
    halves = np.searchsorted((split / 2, split, (split + length) / 2), days, side="right")
    return all(
        (points[halves == half].mean() < between) == (means[half // 2] < between)
        for half in np.unique(halves)
    )
