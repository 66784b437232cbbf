"""A thousand kills of `backcare log` at random moments: `python -m tests.bench.bench_kills [KILLS]`.

Goal: nothing of what was said to be saved is lost, and the diary opens whole after each.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.store.kills import killed


def main(kills: int = 1000) -> None:
    """Print the figures."""
    with TemporaryDirectory() as folder:
        done = killed(Path(folder) / "diary.json", kills)
    print(
        f"{done.kills} kills: {done.said} entries said to be saved, {done.lost} of them lost, "
        f"{done.unsaid} saved but not yet said, {done.left} changes left under way"
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
