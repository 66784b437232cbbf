"""The calendar of a year: three measures, one of them or all."""

import pytest

from backcare_tui.store.tiny import TinyRepository
from tests.conftest import AppAt
from tests.screens.seen import click, line_with, lines, press, seen

YEAR = "6 plus plus plus"


async def test_p_goes_from_pain_to_sleep_to_movement_and_back_and_each_is_clicked(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, YEAR)
        for name, sign in (("Pain", "worst"), ("Sleep", "whole hours"), ("Movement", "40+ min")):
            assert f"▸{name}" in lines(pilot)[4]
            assert sign in seen(pilot), name
            await press(pilot, "v")
        assert "▸Pain" in lines(pilot)[4]
        await click(pilot, "Movement", right=2)
        assert "▸Movement" in seen(pilot)
        assert "40+ min" in seen(pilot)


@pytest.mark.thorough
async def test_a_wider_window_shows_a_whole_year_and_a_tall_one_all_three_at_once(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, YEAR)
        for size in ((120, 24), (120, 40)):
            await pilot.resize_terminal(*size)
            assert "A year · 24 Nov 2025 to 29 Nov 2026" in seen(pilot), size
        assert all(words in seen(pilot) for words in ("worst", "whole hours asleep", "40+ min"))
        assert len([line for line in lines(pilot) if " Wed " in line]) == 3


@pytest.mark.thorough
async def test_where_a_year_does_not_fit_the_brackets_go_to_the_other_half(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, f"{YEAR} left_square_bracket")
        assert "Half a year · " in seen(pilot)
        await press(pilot, "right_square_bracket")
        assert "1 Jun to 29 Nov" in seen(pilot)


@pytest.mark.thorough
async def test_every_size_shows_the_week_and_tells_the_day(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    async with app_at((40, 20)) as pilot:
        await press(pilot, f"{YEAR} left")
        for size in ((40, 20), (60, 20), (80, 24), (120, 34), (200, 60)):
            await pilot.resize_terminal(*size)
            assert "Sun" in seen(pilot), size
            assert "pain" in line_with(pilot, "Mon 16 Nov  "), size
