"""How long the interface stands still for a save: `python -m tests.bench.bench_standstill [TREE ...]`.

For each TREE (a checkout of backcare; this one, if none is named), at ten years:

- The longest time in which the event loop did nothing else, from the key that saves until the place
  is shown again: for a check-in, for undo, with each fsync slowed down to two seconds, and while
  another process holds the lock for three. Goal: 100 ms. Beside it the same in time on a processor,
  which is what is left of it on a machine that does nothing else.
- In a terminal, while another process holds the lock: ms until it is said what is waited for, and
  from esc until the form has its keys again. Goals: 300 ms and 100 ms.
"""

import asyncio
import gc
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any
from unittest import mock

HERE = Path(__file__).parents[2]
CHILD = "in-one-tree"
ROUNDS = 5
BEAT_S = 0.002
LOCKED_S, SLOW_S = 3.0, 2.0
Gap = tuple[float, float]
"""Milliseconds, and those of them on a processor."""
HOLD = (
    "import sys, time, pathlib; from backcare_tui.store.lock import FileLock\n"
    "with FileLock(pathlib.Path(sys.argv[1])): print('held', flush=True); time.sleep({})"
)


@contextmanager
def locked(path: Path, seconds: float) -> Iterator[None]:
    """Have another process hold the lock of a diary."""
    command = [sys.executable, "-c", HOLD.format(seconds), str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as other:
        assert other.stdout
        other.stdout.readline()
        try:
            yield
        finally:
            other.terminate()


@asynccontextmanager
async def beating() -> AsyncIterator[list[Gap]]:
    """Gives the gaps between beats of the loop that should be 2 ms apart."""
    gaps: list[Gap] = []

    async def beat() -> None:
        last, worked = time.perf_counter(), time.thread_time()
        while True:
            await asyncio.sleep(BEAT_S)
            gaps.append(((time.perf_counter() - last) * 1e3, (time.thread_time() - worked) * 1e3))
            last, worked = time.perf_counter(), time.thread_time()

    task = asyncio.create_task(beat())
    await asyncio.sleep(0.05)
    gaps.clear()
    try:
        yield gaps
    finally:
        task.cancel()


async def in_one_tree(path: Path) -> None:
    """Print the gaps of the tree that is imported."""
    from backcare_tui.app import BackcareApp
    from backcare_tui.diary.records.pain import Pain
    from backcare_tui.store import open_repository

    diary = open_repository(path)
    # What lies there from before has its records read: the first save is like the next ones.
    diary.entries(Pain)
    app = BackcareApp(diary)
    gc.freeze()  # as the program does

    async def until(done: Callable[[], bool]) -> None:
        while not done():
            await asyncio.sleep(BEAT_S)

    def count() -> int:
        return len(diary.entries(Pain))

    async def shown(place: str) -> None:
        await until(lambda: type(app.screen).__name__ == place)
        await asyncio.sleep(0.4)

    async def gap(key: str, change: int) -> Gap:
        if key == "enter":
            app.simulate_key("n")
            await shown("CheckIn")
            app.simulate_key("4")
            await asyncio.sleep(0.4)
        before = count()
        async with beating() as gaps:
            app.simulate_key(key)
            await until(lambda: count() == before + change)
            await shown("Today")
        return max(passed for passed, _ in gaps), max(worked for _, worked in gaps)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(2)
        for name, key, change in (("check-in", "enter", 1), ("undo", "u", -1)):
            _print(name, [await gap(key, change) for _ in range(ROUNDS)])
        with mock.patch.object(os, "fsync", _slow(os.fsync)):
            _print("fsync of 2 s", [await gap("enter", 1)])
        with locked(path, LOCKED_S):
            _print("lock held for 3 s", [await gap("enter", 1)])


def _print(name: str, gaps: list[Gap]) -> None:
    passed, worked = zip(*gaps, strict=True)
    print(
        f"  {name:18} median {median(passed):6.0f} ms ({median(worked):4.0f} on a processor), "
        f"longest {max(passed):6.0f} ms ({max(worked):4.0f})",
        flush=True,
    )


def _slow(call: Callable[[int], None]) -> Callable[[int], None]:
    def slowed(file: int) -> None:
        time.sleep(SLOW_S)
        call(file)

    return slowed


def said(path: Path) -> None:
    """Print how soon a person is told, and gets the form back."""
    from tests.bench.terminal import Terminal

    os.environ["BACKCARE_DIARY"] = str(path)
    told, back = [], []
    with Terminal([sys.executable, "-m", "backcare_tui"]) as terminal, locked(path, 600):
        terminal.wait_for("Last 14 days")
        terminal.wait_until_idle()
        terminal.press("n")
        terminal.wait_for("Check-in ·")
        terminal.press("4")
        for _ in range(ROUNDS):
            terminal.wait_until_idle()
            pressed = terminal.press("\r")
            told.append(terminal.wait_for("Waiting for another backcare") - pressed)
            pressed = terminal.press("\x1b")
            back.append(terminal.wait_for("You did not wait") - pressed)
            terminal.press("5")  # goes on with the form, and has the sentence go
            terminal.press("4")
    for name, found in (("said after", told), ("esc gives back after", back)):
        print(
            f"  {name:24} median {median(found) * 1e3:6.0f} ms, longest {max(found) * 1e3:6.0f} ms"
        )


def main(*trees: str) -> None:
    """Measure each tree."""
    from tests.bench.long_diary import long_diary

    for tree in trees or (str(HERE),):
        with TemporaryDirectory() as folder:
            path = Path(folder) / "diary.json"
            print(f"{tree}: {long_diary(path)} entries", flush=True)
            environment: dict[str, Any] = {**os.environ, "PYTHONPATH": tree}
            command = [sys.executable, __file__, CHILD, str(path)]
            subprocess.run(command, check=True, env=environment)
    if not trees:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "diary.json"
            long_diary(path)
            said(path)


if __name__ == "__main__":
    if sys.argv[1:2] == [CHILD]:
        asyncio.run(in_one_tree(Path(sys.argv[2])))
    else:
        main(*sys.argv[1:])
