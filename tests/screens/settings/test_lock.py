"""The lock on its page: set, changed and taken away; the diary is opened anew, and nothing typed is lost."""

import sys
from pathlib import Path

import pytest

from backcare_tui import locksmith
from backcare_tui.app import BackcareApp
from backcare_tui.diary.records.pain import Pain
from backcare_tui.locksmith import FileLocksmith
from backcare_tui.screens.frame.upkeep import Reopened, Upkeep
from backcare_tui.store import open_repository, safekeeping
from backcare_tui.store.due import keeping_backups
from backcare_tui.store.keys import Key, unlocked_key
from backcare_tui.store.locked import places_of
from backcare_tui.store.tiny import TinyRepository
from backcare_tui.tending import Tended
from tests.conftest import MONDAY, FrozenClock
from tests.screens.seen import click, flowing, press, seen, settle, write, write_over
from tests.store.locks import KEY, KEY_FILE, WORDS, locked
from tests.store.test_locking import MARKER, holding

WIDE = (120, 40)


@pytest.fixture(autouse=True)
def _backups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKCARE_BACKUPS", str(tmp_path / "backups"))


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key that is locked in no time; otherwise that takes seconds, on purpose."""

    async def key_file_apart(key: Key, words: str) -> bytes:
        assert (key, words) == (KEY, WORDS)
        return KEY_FILE

    monkeypatch.setattr(locksmith, "key_file_apart", key_file_apart)
    monkeypatch.setattr(locksmith, "new_key", lambda: KEY)


@pytest.fixture
def held(repository: TinyRepository) -> TinyRepository:
    """A diary with an entry whose words are to be found nowhere."""
    repository.set("boundaries_seen", MONDAY.date().isoformat())
    repository.add(Pain(at=MONDAY, severity=4, note=MARKER))
    return repository


def app_on(
    repository: TinyRepository,
    path: Path,
    clock: FrozenClock,
    key: Key | None = None,
    **named: object,
) -> BackcareApp:
    smith = FileLocksmith(path, clock, key)
    return BackcareApp(repository, clock, upkeep=Upkeep(locksmith=lambda: smith), **named)  # type: ignore[arg-type]


async def test_it_is_locked_after_the_sheet_was_shown_with_backups_and_drafts(
    held: TinyRepository, diary_path: Path, clock: FrozenClock, tmp_path: Path, cheap: None
) -> None:
    safekeeping(diary_path, clock).back_up()
    with keeping_backups() as due:
        held.add(Pain(at=MONDAY, severity=5))
        app = app_on(held, diary_path, clock, tended=Tended(due))
        async with app.run_test(size=WIDE) as pilot:
            await press(pilot, "2 n 7")
            await write(pilot, "\t")
            await press(pilot, "escape comma")
            await settle(pilot)
            await click(pilot, "Lock ")
            await click(pilot, "Lock ")
            await settle(pilot)
            assert "all that is in it would be lost" in flowing(pilot), "said first"
            await press(pilot, "enter")
            await write(pilot, "correct")
            assert "short" in flowing(pilot)
            assert "correct" not in seen(pilot), "it does not show"
            await press(pilot, "enter enter")
            assert "The two are not the same." in flowing(pilot)
            await press(pilot, "shift+tab")
            await write_over(pilot, WORDS)
            await press(pilot, "enter")
            await write(pilot, WORDS)
            await press(pilot, "enter")
            await settle(pilot)
            assert KEY.secret in seen(pilot)
            assert diary_path.exists(), "nothing is locked yet"
            await press(pilot, "down enter")
            await settle(pilot)
        assert app.return_code == 0
        assert app.reopening.said
        due.settle()
    assert not diary_path.exists()
    assert holding(diary_path.parent) == holding(tmp_path / "backups") == []
    again = open_repository(diary_path, clock, KEY)
    app = app_on(again, diary_path, clock, KEY, reopened=Reopened(app.reopening.said))
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert "the diary is locked" in seen(pilot)
        assert "Locked:" in seen(pilot)
        assert flowing(pilot).count("opened by the passphrase") == 1
        assert [each.severity for each in again.entries(Pain)] == [4, 5]


async def test_the_passphrase_is_asked_for_before_the_lock_is_taken_away(
    held: TinyRepository, diary_path: Path, clock: FrozenClock
) -> None:
    locked(diary_path)
    repository = open_repository(diary_path, clock, KEY)
    app = app_on(repository, diary_path, clock, KEY)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "comma slash")
        await write(pilot, "lock")
        await press(pilot, "enter end enter")
        await write(pilot, "another one")
        await press(pilot, "enter")
        await settle(pilot)
        assert "does not open the diary" in flowing(pilot)
        await press(pilot, "enter")
        await write(pilot, WORDS)
        await press(pilot, "enter")
        await settle(pilot)
        assert "Unlock it for good?" in seen(pilot)
        await press(pilot, "enter")
        assert places_of(diary_path).is_locked, "enter alone leaves it"
        await press(pilot, "enter")
        await write(pilot, WORDS)
        await press(pilot, "enter")
        await settle(pilot)
        await press(pilot, "y")
        await settle(pilot)
    assert app.reopening.said
    assert not places_of(diary_path).is_locked
    assert [each.note for each in open_repository(diary_path).entries(Pain)] == [MARKER]


async def test_what_cannot_be_done_leaves_the_app_open_and_the_diary_as_it_is(
    held: TinyRepository, diary_path: Path, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    places_of(diary_path).key.write_bytes(KEY_FILE)
    app = app_on(held, diary_path, clock)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "comma slash")
        await write(pilot, "lock")
        await press(pilot, "enter")
        assert "key from before" in seen(pilot)
        await press(pilot, "enter")
        await write(pilot, WORDS)
        await press(pilot, "enter")
        await settle(pilot)

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as broken:
            broken.setattr("backcare_tui.store.locking.put", full)
            await press(pilot, "down enter")
            await settle(pilot)
        assert "no space left on device" in flowing(pilot)
        assert "is the diary, as before" in flowing(pilot)
        await press(pilot, "escape escape n 6 enter")
        await settle(pilot)
    assert app.reopening.said is None
    assert [each.severity for each in open_repository(diary_path).entries(Pain)] == [4, 6]


@pytest.mark.thorough
async def test_another_passphrase_opens_the_same_key(
    held: TinyRepository, diary_path: Path, clock: FrozenClock
) -> None:
    places = locked(diary_path)
    app = app_on(open_repository(diary_path, clock, KEY), diary_path, clock, KEY)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "comma slash")
        await write(pilot, "lock")
        await press(pilot, "enter enter")
        for words in (WORDS, "battery staple", "battery staple"):
            await write(pilot, words)
            await press(pilot, "enter")
        await settle(pilot)
        assert "The passphrase is changed." in flowing(pilot)
    assert unlocked_key(places.read_key(), "battery staple") == KEY


async def test_where_the_library_is_missing_it_says_what_brings_it(
    held: TinyRepository, diary_path: Path, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyrage", None)
    app = app_on(held, diary_path, clock)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "comma slash")
        await write(pilot, "lock")
        await press(pilot, "enter")
        assert "backcare[lock]" in flowing(pilot)
        await press(pilot, "enter")
        assert "backcare[lock]" in app.clipboard
