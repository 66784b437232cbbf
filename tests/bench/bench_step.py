"""How often a lasting step of pain is told: `python -m tests.bench.bench_step [DIARIES]`.

First where nothing was done, by world and length (`season` and `walk` do move) and in a world of wider
swings; goal: at most 5 in 100. Then where pain moves evenly, which is no step either. At last where it
goes up by 3 points on one day, by when that is, the spread and the memory: the part in which a step is
told, and of those the part whose day is at most 3 days off. One day in ten is missing, at random.
"""

import datetime as dt
import sys
from collections.abc import Mapping
from statistics import median

import numpy as np

from backcare_tui.insight.findings.persistence import Floats
from backcare_tui.insight.findings.results import LastingStep
from backcare_tui.insight.findings.step import step_of
from tests.bench.rates import rate
from tests.insight.simulated import BEGAN, remembering
from tests.insight.true_trends import kept
from tests.insight.worlds import WORLDS, course_of, heavy, noted

WEEKS = (12, 26, 52)
WIDE = 2.0
"""The spread of a person whose pain swings more, in points."""
PLACES = (0.15, 0.25, 0.5, 0.75, 0.85)
SIZE, BEFORE = 3.0, 3.0
PEOPLE: Mapping[str, tuple[float, float]] = {
    "sd 0.6, memory 0": (0.6, 0.0),
    "sd 1.0, memory .5": (1.0, 0.5),
    "sd 1.0, memory .7": (1.0, 0.7),
    "sd 1.5, memory .5": (1.5, 0.5),
}
NEAR = 3
"""Days off at which the day counts as found."""


def main(diaries: int = 200) -> None:
    """Print a line for each model."""
    for weeks in WEEKS:
        for world in WORLDS:
            for spread in (1.5, WIDE):
                told = [
                    _step_in(course_of(world, 7 * weeks, r, spread=spread), r)
                    for r in _each(diaries)
                ]
                print(f"{weeks} weeks, {world:15} sd {spread}: told {_rate(told)}", flush=True)
        for memory in (0.0, 0.5, 0.7):
            for fall in (2.0, 4.0):
                evenly = 6 - fall * np.arange(7 * weeks) / (7 * weeks)
                told = [
                    _step_in(noted(evenly + remembering(len(evenly), memory, r)), r)
                    for r in _each(diaries)
                ]
                print(
                    f"{weeks} weeks, evenly -{fall}, memory {memory}: told {_rate(told)}",
                    flush=True,
                )
        for name in (*PEOPLE, "heavy tails"):
            for place in PLACES:
                _print_found(weeks, name, place, diaries)


def _print_found(weeks: int, name: str, place: float, diaries: int) -> None:
    at = round(place * 7 * weeks)
    told = [_step_in(_stepping(7 * weeks, at, name, r), r) for r in _each(diaries)]
    off = [abs((each.since - BEGAN).days - at) for each in told if each]
    near = f"{100 * sum(days <= NEAR for days in off) / len(off):.0f} of 100" if off else "-"
    size = f"{median(each.size for each in told if each):.1f}" if off else "-"
    print(
        f"{weeks} weeks, step at {place}, {name:18}: told {_rate(told)}, {near} within {NEAR} days, size {size}",
        flush=True,
    )


def _each(diaries: int) -> list[np.random.Generator]:
    return [np.random.default_rng(seed) for seed in range(diaries)]


def _stepping(days: int, at: int, name: str, random: np.random.Generator) -> Floats:
    course = BEFORE + SIZE * (np.arange(days) >= at)
    if name == "heavy tails":
        return noted(course + heavy(days, 0.7, random))
    spread, memory = PEOPLE[name]
    return noted(course + spread * remembering(days, memory, random))


def _step_in(pain: Floats, random: np.random.Generator) -> LastingStep | None:
    return step_of(kept(pain, random), BEGAN, BEGAN + dt.timedelta(days=len(pain) - 1))


def _rate(told: list[LastingStep | None]) -> str:
    return rate(each is not None for each in told)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
