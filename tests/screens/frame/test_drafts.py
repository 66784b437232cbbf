"""What is half-filled is never lost: drafts."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from backcare_tui.diary.records.pain import Pain
from backcare_tui.screens.frame import drafted_form
from backcare_tui.store import open_repository
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.screens.seen import line_with, lines, press, seen, to_field, write
from tests.store.faults import failing
from tests.stored import stored

BIG = (100, 40)
Reopen = Callable[[], TinyRepository]


@pytest.fixture
def reopened(diary_path: Path, clock: FrozenClock) -> Reopen:
    """Opens the diary anew, as the next start of the program does."""
    return lambda: open_repository(diary_path, clock)


async def test_leaving_asks_nothing_and_the_draft_comes_back(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at(BIG) as pilot:
        await press(pilot, "n 6")
        await to_field(pilot, "Note")
        await write(pilot, "half a")
        await press(pilot, "escape")
        assert "kept as a draft; open the form again to go on" in seen(pilot)
        await press(pilot, "n")
        assert "Your draft from before; ctrl+n empties it." in seen(pilot)
        assert "half a" in line_with(pilot, "Note")
        await to_field(pilot, "Note")
        await write(pilot, " thought")
        await press(pilot, "ctrl+s")
    (entry,) = repository.entries(Pain)
    assert (entry.severity, entry.note) == (6, "half a thought")


async def test_a_form_left_untouched_is_no_draft(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "n escape s escape")
        assert "draft" not in seen(pilot)
    assert not any(name.startswith("draft.") for name in stored(repository))


async def test_a_draft_is_there_after_closing_the_program(app_at: AppAt, reopened: Reopen) -> None:
    async with app_at(BIG) as pilot:
        await press(pilot, "n 6")
        await to_field(pilot, "Feels")
        await write(pilot, "burning")
        await press(pilot, "enter ctrl+q")
    async with app_at(BIG, reopened()) as pilot:
        await press(pilot, "n")
        assert "[  6" in seen(pilot)
        assert "● Burning" in seen(pilot)


@pytest.mark.thorough
async def test_a_draft_is_there_after_the_program_was_killed(
    app_at: AppAt, reopened: Reopen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafted_form, "DRAFT_EVERY_S", 0.01)
    async with app_at(BIG) as pilot:
        await press(pilot, "n 7")
        while "draft.check-in" not in stored(reopened()):
            await pilot.pause(0.01)
        killed = reopened()
    async with app_at(BIG, killed) as pilot:
        await press(pilot, "n")
        assert "[  7" in seen(pilot)


@pytest.mark.thorough
async def test_what_cannot_be_read_yet_stays_in_the_draft(app_at: AppAt, reopened: Reopen) -> None:
    async with app_at(BIG) as pilot:
        await press(pilot, "n 6")
        await to_field(pilot, "Stiffness")
        await write(pilot, "a whi")
        await press(pilot, "escape")
    async with app_at(BIG, reopened()) as pilot:
        await press(pilot, "n")
        assert "a whi" in line_with(pilot, "Stiffness")


@pytest.mark.thorough
async def test_ctrl_n_empties_and_once_more_brings_back(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at(BIG) as pilot:
        await press(pilot, "n 6")
        await to_field(pilot, "Note")
        await write(pilot, "precious")
        await press(pilot, "ctrl+n")
        assert "precious" not in seen(pilot)
        assert "10 the worst you can imagine" in seen(pilot)
        assert "Emptied; ctrl+n once more brings it back." in seen(pilot)
        await press(pilot, "ctrl+n")
        assert "precious" in seen(pilot)
        assert "[  6" in seen(pilot)
        await press(pilot, "ctrl+n escape n")
        assert "draft" not in seen(pilot)
        assert "10 the worst you can imagine" in seen(pilot)


async def test_saving_drops_the_draft(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at(BIG) as pilot:
        await press(pilot, "n 6 escape n enter n")
        assert "10 the worst you can imagine" in seen(pilot)
        assert "draft" not in seen(pilot)
    assert [entry.severity for entry in repository.entries(Pain)] == [6]
    assert "draft.check-in" not in stored(repository)


async def test_a_change_half_made_is_a_draft_of_that_entry_alone(
    app_at: AppAt, repository: TinyRepository, diary_path: Path
) -> None:
    async with app_at(BIG) as pilot:
        await press(pilot, "n 6 enter tab enter 3 escape")
        await press(pilot, "n")
        assert "10 the worst you can imagine" in seen(pilot)
        await press(pilot, "escape")
        assert [entry.severity for entry in repository.entries(Pain)] == [6]
        await press(pilot, "enter")
        assert "Change the check-in" in seen(pilot)
        assert "[  3" in seen(pilot)
        await press(pilot, "enter")
    (document,) = msgspec.json.decode(diary_path.read_bytes())["pain"].values()
    assert document["severity"] == 3


async def test_a_draft_that_cannot_be_kept_holds_the_form_open_once(
    app_at: AppAt, repository: TinyRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafted_form, "DRAFT_EVERY_S", 3600)
    monkeypatch.setattr(drafted_form, "DRAFT_AFTER_S", 3600)
    async with app_at(BIG) as pilot:
        await press(pilot, "n 6")
        with failing("open"):
            await press(pilot, "escape")
            assert "What you typed cannot be kept now; esc once more closes without it." in seen(
                pilot
            )
            assert "[  6" in seen(pilot)
            await press(pilot, "escape")
            assert "Logged today" in seen(pilot)


@pytest.mark.thorough
async def test_a_draft_stays_of_the_moment_at_which_it_was_typed(
    app_at: AppAt, repository: TinyRepository, clock: FrozenClock
) -> None:
    async with app_at() as pilot:
        await press(pilot, "n 7 escape")
        clock.move(hours=5)
        await press(pilot, "n")
        assert "Check-in · today, 08:12" in lines(pilot)[0]
        await press(pilot, "enter")
    (entry,) = repository.entries(Pain)
    assert entry.at == MONDAY


async def test_a_draft_of_another_day_waits_and_does_not_take_three_keys_of_today(
    app_at: AppAt, repository: TinyRepository, clock: FrozenClock
) -> None:
    async with app_at() as pilot:
        await press(pilot, "n 8 escape")
        clock.move(days=2)
        await press(pilot, "n")
        assert "A draft of Mon 23 Nov is kept; ctrl+n opens it." in seen(pilot)
        await press(pilot, "4")
        assert isinstance(pilot.app.screen, drafted_form.DraftedForm)
        await pilot.app.screen.keep_state()  # as the form does every three seconds
        await press(pilot, "enter")
        await press(pilot, "n ctrl+n")
        assert "8 severe" in seen(pilot)
        await press(pilot, "enter n")
        assert "8 severe" not in seen(pilot)
    days = {entry.day.day: entry.severity for entry in repository.entries(Pain)}
    assert days == {23: 8, 25: 4}
