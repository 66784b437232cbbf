"""My activities: named once, rated now and then."""

import datetime as dt

import pytest

from backcare_tui.diary.records.ability import Ability
from backcare_tui.screens import Abilities
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.screens.player.playing import app_of
from tests.screens.seen import lines, press, seen, write


async def test_activities_are_named_and_rated(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "A")
        await write(pilot, "Put on socks")
        await press(pilot, "tab 4 enter")
        assert "My activities Put on socks 4" in seen(pilot)
    (rated,) = repository.entries(Ability)
    assert (rated.ratings, rated.at) == ({"Put on socks": 4}, MONDAY)


async def test_the_next_time_only_the_numbers_are_asked_for(
    app_at: AppAt, repository: TinyRepository
) -> None:
    before = MONDAY - dt.timedelta(days=15)
    repository.add(Ability(at=before, ratings={"Put on socks": 4, "Garden": 2}))
    async with app_at() as pilot:
        assert "My activities" in seen(pilot)
        await pilot.app.push_screen(Abilities(app_of(pilot).desk))
        await press(pilot, "6 5 enter")
    assert repository.entries(Ability)[-1].ratings == {"Put on socks": 6, "Garden": 5}


@pytest.mark.thorough
async def test_without_a_number_nothing_is_saved_and_the_names_stay(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await pilot.app.push_screen(Abilities(app_of(pilot).desk))
        await write(pilot, "Garden")
        await press(pilot, "ctrl+s")
        assert "an activity with a number from 0 to 10" in seen(pilot)
        assert "Garden" in seen(pilot)
    assert repository.entries(Ability) == ()


@pytest.mark.thorough
async def test_a_form_without_a_day_names_no_key_for_it(app_at: AppAt) -> None:
    async with app_at() as pilot:
        await press(pilot, "A")
        assert "[ ]" not in lines(pilot)[-1]
        await press(pilot, "escape n")
        assert "[ ] day" in lines(pilot)[-1]
