"""What the player sends to a terminal in a minute: `python -m tests.bench.bench_sent [--seconds 60]`.

A routine under way, in terminals of 80x24 and 120x40, beside the least of Textual programs at rest (`hello`). It says
what a slow line has to carry, as over a network.
"""

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.bench_player import LEFT, MOVING, new_diary, player
from tests.bench.terminal import HELLO, Terminal

SIZES = ((80, 24), (120, 40))


def sent_by_player(path: Path, routine: str, size: tuple[int, int], seconds: float) -> int:
    """Bytes in so many seconds, from the first that something moves."""
    new_diary(path)
    with Terminal(player(path, routine), *size) as terminal:
        terminal.wait_for("How is your back")
        terminal.wait_until_quiet()
        terminal.press("\r")
        terminal.wait_for(LEFT)
        terminal.wait_for(MOVING)
        before = terminal.bytes
        terminal.idle_percent(seconds)
        return terminal.bytes - before


def sent_by_hello(size: tuple[int, int], seconds: float) -> int:
    """Bytes in so many seconds, once it stands there."""
    with Terminal(HELLO, *size) as terminal:
        terminal.wait_for("hello, world")
        terminal.wait_until_quiet()
        before = terminal.bytes
        terminal.idle_percent(seconds)
        return terminal.bytes - before


def main() -> None:
    """Measure at both sizes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--routine", default="morning-loosen-up")
    parser.add_argument("--seconds", type=float, default=60)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "diary.json"
        for size in SIZES:
            player_sent = sent_by_player(path, options.routine, size, options.seconds)
            hello_sent = sent_by_hello(size, options.seconds)
            rate = player_sent / options.seconds / 1024
            print(
                f"{size[0]}x{size[1]}: player {player_sent:,} bytes in {options.seconds:.0f} s ({rate:.1f} KiB/s), "
                f"hello {hello_sent:,}"
            )


if __name__ == "__main__":
    main()
