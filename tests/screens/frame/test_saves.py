"""Saving beside the interface: what is waited for is said, can be left, and is never said too soon."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from backcare_tui.diary.records.pain import Pain
from backcare_tui.screens.frame.waiting import Waiting
from backcare_tui.store.lock import FileLock
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import AppAt
from tests.screens.seen import lines, press, seen
from tests.store.faults import failing, intercepted

BIG = (100, 40)
WAITS = "Waiting for another backcare"


async def until(pilot: Pilot[Any], holds: Callable[[], object]) -> None:
    """Wait until something holds, which a thread brings about, and what follows from it is shown."""
    await happens(holds)
    await pilot.pause()


async def happens(holds: Callable[[], object]) -> None:
    """Wait until something holds; also for an app that closes, of which no widget answers any more."""
    async with asyncio.timeout(30):
        while not holds():
            await asyncio.sleep(0.01)


@pytest.fixture
def other(diary_path: Path, repository: TinyRepository) -> FileLock:
    """Another process, which locks the diary as long as it is entered; it is waited for for long."""
    assert repository._lock is not None
    repository._lock._wait_s = 60.0
    return FileLock(diary_path)


async def test_a_wait_is_said_and_left_by_esc_and_no_key_acts_later(
    app_at: AppAt, repository: TinyRepository, other: FileLock
) -> None:
    async with app_at(BIG) as pilot:
        await press(pilot, "n 4")
        with other:
            await press(pilot, "enter")
            await until(pilot, lambda: WAITS in seen(pilot))
            await press(pilot, "7 f1 ctrl+n ctrl+p w")
            assert WAITS in seen(pilot)
            assert repository.entries(Pain) == ()
            await press(pilot, "escape")
            await until(pilot, lambda: WAITS not in seen(pilot))
        assert "You did not wait for the other backcare. Nothing was changed." in seen(pilot)
        assert "Check-in · today, 08:12" in lines(pilot)[0]
        assert "[  4" in seen(pilot)
        await press(pilot, "enter")
        assert "saved 08:12" in lines(pilot)[0]
    assert [entry.severity for entry in repository.entries(Pain)] == [4]


@contextmanager
def held_up(call: str) -> Iterator[Callable[[], None]]:
    """Have one of the calls of a save take its time; gives what lets it go on."""
    import threading

    goes_on = threading.Event()

    def wait(made: Callable[[], Any]) -> Any:
        goes_on.wait(30)
        return made()

    with intercepted(call, wait):
        yield goes_on.set


async def test_a_slow_disk_is_said_and_the_save_only_once_it_is_there(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at(BIG) as pilot:
        await press(pilot, "n 4")
        with held_up("fsync of the file") as go_on:
            await press(pilot, "enter")
            await until(pilot, lambda: "Saving…" in seen(pilot))
            await press(pilot, "escape")  # what is being written is written
            assert "saved 08:12" not in seen(pilot)
            go_on()
            await until(pilot, lambda: not isinstance(pilot.app.screen, Waiting))
        await until(pilot, lambda: "saved 08:12" in lines(pilot)[0])
    assert [entry.severity for entry in repository.entries(Pain)] == [4]


async def test_a_write_that_fails_after_the_wait_is_not_said_to_be_saved(
    app_at: AppAt, repository: TinyRepository, other: FileLock, diary_path: Path
) -> None:
    async with app_at(BIG) as pilot:
        await press(pilot, "n 4")
        before = diary_path.read_bytes()
        with failing("replace"):
            with other:
                await press(pilot, "enter")
                await until(pilot, lambda: WAITS in seen(pilot))
            await until(pilot, lambda: WAITS not in seen(pilot))
        assert "The diary could not be saved in" in seen(pilot)
        assert "saved" not in lines(pilot)[0]
        assert "[  4" in seen(pilot)
        assert diary_path.read_bytes() == before


@pytest.mark.thorough
async def test_quitting_waits_for_what_is_being_saved(
    app_at: AppAt, repository: TinyRepository, other: FileLock
) -> None:
    async with app_at(BIG) as pilot:
        await press(pilot, "w")
        await press(pilot, "escape n 4")
        with other:
            await press(pilot, "enter")
            await until(pilot, lambda: WAITS in seen(pilot))
            await press(pilot, "ctrl+q")
            assert pilot.app.is_running
        await happens(lambda: not pilot.app.is_running)
    assert [entry.severity for entry in repository.entries(Pain)] == [4]


@pytest.mark.thorough
async def test_quitting_with_what_cannot_be_kept_is_asked_for_twice(
    app_at: AppAt, repository: TinyRepository, other: FileLock
) -> None:
    async with app_at(BIG) as pilot:
        await press(pilot, "n 4")
        with other:
            await press(pilot, "ctrl+q")
            await until(pilot, lambda: WAITS in seen(pilot))
            await press(pilot, "escape")
            await until(pilot, lambda: not isinstance(pilot.app.screen, Waiting))
            assert "ctrl+q once more closes without it." in seen(pilot)
            await press(pilot, "ctrl+q")
            await until(pilot, lambda: WAITS in seen(pilot))
            pilot.app.simulate_key("escape")
            await happens(lambda: not pilot.app.is_running)


@pytest.mark.thorough
async def test_undo_waits_and_can_be_left_too(
    app_at: AppAt, repository: TinyRepository, other: FileLock
) -> None:
    async with app_at(BIG) as pilot:
        await press(pilot, "n 4 enter")
        with other:
            await press(pilot, "u")
            await until(pilot, lambda: WAITS in seen(pilot))
            await press(pilot, "escape")
            await until(pilot, lambda: WAITS not in seen(pilot))
        assert "You did not wait" in lines(pilot)[0]
        assert len(repository.entries(Pain)) == 1
        await press(pilot, "u")
    assert repository.entries(Pain) == ()
