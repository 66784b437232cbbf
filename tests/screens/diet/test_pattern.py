"""Choosing a pattern, and marking one's own."""

import pytest

from backcare_tui.diary.records.meal import Meal
from backcare_tui.library.patterns import OWN, chosen_pattern
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.screens.seen import click, flowing, inside, line_with, place_of, press, seen
from tests.stored import stored

WIDE = (120, 40)


async def test_a_pattern_of_the_library_is_chosen_with_its_sources_in_view(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "5 p")
        assert "(●) Mediterranean style" in seen(pilot)
        assert "evidence for pain is weak" in flowing(pilot)
        assert "Elma O et al." in flowing(pilot)
        await press(pilot, "down")
        assert "not for pain" in flowing(pilot)
        await press(pilot, "enter")
        assert "DASH · this week" in seen(pilot)
    assert stored(repository)["diet_pattern"] == "dash"


async def test_a_dialog_stays_where_it_is_however_much_it_says_of_a_row(app_at: AppAt) -> None:
    async with app_at() as pilot:
        for keys, first, clicked in (
            ("5 p", "Mediterranean style", ("( ) DASH", "( ) Your own")),
            ("escape 1 comma slash a g e space a n d enter", "Year of birth", ("Region",)),
        ):
            await press(pilot, keys)
            stood = place_of(pilot, first)
            for words in clicked:
                await click(pilot, words)
                assert place_of(pilot, first) == stood, words


@pytest.mark.thorough
async def test_closing_changes_nothing(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "5 p down escape")
        assert "Mediterranean style · this week" in seen(pilot)
        await press(pilot, "p end enter space escape escape")
        assert "Mediterranean style · this week" in seen(pilot)
    assert "diet_pattern" not in stored(repository)


@pytest.mark.thorough
async def test_an_own_pattern_begins_with_the_one_that_holds(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Meal(at=MONDAY, text="soup", tags=("miso [x]",)))
    async with app_at(WIDE) as pilot:
        await press(pilot, "5 p end enter")
        assert "+ Vegetables" in seen(pilot)
        await press(pilot, "plus down minus down enter down plus plus end up plus")
        assert "+ miso [x]" in line_with(pilot, "miso")
        await press(pilot, "end enter")
        words = inside(pilot, "Your own pattern · this week")
        assert "miso [x]" in words
        assert "Favored food on 1 of 1 day" in words
    own = chosen_pattern(repository.settings())
    assert own.id == OWN
    assert "vegetables" not in (*own.favor, *own.limit)
    assert own.limit[:2] == ("leafy-greens", "fruit")
    assert own.favor[0] == "berries"
    assert own.favor[-1] == "miso [x]"


async def test_a_pattern_without_marks_says_what_to_do(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.set("diet_pattern", {"favor": [], "limit": []})
    async with app_at(WIDE) as pilot:
        await press(pilot, "5")
        assert "No tag is marked in this pattern. Press p" in flowing(pilot)


@pytest.mark.thorough
async def test_a_click_chooses_too(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "5 p")
        await click(pilot, "DASH")
        await click(pilot, "DASH")
        assert "DASH · this week" in seen(pilot)
