"""Many programs work on one diary, and nobody overwrites anybody."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.repository import CannotKeep
from backcare_tui.store import open_repository
from backcare_tui.store.lock import FileLock
from backcare_tui.store.storage import FileStorage
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock
from tests.store.test_faults import start


def pain(severity: int) -> Pain:
    return Pain(at=MONDAY, severity=severity)


def test_three_processes_at_once_lose_nothing(diary_path: Path) -> None:
    processes = [start(diary_path, "40") for _ in range(3)]
    said = [set(process.communicate()[0].split()) for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0]
    kept = {entry.id for entry in open_repository(diary_path).entries(Pain)}
    assert kept == set.union(*said)
    assert len(kept) == 120


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


def test_the_lock_of_a_process_that_ended_is_free(diary_path: Path) -> None:
    code = (
        "import os, sys, pathlib; from backcare_tui.store.lock import FileLock;"
        "FileLock(pathlib.Path(sys.argv[1])).__enter__(); os._exit(1)"
    )
    command = [sys.executable, "-c", code, str(diary_path)]
    assert subprocess.run(command, cwd=Path(__file__).parents[2], check=False).returncode == 1
    with FileLock(diary_path, wait_s=0):
        assert diary_path.with_name("diary.json.lock").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows locks in another way")
def test_a_file_system_without_locks_is_a_sentence(
    diary_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    def refuse(file: int, operation: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(CannotKeep, match=r"no locks available\. Nothing was changed\."):
        open_repository(diary_path).add(pain(1))


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
