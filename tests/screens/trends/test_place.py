"""Trends: from a week to all time and back, step by step, by key and by mouse."""

import pytest

from backcare_tui.diary.records.pain import Pain
from backcare_tui.screens.trends.place import Trends
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.screens.seen import click, flowing, line_with, lines, press, seen

TITLES = {
    "4 weeks": "4 weeks · 2 to 29 Nov",
    "12 weeks": "12 weeks · 7 Sep to 29 Nov",
    "Year": "Half a year · 1 Jun to 29 Nov",
    "All": "All time · ",
}


async def test_minus_shows_a_longer_time_and_plus_a_shorter_one_and_names_are_clicked(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "6")
        for name, title in TITLES.items():
            await press(pilot, "plus")
            assert f"▸{name}" in lines(pilot)[2]
            assert title in seen(pilot)
        for name, title in reversed(TITLES.items()):
            assert title in seen(pilot)
            await press(pilot, "minus")
            assert title not in seen(pilot), name
        await press(pilot, "minus")
        assert "▸Week" in lines(pilot)[2]
        for name, title in TITLES.items():
            await click(pilot, name, right=1)
            assert f"▸{name}" in lines(pilot)[2]
            assert title in seen(pilot)


@pytest.mark.thorough
async def test_the_brackets_step_by_what_is_shown_up_to_today(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "6 plus left_square_bracket")
        assert "4 weeks · 5 Oct to 1 Nov" in seen(pilot)
        await press(pilot, "right_square_bracket right_square_bracket")
        assert TITLES["4 weeks"] in seen(pilot)
        await press(pilot, "left_square_bracket " * 20)
        assert "4 weeks · 27 Jul to 23 Aug" in seen(pilot)


@pytest.mark.thorough
async def test_the_day_that_was_looked_at_stays_in_view_on_zooming(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "6 plus plus home")
        assert "Mon 7 Sep  " in seen(pilot)
        await press(pilot, "minus")
        assert "4 weeks · 7 Sep to 4 Oct" in seen(pilot)
        assert "Mon 7 Sep  " in seen(pilot)
        await press(pilot, "plus plus plus")
        assert "All time" in seen(pilot)
        await press(pilot, "minus minus minus minus")
        screen = pilot.app.screen
        assert isinstance(screen, Trends)
        await press(pilot, "plus")
        assert "Mon 7 Sep  " in seen(pilot)


@pytest.mark.thorough
async def test_going_beyond_the_edge_moves_what_is_shown(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "6 plus home left")
        assert "Sun 1 Nov  " in seen(pilot)
        assert "4 weeks · 26 Oct to 22 Nov" in seen(pilot)
        await press(pilot, "right " * 40)
        assert "Mon 23 Nov  " in seen(pilot)
        assert TITLES["4 weeks"] in seen(pilot)


async def test_enter_opens_the_day_in_the_diary(app_at: AppAt, story_diary: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "6 plus left left enter")
        assert "▌Sat 21 Nov" in seen(pilot)
        await press(pilot, "6 plus plus up enter")
        assert "▌Fri 20 Nov" in seen(pilot)


async def test_a_new_entry_is_seen_at_once(app_at: AppAt, week_diary: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "6 plus")
        assert "nothing taken down" in line_with(pilot, "Mon 23 Nov  ")
        await press(pilot, "n 9 enter")
        assert "Mon 23 Nov  pain 9" in seen(pilot)


async def test_an_empty_diary_is_told_what_will_be_seen(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "6")
        assert "Your weeks will stand here in one look" in seen(pilot)
        for name in TITLES:
            await press(pilot, "plus")
            assert "press n" in flowing(pilot).casefold(), name
            await press(pilot, "left_square_bracket left right home end")
            assert "press n" in flowing(pilot).casefold(), name


@pytest.mark.thorough
async def test_weeks_begin_as_the_setting_says(app_at: AppAt, story_diary: TinyRepository) -> None:
    story_diary.set("week_start", "sun")
    async with app_at() as pilot:
        await press(pilot, "6 plus")
        assert "4 weeks · 1 to 28 Nov" in seen(pilot)
        await press(pilot, "plus plus")
        assert "31 May to 28 Nov" in seen(pilot)
        rows = [line for line in lines(pilot) if line.startswith((" │ Sun ", " │ Mon "))]
        assert rows[0].startswith(" │ Sun ")


@pytest.mark.thorough
async def test_only_what_can_be_done_is_named(app_at: AppAt, story_diary: TinyRepository) -> None:
    async with app_at((120, 30)) as pilot:
        await press(pilot, "6")
        assert "measure" not in lines(pilot)[-1]
        await press(pilot, "plus plus plus")
        assert "v next measure" in lines(pilot)[-1]
        await press(pilot, "plus")
        assert "[ ]" not in lines(pilot)[-1]


@pytest.mark.thorough
async def test_one_entry_is_enough_for_every_view(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Pain(at=MONDAY, severity=0))
    async with app_at() as pilot:
        await press(pilot, "6 plus")
        for _ in range(4):
            assert "pain 0" in seen(pilot)
            await press(pilot, "left_square_bracket left right plus")
