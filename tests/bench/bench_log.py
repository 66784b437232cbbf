"""What shell commands cost: `python -m tests.bench.bench_log [ROUNDS]`.

`backcare log pain 4` at ten years against `bare_log`, the same insert with nothing around it; and
`--version` and `--help` against a Python that does nothing. Goals: 1.75 times, and twice plus 20 ms.
"""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.long_diary import long_diary
from tests.bench.paired import Timed, compare, timing

ROOT = Path(__file__).parents[2]


def command(*words: str, **environment: str) -> Timed:
    """A Python process with these words."""
    run = partial(
        subprocess.run,
        [sys.executable, *words],
        check=True,
        stdout=subprocess.DEVNULL,
        cwd=ROOT,
        env={**os.environ, **environment},
    )
    return timing(run)


def main(rounds: int = 15) -> None:
    """Print the comparisons."""
    backcare = ("-m", "backcare_tui")
    with TemporaryDirectory() as folder:
        ours, bare = Path(folder) / "ours.json", Path(folder) / "bare.json"
        count = long_diary(ours)
        bare.write_bytes(ours.read_bytes())
        print(f"{count} entries, {ours.stat().st_size / 1e6:.1f} MB")
        log = command(*backcare, "log", "pain", "4", BACKCARE_DIARY=str(ours))
        compare(
            "log pain 4",
            log,
            "bare insert",
            command("-m", "tests.bench.bare_log", str(bare)),
            rounds,
        )
        for word in ("--version", "--help"):
            compare(word, command(*backcare, word), "empty Python", command("-c", ""), rounds)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
