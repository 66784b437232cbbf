"""The looks: dusk, day, high contrast and that of 16 colors, as plain values that the app hands to Textual.

Own variables, for every style sheet: `pain-0` to `pain-10` (calm to severe, as strokes and digits), `tint-0` to `tint-10`
(the same, as grounds) and `on-pain` (text on a tint), `quiet` (quiet text), `line` (lines at rest), `here` (where one is,
focus), `next` (the one next thing, keys), `raised` (ground of a focused tile), `cursor` (ground of the row
that keys act on), `sleep-bar` (sleep, as still bars) and `pain-line` (what is drawn over them), `body` and `seam` (the figure of the body map at rest) and `figure`
(`lines` where it is drawn by them), `field-style` (how a field shows where one types, if its ground does not).

Severity is told by lightness first and by hue second, so that it holds for every eye: each step is further from the
ground than the one before, and stays so under protanopia, deuteranopia and tritanopia.
"""

from collections.abc import Mapping
from types import MappingProxyType

from backcare_tui.palette import Palette

_PAIN_AT_DUSK = (
    "#51a09a #61a894 #74ae8d #8bb486 #a6b87a #c5ba73 #ddbe61 #fabe52 #ffc3a1 #ffccc3 #fed6da"
)
_PAIN_BY_DAY = (
    "#06716c #0c6a5a #196348 #235b36 #3a5117 #4e4401 #533900 #562d01 #5f1900 #5e0114 #520023"
)
_TINTS_BY_DAY = (
    "#bbefeb #b1e7d4 #b0ddba #b6d1a0 #bcc583 #c9b668 #d0a756 #d8964a #e38056 #e46d69 #dc5f7e"
)
_PAIN_IN_CONTRAST = (
    "#47b9b2 #55c2a6 #6dc897 #8bce85 #b0d16a #dbcf53 #f4d05e #ffd493 #fedbc5 #fee4dd #ffedee"
)

DUSK = Palette(
    name="backcare-dusk",
    dark=True,
    background="#14191b",
    surface="#1a2123",
    raised="#1f2729",
    cursor="#222e2b",
    panel="#222b2d",
    foreground="#dfe3df",
    quiet="#8a9894",
    line="#33413f",
    here="#7fb8ad",
    next="#e3b778",
    sleep_bar="#477b7c",
    pain_line="#f2cd93",
    body="#56645f",
    seam="#485550",
    success="#8fc08a",
    warning="#e6b36e",
    error="#e07f86",
    on_pain="#14191b",
    pain=tuple(_PAIN_AT_DUSK.split()),
    tint=tuple(_PAIN_AT_DUSK.split()),
)
"""A quiet room at dusk; what a new diary opens in."""

DAY = Palette(
    name="backcare-day",
    dark=False,
    background="#f4f1ea",
    surface="#fbf9f4",
    raised="#f1eee5",
    cursor="#e6eae2",
    panel="#e8e5db",
    foreground="#26302f",
    quiet="#586461",
    line="#c5c7bc",
    here="#2a6f65",
    next="#855208",
    sleep_bar="#648f87",
    pain_line="#503102",
    body="#939f99",
    seam="#a3aea8",
    success="#38703c",
    warning="#855208",
    error="#a83246",
    on_pain="#14191b",
    pain=tuple(_PAIN_BY_DAY.split()),
    tint=tuple(_TINTS_BY_DAY.split()),
)
"""The same room with the curtains open."""

CONTRAST = Palette(
    name="backcare-contrast",
    dark=True,
    background="#000000",
    surface="#0a0f10",
    raised="#0d1414",
    cursor="#10201e",
    panel="#141b1c",
    foreground="#ffffff",
    quiet="#cdd6d3",
    line="#687370",
    here="#7ff0dd",
    next="#ffd27a",
    sleep_bar="#4d7776",
    pain_line="#ffd27a",
    body="#8b9a96",
    seam="#6c7a76",
    success="#9ef09a",
    warning="#ffd27a",
    error="#ff9aa6",
    on_pain="#000000",
    pain=tuple(_PAIN_IN_CONTRAST.split()),
    tint=tuple(_PAIN_IN_CONTRAST.split()),
    is_lined=True,
)
"""High contrast: text at 7 to 1 or more everywhere."""

_BLACK, _GRAY, _SILVER, _WHITE = "#000000", "#555555", "#aaaaaa", "#ffffff"
_CYAN, _BRIGHT_CYAN, _GREEN = "#00aaaa", "#55ffff", "#55ff55"
_YELLOW, _RED, _MAGENTA = "#ffff55", "#ff5555", "#ff55ff"
_PAIN_OF_SIXTEEN = (
    _BRIGHT_CYAN,
    *(_CYAN,) * 2,
    *(_GREEN,) * 2,
    *(_YELLOW,) * 2,
    *(_RED,) * 2,
    *(_MAGENTA,) * 2,
)

SIXTEEN = Palette(
    name="backcare-sixteen",
    dark=True,
    background=_BLACK,
    surface=_BLACK,
    raised=_BLACK,
    cursor="#0000aa",
    panel=_BLACK,
    foreground=_WHITE,
    quiet=_SILVER,
    line=_GRAY,
    here=_BRIGHT_CYAN,
    next=_YELLOW,
    sleep_bar="#5555ff",
    pain_line="#ffff55",
    body=_SILVER,
    seam=_GRAY,
    success=_GREEN,
    warning=_YELLOW,
    error=_RED,
    on_pain=_BLACK,
    pain=_PAIN_OF_SIXTEEN,
    tint=_PAIN_OF_SIXTEEN,
    is_lined=True,
)
"""For a terminal of 16 colors: only colors that are sent as one of the sixteen names, and shown as that terminal shows
them. They tell none, light, mild, moderate, severe and the worst; a digit says which of two it is, and lines what the body is."""

PALETTES = (DUSK, DAY, CONTRAST)
"""The looks to choose from; the first is the default."""
LOOKS = (*PALETTES, SIXTEEN)
"""All looks; the last is chosen by the terminal."""

DEFAULT_VARIABLES: Mapping[str, str] = MappingProxyType(DUSK.own)
"""For `App.get_theme_variable_defaults`, before a theme is known to be light: see `default_variables`."""


def default_variables(*, dark: bool) -> dict[str, str]:
    """Every own variable, for a theme that is not ours, so that all of them have a value.

    Args:
        dark: Whether that theme is a dark one.
    """
    return (DUSK if dark else DAY).own
