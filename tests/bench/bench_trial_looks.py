"""Why a trial shows nothing before its end: `python -m tests.bench.bench_trial_looks [TRIALS]`.

A view that stays valid at every look would bet, after each pair, on the side that the lot gave it: by exp(b d) / cosh(b d) on
a difference d, in points over the largest one so far, the mean of a few b. Where nothing acts, such a bet grows 40-fold in at most 1 of 40
trials on either side, however often one looks (Ville 1939; for trials of one's own Malenica 2023, arXiv 2309.07353).

1. Nothing acts, looked at after each of 14 pairs: told by the bet; by the test of the end, were it run at each look.
2. An effect is there: found by the bet at any look; by the test at the end.
3. Nothing acts, but once the view looks well (after 2 pairs, 0.3 points lower) days with are noted half a point lower, as one hopes: told
   lower by the bet; by the test at the end; by the test at the end where nothing was shown.
"""

import sys

import numpy as np

from backcare_tui.diary.records.trial import MAX_PAIRS
from backcare_tui.insight.trials.reach import is_found
from backcare_tui.insight.trials.schedule import LEAST_PAIRS, USUAL_PERIOD_DAYS
from tests.bench.rates import rate
from tests.insight.worlds import Floats, felt_of, noted

BETS = np.array([0.25, 0.5, 1, 2, 4])
GROWN = 40.0
FIRST_SCALE = 1.5
"""Points, before any difference is known."""
MISSING, HOPE, LOOKS_WELL = 0.1, 0.5, -0.3
QUIET = ("memory 0", "memory .6", "memory .9", "heavy tails", "flares", "patients", "floor")
SIDES = (-1, 1)


def main(trials: int = 400) -> None:
    """Print all of it."""
    print("1. Nothing acts: told by the bet; by the test at each look")
    for world in QUIET:
        runs = [_differences(world, MAX_PAIRS, seed) for seed in range(trials)]
        bet = rate(any(bet_tells(each, side) for side in SIDES) for each in runs)
        test = rate(any(_test_tells(each, side) for side in SIDES) for each in runs)
        print(f"   {world}: {bet}; {test}", flush=True)
    print("2. Found by the bet at any look; by the test at the end")
    for world in ("memory 0", "heavy tails", "patients"):
        for pairs in (7, 10, 14):
            for effect in (1.0, 1.5, 2.0):
                runs = [_differences(world, pairs, seed, effect) for seed in range(trials)]
                bet, test = rate(bet_tells(each, -1) for each in runs), rate(map(_ends, runs))
                print(f"   {world}, {pairs} pairs, {effect} points: {bet}; {test}", flush=True)
    print("3. Hope follows what is shown: by the bet; at the end; at the end with nothing shown")
    for world in ("memory 0", "heavy tails", "patients"):
        for pairs in (7, 14):
            hoped = [_differences(world, pairs, seed, hope=HOPE) for seed in range(trials)]
            blind = [_differences(world, pairs, seed) for seed in range(trials)]
            bet = rate(bet_tells(each, -1) for each in hoped)
            print(
                f"   {world}, {pairs} pairs: {bet}; {rate(map(_ends, hoped))}; {rate(map(_ends, blind))}",
                flush=True,
            )


def bet_tells(differences: list[float], side: int) -> bool:
    """Whether a bet on less (-1) or more (1) with has grown 40-fold after any pair."""
    if not differences:
        return False
    seen = np.array(differences)
    largest = np.concatenate([[FIRST_SCALE], np.maximum.accumulate(np.abs(seen))[:-1]])
    stakes = BETS[:, None] * side * seen / np.where(largest > 0, largest, FIRST_SCALE)
    grown = np.exp(np.cumsum(stakes - np.log(np.cosh(stakes)), axis=1)).mean(axis=0)
    return bool((grown >= GROWN).any())


def _test_tells(differences: list[float], side: int) -> bool:
    looks = range(LEAST_PAIRS, len(differences) + 1)
    return any(is_found([side * each for each in differences[:look]]) for look in looks)


def _ends(differences: list[float]) -> bool:
    return is_found([-each for each in differences])


def _differences(
    world: str, pairs: int, seed: int, effect: float = 0.0, hope: float = 0.0
) -> list[float]:
    """Of each pair with a day noted on both sides, what pain was more with."""
    random, length = np.random.default_rng(seed), 2 * USUAL_PERIOD_DAYS
    felt = felt_of(world, pairs * length, random).reshape(pairs, length)
    found: list[float] = []
    for days in felt:
        is_with = np.arange(length) < USUAL_PERIOD_DAYS
        is_with = is_with if random.random() < 1 / 2 else ~is_with
        is_kept = random.random(length) > MISSING
        hopes = len(found) >= 2 and np.mean(found) < LOOKS_WELL
        pain: Floats = noted(days - (effect + hope * hopes) * is_with)
        with_, without = pain[is_with & is_kept], pain[~is_with & is_kept]
        if len(with_) and len(without):
            found.append(float(with_.mean() - without.mean()))
    return found


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
