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
        Binding("a", "add", "add", tooltip="One more."),
        Binding("b,B", "begin", "begin"),
        Binding("c", "close", "close"),
        Binding("x", "hidden", "hidden", show=False),
    ]

    added = 0

    def compose(self) -> ComposeResult:
        yield Keys("undo", "help")

    def action_add(self) -> None:
        self.added += 1

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return None if action == "add" and self.added else True


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


async def test_a_click_on_a_key_does_what_it_names_while_that_can_be_done() -> None:
    app = Shown()
    async with app.run_test(size=(60, 2)) as pilot:
        await pilot.click(Keys, offset=(2, 0))
        assert app.added == 1
        app.refresh_bindings()
        await pilot.click(Keys, offset=(2, 0))
        await pilot.click(Keys, offset=(5, 0))
        assert app.added == 1


async def test_a_key_under_the_pointer_is_marked_and_says_more() -> None:
    async with Shown().run_test(size=(60, 2)) as pilot:
        keys = pilot.app.query_one(Keys)
        plain, tips, marked = keys.render().spans, [], []
        for column in (2, 5):
            await pilot.hover(Keys, offset=(column, 0))
            tips.append(keys.tooltip)
            marked.append(keys.render().spans != plain)
        assert tips == ["One more.", None]
        assert marked == [True, False]


async def test_other_keys_are_named_when_something_else_can_be_done() -> None:
    app = Shown()
    async with app.run_test(size=(60, 2)) as pilot:
        app.bind("d", "delete", description="delete")
        app.refresh_bindings()
        assert await footer(pilot) == NAMED.replace(" u undo", " d delete u undo")
