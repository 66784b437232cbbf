"""The player from outside: `python -m tests.bench.bench_player [--seconds 10] [--routine ID]`.

A real program in a terminal of 120x40 and of 200x60, beside the least of Textual programs
(`hello`): from `enter` to the first moment of playing, frames a second, and how much of a core they
take. With `--drift 600`, how far its countdown is from the clock after so many seconds. Goals: 12
frames a second, 15 % of a core, a second of drift at most (it shows whole seconds).
"""

import argparse
import re
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from backcare_tui.library.taxonomy import words
from backcare_tui.store import open_repository
from backcare_tui.store.lock import lock_path
from tests.bench.terminal import HELLO, Terminal

SIZES = ((120, 40), (200, 60))
LEFT = r"(?:(\d+) min ?)?(?:(\d+)(?: s)?)? left ·"
"""How the player says what is left of the whole."""
MOVING = "repetition 2 of|keep going|breathe (in|out)"
"""What stands there once something moves."""


def player(path: Path, routine: str) -> tuple[str, ...]:
    """The command that opens a routine in the full screen."""
    return (sys.executable, "-m", "backcare_tui", "--diary", str(path), "start", routine)


def new_diary(path: Path) -> None:
    """A diary in which nothing is asked and nothing was interrupted."""
    for each in (path, lock_path(path)):
        each.unlink(missing_ok=True)
    repository = open_repository(path)
    repository.set("boundaries_seen", "2026-11-23")
    repository.set("sound", "silent")
    repository.set("conditions_asked", [word.id for word in words("conditions")])


def measured(path: Path, routine: str, size: tuple[int, int], seconds: float) -> dict[str, float]:
    """One run at one size: each figure by its name."""
    new_diary(path)
    with Terminal(player(path, routine), *size) as terminal:
        terminal.wait_for("How is your back")
        terminal.wait_until_quiet()
        pressed = terminal.press("\r")
        figures = {"enter to playing ms": (terminal.wait_for(LEFT) - pressed) * 1e3}
        terminal.wait_for(MOVING)
        before = terminal.frames
        figures["% of a core"] = terminal.idle_percent(seconds)
        figures["frames a second"] = (terminal.frames - before) / seconds
    with Terminal(HELLO, *size) as terminal:
        terminal.wait_for("hello, world")
        terminal.wait_until_quiet()
        figures["% of a core, hello at rest"] = terminal.idle_percent(3)
    return figures


def drift(path: Path, routine: str, seconds: float) -> float:
    """How much later than the clock the countdown of the whole is after so many seconds."""
    new_diary(path)
    with Terminal(player(path, routine)) as terminal:
        terminal.wait_for("How is your back")
        terminal.wait_until_quiet()
        terminal.press("\r")
        terminal.wait_for(LEFT)
        start, left = next_second(terminal)
        terminal.idle_percent(seconds)
        end, later = next_second(terminal)
    return (end - start) - (left - later)


def next_second(terminal: Terminal) -> tuple[float, int]:
    """The moment at which the countdown changes, and the seconds it shows from then on."""
    before = left_s(terminal)
    while (now := left_s(terminal)) == before:
        terminal.wait_for_paint()
    return time.time(), now


def left_s(terminal: Terminal) -> int:
    """The seconds that are left of the whole, as the screen says."""
    found = re.search(LEFT, terminal.text)
    return int(found[1] or 0) * 60 + int(found[2] or 0) if found else 0


def main() -> None:
    """Measure at both sizes, and the drift where it is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--routine", default="morning-loosen-up")
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--drift", type=float, default=0, metavar="SECONDS")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "diary.json"
        for size in SIZES:
            runs = [
                measured(path, options.routine, size, options.seconds)
                for _ in range(options.rounds)
            ]
            print(f"\n{size[0]}x{size[1]}")
            for name in runs[0]:
                print(f"{name:28} {median(run[name] for run in runs):8.1f}")
        if options.drift:
            late = drift(path, "walking-brisk-30", options.drift)
            print(f"\ndrift after {options.drift:.0f} s: {late:+.2f} s")


if __name__ == "__main__":
    main()
