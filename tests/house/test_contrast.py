"""WCAG 2 contrast of every pair of colors that is really used."""

import pytest
from textual.app import App
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from backcare_tui.themes import CONTRAST, DUSK, PALETTES, Palette, default_variables

each_palette = pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)


def luminance(color: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel) for channel in Color.parse(color).normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def grounds(palette: Palette) -> tuple[str, ...]:
    return (palette.background, palette.surface, palette.raised, palette.panel)


def text_ratio(palette: Palette) -> float:
    return 7 if palette is CONTRAST else 4.5


def lowest(colors: tuple[str, ...], on: tuple[str, ...]) -> float:
    return min(ratio(color, ground) for color in colors for ground in on)


def test_the_measure_is_that_of_wcag() -> None:
    assert ratio("#000000", "#ffffff") == pytest.approx(21)
    assert ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@each_palette
def test_text_and_quiet_text_are_readable_on_every_ground(palette: Palette) -> None:
    texts = (palette.foreground, palette.quiet)
    assert lowest(texts, grounds(palette)) >= text_ratio(palette)


@each_palette
def test_keys_and_the_next_thing_are_readable_on_every_ground(palette: Palette) -> None:
    assert lowest((palette.next, palette.here), grounds(palette)) >= text_ratio(palette)


@each_palette
def test_good_and_bad_news_are_readable_on_every_ground(palette: Palette) -> None:
    news = (palette.success, palette.warning, palette.error)
    assert lowest(news, grounds(palette)) >= text_ratio(palette)


@each_palette
def test_pain_is_seen_on_every_ground(palette: Palette) -> None:
    at_least = 4.5 if palette is CONTRAST else 3
    assert lowest(palette.pain, grounds(palette)) >= at_least


@each_palette
def test_a_number_is_readable_on_its_pain_color(palette: Palette) -> None:
    assert lowest(palette.pain, (palette.on_pain,)) >= 4.5


@each_palette
def test_the_block_cursor_is_readable(palette: Palette) -> None:
    cursor = palette.variables
    assert ratio(
        cursor["block-cursor-foreground"], cursor["block-cursor-background"]
    ) >= text_ratio(palette)
    assert ratio(palette.background, palette.foreground) >= text_ratio(palette)


@each_palette
def test_a_focused_tile_differs_in_border_and_ground(palette: Palette) -> None:
    assert ratio(palette.here, palette.surface) >= 3
    assert ratio(palette.here, palette.line) >= 1.4
    assert palette.raised != palette.surface


@each_palette
def test_pain_stands_out_from_the_figure_at_rest(palette: Palette) -> None:
    assert not {palette.body, palette.seam, *grounds(palette)} & set(palette.pain)
    assert ratio(palette.body, palette.surface) >= 2


@each_palette
def test_each_severity_has_a_color_of_its_own(palette: Palette) -> None:
    assert len(set(palette.pain)) == len(palette.pain) == 11


def test_high_contrast_shows_lines_and_the_figure_too() -> None:
    quiet_shapes = (CONTRAST.line, CONTRAST.body, CONTRAST.seam, CONTRAST.sleep_bar)
    assert lowest(quiet_shapes, (CONTRAST.surface, CONTRAST.raised)) >= 3


@each_palette
def test_a_palette_makes_a_theme(palette: Palette) -> None:
    theme = Theme(**palette.as_theme())
    colors = theme.to_color_system().generate() | theme.variables
    assert colors["background"].lower() == palette.background
    assert theme.dark == palette.dark
    assert palette.own.items() <= colors.items()


def test_the_default_look_is_dusk() -> None:
    assert PALETTES[0] is DUSK


class Plain(App[None]):
    CSS = "Screen { " + "".join(f"background: ${name}; " for name in DUSK.own) + "}"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return default_variables(dark=self.current_theme.dark)


async def test_a_theme_of_textuals_own_has_every_variable_of_ours() -> None:
    missing, other = {}, []
    app = Plain()
    async with app.run_test() as pilot:
        for theme in BUILTIN_THEMES:
            app.theme = theme
            await pilot.pause()
            wanted = default_variables(dark=app.current_theme.dark)
            missing[theme] = wanted.keys() - app.theme_variables.keys()
            if app.screen.styles.background != Color.parse(list(wanted.values())[-1]):
                other.append(theme)
    assert not {theme: names for theme, names in missing.items() if names}
    assert not other
