"""What is told of made-up diaries, and what it costs: `python -m tests.bench.bench_findings [DIARIES] [PEOPLE]`.

Each rate is of diaries that are told of something on a later day or in a night, and beside it of the same day.

1. One look at 120 and at 364 days in which nothing acts: with nothing that follows pain (the courses of `tests.insight.worlds`, and
   the mixed diaries of 60 to 365 days of `tests.insight.simulated`), and where pain decides (`tests.insight.behaviors`). Goal: 10 of 100.
2. People in whose diaries nothing acts, and who look every second week from week 6 to week 52: told of anything at least once. Goal: 10 of 100.
3. 120 days in which alcohol adds 1 or 1.5 points to the next day's pain, and nothing follows pain: found. Goal for 1.5: 80 of 100.
4. The time of the whole analysis for a year and for ten, beside that of reading alone.
"""

import datetime as dt
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from msgspec.structs import replace

from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.insight.findings.factors import Gathered, gather_factors
from backcare_tui.insight.findings.permutation import findings_of
from backcare_tui.insight.findings.results import Finding
from backcare_tui.store import open_repository
from tests.bench.long_diary import long_diary
from tests.bench.paired import compare, timing
from tests.bench.rates import each_of, rate
from tests.insight.behaviors import BEHAVIORS, follow, unmoved
from tests.insight.simulated import any_diary, simulate
from tests.insight.worlds import WORLDS

DAYS, YEAR = 120, 364
FIRST_WEEK, LAST_WEEK, WEEKS_APART = 6, 52, 2
OFTEN = ("heavy tails", "memory .6", "flares")
"""The worlds in which somebody looks for a year, beside those in which pain decides."""
POWERS = ("memory 0", "memory .3", "memory .6", "memory .9", "heavy tails", "flares", "patients")

Make = Callable[[np.random.Generator], Gathered]


def main(diaries: int = 200, people: int = 50) -> None:
    """Print all of it."""
    of_all("any of 60 to 365 days", simulated, diaries)
    for days in (DAYS, YEAR):
        for world in WORLDS:
            of_all(f"{days} days, {world}", partial(unmoved, world, days), diaries)
        for behavior in BEHAVIORS:
            of_all(f"{days} days, {behavior}", partial(follow, behavior, days), diaries)
    for world in OFTEN:
        print(f"a year of looks, {world:30} {rate(once(partial(unmoved, world, YEAR), people))}")
    for behavior in BEHAVIORS:
        print(
            f"a year of looks, {behavior:30} {rate(once(partial(follow, behavior, YEAR), people))}"
        )
    for world in POWERS:
        for effect in (1.0, 1.5):
            found = each_of(
                partial(is_found, partial(unmoved, world, DAYS, effect=effect)), diaries
            )
            print(f"{effect} points found, {world:30} {rate(found)}")
    cost()


def simulated(random: np.random.Generator) -> Gathered:
    """Any of the mixed diaries."""
    return simulate(any_diary(random), random)


def of_all(name: str, make: Make, diaries: int) -> None:
    """Print how many are told of a later day or a night, and of the same day."""
    found = each_of(partial(verdicts, make), diaries)
    later, same = (
        rate(verdict in each for each in found) for verdict in ("goes-along", "same-day")
    )
    print(f"{name:42} later {later:28} same day {same}", flush=True)


def verdicts(make: Make, seed: int) -> frozenset[str]:
    """All that is said of a diary."""
    return frozenset(each.verdict for each in findings_of(make(np.random.default_rng(seed))))


def once(make: Make, people: int) -> list[bool]:
    """Whether each of some people is told of a later day or a night at least once in a year."""
    return each_of(partial(is_told_once, make), people)


def is_told_once(make: Make, seed: int) -> bool:
    """Whether somebody who looks every second week is told of a later day or a night."""
    diary = make(np.random.default_rng(seed))
    weeks = range(FIRST_WEEK, LAST_WEEK + 1, WEEKS_APART)
    return any(any(map(is_told, findings_of(up_to(diary, 7 * week)))) for week in weeks)


def up_to(diary: Gathered, days: int) -> Gathered:
    """The diary as it was after so many days."""
    first = diary.span[0]
    last = first + dt.timedelta(days=days - 1)
    columns = (
        replace(
            each,
            values={day: value for day, value in each.values.items() if day <= last},
            before={day: pain for day, pain in each.before.items() if day <= last},
        )
        for each in diary.columns
    )
    outcomes = {
        outcome: {day: value for day, value in of.items() if day <= last}
        for outcome, of in diary.outcomes.items()
    }
    return Gathered((first, last), outcomes, tuple(columns))


def is_found(make: Make, seed: int) -> bool:
    """Whether the effect that was put there is told."""
    return any(
        is_told(each) and is_the_one(each)
        for each in findings_of(make(np.random.default_rng(seed)))
    )


def is_told(finding: Finding) -> bool:
    """Whether it is called a finding on a later day or a night."""
    return finding.verdict == "goes-along"


def is_the_one(finding: Finding) -> bool:
    """Whether it is the effect that was put there."""
    return (finding.factor, finding.outcome, finding.lag_days) == ("alcohol", "pain", 1)


def cost() -> None:
    """Print the time of the whole analysis beside that of reading alone."""
    for years in (1, 10):
        with TemporaryDirectory() as folder:
            path = Path(folder) / "diary.json"
            long_diary(path, days=365 * years)
            _compare(open_repository(path), f"findings, years: {years}")


def _compare(repository: Repository, name: str) -> None:
    clock = Clock()
    read = timing(lambda: gather_factors(repository, clock))
    whole = timing(lambda: findings_of(gather_factors(repository, clock)))
    compare(name, whole, "gather alone", read, 5)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
