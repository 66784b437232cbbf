"""Backups by themselves: written after the save, read back, and never a good one gone for a worse one."""

import datetime as dt
import errno
import gzip
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import msgspec
import pytest

from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.safekeeping import Backup, BackupReason, CannotBackUp
from backcare_tui.store import open_repository
from backcare_tui.store.backup_index import read_index
from backcare_tui.store.backups import Backups
from backcare_tui.store.due import DueBackups, keeping_backups
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock
from tests.store.faults import CALLS, failing, largest_file

posix = pytest.mark.skipif(sys.platform == "win32", reason="these are faults of POSIX systems")
DAY = dt.timedelta(days=1)


def diary(count: int, *, removed: int = 0, at: dt.datetime = MONDAY) -> bytes:
    """A diary of so many entries, and marks of so many that were removed."""
    entries = [{"id": f"p{n}", "at": MONDAY.isoformat(), "severity": 4} for n in range(count)]
    marks = [{"id": f"r{n}", "removed": at.isoformat()} for n in range(removed)]
    table = {str(number): each for number, each in enumerate([*entries, *marks], start=1)}
    return msgspec.json.encode({"pain": table})


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    return Backups(tmp_path / "backups" / "d", tmp_path / "diary.json")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where backups go."""
    monkeypatch.setenv("BACKCARE_BACKUPS", str(tmp_path / "backups"))
    return tmp_path / "backups"


def names(backups: Backups) -> list[str]:
    return [each.path.name for each in backups.all()]


def entries(backups: list[Backup]) -> list[int]:
    return [each.entries for each in backups]


def files(root: Path) -> list[str]:
    return sorted(each.name for each in root.glob("*/*.gz"))


def pain(severity: int = 4) -> Pain:
    return Pain(at=MONDAY, severity=severity)


class TestOne:
    def test_it_is_standard_gzip_of_the_file_for_its_owner_only(self, backups: Backups) -> None:
        made = backups.keep(diary(3), BackupReason.DAY, MONDAY)
        assert made.path.name == "diary-2026-11-23.json.gz"
        assert gzip.decompress(made.path.read_bytes()) == diary(3)
        assert (made.entries, made.generation) == (3, 0)
        assert backups.all() == (made,)
        assert backups.newest_good() == made
        if sys.platform != "win32":
            assert made.path.stat().st_mode & 0o777 == 0o600
            assert backups.folder.stat().st_mode & 0o777 == 0o700
        others = {"index.json", "index.json.lock"}
        assert {each.name for each in backups.folder.iterdir()} == {made.path.name, *others}

    def test_what_a_dead_process_left_half_written_goes_with_the_next(
        self, backups: Backups
    ) -> None:
        backups.folder.mkdir(parents=True)
        backups.folder.joinpath(".backup.new").write_bytes(b"half")
        backups.keep(diary(3), BackupReason.DAY, MONDAY)
        assert not list(backups.folder.glob(".*"))

    def test_each_reason_has_a_name_and_none_is_written_over(self, backups: Backups) -> None:
        for reason in (
            BackupReason.DAY,
            BackupReason.MERGE,
            BackupReason.MERGE,
            BackupReason.ASKED,
        ):
            backups.keep(diary(3), reason, MONDAY)
        assert names(backups) == [
            "diary-2026-11-23-asked.json.gz",
            "diary-2026-11-23-before-merge-2.json.gz",
            "diary-2026-11-23-before-merge.json.gz",
            "diary-2026-11-23.json.gz",
        ]

    def test_of_several_at_once_none_is_lost(self, backups: Backups) -> None:
        with ThreadPoolExecutor(4) as pool:
            made = list(
                pool.map(lambda n: backups.keep(diary(n), BackupReason.ASKED, MONDAY), range(1, 5))
            )
        assert {each.path: each for each in backups.all()} == {each.path: each for each in made}
        assert len(read_index(backups.folder).backups) == 4

    def test_what_is_no_diary_is_not_backed_up(self, backups: Backups) -> None:
        for data in (b"", b"\0" * 99, diary(3)[:-1], b"[]"):
            with pytest.raises(CannotBackUp):
                backups.keep(data, BackupReason.ASKED, MONDAY)
        assert backups.all() == ()

    def test_a_damaged_one_is_told_and_the_one_before_is_the_good_one(
        self, backups: Backups
    ) -> None:
        good = backups.keep(diary(3), BackupReason.DAY, MONDAY)
        for data in (b"", b"\x1f\x8b", gzip.compress(diary(4))[:-9], gzip.compress(b"{")):
            (backups.folder / "diary-2026-11-24.json.gz").write_bytes(data)
            assert [each.is_whole for each in backups.all()].count(False) == 1
            assert backups.newest_good() == good
        flipped = backups.keep(diary(5), BackupReason.DAY, MONDAY + 2 * DAY)
        bits = bytearray(flipped.path.read_bytes())
        bits[40] ^= 1
        flipped.path.write_bytes(bits)
        assert backups.newest_good() == good

    def test_without_its_index_they_are_read_again(self, backups: Backups) -> None:
        for number in range(3):
            backups.keep(diary(3 + number), BackupReason.DAY, MONDAY + number * DAY)
        known = backups.all()
        for left in (b"", b"{", b'{"backups": 3}', b'{"at": "2026-11-23T08:12:00"}'):
            (backups.folder / "index.json").write_bytes(left)
            assert backups.all() == known
        assert backups.keep(diary(2), BackupReason.DAY, MONDAY + 3 * DAY).is_aside


class TestWorse:
    def test_one_with_far_less_is_set_aside_until_a_person_says_that_it_is_right(
        self, backups: Backups
    ) -> None:
        backups.keep(diary(100), BackupReason.DAY, MONDAY)
        assert not backups.keep(diary(90), BackupReason.DAY, MONDAY + DAY).is_aside
        worse = backups.keep(diary(80), BackupReason.DAY, MONDAY + 2 * DAY)
        assert worse.is_aside
        assert worse.path.name == "diary-2026-11-25-aside.json.gz"
        assert backups.has_of(MONDAY.date() + 2 * DAY)
        assert entries([backups.newest_good() or worse]) == [90]
        assert backups.keep(diary(0), BackupReason.MERGE, MONDAY + 2 * DAY).is_aside
        assert not backups.keep(diary(80), BackupReason.ASKED, MONDAY + 2 * DAY).is_aside
        assert not backups.keep(diary(80), BackupReason.DAY, MONDAY + 3 * DAY).is_aside

    def test_what_was_removed_since_is_no_loss(self, backups: Backups) -> None:
        backups.keep(diary(100, removed=50, at=MONDAY - DAY), BackupReason.DAY, MONDAY)
        late = MONDAY + DAY
        assert backups.keep(diary(60, removed=50, at=MONDAY - DAY), BackupReason.DAY, late).is_aside
        assert not backups.keep(
            diary(60, removed=40, at=late), BackupReason.DAY, late + DAY
        ).is_aside

    def test_what_undo_took_back_is_no_loss(
        self, backups: Backups, repository: TinyRepository, diary_path: Path
    ) -> None:
        repository.add(pain())
        repository.add(*(pain() for _ in range(40)))
        backups.keep(diary_path.read_bytes(), BackupReason.DAY, MONDAY)
        repository.undo()
        assert not backups.keep(diary_path.read_bytes(), BackupReason.DAY, MONDAY + DAY).is_aside

    def test_a_month_of_worse_ones_lets_no_good_one_go(self, backups: Backups) -> None:
        for number in range(10):
            backups.keep(diary(100), BackupReason.DAY, MONDAY + number * DAY)
        good = [each.path for each in backups.all()]
        for number in range(10, 50):
            backups.keep(diary(3), BackupReason.DAY, MONDAY + number * DAY)
        assert {each.path for each in backups.all()} >= set(good)
        assert len(backups.all()) <= len(good) + 7 + 4 + 12


class TestFaults:
    @posix
    @pytest.mark.parametrize("call", CALLS[1:])
    @pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS])
    def test_a_backup_that_fails_is_a_sentence_and_leaves_the_others(
        self, call: str, number: int, backups: Backups
    ) -> None:
        backups.keep(diary(3), BackupReason.DAY, MONDAY)
        with failing(call, number), pytest.raises(CannotBackUp, match="No backup could be made"):
            backups.keep(diary(4), BackupReason.DAY, MONDAY + DAY)
        assert (backups.newest_good() or backups.all()[-1]).entries >= 3
        assert names(backups)[-1] == "diary-2026-11-23.json.gz"
        assert not list(backups.folder.glob(".*"))
        backups.keep(diary(5), BackupReason.DAY, MONDAY + DAY)
        assert entries([backups.newest_good() or backups.all()[-1]]) == [5]

    @posix
    def test_a_full_disk_leaves_nothing_half(self, backups: Backups) -> None:
        with largest_file(30), pytest.raises(CannotBackUp, match="No backup could be made"):
            backups.keep(diary(4), BackupReason.DAY, MONDAY)
        assert backups.all() == ()

    def test_a_file_in_the_place_of_the_folder_is_a_sentence(self, backups: Backups) -> None:
        backups.folder.parent.mkdir(parents=True)
        backups.folder.write_text("a file")
        with pytest.raises(CannotBackUp, match="No backup could be made"):
            backups.keep(diary(4), BackupReason.DAY, MONDAY)
        with pytest.raises(CannotBackUp, match="cannot be read"):
            backups.all()


class TestDue:
    def test_the_state_before_a_days_first_change_is_kept_once_the_change_is_said(
        self, root: Path, repository: TinyRepository, clock: FrozenClock, diary_path: Path
    ) -> None:
        repository.add(pain())
        before = diary_path.read_bytes()
        with keeping_backups() as due:
            repository.add(pain())
            repository.add(pain())
            assert not root.exists()
            assert due.settle() == ()
            clock.move(days=1)
            repository.add(pain())
            assert due.settle() == ()
            assert due.settle() == ()
        assert files(root) == ["diary-2026-11-23.json.gz", "diary-2026-11-24.json.gz"]
        assert gzip.decompress(next(root.glob("*/*23.json.gz")).read_bytes()) == before

    def test_another_process_makes_no_second_one_of_a_day(
        self, root: Path, repository: TinyRepository, diary_path: Path, clock: FrozenClock
    ) -> None:
        repository.add(pain())
        for _ in range(3):
            with keeping_backups() as due:
                open_repository(diary_path, clock).add(pain())
                due.settle()
        (backup,) = root.glob("*/*.gz")
        assert gzip.decompress(backup.read_bytes()).count(b'"severity"') == 1

    def test_the_first_entry_of_a_new_diary_has_nothing_before_it(
        self, root: Path, repository: TinyRepository
    ) -> None:
        with keeping_backups() as due:
            repository.add(pain())
            assert not due.waits
        assert not root.exists()

    def test_an_import_has_a_backup_of_its_own_before_it(
        self, root: Path, repository: TinyRepository
    ) -> None:
        repository.add(pain())
        with keeping_backups() as due:
            repository.add(*(pain() for _ in range(101)))
            assert files(root) == ["diary-2026-11-23-before-import.json.gz"]
            due.settle()

    def test_where_nobody_keeps_backups_there_are_none(
        self, root: Path, repository: TinyRepository
    ) -> None:
        repository.add(pain())
        repository.add(*(pain() for _ in range(101)))
        assert not root.exists()

    def test_one_that_fails_fails_no_save_and_is_said_once_a_day(
        self, root: Path, repository: TinyRepository, clock: FrozenClock
    ) -> None:
        root.write_text("a file, where the folder should be")
        repository.add(pain())
        clock.move(days=1)

        def said(due: DueBackups) -> list[Any]:
            repository.add(pain())
            return list(due.settle())

        with keeping_backups() as due:
            (sentence,) = said(due)
            assert "What you saved is saved." in sentence
            assert said(due) == []
        with keeping_backups() as due:
            assert said(due) == []
            root.unlink()
            said(due)
            assert files(root) == ["diary-2026-11-24.json.gz"]

    def test_a_diary_that_lost_most_of_its_entries_is_said(
        self, root: Path, repository: TinyRepository, diary_path: Path, clock: FrozenClock
    ) -> None:
        repository.add(*(pain() for _ in range(20)))
        with keeping_backups() as due:
            repository.add(pain())
            due.settle()
            tables = msgspec.json.decode(diary_path.read_bytes())
            tables["pain"] = dict(list(tables["pain"].items())[:3])
            diary_path.write_bytes(msgspec.json.encode(tables))
            clock.move(days=1)
            repository.add(pain())
            (sentence,) = due.settle()
        assert sentence.startswith("The diary had only 3 entries today before its first change")
        assert files(root) == ["diary-2026-11-23.json.gz", "diary-2026-11-24-aside.json.gz"]
