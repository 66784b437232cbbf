"""The shape that paces a breath."""

import pytest
from textual.app import App, ComposeResult

from backcare_tui.themes import DEFAULT_VARIABLES
from backcare_tui.widgets.player.breath import BreathPacer, draw_breath
from tests.screens.seen import lines, seen


class Shown(App[None]):
    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(DEFAULT_VARIABLES)

    def compose(self) -> ComposeResult:
        yield BreathPacer()


def cells(radius: int, part: str) -> str:
    return "".join(text for row in draw_breath(40, 12, radius) for text, of in row if of == part)


def test_the_disk_grows_within_a_ring_that_stays() -> None:
    sizes = [len(cells(radius, "disk")) for radius in range(1, 20)]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[-1]
    assert {cells(radius, "ring") for radius in range(18)} == {cells(0, "ring")}


async def test_it_shows_what_to_do_and_for_how_long() -> None:
    async with Shown().run_test(size=(40, 12)) as pilot:
        breath = pilot.app.query_exactly_one(BreathPacer)
        breath.word, breath.left_s = "breathe in", 4
        await pilot.pause()
        assert lines(pilot)[-1].strip() == "breathe in · 4"


async def test_it_swells_with_the_breath() -> None:
    async with Shown().run_test(size=(40, 12)) as pilot:
        breath = pilot.app.query_exactly_one(BreathPacer)
        shown = []
        for fill in (0.0, 0.5, 1.0):
            breath.fill = fill
            await pilot.pause()
            shown.append(seen(pilot).count("⣿"))
        assert shown == sorted(set(shown))


async def test_it_stands_still_but_for_the_count_where_motion_is_not_wanted() -> None:
    async with Shown().run_test(size=(40, 12)) as pilot:
        breath = pilot.app.query_exactly_one(BreathPacer)
        breath.is_still, breath.word, breath.left_s = True, "breathe out", 6
        await pilot.pause()
        first = lines(pilot)
        breath.fill, breath.left_s = 0.9, 5
        await pilot.pause()
        assert lines(pilot)[:-1] == first[:-1]
        assert lines(pilot)[-1].strip() == "breathe out · 5"


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (200, 60), (9, 40), (120, 3)])
async def test_any_room_will_do(size: tuple[int, int]) -> None:
    async with Shown().run_test(size=size) as pilot:
        breath = pilot.app.query_exactly_one(BreathPacer)
        breath.fill, breath.word = 0.7, "hold"
        await pilot.pause()
        assert len(lines(pilot)) == size[1]
