"""Where a code is typed, the codes stand beneath: by arrow, by click, or typed as before."""

from backcare_tui.diary.records.session import Session
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import AppAt
from tests.screens.seen import click, line_with, press, seen, settle, to_field, write, write_over


async def test_a_number_and_a_word_are_taken_by_click_arrow_or_typing(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at((100, 40)) as pilot:
        await press(pilot, "3 H a")
        await to_field(pilot, "Routine")
        await write(pilot, "walk")
        await to_field(pilot, "Length")
        await write(pilot, "12")
        await to_field(pilot, "Pain before")
        await write(pilot, "5")
        await to_field(pilot, "Pain after")
        await press(pilot, "down down down")
        assert "[2]" in seen(pilot)
        await click(pilot, "○ drew up toward the back")
        assert "● drew up toward the back" in seen(pilot)
        assert "moved-up" in line_with(pilot, "In the leg")
        await press(pilot, "ctrl+s")
        await settle(pilot)
    (kept,) = repository.entries(Session)
    assert (kept.pain_before, kept.pain_after, kept.leg) == (5, 2, "moved-up")


async def test_a_word_that_is_not_offered_is_typed_as_before(app_at: AppAt) -> None:
    async with app_at((100, 40)) as pilot:
        await press(pilot, "4 C")
        assert "● Massage" in seen(pilot)
        await write_over(pilot, "cupping at home")
        assert "● Massage" not in seen(pilot)
        await click(pilot, "○ Acupuncture")
        assert "acupuncture" in line_with(pilot, "▌Treatment")
        await press(pilot, "up")
        assert "osteopathy" in line_with(pilot, "▌Treatment")
