"""What carries a meaning stands out: shapes at 3 to 1, letters at 4.5 to 1 (WCAG 2.2, 1.4.11 and 1.4.3)."""

import pytest

from backcare_tui.report.body import body_drawing
from backcare_tui.report.drawing import PageInk, Patch
from backcare_tui.report.pages.inks import EDGE, INKS, Ground, faded
from tests.house.test_contrast import ratio

GROUNDS: dict[Ground, str] = {"light": "#ffffff", "dark": "#121212"}
LETTERS: dict[Ground, str] = {"light": "#000000", "dark": "#ffffff"}
BEHIND: tuple[PageInk, ...] = ("moderate", "severe", "flare")
"""What a line or a bar of pain may stand on besides the page."""


@pytest.mark.parametrize("ground", list(GROUNDS))
class TestContrast:
    def test_lines_and_bars_on_all_that_is_behind_them(self, ground: Ground) -> None:
        inks = INKS[ground]
        for behind in (GROUNDS[ground], *(inks[each] for each in BEHIND)):
            assert ratio(inks["pain"], behind) >= 3
            assert ratio(inks["range"], behind) >= 3
        for ink in ("sleep", "mark", "axis"):
            assert ratio(inks[ink], GROUNDS[ground]) >= 3

    def test_the_line_on_the_bars(self, ground: Ground) -> None:
        assert ratio(INKS[ground]["pain"], INKS[ground]["range"]) >= 3

    def test_quiet_letters(self, ground: Ground) -> None:
        assert ratio(INKS[ground]["axis"], GROUNDS[ground]) >= 4.5

    def test_the_edge_of_each_area_and_the_number_in_it(self, ground: Ground) -> None:
        areas = [
            each
            for each in body_drawing({"lower-back-l": 90, "neck-back": 1}, "").shapes
            if isinstance(each, Patch) and each.ink == "area"
        ]
        assert {each.is_outlined for each in areas} == {True}
        for area in areas:
            fill = faded("area", area.strength, ground)
            assert ratio(INKS[ground][EDGE], fill) >= 3
            assert ratio(INKS[ground][EDGE], INKS[ground]["body"]) >= 3
            assert ratio(LETTERS[ground], fill) >= 4.5
