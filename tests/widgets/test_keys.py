"""The footer names whole keys, those of the screen first, and always the help."""

import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.pilot import Pilot

from backcare_tui.widgets.keys import Keys
from tests.screens.seen import lines

NAMED = "a add b begin c close u undo ? help"


class Shown(App[None]):
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [
        Binding("u", "undo", "undo"),
        Binding("question_mark", "help", "help", key_display="?"),
        Binding("a", "add", "add"),
        Binding("b,B", "begin", "begin"),
        Binding("c", "close", "close"),
        Binding("x", "hidden", "hidden", show=False),
    ]

    def compose(self) -> ComposeResult:
        yield Keys(last=["undo"])


async def footer(pilot: Pilot[None]) -> str:
    """What the footer says once it is made, some refreshes later."""
    for _ in range(5):
        await pilot.pause()
    return lines(pilot)[-1].strip()


@pytest.mark.parametrize(
    ("width", "named"),
    [
        (60, NAMED),
        (len(NAMED) + 1, NAMED),
        (len(NAMED), "a add b begin c close ? help"),
        (16, "a add ? help"),
        (8, "? help"),
    ],
)
async def test_keys_are_named_whole_and_the_help_always(width: int, named: str) -> None:
    async with Shown().run_test(size=(width, 2)) as pilot:
        assert await footer(pilot) == named


async def test_more_keys_are_named_when_the_window_grows() -> None:
    async with Shown().run_test(size=(21, 2)) as pilot:
        assert await footer(pilot) == "a add b begin ? help"
        await pilot.resize_terminal(60, 2)
        assert await footer(pilot) == NAMED
