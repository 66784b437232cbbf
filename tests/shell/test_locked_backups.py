"""The backups of a locked diary are locked: those from before, those to come, and all of the ways back."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from backcare_tui.diary.records.pain import Pain
from backcare_tui.store import open_repository
from backcare_tui.store.locked import LockedPlaces, places_of
from backcare_tui.store.packing import read_backup
from tests.shell.conftest import Shell
from tests.shell.test_locking import VARIABLE, put_key
from tests.store.locks import KEY, WORDS
from tests.store.test_locking import MARKER, holding


@pytest.fixture(autouse=True)
def words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which the passphrase stands."""
    path = tmp_path / "words"
    path.write_text(WORDS)
    monkeypatch.setenv(VARIABLE, str(path))
    monkeypatch.setenv("BACKCARE_BACKUPS", str(tmp_path / "backups"))
    return path


@pytest.fixture
def places(shell: Shell) -> LockedPlaces:
    """A diary with a backup from before, locked."""
    shell.says("log", "pain", "4", "--note", MARKER)
    shell.says("backup")
    put_key(shell)
    shell.says("encrypt", "--yes")
    return places_of(shell.diary)


def backups(folder: Path) -> Iterator[Path]:
    return (folder / "backups").rglob("diary-*")


def in_plain_text(folder: Path) -> list[Path]:
    """The backups in which anybody can read, packed or not."""
    found = []
    for path in backups(folder):
        data = path.read_bytes()
        data = gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data
        if MARKER.encode() in data:
            found.append(path)
    return found


def test_those_from_before_are_locked_and_listed(
    shell: Shell, places: LockedPlaces, tmp_path: Path
) -> None:
    found = list(backups(tmp_path))
    assert len(found) == 2
    assert {path.suffix for path in found} == {".age"}
    assert in_plain_text(tmp_path) == []
    assert holding(tmp_path) == []
    listed = shell.says("backups")
    assert all(path.name in listed for path in found)
    assert "?" not in listed


def test_the_list_asks_for_no_passphrase(
    shell: Shell, places: LockedPlaces, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE)
    assert "?" not in shell.says("backups")
    assert "backups" in shell.says("where")
    assert shell.run("restore", "--yes").stderr.startswith("The diary is locked.")


def test_those_to_come_are_locked_and_bring_back_what_was(
    shell: Shell, places: LockedPlaces, tmp_path: Path
) -> None:
    shell.says("remove", entry(shell))
    shell.says("backup", str(tmp_path / "mine.json.gz"))
    assert in_plain_text(tmp_path) == []
    assert MARKER not in gzip_or_raw(tmp_path / "mine.json.gz")
    assert MARKER not in shell.run("list").stdout
    lock = next(path for path in backups(tmp_path) if "lock" in path.name)
    assert "is restored" in shell.says("restore", lock.name, "--yes")
    assert MARKER in shell.says("list")
    assert in_plain_text(tmp_path) == []
    assert places.is_locked


def test_a_damaged_one_is_brought_back_from_its_newest_backup(
    shell: Shell, places: LockedPlaces, tmp_path: Path
) -> None:
    damaged = places.locked.read_bytes()[:-7]
    places.locked.write_bytes(damaged)
    assert "damaged" in shell.run("today").stderr
    assert "backup" in shell.says("recover", "--dry-run")
    shell.says("recover", "--yes")
    assert MARKER in shell.says("list")
    assert places.is_locked
    (aside,) = shell.diary.parent.glob("*.damaged-*")
    assert aside.read_bytes() == damaged
    assert holding(tmp_path) == []


def test_a_plain_one_that_was_left_is_locked_with_the_next_unlock(
    shell: Shell, places: LockedPlaces, tmp_path: Path
) -> None:
    first = next(backups(tmp_path))
    plain = first.with_name(first.name.removesuffix(".age"))
    plain.write_bytes(gzip.compress(read_backup(first, KEY.cipher)))
    shell.says("list")
    assert not plain.exists()
    assert in_plain_text(tmp_path) == []


@pytest.mark.thorough
@pytest.mark.parametrize("name", ["diary.json", "diary.sync-conflict-20261123-081200-D4LGQYW.json"])
def test_a_plain_copy_beside_it_is_noticed_and_merged(
    shell: Shell, places: LockedPlaces, tmp_path: Path, name: str
) -> None:
    plain = LockedPlaces(tmp_path / "plain" / "diary.json")
    plain.diary.parent.mkdir()
    copy = places.diary.with_name(name)
    data = KEY.cipher.opened(places.locked.read_bytes())
    plain.diary.write_bytes(data)
    shell.says("--diary", str(plain.diary), "log", "pain", "7")
    copy.write_bytes(plain.diary.read_bytes())
    done = shell.run("check")
    assert done.returncode == (name != places.diary.name)
    assert "backcare merge" in done.stdout + done.stderr
    assert "1 entry added" in shell.says("merge", str(copy))
    assert "Pain  7" in shell.run("list").stdout
    assert places.is_locked


@pytest.mark.thorough
def test_what_backcare_put_beside_it_is_no_copy(shell: Shell, places: LockedPlaces) -> None:
    places.diary.with_name("diary.json.found-1.age").write_bytes(places.locked.read_bytes())
    assert "Nothing is wrong." in shell.says("check")


@pytest.mark.thorough
def test_a_damaged_one_is_not_said_to_be_gone(shell: Shell, places: LockedPlaces) -> None:
    places.locked.write_bytes(places.locked.read_bytes()[:-20])
    said = shell.says("recover", "--dry-run")
    assert said.startswith(f"{places.locked}: this diary is damaged.")


@pytest.mark.thorough
def test_a_plain_diary_is_recovered_also_where_its_backups_are_locked(
    shell: Shell, places: LockedPlaces, tmp_path: Path
) -> None:
    plain = tmp_path / "plain" / "diary.json"
    plain.parent.mkdir()
    plain.write_bytes(KEY.cipher.opened(places.locked.read_bytes())[:-1])
    said = shell.says("--diary", str(plain), "recover", "--yes")
    assert said.startswith("Recovered: 1 entry")
    assert MARKER in shell.says("--diary", str(plain), "list")


def test_they_come_back_with_the_diary(shell: Shell, places: LockedPlaces, tmp_path: Path) -> None:
    shell.says("decrypt", "--yes")
    assert {path.suffix for path in backups(tmp_path)} == {".gz"}
    assert "?" not in shell.says("backups")
    assert MARKER in read_backup(next(backups(tmp_path))).decode()


def entry(shell: Shell) -> str:
    (found,) = open_repository(shell.diary, key=KEY).entries(Pain)
    return found.id


def gzip_or_raw(path: Path) -> str:
    data = path.read_bytes()
    return (gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data).decode("latin-1")
