"""How far days swing by themselves, and how they moved: reckoned by dense algebra, without the program's filters.

Each way in which days may be alike is written out as the whole matrix of how each day goes along with each other.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from statistics import NormalDist, fmean
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[Any]
ByDay = Mapping[dt.date, float]
TREND_MEMORIES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.96)
TREND_NOISES = (0.0, 0.1, 0.2, 0.3, 0.4)


def alike(days: Iterable[dt.date], memory: float) -> Floats:
    """How far each day goes along with each other, where a day keeps a part of the one before."""
    numbers = np.array([day.toordinal() for day in days])
    return np.asarray(memory ** np.abs(numbers[:, None] - numbers[None, :]), dtype=float)


def memory_of(by_day: ByDay) -> float:
    """The likeliest of 0 to 0.9 in steps of a twentieth, and what few days make it look too small."""
    days = sorted(by_day)
    around = np.array([by_day[day] for day in days]) - fmean(by_day.values())
    if len(days) < 2 or not around.any():
        return 0.0
    unlikely = {}
    for step in range(19):
        matrix = alike(days, step / 20)
        size = float(around @ np.linalg.solve(matrix, around))
        unlikely[step / 20] = len(days) * np.log(size) + np.linalg.slogdet(matrix)[1]
    found = min(unlikely, key=unlikely.__getitem__)
    return float(min(found + (1 + 3 * found) / len(days), 0.9))


def swing_of(earlier: ByDay, later: Iterable[dt.date], base: Iterable[dt.date] = ()) -> float:
    """Up to how much the mean of some later days lies from that of earlier ones by itself."""
    memory, middle = memory_of(earlier), fmean(earlier.values())
    shown = max(1 - float(alike(earlier, memory).mean()), 0.2)
    square = fmean((value - middle) ** 2 for value in earlier.values()) / shown
    parts = [float(alike(days, memory).mean()) for days in (list(base) or list(earlier), later)]
    known = (max(earlier) - min(earlier)).days + 1
    return float(max(1.1 * (1 + 22 / known) * (square * sum(parts)) ** 0.5, 0.5))


def trend_of(by_day: ByDay, first: dt.date) -> tuple[float, float, float]:
    """The lower end, the middle and the upper end of the change a week, over all ways in which days may be alike."""
    days = sorted(by_day)
    since = np.array([float((day - first).days) for day in days])
    since -= since.mean()
    points = np.array([by_day[day] for day in days])
    if not np.ptp(points):
        return 0.0, 0.0, 0.0
    line = points.mean() + since * (since @ points) / (since @ since)
    far = 5 * np.abs(points - line).mean() * (np.pi / 2) ** 0.5
    drawn = line + np.clip(points - line, -far, far)
    columns = np.column_stack([np.ones(len(days)), since])
    ways = [(0.0, 0.0, 12 * sum((1 - noise) ** 2 for noise in TREND_NOISES))]
    ways += [
        (memory, noise, (1 - noise) ** 2 / (1 - memory**2) ** 0.5)
        for memory in TREND_MEMORIES
        for noise in TREND_NOISES
    ]
    logs, curves = [], []
    for memory, noise, leaning in ways:
        matrix = (1 - noise) * alike(days, memory) + noise * np.eye(len(days))
        inverse = np.linalg.inv(matrix)
        known = columns.T @ inverse @ columns
        slope = np.linalg.solve(known, columns.T @ inverse @ drawn)
        rest = drawn - columns @ slope
        size = float(rest @ inverse @ rest)
        spread = (size / (len(days) - 4) * np.linalg.inv(known)[1, 1]) ** 0.5
        both = np.linalg.slogdet(matrix)[1] + np.linalg.slogdet(known)[1]
        logs.append(np.log(leaning) - both / 2 - (len(days) - 2) / 2 * np.log(size))
        curves.append(NormalDist(7 * float(slope[1]), 7 * float(spread)))
    weights = np.exp(np.array(logs) - max(logs))
    low, middle, high = (_at(part, weights / weights.sum(), curves) for part in (0.025, 0.5, 0.975))
    return low, middle, high


def _at(part: float, weights: Floats, curves: list[NormalDist]) -> float:
    """Where the curves together have a part below it."""
    low, high = -100.0, 100.0
    while high - low > 1e-6:
        middle = (low + high) / 2
        below = sum(w * curve.cdf(middle) for w, curve in zip(weights, curves, strict=True))
        low, high = (middle, high) if below < part else (low, middle)
    return (low + high) / 2
