"""Many programs work on one diary, and nobody overwrites anybody."""

import errno
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from backcare_tui.app import BackcareApp
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.repository import CannotKeep
from backcare_tui.store import open_repository
from backcare_tui.store.lock import FileLock
from backcare_tui.store.storage import FileStorage
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.store.test_faults import start


def pain(severity: int) -> Pain:
    return Pain(at=MONDAY, severity=severity)


def meal() -> Meal:
    return Meal(at=MONDAY, text="soup")


def severities(repository: TinyRepository) -> list[int]:
    return [entry.severity for entry in repository.entries(Pain)]


def test_three_processes_at_once_lose_nothing(diary_path: Path) -> None:
    processes = [start(diary_path, "40") for _ in range(3)]
    said = [set(process.communicate()[0].split()) for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0]
    kept = {entry.id for entry in open_repository(diary_path).entries(Pain)}
    assert kept == set.union(*said)
    assert len(kept) == 120


@pytest.mark.thorough
async def test_four_processes_and_an_open_screen_lose_nothing(
    app_at: AppAt, diary_path: Path, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        processes = [start(diary_path, "15") for _ in range(4)]
        own = set[str]()
        while any(process.poll() is None for process in processes):
            own |= set(repository.add(pain(5)).ids)
            await pilot.pause()
        said = [set(process.communicate()[0].split()) for process in processes]
        assert [process.returncode for process in processes] == [0, 0, 0, 0]
        assert isinstance(pilot.app, BackcareApp)
        pilot.app.look_at_the_file()
        shown = {entry.id for entry in repository.entries(Pain)}
    assert own
    assert shown == own | set.union(*said)
    assert len(shown) == 60 + len(own)


def test_a_writer_waits_no_longer_than_it_should(diary_path: Path, clock: FrozenClock) -> None:
    lock = FileLock(diary_path, wait_s=0.05)
    repository = TinyRepository(FileStorage(diary_path), clock, lock)
    repository.add(pain(1))
    before = diary_path.read_bytes()
    with FileLock(diary_path), pytest.raises(CannotKeep, match="Another backcare is still writing"):
        repository.add(pain(2))
    assert diary_path.read_bytes() == before
    repository.add(pain(3))
    assert {entry.severity for entry in repository.entries(Pain)} == {1, 3}


def test_a_wait_can_be_given_up_and_nothing_is_changed(
    diary_path: Path, repository: TinyRepository
) -> None:
    repository.add(pain(1))
    before = diary_path.read_bytes()
    with ThreadPoolExecutor(1) as thread, FileLock(diary_path):
        waiting = thread.submit(repository.add, pain(2))
        while not repository.is_waiting:
            assert not waiting.done()
        assert severities(repository) == [1]
        repository.give_up()
        with pytest.raises(CannotKeep, match="You did not wait for the other backcare"):
            waiting.result()
    assert diary_path.read_bytes() == before
    repository.give_up()  # what does not wait is not ended by it
    repository.add(pain(3))
    assert sorted(severities(repository)) == [1, 3]


@pytest.mark.thorough
def test_who_reads_while_another_thread_changes_sees_each_change_whole_or_not_at_all(
    repository: TinyRepository,
) -> None:
    pairs = 40
    with ThreadPoolExecutor(1) as thread:
        changes = [thread.submit(repository.add, pain(1), meal()) for _ in range(pairs)]
        seen = 0
        while not all(change.done() for change in changes):
            meals, pains = len(repository.entries(Meal)), len(repository.entries(Pain))
            assert seen <= meals <= pains
            seen = pains
    assert len(repository.entries(Pain)) == len(repository.entries(Meal)) == pairs


def test_the_lock_of_a_process_that_ended_is_free(diary_path: Path) -> None:
    code = (
        "import os, sys, pathlib; from backcare_tui.store.lock import FileLock;"
        "FileLock(pathlib.Path(sys.argv[1])).__enter__(); os._exit(1)"
    )
    command = [sys.executable, "-c", code, str(diary_path)]
    assert subprocess.run(command, cwd=Path(__file__).parents[2], check=False).returncode == 1
    with FileLock(diary_path, wait_s=0):
        assert diary_path.with_name("diary.json.lock").exists()


def test_where_the_lock_cannot_be_let_go_the_change_is_made_all_the_same(
    repository: TinyRepository, diary_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.close

    def refuse(file: int) -> None:
        real(file)
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "close", refuse)
    repository.add(pain(1))
    monkeypatch.undo()
    assert len(open_repository(diary_path).entries(Pain)) == 1


def test_another_process_is_noticed(diary_path: Path, repository: TinyRepository) -> None:
    repository.add(pain(1))
    other = open_repository(diary_path)
    assert repository.refresh() is False
    other.add(pain(2))
    assert [entry.severity for entry in repository.entries(Pain)] == [1]
    assert repository.refresh() is True
    assert {entry.severity for entry in repository.entries(Pain)} == {1, 2}
    assert repository.refresh() is False


def test_a_change_is_made_on_what_is_in_the_file_now(
    diary_path: Path, repository: TinyRepository
) -> None:
    other = open_repository(diary_path)
    repository.add(pain(1))
    other.add(pain(2))
    repository.add(pain(3))
    assert {entry.severity for entry in open_repository(diary_path).entries(Pain)} == {1, 2, 3}
    assert {entry.severity for entry in repository.entries(Pain)} == {1, 2, 3}


def test_the_first_entry_of_two_at_once_is_not_lost(diary_path: Path) -> None:
    first, second = open_repository(diary_path), open_repository(diary_path)
    first.add(pain(1))
    second.add(pain(2))
    assert len(open_repository(diary_path).entries(Pain)) == 2


def test_what_another_process_removed_cannot_be_changed(
    diary_path: Path, repository: TinyRepository
) -> None:
    entry = pain(1)
    repository.add(entry)
    open_repository(diary_path).remove(entry.id)
    with pytest.raises(ValueError, match="is not an entry of this diary"):
        repository.change(entry)
    assert repository.entries(Pain) == ()


def test_what_a_quiet_change_met_is_told_at_the_next_look(
    repository: TinyRepository, diary_path: Path, clock: FrozenClock
) -> None:
    repository.set("theme", "dusk")
    other = open_repository(diary_path, clock)
    other.add(Pain(at=MONDAY, severity=4))
    repository.set("theme", "day")
    assert repository.entries(Pain)
    assert repository.refresh() is True
    assert repository.refresh() is False
    other.add(Pain(at=MONDAY, severity=5))
    repository.add(Pain(at=MONDAY, severity=6))
    assert repository.refresh() is False, "that change is told of itself"
