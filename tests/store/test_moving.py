"""A diary that is moved is whole at every step, in one of two folders, and is found there without being named."""

import os
from collections.abc import Callable
from itertools import chain, repeat
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.repository import CannotKeep, CannotOpen
from backcare_tui.store import open_repository
from backcare_tui.store.locked import places_of
from backcare_tui.store.moving import may_move, move_diary
from backcare_tui.store.places import diary_path, note_of_place
from tests.conftest import MONDAY, FrozenClock
from tests.store.faults import largest_file
from tests.store.locks import KEY, locked

MARKER = "uncommonword"
CALLS = ("open", "fsync", "replace", "unlink", "mkdir")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with one entry in the diary that nothing names."""
    for name, folder in {"XDG_DATA_HOME": "data", "HOME": ".", "LOCALAPPDATA": "data"}.items():
        monkeypatch.setenv(name, str(tmp_path / folder))
    monkeypatch.delenv("BACKCARE_DIARY", raising=False)
    open_repository(diary_path(), FrozenClock()).add(Pain(at=MONDAY, severity=4, note=MARKER))
    return tmp_path


def notes() -> list[str | None]:
    """What the diary holds that is opened where nothing is named."""
    path = diary_path()
    key = KEY if places_of(path).is_locked else None
    return [each.note for each in open_repository(path, FrozenClock(), key).entries(Pain)]


def test_it_is_found_where_it_was_moved_to_and_nothing_stays_behind(home: Path) -> None:
    before, folder = diary_path(), home / "my docs" / "backcare"
    keys = before.with_name("keys.toml")
    keys.write_text("a = 'b'\n")
    moved = move_diary(before, folder, (keys,))
    assert (moved.diary, moved.left) == (folder / "diary.json", ())
    assert diary_path() == folder / "diary.json"
    assert may_move(diary_path())
    assert notes() == [MARKER]
    assert {each.name for each in folder.iterdir()} == {
        "diary.json",
        "diary.json.lock",
        "keys.toml",
    }
    assert not before.exists()
    with pytest.raises(CannotOpen, match="There was a diary"):
        open_repository(before)
    assert diary_path(str(before)) == moved.diary, (
        "who names the old place, as a reminder does, is led on"
    )

    back = move_diary(diary_path(), before.parent)
    assert (diary_path(), back.diary) == (before, before)
    assert not note_of_place()[0].exists()
    assert notes() == [MARKER]


def test_a_locked_one_goes_with_its_key_and_what_waits_in_its_inbox(home: Path) -> None:
    places = locked(diary_path())
    places.inbox.mkdir(exist_ok=True)
    (places.inbox / "one.age").write_bytes(b"waits")
    move_diary(places.diary, home / "new")
    there = places_of(diary_path())
    assert there.is_locked
    assert (there.inbox / "one.age").read_bytes() == b"waits"
    assert there.read_key()
    assert notes() == [MARKER]
    assert not places.inbox.exists()
    assert not any(map(os.path.lexists, places.all))


def test_only_the_one_that_nothing_names_may_be_moved(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert may_move(diary_path())
    assert not may_move(home / "another.json")
    path = diary_path()
    monkeypatch.setenv("BACKCARE_DIARY", str(path))
    assert not may_move(path)


def test_nothing_is_written_over(home: Path) -> None:
    folder = home / "new"
    folder.mkdir()
    for name in ("diary.json", "diary.json.age", "diary.key.age"):
        (folder / name).write_bytes(b"of another")
        with pytest.raises(CannotKeep, match="is there already, maybe of another diary"):
            move_diary(diary_path(), folder)
        assert (folder / name).read_bytes() == b"of another"
        (folder / name).unlink()
    with pytest.raises(CannotKeep, match=r"is in .* already"):
        move_diary(diary_path(), diary_path().parent)
    (home / "file").write_text("a file")
    with pytest.raises(CannotKeep):
        move_diary(diary_path(), home / "file")
    assert diary_path() == note_of_place()[1]
    assert notes() == [MARKER]


def test_a_copy_of_an_earlier_try_is_taken_for_its_own(home: Path) -> None:
    folder = home / "new"
    folder.mkdir()
    (folder / "diary.json").write_bytes(diary_path().read_bytes())
    assert move_diary(diary_path(), folder).left == ()
    assert notes() == [MARKER]


def test_on_a_full_disk_it_stays_where_it_is(home: Path) -> None:
    with largest_file(64), pytest.raises(CannotKeep, match="stays where it is"):
        move_diary(diary_path(), home / "new")
    assert diary_path() == note_of_place()[1]
    assert notes() == [MARKER]
    assert not (home / "new" / "diary.json").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
def test_a_folder_that_cannot_be_written_is_said(home: Path) -> None:
    (home / "new").mkdir(mode=0o500)
    with pytest.raises(CannotKeep, match="denied"):
        move_diary(diary_path(), home / "new")
    assert notes() == [MARKER]


class Dead(BaseException):
    """The process is gone."""


def failing(real: Callable[..., Any], at: int, fault: BaseException) -> mock.Mock:
    """A call of the system that fails once, the time that is stated."""
    faults = iter([mock.DEFAULT] * at + [fault])
    broken = mock.Mock(wraps=real)
    broken.side_effect = chain(faults, repeat(mock.DEFAULT))
    return broken


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), Dead()], ids=repr)
@pytest.mark.parametrize("call", CALLS)
def test_whichever_call_fails_one_whole_diary_is_found(
    home: Path, call: str, fault: BaseException
) -> None:
    failed = 0
    for at in range(100):
        before, folder = diary_path(), home / f"new{at}"
        broken = failing(getattr(os, call), at, fault)
        try:
            with mock.patch.object(os, call, broken):
                moved = move_diary(before, folder)
        except (CannotKeep, Dead):
            failed += 1
            assert diary_path() in {before, folder / "diary.json"}
        else:
            assert diary_path() == moved.diary
        assert notes() == [MARKER], f"{call} {at}"
        if broken.call_count <= at:
            break
    else:
        pytest.fail("it never went through")
    assert failed


def test_a_drive_that_is_away_has_no_new_diary_begun_in_its_stead(home: Path) -> None:
    move_diary(diary_path(), home / "drive" / "backcare")
    (home / "drive").rename(home / "away")
    with pytest.raises(CannotOpen, match="is not there now"):
        diary_path()
    (home / "away").rename(home / "drive")
    assert notes() == [MARKER]
    note_of_place()[0].write_text("somewhere\n")
    with pytest.raises(CannotOpen, match="allowed is a whole path"):
        diary_path()
