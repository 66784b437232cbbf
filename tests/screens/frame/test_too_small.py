"""A terminal that is too small says so, and what was open is as it was once there is room."""

import pytest
from textual.geometry import Size

from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.pain import Pain
from backcare_tui.screens.frame.too_small import LEAST, is_too_small, words_for
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import AppAt
from tests.for_each import for_each
from tests.screens.player.playing import Seconds, begin, player_of
from tests.screens.seen import flowing, lines, press, seen, settle

SCRAPS = [(20, 5), (35, 24), (80, 9), (12, 4), (8, 2)]
each_scrap = for_each("size", SCRAPS)


@each_scrap
def test_the_sentence_fits_whole(size: tuple[int, int]) -> None:
    room = Size(*size)
    words = words_for(room)
    assert is_too_small(room)
    assert all(str(each) in words for each in LEAST)
    assert len(words) <= room.area


def test_from_the_size_it_names_on_there_is_room() -> None:
    assert not is_too_small(LEAST)


async def test_a_form_waits_under_the_sentence_and_no_key_reaches_it(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "n 4")
        before = seen(pilot)
        await pilot.resize_terminal(20, 5)
        await settle(pilot)
        assert "needs 36 columns" in flowing(pilot)
        assert max(map(len, lines(pilot))) <= 20
        await press(pilot, "7 enter w n 3 enter ctrl+s escape ctrl+p q")
        await settle(pilot)
        assert not repository.entries(Pain)
        assert not repository.entries(Meal)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert seen(pilot) == before
        await press(pilot, "enter")
        await settle(pilot)
    assert [pain.severity for pain in repository.entries(Pain)] == [4]


async def test_it_is_said_from_the_start_and_the_greeting_comes_after(app_at: AppAt) -> None:
    async with app_at((20, 5), is_new=True) as pilot:
        await settle(pilot)
        assert "Too small" in flowing(pilot)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "Too small" not in flowing(pilot)
        assert "backcare" in flowing(pilot)


async def test_a_routine_stands_still_while_nobody_sees_it(app_at: AppAt) -> None:
    seconds = Seconds()
    async with app_at() as pilot:
        await begin(pilot, seconds, "4")
        await pilot.resize_terminal(20, 5)
        await settle(pilot)
        seconds.now += 600
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "Space goes on" in seen(pilot)
        assert player_of(pilot).engine.elapsed_s < 600


@pytest.mark.thorough
@pytest.mark.parametrize(
    "keys", ["1", "2", "3", "4", "5", "6", "n", "s", "question_mark", "W", "3 a"]
)
async def test_whatever_is_open_comes_back_as_it_was(app_at: AppAt, keys: str) -> None:
    async with app_at() as pilot:
        await press(pilot, keys)
        await settle(pilot)
        before = seen(pilot)
        for size in SCRAPS:
            await pilot.resize_terminal(*size)
            await settle(pilot)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert seen(pilot) == before
