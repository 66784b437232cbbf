"""What one saved entry costs at ten years: `python -m tests.bench.bench_store [ROUNDS]`.

Against the least that a durable save of the whole file takes (encode, write, fsync, rename, fsync
of the folder), and against an insert by a stock TinyDB, which is not durable. Goal: at most 2.5 times
the least, and faster than stock TinyDB.
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from tinydb import TinyDB

from backcare_tui.diary.codec import write_document
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.when import Clock
from backcare_tui.store import open_repository
from tests.bench.long_diary import long_diary
from tests.bench.paired import compare, timing


def pain() -> Pain:
    return Pain(at=Clock().now(), severity=4, areas=("lower-back-l",), note="stiff")


def bare_save(path: Path) -> None:
    """Encode what is in memory, and put it in place durably."""
    beside = path.with_suffix(".beside")
    with beside.open("wb") as file:
        file.write(msgspec.json.encode(TABLES))
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


TABLES: dict[str, dict[str, object]] = {}


def main(rounds: int = 15) -> None:
    """Print both comparisons, and what opening costs."""
    with TemporaryDirectory() as folder:
        ours, bare, stock = (Path(folder) / name for name in ("ours", "bare", "stock"))
        count = long_diary(ours)
        print(f"{count} entries, {ours.stat().st_size / 1e6:.1f} MB")
        for other in (bare, stock):
            other.write_bytes(ours.read_bytes())
        TABLES.update(msgspec.json.decode(bare.read_bytes()))
        repository = open_repository(ours)
        repository.entries(Pain)
        compare(
            "saved entry",
            timing(lambda: repository.add(pain())),
            "encode, write, fsync, rename",
            timing(lambda: bare_save(bare)),
            rounds,
        )
        with TinyDB(stock) as database:
            compare(
                "saved entry",
                timing(lambda: repository.add(pain())),
                "stock TinyDB insert",
                timing(lambda: database.table("pain").insert(write_document(pain()))),
                rounds,
            )
        compare(
            "open and read all pain",
            timing(lambda: open_repository(ours).entries(Pain)),
            "read and decode the file",
            timing(lambda: msgspec.json.decode(ours.read_bytes())),
            rounds,
        )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
