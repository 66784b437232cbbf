"""What can be done from every place stands at the right of the places, as wide as a finger where there is room."""

import pytest
from textual.app import App, ComposeResult

from backcare_tui.themes import DEFAULT_VARIABLES
from backcare_tui.widgets.heading import Aside, Heading
from tests.screens.seen import line_with

PLACES = {"day": "Today", "book": "Diary", "move": "Move"}
SIGNS = (Aside("≡", "menu", "app.note('menu')"), Aside("q", "quit", "app.note('quit')"))


class Shown(App[None]):
    ENABLE_COMMAND_PALETTE = False

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(DEFAULT_VARIABLES)

    def compose(self) -> ComposeResult:
        yield Heading("day", PLACES, SIGNS)

    def action_note(self, what: str) -> None:
        self.done.append(what)


@pytest.mark.parametrize(
    ("width", "said", "wide"),
    [(60, "≡ menu  q quit", 8), (42, "≡ menu  q quit", 8), (41, "≡    q", 5), (33, "≡  q", 3)],
)
async def test_each_cell_of_a_sign_and_beside_it_is_its_button(
    width: int, said: str, wide: int
) -> None:
    app = Shown()
    async with app.run_test(size=(width, 4)) as pilot:
        assert said in line_with(pilot, "Diary")
        for at in range(width - 2 * wide, width):
            await pilot.click(offset=(at, 1))
        assert app.done == ["menu"] * wide + ["quit"] * wide


async def test_where_there_is_no_room_for_signs_the_menu_leads_the_first_line() -> None:
    app = Shown()
    async with app.run_test(size=(30, 4)) as pilot:
        await pilot.click(offset=(0, 0))
        assert app.done == ["menu"]
