"""Restoring shows what it does and can be restored itself; recovering leaves the damaged file beside."""

from pathlib import Path

import pytest

from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.repository import CannotKeep
from backcare_tui.diary.safekeeping import BackupReason, CannotBackUp, Restoring
from backcare_tui.store import open_repository
from backcare_tui.store.tiny import TinyRepository
from backcare_tui.store.ways_back import FileSafekeeping
from tests.conftest import MONDAY, FrozenClock


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where backups go."""
    monkeypatch.setenv("BACKCARE_BACKUPS", str(tmp_path / "backups"))
    return tmp_path / "backups"


@pytest.fixture
def safe(diary_path: Path, clock: FrozenClock) -> FileSafekeeping:
    return FileSafekeeping(diary_path, clock)


@pytest.fixture
def repository(repository: TinyRepository, safe: FileSafekeeping) -> TinyRepository:
    """A diary with two entries, of which there is a backup, and with others since."""
    first, gone = Pain(at=MONDAY, severity=1), Pain(at=MONDAY, severity=2)
    repository.add(first, gone)
    safe.back_up()
    repository.add(Meal(at=MONDAY, text="soup"))
    repository.remove(gone.id)
    repository.change(Pain(id=first.id, at=MONDAY, severity=9))
    return repository


def severities(path: Path) -> list[int]:
    return sorted(each.severity for each in open_repository(path).entries(Pain))


def restore(safe: FileSafekeeping) -> Path | None:
    backup = safe.newest_good()
    assert backup
    return safe.restore(backup, safe.difference(backup))


def test_it_says_by_table_and_day_what_restoring_would_do(
    repository: TinyRepository, safe: FileSafekeeping
) -> None:
    backup = safe.newest_good()
    assert backup
    difference = safe.difference(backup)
    assert difference.by_table()["meal"] == {"taken": 1}
    assert difference.by_table()["pain"] == {"brought": 1, "put back": 1}
    assert difference.by_day() == {MONDAY.date(): {"taken": 1, "brought": 1, "put back": 1}}


def test_restoring_is_one_change_that_is_undone_by_restoring(
    repository: TinyRepository, safe: FileSafekeeping, diary_path: Path
) -> None:
    assert restore(safe) is None
    assert severities(diary_path) == [1, 2]
    assert repository.refresh()
    assert repository.entries(Meal) == ()
    restore(safe)
    assert severities(diary_path) == [9]
    assert len(open_repository(diary_path).entries(Meal)) == 1
    restore(safe)
    assert severities(diary_path) == [1, 2]
    assert [each.reason for each in safe.backups()] == [BackupReason.RESTORE] * 3 + [
        BackupReason.ASKED
    ]


def test_the_diary_is_a_save_younger_than_all_that_was(
    repository: TinyRepository, safe: FileSafekeeping
) -> None:
    restore(safe)
    assert safe.back_up().generation > safe.backups()[1].generation


def test_what_was_changed_meanwhile_is_shown_before_it_is_replaced(
    repository: TinyRepository, safe: FileSafekeeping, diary_path: Path
) -> None:
    backup = safe.newest_good()
    assert backup
    difference = safe.difference(backup)
    repository.add(Pain(at=MONDAY, severity=7))
    before = diary_path.read_bytes()
    with pytest.raises(CannotKeep, match="changed meanwhile"):
        safe.restore(backup, difference)
    assert diary_path.read_bytes() == before


def test_where_the_diary_cannot_be_kept_first_it_is_not_replaced(
    repository: TinyRepository, safe: FileSafekeeping, diary_path: Path, root: Path
) -> None:
    backup = safe.newest_good()
    assert backup
    copy = root.with_name("copy.json.gz")
    copy.write_bytes(backup.path.read_bytes())
    (root / backup.path.parent.name).rename(root.with_name("elsewhere"))
    (root / backup.path.parent.name).write_text("a file")
    before = diary_path.read_bytes()
    outside = safe.outside(copy)
    difference = safe.difference(outside)
    with pytest.raises(CannotBackUp):
        safe.restore(outside, difference)
    assert diary_path.read_bytes() == before


@pytest.mark.parametrize("left", [b"", b"\0" * 300, b'{"pain":{"1":{"id'])
def test_a_damaged_diary_is_restored_from_the_backups_of_its_place(
    left: bytes, repository: TinyRepository, safe: FileSafekeeping, diary_path: Path
) -> None:
    diary_path.write_bytes(left)
    aside = restore(safe)
    assert severities(diary_path) == [1, 2]
    assert (aside.read_bytes() if aside else b"") == left


def test_a_diary_that_is_gone_is_restored(
    repository: TinyRepository, safe: FileSafekeeping, diary_path: Path
) -> None:
    diary_path.unlink()
    assert restore(safe) is None
    assert severities(diary_path) == [1, 2]


def test_a_damaged_diary_is_recovered_with_its_backup_and_kept_beside(
    repository: TinyRepository, safe: FileSafekeeping, diary_path: Path
) -> None:
    whole = diary_path.read_bytes()
    damaged = whole[: whole.index(b'"meal":{') + 15]
    diary_path.write_bytes(damaged)
    recovery = safe.recovery()
    assert recovery
    assert recovery.entries == 1
    assert diary_path.read_bytes() == damaged
    aside = safe.recover(recovery)
    assert aside == diary_path.with_name("diary.damaged-2026-11-23.json")
    assert aside.read_bytes() == damaged
    assert severities(diary_path) == [9]
    assert safe.recovery() is None


def test_a_value_that_a_fault_changed_is_the_backups(
    repository: TinyRepository, safe: FileSafekeeping, diary_path: Path
) -> None:
    safe.back_up()
    whole = diary_path.read_bytes()
    diary_path.write_bytes(whole.replace(b'"severity":9', b'"severity":8'))
    recovery = safe.recovery()
    assert recovery
    assert (recovery.from_backup, recovery.recovered) == (1, 2)
    safe.recover(recovery)
    assert severities(diary_path) == [9]


def test_what_is_damaged_otherwise_by_then_is_looked_at_again(
    repository: TinyRepository, safe: FileSafekeeping, diary_path: Path
) -> None:
    diary_path.write_bytes(diary_path.read_bytes()[:-40])
    recovery = safe.recovery()
    assert recovery
    diary_path.write_bytes(b"")
    with pytest.raises(CannotKeep, match="changed meanwhile"):
        safe.recover(recovery)
    assert diary_path.read_bytes() == b""


def test_of_a_whole_diary_and_of_none_there_is_nothing_to_recover(
    repository: TinyRepository, safe: FileSafekeeping, diary_path: Path, clock: FrozenClock
) -> None:
    assert safe.recovery() is None
    assert FileSafekeeping(diary_path.with_name("none.json"), clock).recovery() is None


def test_a_diary_without_a_backup_gives_what_is_whole_in_it(
    tmp_path: Path, clock: FrozenClock
) -> None:
    path = tmp_path / "alone.json"
    open_repository(path, clock).add(Pain(at=MONDAY, severity=3), Pain(at=MONDAY, severity=5))
    path.write_bytes(path.read_bytes().replace(b'"severity":5', b'"severity:5'))
    safe = FileSafekeeping(path, clock)
    recovery = safe.recovery()
    assert recovery
    assert (recovery.recovered, recovery.about, recovery.backup) == (1, 2, None)
    safe.recover(recovery)
    assert severities(path) == [3]


def test_a_backup_is_written_where_one_says(
    repository: TinyRepository, safe: FileSafekeeping, tmp_path: Path, diary_path: Path
) -> None:
    for name in ("mine.json.gz", "mine.json"):
        assert safe.write_to(tmp_path / name) == 2
        outside = safe.outside(tmp_path / name)
        assert outside.entries == 2
        assert safe.difference(outside) == Restoring()
    assert (tmp_path / "mine.json").read_bytes() == diary_path.read_bytes()
