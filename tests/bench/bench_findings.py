"""What the fair test says of made-up diaries, and what it costs: `python -m tests.bench.bench_findings [DIARIES]`.

First diaries of 60 to 365 days in which nothing has a bearing on pain or sleep, with memories of 0 to
0.9, missing days, weekly rhythms and slow courses that pain and factors share: the part that is told
of anything. Goal: at most 5 in 100. Then diaries of 120 days in which the first factor adds 1 or 1.5
points to the next day's pain, by the memory of pain: the part in which that is found, without missing
days and rhythms and with them. Goals: half, and 9 in 10. At last the time for a year and for ten.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.insight.findings.factors import gather_factors
from backcare_tui.insight.findings.permutation import findings_of
from backcare_tui.insight.findings.results import Finding
from backcare_tui.store import open_repository
from tests.bench.long_diary import long_diary
from tests.bench.paired import compare, timing
from tests.insight.simulated import MEMORIES, Simulated, any_diary, simulate

DAYS = 120


def main(diaries: int = 400) -> None:
    """Print the false findings, the true ones, and the times."""
    print(f"told of anything where nothing matters: {false_findings(diaries):.3f} of {diaries}")
    for has_calendar in (False, True):
        for effect in (1.0, 1.5):
            found = [
                power(Simulated(DAYS, memory, has_calendar, effect), diaries // 4)
                for memory in MEMORIES
            ]
            each = "  ".join(f"{m}: {f:.2f}" for m, f in zip(MEMORIES, found, strict=True))
            kind = "rhythm, course, gaps" if has_calendar else "plain"
            print(f"{effect} points found, {kind:20}  {each}  mean {np.mean(found):.2f}")
    cost()


def false_findings(diaries: int) -> float:
    """The part of diaries that is told of anything."""
    told = 0
    for seed in range(diaries):
        random = np.random.default_rng(seed)
        told += any(map(is_told, findings_of(simulate(any_diary(random), random))))
    return told / diaries


def power(kind: Simulated, diaries: int) -> float:
    """The part of diaries in which the first factor is found to go along with the next day."""
    found = 0
    for seed in range(diaries):
        of_diary = findings_of(simulate(kind, np.random.default_rng(seed)))
        found += any(is_told(each) and is_the_one(each) for each in of_diary)
    return found / diaries


def is_told(finding: Finding) -> bool:
    """Whether it is called a finding."""
    return finding.verdict == "goes-along"


def is_the_one(finding: Finding) -> bool:
    """Whether it is the effect that was put there."""
    return (finding.factor, finding.outcome, finding.lag_days) == ("trigger:0", "pain", 1)


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
