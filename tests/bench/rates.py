"""Rates over made-up diaries, with how sure they are."""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

T = TypeVar("T")

_Z = 1.96


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95 percent interval of a rate, 0 to 1 (Wilson 1927)."""
    part, square = hits / of, _Z**2 / of
    middle = part + square / 2
    wide = _Z * (part * (1 - part) / of + square / (4 * of)) ** 0.5
    return max((middle - wide) / (1 + square), 0.0), min((middle + wide) / (1 + square), 1.0)


def rate(hits: Iterable[bool]) -> str:
    """Such as `3.6 (3.1-4.2) of 100`: how often it was so, and the interval."""
    each = tuple(hits)
    low, high = wilson(sum(each), len(each))
    return f"{100 * sum(each) / len(each):.1f} ({100 * low:.1f}-{100 * high:.1f}) of 100"


def each_of(do: Callable[[int], T], diaries: int) -> list[T]:
    """What it gives for the seeds of so many diaries, on all cores."""
    # Processes that are made anew, each of which reckons on one core: more threads than cores slow all of them.
    os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as cores:
        return list(cores.map(do, range(diaries), chunksize=max(diaries // 64, 1)))
