"""Copies that were merged are kept, compressed, and go after a month."""

import gzip
import stat
import sys
from pathlib import Path

import pytest

from backcare_tui.diary.repository import CannotKeep
from backcare_tui.store.put_by import put_by
from tests.conftest import FrozenClock


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BACKCARE_BACKUPS", str(tmp_path / "backups"))
    return tmp_path / "backups" / "d-1"


def test_a_copy_is_kept_for_its_owner_only_and_once(folder: Path, clock: FrozenClock) -> None:
    path = put_by("d-1", b"the diary", clock.now())
    assert path.parent == folder
    assert gzip.decompress(path.read_bytes()) == b"the diary"
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    clock.move(hours=1)
    assert put_by("d-1", b"the diary", clock.now()) == path


def test_after_a_month_the_oldest_goes_but_never_one_of_the_last_ten(
    folder: Path, clock: FrozenClock
) -> None:
    for number in range(10):
        put_by("d-1", b"%d" % number, clock.now())
        clock.move(hours=1)
    put_by("d-1", b"young", clock.now())
    assert len(list(folder.iterdir())) == 11
    clock.move(days=31)
    put_by("d-1", b"later", clock.now())
    assert len(list(folder.iterdir())) == 11
    clock.move(days=3650)  # a clock that is wrong
    for number in range(20):
        put_by("d-1", b"much later %d" % number, clock.now())
    assert len(list(folder.iterdir())) > 10
    assert gzip.decompress(max(folder.iterdir()).read_bytes()).startswith(b"much later")


def test_where_it_cannot_be_kept_that_is_a_sentence(folder: Path, clock: FrozenClock) -> None:
    folder.parent.write_text("a file where the folder should be")
    with pytest.raises(CannotKeep, match="could not be moved beside the backups"):
        put_by("d-1", b"the diary", clock.now())
