"""What backups cost at ten years: `python -m tests.bench.bench_backups [ROUNDS]`.

A save with its digest and with backups kept, on the first change of a day, against one without either; goal: at most
1.3 times. Then what comes after it was said: the backup itself in a thread, and `log` on the first change of a day
against the later ones. Then how large a backup is, and how long the ways back take.
"""

import os
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

from backcare_tui.diary.records.pain import Pain
from backcare_tui.store import open_repository, safekeeping, storage
from backcare_tui.store.due import keeping_backups
from backcare_tui.store.tiny import TinyRepository
from tests.bench.bench_log import command
from tests.bench.long_diary import long_diary
from tests.bench.paired import Timed, compare, timing
from tests.conftest import FrozenClock


def save(repository: TinyRepository, clock: FrozenClock) -> Timed:
    """One entry, each on a day of its own."""

    def add() -> None:
        clock.move(days=1)
        repository.add(Pain(at=clock.now(), severity=4, note="stiff"))

    return timing(add)


def without_digest(save_once: Timed) -> Timed:
    """The same, as it was before files were sealed."""

    def timed() -> float:
        with mock.patch.object(storage, "seal_in_place"):
            return save_once()

    return timed


def with_backups(save_once: Timed, settled: list[float]) -> Timed:
    """The same with backups kept; what is due is settled afterwards, which no save waits for."""

    def timed() -> float:
        with keeping_backups() as due:
            took = save_once()
            settled.append(timing(due.settle)())
        return took

    return timed


def first_of_a_day(log: Timed, root: Path) -> Timed:
    """A command before which nothing was backed up."""

    def timed() -> float:
        shutil.rmtree(root, ignore_errors=True)
        return log()

    return timed


def main(rounds: int = 11) -> None:
    """Print all of it."""
    with TemporaryDirectory() as folder:
        root = Path(folder) / "backups"
        os.environ["BACKCARE_BACKUPS"] = str(root)
        ours, bare = Path(folder) / "ours.json", Path(folder) / "bare.json"
        count = long_diary(ours)
        bare.write_bytes(ours.read_bytes())
        size = ours.stat().st_size
        print(f"{count} entries, {size / 1e6:.1f} MB")
        clock, settled = FrozenClock(), list[float]()
        mine, other = open_repository(ours, clock), open_repository(bare, clock)
        kept = with_backups(save(mine, clock), settled)
        compare("save, backups kept", kept, "save, none kept", save(other, clock), rounds)
        neither = without_digest(save(other, clock))
        compare("save, digest and backups", kept, "save, neither", neither, rounds)
        open_repository(bare).add(Pain(at=clock.now(), severity=4))  # sealed again
        safe = safekeeping(ours, clock)
        newest = safe.backups()[0]
        packed = newest.path.stat().st_size
        print(f"backup {packed / 1024:.0f} KiB ({packed / size:.1%}), {len(safe.backups())} kept")
        print(
            f"backup made after the save, in a thread: {sorted(settled)[len(settled) // 2]:.0f} ms"
        )
        words = ("-m", "backcare_tui", "log", "pain", "4")
        log = command(*words, BACKCARE_DIARY=str(bare), BACKCARE_BACKUPS=str(root / "of log"))
        compare(
            "log, first of a day", first_of_a_day(log, root / "of log"), "log, later", log, rounds
        )
        listed, compared = timing(safe.backups)(), timing(lambda: safe.difference(newest))()
        restored = timing(lambda: safe.restore(newest, safe.difference(newest)))()
        print(
            f"list {listed:.0f} ms, what restoring would do {compared:.0f} ms, restore {restored:.0f} ms"
        )
        data = ours.read_bytes()
        ours.write_bytes(data[: len(data) // 2] + bytes(4096) + data[len(data) // 2 + 4096 : -9000])
        print(f"what can be recovered: {timing(safe.recovery)():.0f} ms; {safe.recovery()}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
