"""WCAG 2 contrast: of the pairs of colors that a look has, and of the cells that are really drawn."""

import pytest
from textual import constants
from textual.app import App
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from backcare_tui.palette import Palette
from backcare_tui.store.tiny import TinyRepository
from backcare_tui.themes import (
    CONTRAST,
    DUSK,
    LOOKS,
    PALETTES,
    SIXTEEN,
    default_variables,
)
from tests.conftest import AppAt
from tests.house.drawn import DrawnText, drawn_text, ends_of_bars
from tests.screens.seen import painted, press, settle

each_palette = pytest.mark.parametrize("palette", LOOKS, ids=lambda palette: palette.name)
each_choice = pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)


def luminance(color: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel) for channel in Color.parse(color).normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def grounds(palette: Palette) -> tuple[str, ...]:
    own = (palette.background, palette.surface, palette.raised, palette.panel)
    # Its 16 colors leave one ground for the cursor, which a terminal draws as it likes.
    return own if palette is SIXTEEN else (*own, palette.cursor)


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
def test_a_severity_is_readable_on_every_ground(palette: Palette) -> None:
    assert lowest(palette.pain, grounds(palette)) >= text_ratio(palette)


@each_palette
def test_a_number_is_readable_on_its_tint(palette: Palette) -> None:
    assert lowest(palette.tint, (palette.on_pain,)) >= text_ratio(palette)


@each_palette
def test_the_block_cursor_is_readable(palette: Palette) -> None:
    cursor = palette.variables
    assert ratio(
        cursor["block-cursor-foreground"], cursor["block-cursor-background"]
    ) >= text_ratio(palette)
    assert ratio(palette.background, palette.foreground) >= text_ratio(palette)


@each_palette
def test_the_border_of_a_focused_tile_tells_it_from_one_at_rest(palette: Palette) -> None:
    assert ratio(palette.here, palette.background) >= 3
    assert ratio(palette.here, palette.line) >= 3


@each_choice
def test_a_focused_tile_differs_in_its_ground_too(palette: Palette) -> None:
    assert palette.raised != palette.surface


@each_palette
def test_pain_stands_out_from_the_figure_at_rest(palette: Palette) -> None:
    assert not {palette.body, palette.seam, *grounds(palette)} & {*palette.pain, *palette.tint}
    assert ratio(palette.body, palette.surface) >= 2


@each_choice
def test_each_severity_has_a_color_of_its_own(palette: Palette) -> None:
    assert len(set(palette.pain)) == len(set(palette.tint)) == 11


@each_palette
def test_every_ramp_goes_from_none_to_the_worst(palette: Palette) -> None:
    assert len(palette.pain) == len(palette.tint) == 11


@each_palette
def test_bars_of_sleep_are_seen_on_every_ground_and_what_is_drawn_over_them(
    palette: Palette,
) -> None:
    assert lowest((palette.sleep_bar,), (palette.background, palette.surface, palette.raised)) >= 3
    assert ratio(palette.pain_line, palette.sleep_bar) >= 3
    assert ratio(palette.foreground, palette.sleep_bar) >= 3
    assert lowest((palette.pain_line,), grounds(palette)) >= 4.5


@each_palette
async def test_each_bar_is_drawn_in_cells_that_are_seen(
    app_at: AppAt, story_diary: TinyRepository, palette: Palette
) -> None:
    story_diary.set("theme", palette.name)
    async with app_at((120, 40)) as pilot:
        pilot.app.theme = palette.name
        for keys in ("1", "6 left_square_bracket", "plus", "plus"):
            await press(pilot, keys)
            await settle(pilot)
            ends = ends_of_bars(pilot)
            assert len(ends) > 5, keys
            assert min(ratio(color, ground) for color, ground in ends) >= 3, keys


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


PLACES = {
    name: str(key)
    for key, name in enumerate(["today", "diary", "move", "massage", "diet", "trends"], 1)
}
TOUR = {
    "the cursor's row": ("2 down down", ""),
    "week": ("6 left_square_bracket", "right_square_bracket"),
    "longer": ("minus", ""),
    "year": ("minus minus", "plus plus plus"),
    "findings": ("f", "escape"),
    "trials": ("t", "escape"),
    "report": ("r", "escape"),
    "check-in": ("1 n 6 tab space right 4 down space", "escape"),
    "night": ("s", "escape"),
    "catch-up": ("c", "escape"),
    "warning signs": ("W space", "escape"),
    "help": ("question_mark", "escape"),
    "settings": ("comma", "escape"),
    "advice": ("f2", "escape"),
    "activities": ("A", "escape"),
    "exercises": ("3 E", "escape"),
    "filters": ("l tab", "escape"),
    "exercise": ("l enter", "escape escape"),
    "routine": ("home down e", "escape"),
    "history": ("h", "escape"),
    "visit": ("4 a 6 3 tab", "escape"),
    "course": ("o", "escape"),
    "courses": ("h", "escape"),
    "benefits": ("b", "escape"),
    "team": ("t", "escape"),
    "hand-over": ("g", "escape"),
    "meal": ("5 a", "escape"),
    "late drinks": ("i", "escape"),
}
"""The keys that lead to what a person meets, and back."""


async def too_faint(
    app_at: AppAt, diary: TinyRepository, palette: Palette, tour: dict[str, tuple[str, str]]
) -> dict[str, set[DrawnText]]:
    """The text that is drawn with too little contrast, by where it is."""
    diary.set("theme", palette.name)
    found = {}
    async with app_at((120, 40)) as pilot:
        for name, (keys, back) in tour.items():
            for key in keys.split():
                await press(pilot, key)
                await settle(pilot)
            drawn = drawn_text(pilot)
            assert drawn, name
            found[name] = {
                text for text in drawn if ratio(text.color, text.ground) < text_ratio(palette)
            }
            await press(pilot, back)
            await settle(pilot)
    return {name: texts for name, texts in found.items() if texts}


async def test_the_text_of_the_places_is_readable_as_it_is_drawn(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    places = {name: (key, "") for name, key in PLACES.items()}
    assert not await too_faint(app_at, story_diary, CONTRAST, places)


@pytest.mark.thorough
@each_palette
async def test_all_text_is_readable_as_it_is_drawn(
    app_at: AppAt, story_diary: TinyRepository, palette: Palette, monkeypatch: pytest.MonkeyPatch
) -> None:
    if palette is SIXTEEN:
        monkeypatch.setattr(constants, "COLOR_SYSTEM", "standard")
    places = {name: (key, "") for name, key in PLACES.items()}
    assert not await too_faint(app_at, story_diary, palette, places | TOUR)


COLORS = tuple(DUSK.own_colors)


class Plain(App[None]):
    CSS = "Screen { " + "".join(f"background: ${name}; " for name in COLORS) + "}"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return default_variables(dark=self.current_theme.dark)


async def test_a_theme_of_textuals_own_has_every_variable_of_ours() -> None:
    missing, other = {}, []
    app = Plain()
    async with app.run_test() as pilot:
        for theme in BUILTIN_THEMES:
            app.theme = theme
            await painted(pilot)
            wanted = default_variables(dark=app.current_theme.dark)
            missing[theme] = wanted.keys() - app.theme_variables.keys()
            if app.screen.styles.background != Color.parse(wanted[COLORS[-1]]):
                other.append(theme)
    assert not {theme: names for theme, names in missing.items() if names}
    assert not other
