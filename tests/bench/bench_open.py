"""What opening costs, from outside: `python -m tests.bench.bench_open [TREE ...] [--rounds 7]`.

Three things, each for every TREE (a checkout of backcare; this one, if none is named), in turns:

- Until the first check-in and the first visit of each place paint, at one year, in the time that
  the least of Textual programs (`hello`) takes to start; and the time on a processor until then
  and until all is quiet, in the same measure. Goals: the check-in 0.35, each place 0.7.
- Bytes sent to a terminal of 80 by 24. Goals: the check-in 25 kB, an arrow key in the Diary 4 kB.
- Memory after all places at ten years, beside `hello`: at most 2.6 times; and after each 40 of 200
  check-ins opened and closed, which should stay where it is.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.long_diary import long_diary
from tests.bench.terminal import HELLO, Terminal

Figures = dict[str, float]
HERE = Path(__file__).parents[2]
READY = "Last 14 days"
ESCAPE, DOWN = "\x1b", "\x1b[B"
SHOWS = {
    "n": "Check-in ·",
    "2": "─ Days ─",
    "3": "Routines",
    "4": "Massage course",
    "5": "Meals and drinks",
    "6": "4 weeks",
}
"""What stands on the screen once a key's form or place has painted."""
PLACES = "23456"
ARROWS = 8
FORMS, FORMS_A_STEP = 200, 40


def backcare(tree: Path) -> Sequence[str]:
    """The command that runs the program of a checkout."""
    return ("env", "-C", str(tree), sys.executable, "-m", "backcare_tui")


def hello() -> Figures:
    """The start that everything is measured in."""
    with Terminal(HELLO) as terminal:
        figures = _reached(terminal, "ready", "hello, world", terminal.started, 0)
        return figures | {"memory": terminal.memory_mib()}


def times(tree: Path) -> Figures:
    """Milliseconds until each key first paints, and of the processor.

    `at once` is a check-in asked for the moment Today stands there; before each other key the
    program is at rest.
    """
    with Terminal(backcare(tree)) as terminal:
        terminal.wait_for(READY)
        figures = _pressed(terminal, "n at once", "n")
    with Terminal(backcare(tree)) as terminal:
        figures |= _reached(terminal, "ready", READY, terminal.started, 0)
        for key in SHOWS:
            figures |= _pressed(terminal, key, key)
            if key == "n":
                _pressed(terminal, ESCAPE, ESCAPE)
    return figures


def _pressed(terminal: Terminal, name: str, key: str) -> Figures:
    cpu, pressed = terminal.cpu_seconds(), terminal.press(key)
    return _reached(terminal, name, SHOWS.get(key, READY), pressed, cpu)


def _reached(terminal: Terminal, name: str, words: str, since: float, cpu: float) -> Figures:
    painted = terminal.wait_for(words) - since
    until_paint = terminal.cpu_seconds() - cpu
    terminal.wait_until_idle()
    until_quiet = terminal.cpu_seconds() - cpu
    figures = {"": painted, " cpu": until_paint, " cpu in all": until_quiet}
    return {name + kind: seconds * 1e3 for kind, seconds in figures.items()}


def bytes_sent(tree: Path) -> Figures:
    """Bytes to a small terminal: of the start, of each key in turn, of arrows in the Diary."""
    with Terminal(backcare(tree), columns=80, rows=24) as terminal:

        def sent(key: str) -> int:
            before = terminal.bytes
            terminal.press(key)
            terminal.wait_for_paint()
            terminal.wait_until_idle(0.3)
            return terminal.bytes - before

        terminal.wait_for(READY)
        terminal.wait_until_idle(0.3)
        figures: Figures = {"start": terminal.bytes, "check-in": sent("n")}
        sent(ESCAPE)
        figures["to the Diary"] = sent("2")
        arrows = [sent(DOWN) for _ in range(ARROWS)]
        return figures | {"arrow, median": median(arrows), "arrow, most": max(arrows)}


def memory(tree: Path) -> Figures:
    """MiB after all places."""
    with Terminal(backcare(tree)) as terminal:
        terminal.wait_for(READY)
        for key in PLACES:
            terminal.wait_until_idle()
            terminal.press(key)
            terminal.wait_for(SHOWS[key])
        terminal.wait_until_idle(0.5)
        return {"memory": terminal.memory_mib()}


def growth(tree: Path) -> Figures:
    """MiB after so many check-ins opened and closed."""
    with Terminal(backcare(tree)) as terminal:
        terminal.wait_for(READY)
        terminal.wait_until_idle()
        figures = {"0": terminal.memory_mib()}
        for number in range(1, FORMS + 1):
            terminal.press("n")
            terminal.wait_for(SHOWS["n"])
            terminal.wait_until_quiet(0.05)
            terminal.press(ESCAPE)
            terminal.wait_for(READY)
            if number % FORMS_A_STEP == 0:
                terminal.wait_until_idle()
                figures[str(number)] = terminal.memory_mib()
        return figures


def medians(runs: Sequence[Figures]) -> Figures:
    """The median of each figure."""
    return {name: median(run[name] for run in runs) for name in runs[0]}


def in_turns(rounds: int, measures: Sequence[Callable[[], Figures]]) -> list[Figures]:
    """The medians of each, after a first round that only warms the disk."""
    runs = [[measure() for measure in measures] for _ in range(rounds + 1)][1:]
    return [medians(column) for column in zip(*runs, strict=True)]


def show(title: str, rows: Sequence[tuple[str, Sequence[str]]]) -> None:
    """A table: a column for each checkout."""
    print(f"\n{title}")
    for name, cells in rows:
        print(f"{name:20}" + "".join(f"{cell:>22}" for cell in cells))


def show_times(trees: Sequence[Path], rounds: int) -> None:
    """Times at one year as multiples of `hello`'s start: wall, processor, processor in all."""
    least, *ours = in_turns(rounds, [hello, *(lambda t=tree: times(t) for tree in trees)])
    kinds = ("", " cpu", " cpu in all")
    of_hello = " · ".join(f"{least[f'ready{kind}']:.0f}" for kind in kinds)
    rows = [
        (
            name,
            [
                " · ".join(f"{each[name + kind] / least['ready' + kind]:.2f}" for kind in kinds)
                for each in ours
            ],
        )
        for name in ("ready", "n at once", *SHOWS)
    ]
    show(f"first paint · processor until then · until quiet, hello being {of_hello} ms", rows)


def show_all(title: str, figures: Sequence[Figures], digits: int = 0) -> None:
    """Every figure as it is."""
    show(title, [(name, [f"{each[name]:.{digits}f}" for each in figures]) for name in figures[0]])


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trees", nargs="*", type=Path, default=[HERE], help="checkouts of backcare")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", choices=("times", "bytes", "memory", "growth"))
    options = parser.parse_args()
    trees, asked = [tree.resolve() for tree in options.trees], options.only
    with TemporaryDirectory() as folder:
        one, ten = Path(folder) / "one.json", Path(folder) / "ten.json"
        long_diary(one, 365)
        os.environ["BACKCARE_DIARY"] = str(one)
        if asked in (None, "times"):
            show_times(trees, options.rounds)
        if asked in (None, "bytes"):
            show_all("bytes at 80x24", [bytes_sent(tree) for tree in trees])
        if asked in (None, "growth"):
            show_all("MiB after so many check-ins", [growth(tree) for tree in trees], 1)
        if asked in (None, "memory"):
            long_diary(ten)
            os.environ["BACKCARE_DIARY"] = str(ten)
            least, *ours = in_turns(1, [hello, *(lambda t=tree: memory(t) for tree in trees)])
            ratios = [{"MiB": f["memory"], "of hello": f["memory"] / least["memory"]} for f in ours]
            show_all(
                f"memory after all places at ten years; hello {least['memory']:.1f}", ratios, 2
            )


if __name__ == "__main__":
    main()
