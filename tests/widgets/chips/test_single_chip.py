import pytest
from textual.app import App, ComposeResult

from backcare_tui.themes import DEFAULT_VARIABLES
from backcare_tui.widgets.chips.flow import Chip
from backcare_tui.widgets.chips.single_chip import OneChip

WORDS = (Chip("massage", "Massage"), Chip("cold", "Cold"), Chip("heat", "Heat"))


class Choosing(App[None]):
    def __init__(self, *, is_needed: bool = False) -> None:
        super().__init__()
        self.chips = OneChip(WORDS, label="Treatment", is_needed=is_needed)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(DEFAULT_VARIABLES)

    def compose(self) -> ComposeResult:
        yield self.chips


async def test_choosing_one_lets_go_of_the_other() -> None:
    app = Choosing()
    async with app.run_test() as pilot:
        await pilot.press("space", "right", "space")
        assert app.chips.one == "cold"
        await pilot.press("n", "e", "w", "enter")
        assert app.chips.chosen == ("new",)


@pytest.mark.parametrize(("is_needed", "left"), [(False, None), (True, "massage")])
async def test_one_that_is_needed_cannot_be_let_go(*, is_needed: bool, left: str | None) -> None:
    app = Choosing(is_needed=is_needed)
    async with app.run_test() as pilot:
        await pilot.press("space", "space")
        assert app.chips.one == left


async def test_it_is_stepped_through_from_the_last_to_the_first() -> None:
    app = Choosing()
    seen = []
    async with app.run_test():
        for _ in range(4):
            app.chips.step()
            seen.append(app.chips.one)
    assert seen == ["massage", "cold", "heat", "massage"]


def test_one_that_was_set_is_the_one() -> None:
    chips = OneChip(WORDS, label="Treatment")
    assert chips.one is None
    chips.one = "cold"
    assert (chips.one, chips.chosen) == ("cold", ("cold",))
    chips.one = None
    assert chips.chosen == ()
