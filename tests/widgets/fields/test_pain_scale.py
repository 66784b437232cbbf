import re

import pytest
from textual.app import App, ComposeResult
from textual.theme import Theme

from backcare_tui.themes import DEFAULT_VARIABLES, PALETTES
from backcare_tui.widgets.fields.pain_scale import PainScale


class Scale(App[None]):
    def __init__(self, severity: int | None = None) -> None:
        super().__init__()
        self.scale = PainScale(severity)
        self.seen: list[int | None] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(DEFAULT_VARIABLES)

    def compose(self) -> ComposeResult:
        yield self.scale

    def on_pain_scale_chosen(self, event: PainScale.Chosen) -> None:
        assert event.control is self.scale
        self.seen.append(event.severity)

    def lines(self) -> list[str]:
        return [self.scale.render_line(y).text.rstrip() for y in range(3)]


@pytest.mark.parametrize(("key", "severity"), [*((str(n), n) for n in range(10)), ("minus", 10)])
async def test_one_key_chooses_a_severity(key: str, severity: int) -> None:
    app = Scale()
    async with app.run_test() as pilot:
        await pilot.press(key)
        assert app.scale.severity == severity
        assert app.seen == [severity]


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
        (4, "delete", None),
    ],
)
async def test_a_key_steps_or_clears(before: int | None, key: str, after: int | None) -> None:
    app = Scale(before)
    async with app.run_test() as pilot:
        await pilot.press(key)
        assert app.scale.severity == after


async def test_another_look_is_put_on_at_once() -> None:
    app = Scale(4)
    for palette in PALETTES:
        app.register_theme(Theme(**palette.as_theme()))
    async with app.run_test() as pilot:
        for palette in PALETTES:
            app.theme = palette.name
            await pilot.pause()
            assert f"fill: {palette.pain[4]}" in app.export_screenshot(), palette.name


async def test_what_does_not_change_is_not_told() -> None:
    app = Scale(10)
    async with app.run_test() as pilot:
        await pilot.press("right", "minus")
        assert app.seen == []


async def test_a_value_set_by_the_program_is_shown_and_not_told() -> None:
    app = Scale()
    async with app.run_test() as pilot:
        app.scale.severity = 12
        await pilot.pause()
        assert app.scale.severity == 10
        assert app.seen == []
        assert "[ 10 ]" in app.lines()[1]


@pytest.mark.parametrize("width", [44, 60, 80, 100])
async def test_a_click_chooses_the_digit_under_it(width: int) -> None:
    app = Scale()
    async with app.run_test(size=(width, 24)) as pilot:
        digits = [(found.start(), int(found[0])) for found in re.finditer(r"\d+", app.lines()[1])]
        assert [severity for _, severity in digits] == list(range(11))
        for column, severity in digits:
            await pilot.click(app.scale, offset=(column, 1))
            assert app.scale.severity == severity


async def test_dragging_follows_the_pointer_and_stops_at_the_ends() -> None:
    app = Scale()
    async with app.run_test(size=(77, 24)) as pilot:
        await pilot.mouse_down(app.scale, offset=(1, 0))
        await pilot.hover(app.scale, offset=(30, 0))
        assert app.scale.severity == 4
        await pilot.hover(app.scale, offset=(76, 0))
        assert app.scale.severity == 10
        await pilot.mouse_up(app.scale, offset=(76, 0))
        await pilot.hover(app.scale, offset=(1, 0))
        assert app.scale.severity == 10
        assert app.seen == [0, 4, 10]


async def test_the_value_is_seen_without_color_and_without_focus() -> None:
    app = Scale()
    async with app.run_test(size=(60, 24)):
        app.screen.set_focus(None)
        for severity in range(11):
            app.scale.severity = severity
            shapes, digits, words = app.lines()
            assert digits.replace(" ", "").count(f"[{severity}]") == 1
            assert words.startswith(f"{severity} ")
            assert "…" not in words
            assert len(set(shapes) - {" "}) >= 8


async def test_no_number_yet_says_what_the_ends_mean() -> None:
    app = Scale()
    async with app.run_test():
        assert "[" not in app.lines()[1]
        assert "0 is no pain" in app.lines()[2]


@pytest.mark.parametrize("width", [20, 44, 45, 60, 100, 140])
async def test_every_line_is_as_wide_as_the_scale(width: int) -> None:
    app = Scale(10)
    async with app.run_test(size=(width, 24)):
        assert {app.scale.render_line(y).cell_length for y in range(3)} == {app.scale.size.width}
