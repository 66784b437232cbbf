"""Thirty years, 95,000 entries: `python -m tests.bench.bench_scale [ROUNDS]`.

What each command costs, in turns, and how much more than `today`; what a save and opening cost
(`bench_store` at that length); and until each place of the full screen stands there (`bench_start`).
Goal: `week` and `check` at most a second more than `today`, in processor time, which a busy machine
does not stretch.
"""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench import bench_start, bench_store
from tests.bench.long_diary import long_diary

THIRTY_YEARS = 10_957
COMMANDS = ("today", "today --short", "week", "check", "list --from today", "trends", "advice")


def cost(diary: Path, words: str) -> tuple[float, float]:
    """Processor time and time until it was done, in seconds."""
    before = os.times()
    command = (sys.executable, "-m", "backcare_tui", "--diary", str(diary), *words.split())
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    after = os.times()
    spent = after.children_user - before.children_user
    return spent + after.children_system - before.children_system, after.elapsed - before.elapsed


def commands(folder: Path, rounds: int) -> None:
    """Print what each command costs."""
    path = folder / "diary.json"
    count = long_diary(path, THIRTY_YEARS)
    print(f"{count} entries, {path.stat().st_size / 1e6:.1f} MB")
    runs = [[cost(path, words) for words in COMMANDS] for _ in range(rounds + 1)][1:]
    costs = {
        words: (median(each[0] for each in of), median(each[1] for each in of))
        for words, of in zip(COMMANDS, zip(*runs, strict=True), strict=True)
    }
    today = costs["today"][0]
    for words, (spent, elapsed) in costs.items():
        more, ratio = spent - today, spent / today
        print(
            f"{words:20} {spent:6.2f} s of processor   {more:+6.2f} s, {ratio:4.2f} times `today`"
            f"   done after {elapsed:6.2f} s"
        )


def main(rounds: int = 5) -> None:
    """Print all that the module names."""
    with TemporaryDirectory() as folder:
        commands(Path(folder), rounds)
        bench_store.main(rounds, THIRTY_YEARS)
        bench_start.report(THIRTY_YEARS, "Last 14 days", rounds, Path(folder))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
