"""The full screen from outside: `python -m tests.bench.bench_start [--rounds 7] [--ready REGEX]`.

Start until Today stands there, memory, idle CPU, and keys until what they bring stands there, at
one and at ten years, each against the least of Textual programs (`hello`) in turns. Goals: ready
within 1.3 times at one year and 1.6 times at ten, memory within 2.5 times, idle below 1 %. Keep
byte code (no PYTHONDONTWRITEBYTECODE): compiling at each start would be measured as ours.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.long_diary import TEN_YEARS, long_diary
from tests.bench.terminal import HELLO, Terminal

Figures = dict[str, float]
KEYS = ("n", "\x1b", "2", "3", "4", "5", "6", "1")
"""A check-in and out of it again, and round all places."""


def measured(command: Sequence[str], ready: str, keys: Sequence[str]) -> Figures:
    """One run: each figure by its name."""
    with Terminal(command) as terminal:
        figures = {"ready ms": (terminal.wait_for(ready) - terminal.started) * 1e3}
        terminal.wait_until_quiet()
        for key in keys:
            pressed = terminal.press(key)
            figures[f"key {key!r} first paint ms"] = (terminal.wait_for_paint() - pressed) * 1e3
            figures[f"key {key!r} settled ms"] = (terminal.wait_until_quiet() - pressed) * 1e3
        figures["memory MiB"] = terminal.memory_mib()
        figures["idle %"] = terminal.idle_percent()
    return figures


def medians(runs: Sequence[Figures]) -> Figures:
    """The median of each figure."""
    return {name: median(run[name] for run in runs) for name in runs[0]}


def report(days: int, ready: str, rounds: int, folder: Path) -> None:
    """Print every figure of a diary of so many days, with its ratio where `hello` has it, too."""
    path = folder / f"{days}.json"
    count = long_diary(path, days)
    os.environ["BACKCARE_DIARY"] = str(path)
    backcare = (sys.executable, "-m", "backcare_tui")
    pairs = [
        (measured(backcare, ready, KEYS), measured(HELLO, "hello, world", KEYS[:1]))
        for _ in range(rounds + 1)
    ][1:]
    ours, theirs = medians([a for a, _ in pairs]), medians([b for _, b in pairs])
    print(f"\n{days} days, {count} entries")
    for name, figure in ours.items():
        hello = theirs.get(name)
        beside = f"hello {hello:8.1f}   ratio {figure / hello:5.2f}" if hello else ""
        print(f"{name:28} {figure:8.1f}   {beside}".rstrip())


def main() -> None:
    """Measure at one and at ten years."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--ready", default="Last 14 days", help="what shows that Today is ready")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        for days in (365, TEN_YEARS):
            report(days, options.ready, options.rounds, Path(folder))


if __name__ == "__main__":
    main()
