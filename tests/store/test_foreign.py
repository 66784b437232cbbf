"""Other programs write to the file too, and know no lock: what they wrote is never written over."""

import json
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.repository import CannotKeep
from backcare_tui.store import open_repository
from backcare_tui.store.digest import Seal, seal
from backcare_tui.store.identity import Identity, identity_of
from backcare_tui.store.lock import FileLock
from backcare_tui.store.older import say_older
from backcare_tui.store.retrying import TRIES
from backcare_tui.store.storage import FileStorage
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock
from tests.store.faults import failing, intercepted

posix = pytest.mark.skipif(sys.platform == "win32", reason="a matter of POSIX systems")


def severities(path: Path) -> list[int]:
    return sorted(entry.severity for entry in open_repository(path).entries(Pain))


def theirs(severity: int) -> bytes:
    entry = {"id": f"t-{severity}", "at": MONDAY.isoformat(), "severity": severity}
    return json.dumps({"pain": {"1": entry}}).encode()


def meanwhile(path: Path, *contents: bytes) -> Any:
    """Has another program put these in place, one at each save, when the new file is flushed."""
    left = list(contents)

    def write(made: Callable[[], Any]) -> Any:
        if left:
            beside = path.with_name("theirs")
            beside.write_bytes(left.pop(0))
            beside.replace(path)
        return made()

    return intercepted("fsync of the file", write)


@posix
def test_a_change_is_made_anew_on_what_was_put_in_place_while_it_was_saved(
    repository: TinyRepository, diary_path: Path
) -> None:
    repository.add(Pain(at=MONDAY, severity=1))
    with meanwhile(diary_path, theirs(5)):
        change = repository.add(Pain(at=MONDAY, severity=2))
    assert len(change.ids) == 1
    assert severities(diary_path) == [2, 5]
    assert sorted(entry.severity for entry in repository.entries(Pain)) == [2, 5]
    with meanwhile(diary_path, theirs(6)):
        assert repository.undo() is None
    assert severities(diary_path) == [6]
    assert not list(diary_path.parent.glob("*.new"))


@posix
@pytest.mark.parametrize("data", [b"", b'{"pain": {"1": {"id"'])
def test_what_cannot_be_read_then_is_left_as_it_is(
    data: bytes, repository: TinyRepository, diary_path: Path
) -> None:
    repository.add(Pain(at=MONDAY, severity=1))
    with meanwhile(diary_path, data), pytest.raises(CannotKeep, match=r"Nothing was changed\.$"):
        repository.add(Pain(at=MONDAY, severity=2))
    assert diary_path.read_bytes() == data


@posix
def test_whoever_writes_all_the_time_is_not_fought(
    repository: TinyRepository, diary_path: Path
) -> None:
    repository.add(Pain(at=MONDAY, severity=1))
    contents = [theirs(n % 11) for n in range(TRIES)]
    with (
        meanwhile(diary_path, *contents),
        pytest.raises(CannotKeep, match=r"another program wrote to it\. Nothing was changed"),
    ):
        repository.add(Pain(at=MONDAY, severity=2))
    assert diary_path.read_bytes() == contents[-1]


@posix
def test_what_was_decided_by_what_was_there_is_not_done_on_something_else(
    repository: TinyRepository, diary_path: Path
) -> None:
    repository.add(Pain(at=MONDAY, severity=1))
    with meanwhile(diary_path, theirs(5)), pytest.raises(CannotKeep), repository.alone():
        repository.add(Pain(at=MONDAY, severity=2))
    assert severities(diary_path) == [5]


COMMANDS = (["log", "pain", "2"], ["change", "t-5", "note=x"], ["import", "FILE"])


@posix
@pytest.mark.thorough
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command[0]))
def test_a_command_decides_anew_by_what_was_put_in_place(
    command: list[str],
    repository: TinyRepository,
    diary_path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from backcare_tui import cli

    monkeypatch.setenv("BACKCARE_BACKUPS", str(tmp_path / "backups"))
    monkeypatch.setenv("BACKCARE_DIARY", str(diary_path))
    other = tmp_path / "other.json"
    open_repository(other, FrozenClock()).add(Pain(at=MONDAY, severity=3))
    repository.add(Pain(id="t-5", at=MONDAY, severity=5))
    with meanwhile(diary_path, theirs(5)):
        assert cli.run([str(other) if word == "FILE" else word for word in command]) == 0
    assert 5 in severities(diary_path)
    assert len(severities(diary_path)) == (1 if command[0] == "change" else 2)


def edited(path: Path) -> bytes:
    """The diary with one digit changed by hand."""
    data = path.read_bytes().replace(b'"severity":4', b'"severity":7')
    path.write_bytes(data)
    return data


class TestAnEditByHand:
    def test_it_counts_and_is_said_and_what_was_found_is_kept_once(
        self, repository: TinyRepository, diary_path: Path
    ) -> None:
        repository.add(Pain(at=MONDAY, severity=4))
        found = edited(diary_path)
        assert repository.refresh()
        (notice,) = repository.notices
        assert notice.startswith("Another program changed this diary")
        assert [entry.severity for entry in repository.entries(Pain)] == [7]
        repository.add(Pain(at=MONDAY, severity=1))
        repository.add(Pain(at=MONDAY, severity=2))
        assert repository.notices == open_repository(diary_path).notices == ()
        kept = list(diary_path.parent.glob("*.found-*"))
        assert [path.read_bytes() for path in kept] == [found]
        assert severities(diary_path) == [1, 2, 7]
        edited(diary_path)

    def test_the_next_one_is_kept_beside_the_first(
        self, repository: TinyRepository, diary_path: Path
    ) -> None:
        for _ in range(2):
            repository.add(Pain(at=MONDAY, severity=4))
            edited(diary_path)
        repository.add(Pain(at=MONDAY, severity=4))
        names = {path.name for path in diary_path.parent.glob("*.found-*")}
        assert names == {"diary.json.found-1", "diary.json.found-2"}

    @posix
    def test_where_it_cannot_be_kept_it_is_not_made_final(
        self, repository: TinyRepository, diary_path: Path
    ) -> None:
        repository.add(Pain(at=MONDAY, severity=4))
        found = edited(diary_path)
        with failing("fsync of the file"), pytest.raises(CannotKeep, match="Nothing was changed"):
            repository.add(Pain(at=MONDAY, severity=1))
        assert diary_path.read_bytes() == found
        repository.add(Pain(at=MONDAY, severity=1))
        assert len(list(diary_path.parent.glob("*.found-*"))) == 1

    def test_a_field_given_twice_is_named_with_both_values_and_neither_is_lost(
        self, repository: TinyRepository, diary_path: Path
    ) -> None:
        repository.add(Pain(at=MONDAY, severity=4, note="mine"))
        data = diary_path.read_bytes()
        diary_path.write_bytes(data.replace(b'"severity":4', b'"severity":4,"severity":9.50'))
        repository = open_repository(diary_path)
        assert repository.entries(Pain) == ()
        (trouble,) = repository.troubles
        assert trouble.sentence.startswith("severity: [4, 9.5] is not a whole number")
        repository.add(Pain(at=MONDAY, severity=1))
        (again,) = open_repository(diary_path).troubles
        assert again == trouble

    @pytest.mark.parametrize("left_out", [(), ("digest",)])
    def test_a_file_written_anew_by_any_tinydb_is_noticed(
        self, left_out: tuple[str, ...], repository: TinyRepository, diary_path: Path
    ) -> None:
        repository.add(Pain(at=MONDAY, severity=4))
        tables = json.loads(diary_path.read_bytes())
        for name in left_out:
            del tables["meta"]["1"][name]
        diary_path.write_text(json.dumps(tables))
        (notice,) = open_repository(diary_path).notices
        assert "Another program" in notice

    def test_a_file_that_was_never_sealed_is_no_notice(self, tmp_path: Path) -> None:
        path = tmp_path / "diary.json"
        path.write_bytes(theirs(5))
        repository = open_repository(path)
        assert repository.notices == ()
        repository.add(Pain(at=MONDAY, severity=1))
        assert not list(tmp_path.glob("*.found-*"))
        assert seal(path.read_bytes()) is Seal.WHOLE


def test_a_copy_older_than_the_last_backup_is_said(diary_path: Path, clock: FrozenClock) -> None:
    open_repository(diary_path, clock).add(Pain(at=MONDAY, severity=1))
    known = identity_of(msgspec.json.decode(diary_path.read_bytes()))
    assert known is not None
    backups = {known.diary: 2}
    storage = FileStorage(diary_path, backed_up=backups.get)
    repository = TinyRepository(storage, clock, FileLock(diary_path))
    storage.load()
    (notice,) = repository.notices
    assert notice.startswith("This diary is older than its last backup (1 save")
    repository.add(Pain(at=MONDAY, severity=2))
    storage.load()
    assert "older" not in " ".join(repository.notices)


@pytest.mark.parametrize("newest", [None, 6, 7])
def test_a_diary_as_new_as_its_backup_is_not_older(newest: int | None) -> None:
    assert say_older(Identity("d", "laptop", 7), lambda _: newest) == ""
    assert say_older(None, lambda _: newest) == ""


@posix
class TestOwner:
    @pytest.fixture(autouse=True)
    def _root(self) -> None:
        if os.geteuid() != 0:
            pytest.skip("only root writes the files of others")

    def test_a_diary_that_root_writes_stays_with_its_owner(
        self, diary_path: Path, clock: FrozenClock
    ) -> None:
        open_repository(diary_path, clock).add(Pain(at=MONDAY, severity=1))
        for path in (diary_path, diary_path.parent):
            os.chown(path, 4321, 1234)
        lock = diary_path.with_name("diary.json.lock")
        lock.unlink()
        open_repository(diary_path, clock).add(Pain(at=MONDAY, severity=2))
        for path in (diary_path, lock):
            state = path.stat()
            assert (state.st_uid, state.st_gid) == (4321, 1234)
            assert stat.S_IMODE(state.st_mode) == 0o600

    def test_a_new_one_in_the_folder_of_another_is_theirs(
        self, tmp_path: Path, clock: FrozenClock
    ) -> None:
        os.chown(tmp_path, 4321, 1234)
        path = tmp_path / "a" / "b" / "diary.json"
        open_repository(path, clock).add(Pain(at=MONDAY, severity=2))
        made = (path, path.parent, path.parent.parent, path.with_name("diary.json.lock"))
        assert {(made_.stat().st_uid, made_.stat().st_gid) for made_ in made} == {(4321, 1234)}
