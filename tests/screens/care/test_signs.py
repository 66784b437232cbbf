"""A look for signs of inflammation: what is marked is saved as one look."""

from typing import Any

import pytest

from backcare_tui.diary.records.check import Signs
from backcare_tui.screens import SignsOfInflammation
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.screens.over_today import Opens, over_today
from tests.screens.seen import click, flowing, lines, painted, press, seen


@pytest.fixture
def looking(app_at: AppAt) -> Opens:
    """The checklist over Today."""
    return over_today(app_at, SignsOfInflammation)


async def test_what_is_marked_is_saved_in_the_order_of_the_list(
    looking: Opens, repository: TinyRepository
) -> None:
    async with looking() as pilot:
        assert "Source: Back Massage Therapy For Chronic Back Pain Relief, 2024" in flowing(pilot)
        await press(pilot, "down down space up up space down space space ctrl+s")
        assert "saved 08:12 · Signs of inflammation swell" in lines(pilot)[0]
    (look,) = repository.entries(Signs)
    assert (look.at, look.inflammation) == (MONDAY, ("swelling", "redness"))


async def test_no_signs_is_an_answer(looking: Opens, repository: TinyRepository) -> None:
    async with looking() as pilot:
        await press(pilot, "end up enter")
        assert "saved 08:12 · Signs of inflammation none" in lines(pilot)[0]
        await press(pilot, "u")
        assert repository.entries(Signs) == ()
        await press(pilot, "2")


async def test_enter_alone_is_not_taken_for_no_signs_and_closing_saves_nothing(
    looking: Opens, repository: TinyRepository
) -> None:
    async with looking() as pilot:
        await press(pilot, "end enter")
        assert "! Mark what fits, or choose None of these." in seen(pilot)
        await press(pilot, "home enter escape")
        assert repository.entries(Signs) == ()


@pytest.mark.thorough
async def test_a_sign_is_marked_by_mouse(looking: Opens, repository: TinyRepository) -> None:
    async with looking() as pilot:
        await click(pilot, "Redness")
        await click(pilot, "Redness")
        assert "[x] Redness" in seen(pilot)
        await press(pilot, "ctrl+s")
    assert repository.entries(Signs)[0].inflammation == ("redness",)


@pytest.mark.thorough
async def test_it_is_worked_the_same_at_any_size(
    looking: Opens, repository: TinyRepository
) -> None:
    async with looking((36, 10)) as pilot:
        for size in ((36, 10), (40, 12), (60, 20), (200, 60)):
            await pilot.resize_terminal(*size)
            app: Any = pilot.app
            app.push_screen(SignsOfInflammation(app.desk))
            await painted(pilot)
            assert max(map(len, lines(pilot))) <= size[0], size
            await press(pilot, "down space ctrl+s")
            assert repository.entries(Signs)[0].inflammation == ("heat",), size
            await press(pilot, "escape u")
            assert repository.entries(Signs) == (), size
            app.push_screen(SignsOfInflammation(app.desk))
            await painted(pilot)
