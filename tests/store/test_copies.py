"""Copies that a file sync leaves beside the diary, whatever it calls them, are merged and put away."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.repository import CannotKeep
from backcare_tui.store.copies import Copies, Looked
from tests.conftest import MONDAY
from tests.for_each import for_each
from tests.store.devices import Device, on

NAMES = (
    "diary.sync-conflict-20261123-081200-D4LGQYW.json",  # Syncthing
    "diary.sync-conflict-20161123-081200.json",  # an older Syncthing
    "diary (Ann's conflicted copy 2026-11-23).json",  # Dropbox
    "diary (conflicted copy 2026-11-23 081200).json",  # Nextcloud
    "diary (còpia en conflicte 2026-11-23 081200).json",  # Nextcloud in Catalan
    "diary_conflict-20261123-081200.json",  # an older ownCloud
    "diary 2.json",  # iCloud
    "diary-DESKTOP-1A2B.json",  # OneDrive
    "diary (1).json",  # Google Drive
    "Diary (Konflikt).JSON",
)
OF_OTHERS = (
    "diary.json.lock",
    "diary.json.new",
    "diary.json.form-1",
    "diary.damaged-2026-11-23.json",
    "diary.json.gz",
    "other.json",
    ".syncthing.diary.json.tmp",
)


class Folder:
    """The folder of a laptop with a diary in it, into which a desktop sends copies."""

    def __init__(self, tmp_path: Path) -> None:
        self.laptop, self.desktop = (Device(name, tmp_path) for name in ("laptop", "desktop"))
        with self.laptop.diary() as diary:
            diary.add(Pain(at=MONDAY, severity=1))
        self.laptop.send(self.desktop)
        self.kept: list[bytes] = []
        self.copies = self.anew()

    def anew(self) -> Copies:
        """As another process looks."""
        return Copies(self.laptop.path, self.laptop.clock, self.keep, self.keep)

    def keep(self, diary: str, data: bytes) -> None:
        self.kept.append(data)

    def copy(self, name: str = NAMES[0]) -> Path:
        """A copy with one entry more than any before it."""
        with self.desktop.diary() as diary:
            diary.add(Pain(at=MONDAY, severity=2))
        return self.desktop.send(self.laptop, name)

    def take_in(self) -> tuple[Looked, ...]:
        with on("laptop"):
            return self.copies.take_in()

    def entries(self) -> int:
        with self.laptop.diary() as diary:
            return len(diary.entries(Pain))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    monkeypatch.setattr("backcare_tui.store.copies.data_folder", lambda: tmp_path / "data")
    return Folder(tmp_path)


@for_each("name", NAMES)
def test_it_is_merged_and_moved_into_the_backups_by_whatever_name(
    name: str, folder: Folder
) -> None:
    before, ours = folder.entries(), folder.laptop.path.read_bytes()
    copy = folder.copy(name)
    data = copy.read_bytes()
    folder.kept.clear()
    assert folder.copies.are_new()
    (looked,) = folder.take_in()
    assert looked.brought is not None
    assert looked.brought.added == 1
    assert folder.entries() == before + 1
    assert not copy.exists()
    assert folder.kept == [ours, data]
    assert not folder.copies.are_new()


@for_each("name", OF_OTHERS)
def test_what_is_no_copy_is_not_even_looked_at(name: str, folder: Folder) -> None:
    folder.copy(name)
    assert not folder.copies.are_new()


def test_beside_a_diary_without_an_ending_its_lock_is_no_copy(tmp_path: Path) -> None:
    device = Device("tablet", tmp_path)
    device.path = device.path.with_name("diary")
    for _ in range(2):
        with device.diary() as diary:
            diary.add(Pain(at=MONDAY, severity=1))
    assert device.path.with_name("diary.lock").exists()
    assert not Copies(device.path, device.clock).are_new()


def test_what_is_the_diary_by_another_name_is_left(folder: Folder) -> None:
    link = folder.laptop.path.with_name("diary link.json")
    link.symlink_to(folder.laptop.path)
    assert not folder.copies.are_new()


def test_several_at_once_come_in_one_after_the_other(folder: Folder) -> None:
    for name in NAMES[:3]:
        folder.copy(name)
    assert len(folder.take_in()) == 3
    assert folder.entries() == 4


LEFT: dict[str, Callable[[bytes], bytes]] = {
    "cut": lambda data: data[:-9],
    "empty": lambda _: b"",
    "zeros": lambda data: bytes(len(data)),
    "of a newer form": lambda data: data.replace(b'"schema":1', b'"schema":9'),
    "of another diary": lambda data: data.replace(b'"diary":"', b'"diary":"0'),
    "of nobody": lambda _: b'{"pain": {"1": {"id": "p"}}}',
}


@for_each("damage", LEFT)
def test_one_that_cannot_be_merged_is_left_and_said_once_but_always_by_check(
    damage: str, folder: Folder
) -> None:
    copy = folder.copy()
    copy.write_bytes(LEFT[damage](copy.read_bytes()))
    before = folder.laptop.path.read_bytes(), copy.read_bytes()
    (looked,) = folder.take_in()
    assert looked.brought is None
    assert copy.name in looked.sentence
    assert (folder.laptop.path.read_bytes(), copy.read_bytes()) == before
    assert not folder.kept
    for process in (folder.copies, folder.anew()):
        assert not process.are_new()
        assert copy.name in process.waiting()[0].sentence
    copy.write_bytes(b"something else")
    assert folder.copies.are_new()


def test_an_export_beside_the_diary_is_not_spoken_of(folder: Folder) -> None:
    export = folder.laptop.path.with_name("diary-2026.json")
    export.write_bytes(b'{"backcare": 1, "exported": "2026-11-23T08:12:00+01:00", "tables": {}}')
    assert folder.take_in() == ()
    assert folder.copies.waiting() == ()
    assert export.exists()


def test_a_copy_with_nothing_new_is_put_away_without_a_change(folder: Folder) -> None:
    before = folder.laptop.path.read_bytes()
    copy = folder.laptop.send(folder.laptop, NAMES[0])
    (looked,) = folder.take_in()
    assert looked.brought is not None
    assert looked.brought.is_nothing
    assert folder.laptop.path.read_bytes() == before
    assert not copy.exists()


def test_where_the_backup_fails_the_copy_and_the_diary_stay_as_they_are(folder: Folder) -> None:
    copy = folder.copy()

    def fail(diary: str, data: bytes) -> None:
        raise CannotKeep("no space left on device")

    before = folder.laptop.path.read_bytes()
    folder.copies = Copies(folder.laptop.path, folder.laptop.clock, fail, folder.keep)
    (looked,) = folder.take_in()
    assert "no space left on device" in looked.sentence
    assert copy.exists()
    assert folder.laptop.path.read_bytes() == before
    assert not folder.copies.are_new(), "an open screen does not try again and again"
    assert folder.anew().are_new()


def test_a_damaged_diary_is_not_blamed_on_the_copy(folder: Folder) -> None:
    copy = folder.copy()
    whole = folder.laptop.path.read_bytes()
    folder.laptop.path.write_bytes(whole[:-9])
    (looked,) = folder.take_in()
    assert "could not be merged" in looked.sentence
    folder.laptop.path.write_bytes(whole)
    folder.copies = folder.anew()
    assert folder.take_in()[0].brought is not None
    assert not copy.exists()


def test_beside_a_diary_with_nothing_in_it_a_copy_waits(folder: Folder, tmp_path: Path) -> None:
    new = Device("new", tmp_path)
    folder.desktop.send(new, NAMES[0])
    copies = Copies(new.path, new.clock, folder.keep, folder.keep)
    assert copies.take_in() == ()
    assert not new.path.exists()


def test_a_copy_is_seen_by_one_that_waits_for_the_next_change(folder: Folder) -> None:
    folder.copy()
    assert "is a copy of this diary" in folder.copies.waiting()[0].sentence


def test_two_that_merge_one_copy_at_once_do_not_send_each_other_copies_for_ever(
    folder: Folder,
) -> None:
    """Both merge what the sync put on both; of what they wrote it makes a conflict once more."""
    copy = folder.copy()
    copy_there = folder.desktop.path.with_name(copy.name)
    copy_there.write_bytes(copy.read_bytes())
    with folder.desktop.diary() as diary:
        diary.remove(diary.entries(Pain)[0].id)
    there = Copies(folder.desktop.path, folder.desktop.clock, folder.keep, folder.keep)
    rounds = 0
    while folder.copies.are_new() or there.are_new():
        folder.take_in()
        with on("desktop"):
            there.take_in()
        rounds += 1
        assert rounds < 5
        if msgspec.json.decode(folder.laptop.path.read_bytes()) != msgspec.json.decode(
            folder.desktop.path.read_bytes()
        ):  # the older one becomes a copy on both, as Syncthing does it
            for device in (folder.laptop, folder.desktop):
                device.path.with_name(copy.name).write_bytes(folder.desktop.path.read_bytes())
            folder.laptop.send(folder.desktop)


def test_what_goes_while_one_looks_is_passed_over(folder: Folder) -> None:
    folder.copy()
    folder.laptop.path.unlink()
    assert folder.copies.waiting() == ()
