"""What one states about oneself: each line optional, kept at once, taken back again."""

from typing import Any

import pytest

from backcare_tui.guidance.about import ABOUT
from backcare_tui.screens import AboutYou
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import AppAt
from tests.screens.seen import click, flowing, line_with, painted, press, seen, write
from tests.stored import stored


async def opened(pilot: Any, setting: str = "") -> None:
    """The list, with the cursor on the line of a setting."""
    await pilot.app.push_screen(AboutYou(pilot.app.desk))
    await painted(pilot)
    for line in ABOUT:
        if line.setting == setting:
            return
        if setting:
            await press(pilot, "down")


@pytest.mark.thorough
async def test_each_line_says_why_it_is_asked(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await opened(pilot)
        for line in ABOUT:
            assert line.why in flowing(pilot)
            await press(pilot, "down")


async def test_a_year_is_typed_and_taken_back(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        for setting, label, year in (
            ("birth_year", "Year of birth", 1968),
            ("pain_since", "Pain since", 2019),
        ):
            await opened(pilot, setting)
            await press(pilot, "enter")
            await write(pilot, str(year))
            await press(pilot, "enter")
            assert str(year) in line_with(pilot, label)
            assert stored(repository)[setting] == year
            await press(pilot, "enter")
            await write(pilot, "none")
            await press(pilot, "enter")
            assert "not stated" in line_with(pilot, label)
            assert stored(repository).get(setting) is None
            await press(pilot, "escape")


@pytest.mark.thorough
async def test_a_year_that_cannot_be_is_one_sentence(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await opened(pilot, "birth_year")
        await press(pilot, "enter")
        for typed in ("2027", "1900", "long ago", "-5"):
            await write(pilot, typed)
            await press(pilot, "enter")
            assert f'year: "{typed}" is not from 1906 to 2026, or none.' in flowing(pilot)
            assert "birth_year" not in stored(repository), typed
            await press(pilot, "end ctrl+u")


@pytest.mark.thorough
async def test_the_number_to_call_is_ones_own(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await opened(pilot, "emergency_number")
        await press(pilot, "enter")
        await write(pilot, "call me")
        await press(pilot, "enter")
        assert "is not a number to call" in flowing(pilot)
        await press(pilot, "ctrl+a ctrl+k")
        await write(pilot, "112")
        await press(pilot, "enter")
        assert "112" in line_with(pilot, "Emergency number")
    assert stored(repository)["emergency_number"] == "112"


@pytest.mark.thorough
async def test_a_limit_of_drinks_is_one_key(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await opened(pilot, "fluid_limit")
        assert "not stated" in line_with(pilot, "Drinks are limited")
        await press(pilot, "enter")
        assert stored(repository)["fluid_limit"] is True
        await press(pilot, "enter")
        assert stored(repository)["fluid_limit"] is False
        assert "no" in line_with(pilot, "Drinks are limited").split()


async def test_not_asked_and_none_are_told_apart_in_each_list(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        for row in filter(lambda row: row.question, ABOUT):
            first = row.choices()[0][0]
            await opened(pilot, row.setting)
            assert "not asked yet" in line_with(pilot, row.label), row.setting
            await press(pilot, "enter space end enter")
            assert stored(repository)[row.setting] == [first]
            assert "1 stated" in line_with(pilot, row.label), row.setting
            await press(pilot, "enter space end up enter")
            assert stored(repository)[row.setting] == []
            assert "none" in line_with(pilot, row.label), row.setting
            await press(pilot, "escape")


@pytest.mark.thorough
async def test_a_second_click_marks_in_a_list(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await opened(pilot, "medicines")
        await press(pilot, "enter")
        await click(pilot, "Muscle relaxant")
        await click(pilot, "Muscle relaxant")
        await press(pilot, "ctrl+s")
    assert stored(repository)["medicines"] == ["muscle_relaxant"]


async def test_the_settings_lead_here(app_at: AppAt, repository: TinyRepository) -> None:
    repository.set("emergency_number", "112")
    async with app_at((120, 40)) as pilot:
        await press(pilot, "comma")
        assert "112" in line_with(pilot, "Emergency number")
        await press(pilot, "end up up up up enter")
        assert "Year of birth" in seen(pilot)
        await press(pilot, "escape")
        assert "A week begins on" in seen(pilot)


async def test_what_the_week_is_made_from_is_changed_in_the_settings(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "comma slash")
        await write(pilot, "password")
        assert "No setting has these words." in seen(pilot)
        assert "The colors of every screen" not in seen(pilot), "no sentence of what is not listed"
        await press(pilot, "escape slash")
        await write(pilot, "my week")
        await press(pilot, "enter")
        assert "What your week is made from" in seen(pilot)
        await press(pilot, "enter")
        await write(pilot, "15")
        await press(pilot, "enter")
        assert "15 min" in line_with(pilot, "Minutes a day")
        await press(pilot, "down down enter")
        await write(pilot, "lifting")
        await press(pilot, "enter escape")
    assert repository.settings().minutes_a_day == 15
    assert repository.settings().days_are == "lifting"
