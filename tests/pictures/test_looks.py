"""The looks, as exported pictures: each theme its own colors, none where none are wanted."""

import re

import pytest
from textual import constants

from backcare_tui.palette import Palette
from backcare_tui.store.tiny import TinyRepository
from backcare_tui.themes import CONTRAST, DAY, PALETTES, SIXTEEN
from tests.conftest import AppAt
from tests.for_each import for_each
from tests.pictures.assets import ASSETS, PICTURES
from tests.pictures.drawing import drawn
from tests.screens.seen import painted, press

FRAME = {"#ff5f57", "#febc2e", "#28c840", "#c5c8c6", "#292929"}
"""The window that Textual draws around a picture."""
each_asset = for_each("name", PICTURES)


def colors(svg: str) -> set[str]:
    return set(re.findall(r"#[0-9a-f]{6}\b", svg)) - FRAME


async def drawn_in_each_theme(app_at: AppAt, diary: TinyRepository) -> dict[Palette, set[str]]:
    """The colors of Today in each theme; the last of them is that of the settings at the start."""
    diary.set("theme", PALETTES[-1].name)
    found = {}
    async with app_at() as pilot:
        for palette in reversed(PALETTES):
            pilot.app.theme = palette.name
            await painted(pilot)
            found[palette] = colors(pilot.app.export_screenshot())
    return found


async def test_today_is_drawn_in_the_colors_of_its_theme(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    grounds = {palette.background for palette in PALETTES}
    for palette, shown in (await drawn_in_each_theme(app_at, story_diary)).items():
        own = {palette.background, palette.here, palette.next, palette.line}
        assert own <= shown, palette.name
        assert grounds & shown == {palette.background}, palette.name


@pytest.mark.parametrize(
    ("told", "look"),
    [
        ({"TEXTUAL_COLOR_SYSTEM": "standard"}, SIXTEEN),
        ({"TEXTUAL_COLOR_SYSTEM": "256"}, DAY),
        ({"TEXTUAL_COLOR_SYSTEM": "truecolor"}, DAY),
        ({"TEXTUAL_COLOR_SYSTEM": "standard", "NO_COLOR": "1"}, DAY),
        ({"TEXTUAL_COLOR_SYSTEM": "standard", "NO_COLOR": ""}, SIXTEEN),
    ],
)
async def test_a_terminal_of_16_colors_has_a_look_of_its_own_whatever_was_chosen(
    app_at: AppAt,
    repository: TinyRepository,
    monkeypatch: pytest.MonkeyPatch,
    told: dict[str, str],
    look: Palette,
) -> None:
    repository.set("theme", DAY.name)
    monkeypatch.setattr(constants, "COLOR_SYSTEM", told["TEXTUAL_COLOR_SYSTEM"])
    if "NO_COLOR" in told:
        monkeypatch.setenv("NO_COLOR", told["NO_COLOR"])
    async with app_at() as pilot:
        assert pilot.app.theme == look.name
        assert pilot.app.no_color == bool(told.get("NO_COLOR"))
        await press(pilot, "comma enter")
        assert pilot.app.theme == (look if look is SIXTEEN else CONTRAST).name


async def test_without_colors_all_is_gray_and_can_be_read(
    app_at: AppAt, story_diary: TinyRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    for palette, shown in (await drawn_in_each_theme(app_at, story_diary)).items():
        assert len(shown) > 3, palette.name
        assert all(color[1:3] == color[3:5] == color[5:7] for color in shown), palette.name


@each_asset
def test_a_picture_of_the_readme_asks_nobody_on_the_network(name: str) -> None:
    svg = (ASSETS / f"{name}.svg").read_text("utf-8")
    assert "@font-face" not in svg
    assert set(re.findall(r"https?://[^\"\s]*", svg)) == {"http://www.w3.org/2000/svg"}


def test_there_is_no_picture_that_is_not_made_by_the_program() -> None:
    assert {file.stem for file in ASSETS.glob("*.svg")} == set(PICTURES)


def test_lines_bars_and_dots_become_shapes_and_words_stay_words() -> None:
    text = '<text class="r1" x="12.2" y="20" textLength="61">{}</text>'
    assert drawn(text.format("pain")) == text.format("pain") + "\n"
    assert "<path" in (mixed := drawn(text.format("a│⠿█▟╭")))
    assert ">a&#160;&#160;&#160;&#160;&#160;</text>" in mixed
    assert "<text" not in drawn(text.format("──"))
    assert drawn(text.format("a &lt; b")) == text.format("a&#160;&lt;&#160;b") + "\n"


def test_a_full_cell_fills_its_cell() -> None:
    assert "M12.20 1.50h24.40v24.40h-24.40z" in drawn(
        '<text class="r1" x="12.2" y="20" textLength="24.4">██</text>'
    )
