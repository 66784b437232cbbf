"""How far the mean of some days lies from what was usual before, where nothing is done about it.

Pain has a memory: a bad day is mostly followed by another, so that two weeks differ by more than as many
single days would let one think. Both the spread of a person's days and their memory are read from the days
that are noted, gaps left out, and give how far two means lie apart by themselves. Pure Python.
"""

import datetime as dt
import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import msgspec

from backcare_tui.diary.derived import mean

BEYOND, FEW_DAYS = 1.1, 22
"""So many standard errors a mean may lie from what was usual by itself, and more where few days are known, as then they
are badly known themselves: 1.5 of them with two months, 1.2 with half a year.

A choice of ours, made with `tests.bench.bench_course`: with it a course that does nothing is called lower in at most
15 of 100 diaries, also where a day keeps nine tenths of the one before.
"""
LEAST_SWING = 0.5
"""Points: whole numbers cannot tell less apart (our own rule)."""
MEMORIES = tuple(n / 20 for n in range(19))
"""The parts that a day may keep of the one before: 0 to 0.9."""
_LEAST_NEW = 0.2
"""The least part of the spread that is taken to show in the days that are known."""


class Remembering(msgspec.Struct, frozen=True):
    """What some days are like: where they lie, how far they spread, and what each keeps of the one before."""

    days: tuple[dt.date, ...]
    """Those that are noted, in order; at least one."""
    mean: float
    spread: float
    """The standard deviation of a day, in the units of what is noted."""
    memory: float
    """The correlation of a day with the one before, 0 to 0.9."""


def remembering(by_day: Mapping[dt.date, float]) -> Remembering:
    """What the days that are noted are like, of which there has to be one.

    The memory is the likeliest one of `MEMORIES` (an autoregression of one day, with gaps: Jones 1980), and is
    then raised by what few days make it look too small (Kendall 1954; Marriott and Pope 1954); the spread
    likewise, as days that are alike spread less around their own mean than around the true one.
    """
    days = tuple(sorted(by_day))
    middle = mean([by_day[day] for day in days])
    memory = _memory(days, [by_day[day] - middle for day in days])
    square = mean([(by_day[day] - middle) ** 2 for day in days])
    shown = max(1 - variance_of_mean(days, memory), _LEAST_NEW)
    return Remembering(days, middle, math.sqrt(square / shown), memory)


def variance_of_mean(days: Sequence[dt.date], memory: float) -> float:
    """The variance of the mean of some days, as a part of that of one of them: 1 for one day, less for more.

    Args:
        days: In order; at least one.
        memory: What a day keeps of the one before, 0 to 0.9.
    """
    near = twice = 0.0
    for before, after in pairwise(days):
        near = float(memory ** (after - before).days) * (near + 1)
        twice += 2 * near
    return (len(days) + twice) / len(days) ** 2


def own_swing(of: Remembering, days: Iterable[dt.date]) -> float:
    """How far the mean of some later days lies from the mean of the days before by itself, up to which it is usual.

    Args:
        of: The days before.
        days: The later ones, those that are noted; at least one.

    Returns:
        Points, at least `LEAST_SWING`.
    """
    later = sorted(days)
    parts = variance_of_mean(of.days, of.memory) + variance_of_mean(later, of.memory)
    known = (of.days[-1] - of.days[0]).days + 1
    return max(BEYOND * (1 + FEW_DAYS / known) * of.spread * math.sqrt(parts), LEAST_SWING)


def _memory(days: Sequence[dt.date], around: Sequence[float]) -> float:
    """The likeliest part that a day keeps of the one before, raised by the bias of few days."""
    steps: dict[int, list[float]] = {}
    for (one, before), (other, after) in pairwise(zip(days, around, strict=True)):
        sums = steps.setdefault((other - one).days, [0.0, 0.0, 0.0, 0.0])
        for at, part in enumerate((1.0, before * before, before * after, after * after)):
            sums[at] += part
    if not any(around) or not steps:
        return 0.0
    found = min(MEMORIES, key=lambda memory: _unlikely(steps, around[0], memory))
    return min(found + (1 + 3 * found) / len(days), MEMORIES[-1])


def _unlikely(steps: Mapping[int, Sequence[float]], first: float, memory: float) -> float:
    """How badly a memory fits: minus twice the logarithm of the likelihood, its constant left out.

    Args:
        steps: By how many days one noted day lies after another: how many such pairs there are, and the sums of
            the squares of the first, of the products, and of the squares of the second.
        first: The first day, less the mean.
        memory: The memory that is tried.
    """
    count, squares, size = 1.0, first * first, 0.0
    for apart, (pairs, before, both, after) in steps.items():
        kept = memory**apart
        new = 1 - kept * kept
        count += pairs
        squares += (after - 2 * kept * both + kept * kept * before) / new
        size += pairs * math.log(new)
    return count * math.log(max(squares, 1e-12)) + size
