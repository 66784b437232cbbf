"""What holds of trials of one's own: `python -m tests.bench.bench_trials [TRIALS]`.

Each is planned from 12 weeks of a made-up diary, as the form plans it, and goes on in the same course of pain.

1. What does nothing: how often it is told to make pain lower, or higher, by course. The promise is 5 of 100 for both.
2. Too few days: how often a trial of as many pairs as are offered ends so, by how days are missing, and what was told before
   of how often that would be. The aim is 10 of 100.
3. Told that 4 of 5 such trials would find an effect of X: how often an effect of exactly X is then found.
4. An effect of 1.5 points that builds up and fades by half a day, by how many days a period has.
"""

import datetime as dt
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import islice
from random import Random
from statistics import mean, median

import msgspec
import numpy as np
import numpy.typing as npt

from backcare_tui.diary.records.trial import Trial
from backcare_tui.insight.trials.effect import Result, result_of
from backcare_tui.insight.trials.reach import (
    LOOKED_BACK_DAYS,
    found_mostly,
    offered_pairs,
    pairs_to_end_well,
    past_of,
    too_few,
)
from backcare_tui.insight.trials.schedule import PERIODS, days_of, drawn, length_days
from tests.bench.rates import rate
from tests.insight.worlds import WORLDS, Floats, felt_of, noted

BEGAN = dt.date(2026, 1, 1)
STARTED = BEGAN + dt.timedelta(days=LOOKED_BACK_DAYS)
MISSING = 0.1
LASTING, FADES = 1.5, 0.5
Kept = npt.NDArray[np.bool_]
Acts = Callable[[Kept], Floats]
"""What is added to pain on each day of a trial, by whether it was one with."""


class Course(msgspec.Struct, frozen=True):
    """A course of pain before and in a trial, and the days on which it was noted."""

    felt: Floats
    kept: Kept

    def values(self, days: range, act: Floats | None = None) -> dict[dt.date, float]:
        """What stands in the diary of these days, with an effect."""
        felt = self.felt[days.start : days.stop]
        pain = noted(felt if act is None else felt + act)
        return {
            BEGAN + dt.timedelta(days=day): float(pain[day - days.start])
            for day in days
            if self.kept[day]
        }

    @property
    def before(self) -> dict[dt.date, float]:
        """Of the days before the trial."""
        return self.values(range(LOOKED_BACK_DAYS))


def main(trials: int = 400) -> None:
    """Print all of it."""
    print("1. Nothing acts, a tenth of days missing: told lower; higher")
    for world in WORLDS:
        for pairs, days in ((7, 2), (6, 7), (14, 1)):
            told = [
                _run(_course(world, _at_random(MISSING), seed), _trial(pairs, days, seed)).verdict
                for seed in range(trials)
            ]
            lower, higher = (rate(each == way for each in told) for way in ("lower", "higher"))
            print(f"   {world}, {pairs} pairs of {days}: {lower}; {higher}", flush=True)
    print("2. Too few days at the end, with as many pairs as are offered; told before")
    for name, missing in MISSINGS.items():
        for days in PERIODS:
            print(f"   {name}, {days} at a time: {_too_few(missing, days, trials)}", flush=True)
    print("3. Told X, an effect of exactly X is found")
    for world in ("memory 0", "memory .6", "heavy tails", "patients", "flares"):
        for pairs, days in ((7, 2), (10, 2), (10, 1), (7, 3), (6, 7)):
            print(
                f"   {world}, {pairs} pairs of {days}: {_as_told(world, pairs, days, trials)}",
                flush=True,
            )
    print(f"4. {LASTING} points less that build up and fade by half a day: found; size")
    for pairs, days in ((14, 1), (7, 2), (7, 3), (6, 7)):
        ended = [
            _run(
                _course("heavy tails", _at_random(MISSING), seed), _trial(pairs, days, seed), _lasts
            )
            for seed in range(trials)
        ]
        found = rate(each.verdict == "lower" for each in ended)
        size = mean(each.effect.size for each in ended if each.effect)
        print(f"   {pairs} pairs of {days}: {found}; {size:.2f}", flush=True)


def _course(world: str, missing: "Missing", seed: int) -> Course:
    random = np.random.default_rng(seed)
    days = LOOKED_BACK_DAYS + 2 * 7 * 14
    return Course(felt_of(world, days, random), ~missing(days, random))


def _trial(pairs: int, period_days: int, seed: int) -> Trial:
    return Trial(
        name="it",
        outcome="pain",
        started=STARTED,
        period_days=period_days,
        schedule=drawn(pairs, Random(seed), period_days),
    )


def _run(course: Course, trial: Trial, acts: Acts | None = None) -> Result:
    with_ = np.array([on.arm == "with" for on in days_of(trial)])
    days = range(LOOKED_BACK_DAYS, LOOKED_BACK_DAYS + length_days(trial))
    return result_of(trial, course.values(days, acts(with_) if acts else None), {})


def _lasts(with_: Kept) -> Floats:
    level, levels = 0.0, []
    for is_with in with_:
        level = FADES * level + (1 - FADES) * is_with
        levels.append(-LASTING * level)
    return np.array(levels)


def _at_once(size: float, with_: Kept) -> Floats:
    return np.asarray(-size * with_)


def found_as_told(world: str, pairs: int, days: int, trials: int) -> tuple[list[bool], list[float]]:
    """Of the trials that were told a size before: whether an effect of it was found, and the size."""
    found, sizes = [], []
    for seed in range(trials):
        course, trial = _course(world, _at_random(MISSING), seed), _trial(pairs, days, seed)
        size = found_mostly(trial, past_of(course.before, STARTED))
        if size is not None:
            sizes.append(size)
            found.append(_run(course, trial, partial(_at_once, size)).verdict == "lower")
    return found, sizes


def _as_told(world: str, pairs: int, days: int, trials: int) -> str:
    found, sizes = found_as_told(world, pairs, days, trials)
    silent = rate(seed >= len(found) for seed in range(trials))
    return f"{rate(found)}; X {median(sizes):.1f}; not told {silent}"


def _too_few(missing: "Missing", days: int, trials: int) -> str:
    ended, told, offered = [], [], []
    for seed in range(trials):
        course = _course("memory .6", missing, seed)
        past = past_of(course.before, STARTED)
        if pairs_to_end_well(past, days) is None:
            continue
        pairs = offered_pairs(past, days)
        offered.append(pairs)
        told.append(too_few(past, days, pairs))
        ended.append(_run(course, _trial(pairs, days, seed)).verdict == "too-few-days")
    warned = rate(seed >= len(ended) for seed in range(trials))
    if not ended:
        return f"warned before {warned}"
    many = f"{mean(offered):.1f} pairs"
    return f"{rate(ended)}; {100 * mean(told):.0f} of 100; {many}; warned before {warned}"


Missing = Callable[[int, np.random.Generator], Kept]


def _at_random(part: float) -> Missing:
    return lambda days, random: random.random(days) < part


def _weekends(days: int, _random: np.random.Generator) -> Kept:
    return np.arange(days) % 7 >= 5


def _in_gaps(part: float, length: float = 4.0) -> Missing:
    """Days missing in gaps of so many on average."""

    def missing(days: int, random: np.random.Generator) -> Kept:
        return np.fromiter(islice(_states(part, length, random), days), dtype=bool, count=days)

    return missing


def _states(part: float, length: float, random: np.random.Generator) -> Iterator[bool]:
    is_gap = bool(random.random() < part)
    while True:
        yield is_gap
        lasts = length if is_gap else length * (1 - part) / part
        if random.random() < 1 / lasts:
            is_gap = not is_gap


MISSINGS: Mapping[str, Missing] = {
    "none missing": _at_random(0.0),
    "5 of 100 at random": _at_random(0.05),
    "10 of 100 at random": _at_random(0.1),
    "20 of 100 at random": _at_random(0.2),
    "30 of 100 at random": _at_random(0.3),
    "10 of 100 in gaps of 4 days": _in_gaps(0.1),
    "weekends": _weekends,
}

if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
