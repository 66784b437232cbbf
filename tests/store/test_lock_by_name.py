"""On a drive without locks the name of a file is one: of a dead process it goes, of others it stays."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.repository import CannotKeep
from backcare_tui.store import open_repository
from backcare_tui.store.lock import NO_LOCKS, FileLock
from backcare_tui.store.lock_by_name import LockByName
from tests.conftest import MONDAY, FrozenClock
from tests.for_each import for_each

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows locks in another way")


@pytest.fixture(params=[errno.ENOLCK])
def _no_locks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    drive_answers(request.param, monkeypatch)


def drive_answers(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def refuse(file: int, operation: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", refuse)


@for_each("number", sorted(NO_LOCKS))
def test_a_drive_without_locks_can_be_written(
    number: int, diary_path: Path, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    drive_answers(number, monkeypatch)
    before = len(open_repository(diary_path, clock).entries(Pain))
    open_repository(diary_path, clock).add(Pain(at=MONDAY, severity=1))
    assert len(open_repository(diary_path, clock).entries(Pain)) == before + 1
    assert {path.name for path in diary_path.parent.iterdir()} == {"diary.json", "diary.json.lock"}


@pytest.mark.usefixtures("_no_locks")
def test_any_other_fault_of_the_lock_is_a_sentence(
    diary_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drive_answers(errno.EIO, monkeypatch)
    with pytest.raises(CannotKeep, match=r"input/output error\. Nothing was changed\."):
        open_repository(diary_path).add(Pain(at=MONDAY, severity=1))


@pytest.mark.usefixtures("_no_locks")
def test_only_one_writes_there_at_a_time(diary_path: Path) -> None:
    with FileLock(diary_path):
        with pytest.raises(CannotKeep) as caught, FileLock(diary_path, wait_s=0.02):
            pass
        sentence = str(caught.value)
    assert f"{diary_path}.writing says that backcare on " in sentence
    assert f"(process {os.getpid()}) is writing to this diary since 20" in sentence
    assert sentence.endswith("If none is, remove that file. Nothing was changed.")
    with FileLock(diary_path, wait_s=0):
        pass


def left(by: object, path: Path) -> LockByName:
    path.write_text(json.dumps(by) if not isinstance(by, str) else by)
    return LockByName(path)


def of_a_dead_process(**other: object) -> dict[str, object]:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    import socket

    return {"pid": process.pid, "host": socket.gethostname(), "since": "2026", **other}


def test_what_a_dead_process_of_this_machine_left_is_taken_over(tmp_path: Path) -> None:
    lock = left(of_a_dead_process(), tmp_path / "writing")
    assert lock.take()
    assert not LockByName(tmp_path / "writing").take()
    lock.let_go()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("other", [{"host": "elsewhere"}, {"pid": os.getpid()}, None, "{"])
def test_what_may_be_of_a_living_one_stays_and_the_way_out_is_said(
    other: dict[str, object] | str | None, tmp_path: Path
) -> None:
    by = of_a_dead_process(**other) if isinstance(other, dict) else other or ""
    lock = left(by, tmp_path / "writing")
    assert not lock.take()
    assert "remove that file" in lock.who_holds()
    assert (tmp_path / "writing").exists()


def test_while_one_clears_another_waits(tmp_path: Path) -> None:
    lock = left(of_a_dead_process(), tmp_path / "writing")
    (tmp_path / "writing.clearing").write_text("")
    assert not lock.take()
    (tmp_path / "writing.clearing").unlink()
    assert lock.take()
