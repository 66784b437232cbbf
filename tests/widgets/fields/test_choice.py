import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding

from backcare_tui.themes import DEFAULT_VARIABLES
from backcare_tui.widgets.fields.choice import Pick, PickField
from backcare_tui.widgets.fields.field import Field

PICKS = (Pick("l", 1, "light"), Pick("m", 2, "medium"), Pick("d", 4, "deep"))


class Picking(App[None]):
    BINDINGS = [Binding("m,x", "note")]

    def __init__(self) -> None:
        super().__init__()
        self.field = PickField("Pressure", PICKS)
        self.changes: list[object] = []
        self.fired = 0

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(DEFAULT_VARIABLES)

    def compose(self) -> ComposeResult:
        yield self.field

    def action_note(self) -> None:
        self.fired += 1

    def on_field_changed(self, event: Field.Changed) -> None:
        assert event.control is self.field
        self.changes.append(event.value)


async def test_a_letter_chooses_and_lets_go() -> None:
    app = Picking()
    async with app.run_test() as pilot:
        await pilot.press("m", "d", "d")
        assert app.changes == [2, 4, None]


async def test_its_letters_come_before_the_keys_of_the_screen_and_others_do_not() -> None:
    app = Picking()
    async with app.run_test() as pilot:
        await pilot.press("m")
        assert app.fired == 0
        await pilot.press("x")
        assert (app.fired, app.field.value) == (1, 2)


@pytest.mark.parametrize(
    ("before", "key", "after"),
    [
        (None, "right", 1),
        (None, "left", 4),
        (1, "right", 2),
        (1, "left", 1),
        (4, "right", 4),
        (2, "backspace", None),
        (3, "right", 1),
    ],
)
async def test_a_key_steps_or_clears(before: int | None, key: str, after: int | None) -> None:
    app = Picking()
    app.field.picked = before
    async with app.run_test() as pilot:
        await pilot.press(key)
        assert app.field.value == after


@pytest.mark.parametrize("width", [80, 30, 18])
async def test_all_words_are_shown_and_one_click_chooses(width: int) -> None:
    app = Picking()
    async with app.run_test(size=(width, 10)) as pilot:
        lines = app.field.render().plain.split("\n")
        assert app.field.size.height == len(lines)
        if width > 20:
            y = next(y for y, line in enumerate(lines) if "○ deep" in line)
            await pilot.click(PickField, offset=(lines[y].index("deep"), y))
            assert app.field.value == 4
            assert "● deep" in app.field.render().plain
            await pilot.click(PickField, offset=(2, 0))
            assert app.field.value == 4


async def test_a_double_click_is_meant_once_and_a_later_click_lets_go() -> None:
    app = Picking()
    async with app.run_test(size=(80, 10)) as pilot:
        at = app.field.render().plain.index("deep"), 0
        await pilot.click(PickField, offset=at, times=2)
        assert app.field.value == 4
        await pilot.click(PickField, offset=at)
        assert app.field.value is None
