"""What one saved entry costs at ten years: `python -m tests.bench.bench_store [ROUNDS [DAYS]]`.

Against the least that a durable save of the whole file takes (encode, write, fsync, rename, fsync
of the folder), against an insert by a stock TinyDB, which is not durable, and against the same without a
digest. Goal: at most 2.5 times the least, faster than stock TinyDB, at most 1.3 times without a digest.
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

import msgspec
from tinydb import TinyDB

from backcare_tui.diary.codec import write_document
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.store import open_repository, storage
from tests.bench.long_diary import TEN_YEARS, long_diary
from tests.bench.paired import compare, spending, timing


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


def without_digest(repository: Repository) -> None:
    """Save an entry into a file that is not sealed."""
    with mock.patch.object(storage, "seal_in_place"):
        repository.add(pain())


def main(rounds: int = 15, days: int = TEN_YEARS) -> None:
    """Print both comparisons, and what opening costs."""
    with TemporaryDirectory() as folder:
        ours, bare, stock = (Path(folder) / name for name in ("ours", "bare", "stock"))
        count = long_diary(ours, days)
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
        compare(
            "saved entry, processor time",
            spending(lambda: repository.add(pain())),
            "the same without a digest",
            spending(lambda: without_digest(repository)),
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
