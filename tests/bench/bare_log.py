"""The least that one durable entry from a shell can be; `bench_log` compares with it."""

import os
import sys
from pathlib import Path

import orjson
from tinydb import Storage, TinyDB


class Bare(Storage):
    """Decode, encode, fsync, rename: no lock, no checks, no undo."""

    def __init__(self, path: str) -> None:
        self._path = Path(path)
        self._tables: dict[str, dict[str, object]] | None = None

    def read(self) -> dict[str, dict[str, object]]:
        if self._tables is None:
            self._tables = orjson.loads(self._path.read_bytes())
        return self._tables or {}

    def write(self, data: dict[str, dict[str, object]]) -> None:
        beside = self._path.with_suffix(".beside")
        with beside.open("wb") as file:
            file.write(orjson.dumps(data))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self._path)
        folder = os.open(self._path.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)


if __name__ == "__main__":
    entry = {"id": "bench", "at": "2026-11-23T08:12:00+01:00", "severity": 4}
    TinyDB(sys.argv[1], storage=Bare).table("pain").insert(entry)
