"""The door of a locked diary in the full screen: it asks again, stays alive, and lets one leave."""

import asyncio
import sys
from pathlib import Path

import pytest
from textual.widgets import Input, Static

from backcare_tui.diary.codec import Document, write_document
from backcare_tui.diary.records.base import new_id
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.repository import CannotOpen
from backcare_tui.diary.when import Clock
from backcare_tui.store import open_repository
from backcare_tui.store.cipher import CannotLock
from backcare_tui.store.inbox import Dropped, drop
from backcare_tui.store.keys import Key, WrongPassphrase
from backcare_tui.store.unlock_apart import unlocked_apart
from backcare_tui.unlock import UNLOCKING, UnlockApp
from tests.keyboard import Keyboard
from tests.screens.seen import painted, settle
from tests.store.locks import KEY, KEY_FILE, WORDS, locked


def said(app: UnlockApp) -> str:
    return str(app.query_one("#said", Static).content)


async def test_a_wrong_passphrase_is_said_and_asked_for_again_until_it_opens() -> None:
    async def opens(words: str) -> Key:
        if words != "right":
            raise WrongPassphrase("This passphrase does not open the diary.")
        return KEY

    app = UnlockApp("diary.json.age", opens)
    async with app.run_test() as pilot:
        await pilot.press(*"wrong", "enter")
        await settle(pilot)
        assert "does not open the diary" in said(app)
        assert app.query_one(Input).value == ""
        await pilot.press(*"right", "enter")
        await app.workers.wait_for_complete()
    assert app.return_value == KEY


@pytest.mark.parametrize("key", ["escape", "ctrl+c", "ctrl+q"])
async def test_one_can_leave_while_it_unlocks(key: str) -> None:
    cancelled = asyncio.Event()

    async def opens(words: str) -> Key:
        try:
            await asyncio.Event().wait()
        finally:
            cancelled.set()
        raise AssertionError(words)

    app = UnlockApp("diary.json.age", opens)
    async with app.run_test() as pilot:
        await pilot.press(*"words", "enter")
        await painted(pilot)
        assert said(app) == UNLOCKING
        await pilot.press(key)
    await cancelled.wait()
    assert app.return_value is None


@pytest.mark.thorough
async def test_a_process_of_its_own_opens_the_key() -> None:
    assert await unlocked_apart(KEY_FILE, WORDS) == KEY
    with pytest.raises(WrongPassphrase, match="does not open"):
        await unlocked_apart(KEY_FILE, "another")
    with pytest.raises(CannotLock, match="recovery sheet"):
        await unlocked_apart(KEY_FILE[:50], WORDS)
    assert await unlocked_apart(None, KEY.secret) == KEY


@pytest.mark.thorough
async def test_a_process_that_dies_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")
    with pytest.raises(CannotOpen, match="try again"):
        await unlocked_apart(KEY_FILE, WORDS)
    assert Path("/bin/false").exists()


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_the_whole_way_in_a_terminal(diary_path: Path) -> None:
    places = locked(diary_path)
    clock = Clock()
    repository = open_repository(diary_path, clock, KEY)
    repository.set("boundaries_seen", clock.today())
    drop(places, Dropped(new_id(), clock.now(), "added it", (("pain", pain(clock)),)))
    keyboard = Keyboard(diary_path)
    keyboard.wait_for("The diary is locked")
    keyboard.type([*"wrong", "\r"], 0.05)
    keyboard.wait_for("does not open the diary")
    keyboard.type([*WORDS, "\r"], 0.05)
    keyboard.wait_for("1 entry came in")
    keyboard.type([*"n7", "\x13"], 0.1)
    keyboard.wait_for("saved")
    keyboard.type(["\x11"], 0)
    keyboard.close()
    assert not diary_path.exists()
    kept = open_repository(diary_path, clock, KEY).entries(Pain)
    assert sorted(entry.severity for entry in kept) == [4, 7]


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_who_leaves_at_the_door_leaves_it_locked(diary_path: Path) -> None:
    places = locked(diary_path)
    before = places.locked.read_bytes()
    keyboard = Keyboard(diary_path)
    keyboard.wait_for("The diary is locked")
    keyboard.type(["\x1b"], 0)
    keyboard.close()
    assert places.locked.read_bytes() == before


def pain(clock: Clock) -> Document:
    return write_document(Pain(at=clock.now(), severity=4))
