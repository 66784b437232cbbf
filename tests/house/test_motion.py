"""What moves by itself is known, asks whether anything is to move, and is stilled on the spot by one key wherever it is."""

import ast
from typing import Any

import pytest
from textual import constants
from textual.app import App
from textual.pilot import Pilot

from backcare_tui.store.tiny import TinyRepository
from backcare_tui.widgets.player.figure_view import FigureView
from tests.conftest import AppAt
from tests.house.source import modules
from tests.screens.opened import rest
from tests.screens.seen import press

MOVES = {
    "screens.move.preview": "goes through the exercises",
    "screens.player.player": "leads, by a figure and the breath",
    "widgets.player.figure_view": "goes between its poses",
}
"""What calls itself again and again to draw something else."""
STILL = {
    "app": "looks at the file",
    "screens.frame.drafted_form": "keeps the draft",
    "screens.frame.waiting": "says what is waited for",
}
"""What does so and moves nothing."""
WITH_FIGURES = {"Move": "3", "an exercise": "3 E enter", "the library": "3 E"}


def calling(*names: str) -> set[str]:
    """The modules that call a method of one of these names."""
    return {
        module.name.removeprefix("backcare_tui.")
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in names
    }


def test_it_is_known_what_moves_by_itself() -> None:
    assert calling("set_interval") == MOVES.keys() | STILL.keys()
    assert not calling("animate")


def test_nothing_blinks() -> None:
    assert not [
        module.at(text)
        for module in modules()
        for text in module.strings
        if "blink" in str(text.value).split()
    ]


async def pictures(app: App[Any], view: FigureView) -> set[str]:
    """The different pictures of six seconds."""
    found = set()
    for step in range(12):
        view._now = lambda at=step: view._began + at / 2  # type: ignore[misc]
        view._move()
        found.add("\n".join(view.render_line(y).text for y in range(view.size.height)))
    return found


async def figure(pilot: Pilot[Any]) -> FigureView:
    (view,) = (each for each in pilot.app.screen.query(FigureView) if each.display)
    return view


@pytest.mark.thorough
@pytest.mark.parametrize("keys", WITH_FIGURES.values(), ids=WITH_FIGURES)
async def test_one_key_stills_each_figure_where_it_is_and_lets_it_move_again(
    app_at: AppAt, story_diary: TinyRepository, monkeypatch: pytest.MonkeyPatch, keys: str
) -> None:
    monkeypatch.setattr(constants, "TEXTUAL_ANIMATIONS", "full")
    async with app_at((120, 40)) as pilot:
        for key in keys.split():
            await press(pilot, key)
            await rest(pilot)
        seen = []
        for _ in range(3):
            seen.append(len(await pictures(pilot.app, await figure(pilot))))
            await press(pilot, "f4")
            await rest(pilot)
        assert seen[0] > 1
        assert seen[1] == 1
        assert seen[2] > 1
