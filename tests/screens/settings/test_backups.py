"""The page of backups says what restoring would do before it does; a damaged diary is offered back."""

from pathlib import Path

import pytest

from backcare_tui.app import BackcareApp
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.safekeeping import Backup
from backcare_tui.opening import RescueApp
from backcare_tui.screens.frame.upkeep import Upkeep
from backcare_tui.store import open_repository, safekeeping
from backcare_tui.store.due import keeping_backups
from backcare_tui.store.tiny import TinyRepository
from backcare_tui.store.ways_back import FileSafekeeping
from backcare_tui.tending import Tended
from tests.conftest import MONDAY, FrozenClock
from tests.screens.seen import flowing, line_with, lines, press, seen, settle, write


@pytest.fixture
def safe(
    repository: TinyRepository,
    diary_path: Path,
    clock: FrozenClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> FileSafekeeping:
    """A diary with a backup of its first entry, and another entry since."""
    monkeypatch.setenv("BACKCARE_BACKUPS", str(tmp_path / "backups"))
    repository.set("boundaries_seen", MONDAY.date().isoformat())
    repository.add(Pain(at=MONDAY, severity=4))
    kept = safekeeping(diary_path, clock)
    kept.back_up()
    repository.add(Pain(at=MONDAY, severity=9))
    return kept


def severities(path: Path) -> list[int]:
    return sorted(each.severity for each in open_repository(path).entries(Pain))


@pytest.mark.thorough
async def test_what_restoring_would_do_is_shown_asked_and_undone_by_restoring(
    repository: TinyRepository, clock: FrozenClock, safe: FileSafekeeping, diary_path: Path
) -> None:
    app = BackcareApp(repository, clock, upkeep=Upkeep(safekeeping=lambda: safe))
    async with app.run_test() as pilot:
        await press(pilot, "comma slash")
        await write(pilot, "backups")
        await press(pilot, "enter")
        await settle(pilot)
        assert line_with(pilot, "Mon 23 Nov").split()[:7] == [
            *("│", "▌Mon", "23", "Nov", "1", "1", "KB"),
        ]
        assert line_with(pilot, "pain").split("│")[-2].split() == ["▏pain", "·", "1", "·"]
        await press(pilot, "enter")
        assert "Restore this backup?" in seen(pilot)
        await press(pilot, "enter")
        assert severities(diary_path) == [4, 9], "enter alone leaves the diary as it is"
        await press(pilot, "enter y")
        await settle(pilot)
        assert severities(diary_path) == [4]
        assert [each.severity for each in repository.entries(Pain)] == [4]
        assert "restored; what stood there before is the first one here" in seen(pilot)
        await press(pilot, "home")
        await app.workers.wait_for_complete()
        await press(pilot, "enter y")
        await settle(pilot)
        assert severities(diary_path) == [4, 9]


@pytest.mark.thorough
async def test_a_backup_is_made_by_a_key_and_a_folder_that_cannot_be_read_is_said(
    repository: TinyRepository, clock: FrozenClock, safe: FileSafekeeping
) -> None:
    app = BackcareApp(repository, clock, upkeep=Upkeep(safekeeping=lambda: safe))
    async with app.run_test() as pilot:
        await press(pilot, "B a")
        await settle(pilot)
        assert "backed up: 2 entries" in seen(pilot)
        assert len([line for line in lines(pilot) if "asked for" in line]) == 2
        for each in safe.folder.iterdir():
            each.unlink()
        safe.folder.rmdir()
        safe.folder.write_text("a file")
        await press(pilot, "a")
        await settle(pilot)
        assert "cannot be read:" in flowing(pilot)


@pytest.mark.thorough
async def test_a_folder_that_goes_away_once_the_backup_is_made_is_said(
    repository: TinyRepository,
    clock: FrozenClock,
    safe: FileSafekeeping,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with BackcareApp(
        repository, clock, upkeep=Upkeep(safekeeping=lambda: safe)
    ).run_test() as pilot:
        await press(pilot, "B")
        await settle(pilot)
        folder, back_up = safe.folder, FileSafekeeping.back_up

        def and_lose_the_folder(of: FileSafekeeping) -> Backup:
            made = back_up(of)
            folder.rename(folder.with_name("elsewhere"))
            folder.write_text("a file")
            return made

        monkeypatch.setattr(FileSafekeeping, "back_up", and_lose_the_folder)
        await press(pilot, "a")
        await settle(pilot)
        assert "cannot be read:" in flowing(pilot)


@pytest.mark.thorough
async def test_the_app_makes_the_days_backup_after_the_change_and_says_what_failed(
    repository: TinyRepository,
    clock: FrozenClock,
    safe: FileSafekeeping,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("backcare_tui.app.LOOK_S", 3600)  # it looks where the test says
    clock.move(days=1)
    with keeping_backups() as due:
        app = BackcareApp(
            repository, clock, upkeep=Upkeep(safekeeping=lambda: safe), tended=Tended(due=due)
        )
        async with app.run_test() as pilot:
            await press(pilot, "n 4 enter")
            await settle(pilot)
            app.look_at_the_file()
            await settle(pilot)
            assert len(safe.backups()) == 2
            assert "saved" in seen(pilot)
            folder = safe.folder.rename(safe.folder.with_name("elsewhere"))
            safe.folder.write_text("a file")
            clock.move(days=1)
            await press(pilot, "n 5 enter")
            await settle(pilot)
            app.look_at_the_file()
            await settle(pilot)
            assert "The backups cannot be read:" in flowing(pilot)
            assert folder.exists()


@pytest.mark.thorough
async def test_a_diary_that_is_made_up_has_no_backups(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.set("boundaries_seen", MONDAY.date().isoformat())
    async with BackcareApp(repository, clock).run_test() as pilot:
        await press(pilot, "B")
        assert "This diary has no backups" in flowing(pilot)


@pytest.mark.thorough
@pytest.mark.parametrize(("key", "left"), [("y", [4]), ("escape", None), ("q", None)])
async def test_a_damaged_diary_is_put_in_place_only_by_a_yes(
    key: str,
    left: list[int] | None,
    clock: FrozenClock,
    safe: FileSafekeeping,
    diary_path: Path,
) -> None:
    damaged = diary_path.read_bytes()[:-60].replace(b'"severity":9', b'"severity:9')
    diary_path.write_bytes(damaged)
    app = RescueApp(safe, clock, "It cannot be read.")
    async with app.run_test() as pilot:
        await settle(pilot)
        assert "Your diary cannot be opened" in seen(pilot)
        assert "1 entry" in line_with(pilot, "together")
        await press(pilot, key)
        await settle(pilot)
    assert app.return_value is (left is not None)
    if left is None:
        assert diary_path.read_bytes() == damaged
    else:
        assert severities(diary_path) == left


@pytest.mark.thorough
async def test_where_nothing_can_be_brought_back_nothing_is_offered(
    clock: FrozenClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKCARE_BACKUPS", str(tmp_path / "backups"))
    path = tmp_path / "diary.json"
    path.write_bytes(b"\0" * 99)
    app = RescueApp(safekeeping(path, clock), clock, "It cannot be read.")
    async with app.run_test() as pilot:
        await settle(pilot)
        assert "Nothing of it can be read" in flowing(pilot)
        await press(pilot, "y")
        assert path.read_bytes() == b"\0" * 99
        await press(pilot, "escape")
    assert app.return_value is False
