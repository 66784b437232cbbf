"""What a large import costs, row by row: `python -m tests.bench.bench_import [ROWS]`.

A Daylio file of so many rows (20,000 if not stated) against one of a tenth, each into an empty diary and
then once more, in CPU time for each row; and the memory that the larger took, against its size. Goal: a row
of a large file costs at most 1.5 times a row of a small one.
"""

import datetime as dt
import random
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from backcare_tui.diary.when import Clock
from backcare_tui.exchange import bring_in, read
from backcare_tui.store import open_repository
from tests.exchange.reading import DAYLIO

FIRST = dt.date(1981, 1, 1)
A_DAY = 12


def rows(count: int) -> Iterator[str]:
    """Rows of Daylio's, twelve a day: feelings, with drinks, nights and visits among them."""
    dice = random.Random(5)
    for number in range(count):
        day = FIRST + dt.timedelta(days=number // A_DAY)
        mood = dice.choice(["good", "bad", "meh", "tired"])
        did = dice.choice(["walk", "coffee", "back pain | work", "good sleep | massage"])
        hour = 2 * (number % A_DAY)
        yield f'{day},x,x,{hour:02}:{dice.randrange(60):02},{mood},"{did}","","note {number}"'


def cost(folder: Path, count: int) -> tuple[float, float]:
    """CPU time in microseconds a row, into an empty diary and once more."""
    file, diary = folder / f"{count}.csv", folder / f"{count}.json"
    file.write_text("\n".join([DAYLIO, *rows(count)]))
    spent = []
    for _ in range(2):
        start = process_time()
        bring_in(open_repository(diary), read(file, None, Clock()), dry_run=False)
        spent.append((process_time() - start) / count * 1e6)
    return spent[0], spent[1]


def main(count: int = 20_000) -> None:
    """Print what a row costs in a small and in a large file."""
    with TemporaryDirectory() as folder:
        small, large = (cost(Path(folder), size) for size in (count // 10, count))
        size = (Path(folder) / f"{count}.csv").stat().st_size / 1e6
        diary = (Path(folder) / f"{count}.json").stat().st_size / 1e6
    for name, one, other in zip(("first import", "once more"), small, large, strict=True):
        print(
            f"{name:14} {one:7.0f} us a row, {other:7.0f} of ten times as many, ratio {other / one:.2f}"
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(f"file {size:.1f} MB, diary {diary:.1f} MB, at most {peak:.0f} MB of memory")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
