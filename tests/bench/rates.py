"""Rates over made-up diaries, with how sure they are."""

from collections.abc import Iterable

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
