"""Two ways to do a thing, timed in turns: A B A B, so that a busy machine slows both alike."""

import time
from collections.abc import Callable
from statistics import median

Timed = Callable[[], float]
"""Does the thing once, and gives how long it took, in milliseconds."""


def timing(do: Callable[[], object]) -> Timed:
    """The thing, with its time taken."""

    def timed() -> float:
        start = time.perf_counter()
        do()
        return (time.perf_counter() - start) * 1e3

    return timed


def spending(do: Callable[[], object]) -> Timed:
    """The thing, with the processor time that it takes, which a busy machine does not stretch."""

    def spent() -> float:
        start = time.process_time()
        do()
        return (time.process_time() - start) * 1e3

    return spent


def compare(name: str, ours: Timed, other_name: str, other: Timed, rounds: int) -> float:
    """Print the medians of both and their ratio, after one round that does not count."""
    pairs = [(ours(), other()) for _ in range(rounds + 1)][1:]
    mine, theirs = median(a for a, _ in pairs), median(b for _, b in pairs)
    ratio = median(a / b for a, b in pairs)
    print(f"{name:32} {mine:8.2f} ms   {other_name:32} {theirs:8.2f} ms   ratio {ratio:6.2f}")
    return ratio
