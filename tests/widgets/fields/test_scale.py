import re

import pytest
from textual.app import App, ComposeResult

from backcare_tui.themes import DEFAULT_VARIABLES
from backcare_tui.widgets.fields.field import Field
from backcare_tui.widgets.fields.scale import ScaleField


class Scale(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.field = ScaleField("Pain", lambda number: f"word{number}", ink="bold on $pain-{}")
        self.changes: list[object] = []
        self.typed = 0

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(DEFAULT_VARIABLES)

    def compose(self) -> ComposeResult:
        yield self.field

    def on_field_changed(self, event: Field.Changed) -> None:
        assert event.control is self.field
        self.changes.append(event.value)

    def on_scale_field_typed(self, event: ScaleField.Typed) -> None:
        assert event.control is self.field
        self.typed += 1

    @property
    def line(self) -> str:
        return self.field.render().plain[16:].rstrip()


@pytest.mark.parametrize(("key", "number"), [*((str(n), n) for n in range(10)), ("minus", 10)])
async def test_one_key_is_a_number_and_says_that_it_is_done(key: str, number: int) -> None:
    app = Scale()
    async with app.run_test() as pilot:
        await pilot.press(key)
        assert app.field.value == number
        assert (app.changes, app.typed) == ([number], 1)
        await pilot.press(key)
        assert (app.changes, app.typed) == ([number], 2)


@pytest.mark.parametrize(
    ("before", "key", "after"),
    [
        (None, "right", 0),
        (None, "left", 5),
        (4, "right", 5),
        (4, "left", 3),
        (0, "left", 0),
        (10, "right", 10),
        (4, "backspace", None),
    ],
)
async def test_a_key_steps_or_clears_and_does_not_go_on(
    before: int | None, key: str, after: int | None
) -> None:
    app = Scale()
    app.field.number = before
    async with app.run_test() as pilot:
        await pilot.press(key)
        assert app.field.value == after
        assert app.typed == 0


@pytest.mark.parametrize("width", [80, 49, 40])
@pytest.mark.parametrize("number", [None, *range(11)])
async def test_every_number_is_shown_and_the_chosen_one_in_brackets(
    width: int, number: int | None
) -> None:
    app = Scale()
    app.field.number = number
    async with app.run_test(size=(width, 5)) as pilot:
        app.set_focus(None)
        await pilot.pause()
        assert re.findall(r"\d+", app.line.partition("word")[0]) == [str(n) for n in range(11)]
        assert re.findall(r"\[(\d+)\]", app.line) == ([] if number is None else [str(number)])
        assert len(app.line) <= width - 16


async def test_the_word_stands_after_the_numbers_where_there_is_room() -> None:
    app = Scale()
    app.field.number = 6
    async with app.run_test(size=(80, 5)):
        assert app.line.endswith("word6  0-9, - is 10")
    async with Scale().run_test(size=(50, 5)) as pilot:
        await pilot.press("6")
        assert isinstance(pilot.app, Scale)
        assert "word" not in pilot.app.line


async def test_without_room_the_chosen_number_alone_is_shown() -> None:
    app = Scale()
    async with app.run_test(size=(30, 5)) as pilot:
        await pilot.press("7")
        assert app.line == "[7] word7"


@pytest.mark.parametrize(("width", "slot"), [(80, 3), (42, 2)])
@pytest.mark.parametrize("number", range(11))
async def test_a_click_chooses_the_number_it_is_on(width: int, slot: int, number: int) -> None:
    app = Scale()
    async with app.run_test(size=(width, 5)) as pilot:
        await pilot.click(ScaleField, offset=(16 + slot * number + 1, 0))
        assert app.field.value == number


@pytest.mark.parametrize("x", [3, 60])
async def test_a_click_beside_the_numbers_chooses_nothing(x: int) -> None:
    app = Scale()
    async with app.run_test() as pilot:
        await pilot.click(ScaleField, offset=(x, 0))
        assert app.field.value is None
