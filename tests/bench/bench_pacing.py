"""What a factor more costs, and what it tells: `python -m tests.bench.bench_pacing [DIARIES]`.

Each rate is of diaries of 120 days that are told of something on a later day or in a night.

1. Nothing acts, and activity swings by itself: told of anything without the factor, with it, and of the factor.
   Goal: with it no more than 10 of 100.
2. Nothing acts, and pain decides how active one is, less or more: told of the factor. Goal: 10 of 100.
3. Alcohol adds 1 or 1.5 points to the next day's pain: found without the factor, and with it.
4. A very active day adds 1 or 1.5 points to each of the two days after: found.
"""

import sys
from functools import partial

import numpy as np
from msgspec.structs import replace

from backcare_tui.insight.findings.factors import Gathered
from backcare_tui.insight.findings.permutation import findings_of
from tests.bench.bench_findings import DAYS, Make
from tests.bench.rates import each_of, rate
from tests.insight.active import EVENING, because_it_hurts, by_itself, too_much

NULL = ("memory 0", "memory .6", "heavy tails", "flares", "weekly", "spells")
POWER = ("memory .3", "memory .6", "heavy tails", "flares")


def main(diaries: int = 100) -> None:
    """Print all of it."""
    for world in NULL:
        found = each_of(partial(told, partial(by_itself, world, DAYS)), diaries)
        print(
            f"nothing acts, {world:12} without {rate(bool(one) for one, _ in found)}"
            f"   with {rate(bool(both) for _, both in found)}"
            f"   of it {rate('active' in both for _, both in found)}",
            flush=True,
        )
    decided: dict[str, Make] = {
        "less where it hurts": partial(because_it_hurts, DAYS),
        "less, evening noted": partial(because_it_hurts, DAYS, noted_at=EVENING),
        "more where it hurts": partial(because_it_hurts, DAYS, more=True),
    }
    for name, make in decided.items():
        found = each_of(partial(told, make), diaries)
        print(f"pain decides, {name:20} of it {rate('active' in both for _, both in found)}")
    for world in POWER:
        for effect in (1.0, 1.5):
            found = each_of(partial(told, partial(by_itself, world, DAYS, effect=effect)), diaries)
            own = each_of(partial(told, partial(too_much, world, DAYS, effect=effect)), diaries)
            print(
                f"{effect} points, {world:12} alcohol without {rate('alcohol' in one for one, _ in found)}"
                f"   with {rate('alcohol' in both for _, both in found)}"
                f"   very active days {rate('active' in both for _, both in own)}",
                flush=True,
            )


def told(make: Make, seed: int) -> tuple[frozenset[str], frozenset[str]]:
    """The factors that a diary is told of, without how active its days were, and with it."""
    diary = make(np.random.default_rng(seed))
    without = replace(diary, columns=tuple(c for c in diary.columns if c.factor != "active"))
    return _factors(without), _factors(diary)


def _factors(diary: Gathered) -> frozenset[str]:
    return frozenset(each.factor for each in findings_of(diary) if each.verdict == "goes-along")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
