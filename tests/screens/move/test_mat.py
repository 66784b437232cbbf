"""A routine written for the mat from Move: found by name in the palette, as it has no key."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from backcare_tui.diary.records.check import Check
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.screens.seen import flowing, press, seen, settle, write, write_over


async def ask_for_the_mat(pilot: Pilot[None]) -> None:
    """In Move, on the routine that fits now."""
    await press(pilot, "3 ctrl+p")
    await write(pilot, "phone or tablet")
    await settle(pilot)
    await press(pilot, "enter")
    await settle(pilot)


async def test_a_routine_is_written_for_the_phone_and_never_over_a_file_unasked(
    app_at: AppAt, repository: TinyRepository, tmp_path: Path
) -> None:
    file = tmp_path / "mat.html"
    async with app_at() as pilot:
        await ask_for_the_mat(pilot)
        assert "a page for a phone or tablet" in seen(pilot)
        assert "nothing else of the diary" in flowing(pilot)
        await write_over(pilot, str(file))
        await press(pilot, "enter")
        await settle(pilot)
        assert "written: " in seen(pilot)
        assert "Content-Security-Policy" in file.read_text("utf-8")
        file.write_text("mine", "utf-8")
        for answer, kept in (("n", "mine"), ("o", "<!DOCTYPE html>")):
            await ask_for_the_mat(pilot)
            await write_over(pilot, str(file))
            await press(pilot, "enter")
            await settle(pilot)
            assert "Write over it?" in seen(pilot)
            await press(pilot, answer)
            await settle(pilot)
            assert file.read_text("utf-8").startswith(kept)


@pytest.mark.thorough
async def test_while_a_warning_sign_stands_it_says_so_and_writes_nothing(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Check(at=MONDAY, red_flags=("saddle_numbness",)))
    async with app_at() as pilot:
        await ask_for_the_mat(pilot)
        assert "No routine is started while this stands." in flowing(pilot)


@pytest.mark.thorough
async def test_on_a_program_it_is_not_offered(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "3 end ctrl+p")
        await write(pilot, "phone or tablet")
        await settle(pilot)
        assert "For the mat" not in seen(pilot)
