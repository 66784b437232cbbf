"""The looks: dusk, day and high contrast, as plain values that the app hands to Textual.

Own variables, for every style sheet: `pain-0` to `pain-10` (calm to severe) and `on-pain` (text on them), `quiet` (quiet
text), `line` (lines at rest), `here` (where one is, focus), `next` (the one next thing, keys, the pain line), `raised`
(ground of a focused tile), `sleep-bar` (sleep, as still bars) `body` and `seam` (the figure of the body map at rest).
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypedDict

import msgspec


class ThemeArguments(TypedDict):
    """What `textual.theme.Theme` takes, by name."""

    name: str
    dark: bool
    primary: str
    secondary: str
    accent: str
    foreground: str
    background: str
    surface: str
    panel: str
    boost: str
    success: str
    warning: str
    error: str
    variables: dict[str, str]


class Palette(msgspec.Struct, frozen=True, kw_only=True):
    """One look. Every color is `#rrggbb`."""

    name: str
    """As in the settings and the theme list."""
    dark: bool
    """Whether the text is lighter than the ground."""
    background: str
    """The ground."""
    surface: str
    """The ground of a tile."""
    raised: str
    """The ground of a focused tile."""
    panel: str
    """Header, footer, dialogs."""
    foreground: str
    quiet: str
    line: str
    here: str
    next: str
    sleep_bar: str
    body: str
    seam: str
    success: str
    warning: str
    error: str
    on_pain: str
    """Text on a cell that is filled with a pain color."""
    pain: tuple[str, ...]
    """Eleven colors, 0 to 10."""

    @property
    def own(self) -> dict[str, str]:
        """The variables that only backcare has."""
        return {
            **{f"pain-{severity}": color for severity, color in enumerate(self.pain)},
            "on-pain": self.on_pain,
            "quiet": self.quiet,
            "line": self.line,
            "here": self.here,
            "next": self.next,
            "raised": self.raised,
            "sleep-bar": self.sleep_bar,
            "body": self.body,
            "seam": self.seam,
        }

    @property
    def variables(self) -> dict[str, str]:
        """The own variables and those of Textual's that its color system would choose less calmly."""
        return self.own | {
            "text-muted": self.quiet,
            "foreground-muted": self.quiet,
            "border": self.here,
            "border-blurred": self.line,
            "surface-active": self.raised,
            "block-cursor-background": self.here,
            "block-cursor-foreground": self.background,
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": self.panel,
            "block-cursor-blurred-foreground": self.foreground,
            "block-hover-background": self.raised,
            "input-cursor-background": self.next,
            "input-cursor-foreground": self.background,
            "input-selection-background": f"{self.here} 35%",
            "screen-selection-background": f"{self.here} 35%",
            "footer-background": self.background,
            "footer-foreground": self.quiet,
            "footer-key-foreground": self.next,
            "footer-description-foreground": self.quiet,
            "button-color-foreground": self.background,
            "link-color": self.here,
            "link-color-hover": self.background,
            "link-background-hover": self.here,
            "markdown-h1-color": self.here,
            "markdown-h2-color": self.here,
            "markdown-h3-color": self.foreground,
            "markdown-h4-color": self.foreground,
            "markdown-h5-color": self.foreground,
            "markdown-h6-color": self.quiet,
            "scrollbar": self.line,
            "scrollbar-hover": self.quiet,
            "scrollbar-active": self.here,
            "scrollbar-background": self.background,
            "scrollbar-background-hover": self.background,
            "scrollbar-background-active": self.background,
            "scrollbar-corner-color": self.background,
        }

    def as_theme(self) -> ThemeArguments:
        """The look as the arguments of Textual's theme: `Theme(**palette.as_theme())`."""
        return {
            "name": self.name,
            "dark": self.dark,
            "primary": self.here,
            "secondary": self.quiet,
            "accent": self.next,
            "foreground": self.foreground,
            "background": self.background,
            "surface": self.surface,
            "panel": self.panel,
            "boost": self.raised,
            "success": self.success,
            "warning": self.warning,
            "error": self.error,
            "variables": self.variables,
        }


_PAIN_AT_DUSK = (
    "#6fa8a0 #81b298 #93bd8f #aec286 #c8c87c #d7be75 #e6b36e #e49e6d #e28a6c #d67673 #c9627a"
)
_PAIN_BY_DAY = (
    "#317c74 #3c7a49 #597424 #6f6b1a #7d6215 #885a13 #915116 #984726 #9e3d38 #a1334a #a02b54"
)
_PAIN_IN_CONTRAST = (
    "#7fe8da #8ceab0 #a6ee94 #ccf080 #f0f070 #ffe066 #ffc857 #ffac5c #ff9068 #ff7f80 #ff7ba0"
)

DUSK = Palette(
    name="backcare-dusk",
    dark=True,
    background="#14191b",
    surface="#1a2123",
    raised="#1f2729",
    panel="#222b2d",
    foreground="#dfe3df",
    quiet="#8a9894",
    line="#33413f",
    here="#7fb8ad",
    next="#e3b778",
    sleep_bar="#2b4a4a",
    body="#56645f",
    seam="#485550",
    success="#8fc08a",
    warning="#e6b36e",
    error="#e07f86",
    on_pain="#14191b",
    pain=tuple(_PAIN_AT_DUSK.split()),
)
"""A quiet room at dusk; what a new diary opens in."""

DAY = Palette(
    name="backcare-day",
    dark=False,
    background="#f4f1ea",
    surface="#fbf9f4",
    raised="#f1eee5",
    panel="#e8e5db",
    foreground="#26302f",
    quiet="#586461",
    line="#c5c7bc",
    here="#2a6f65",
    next="#855208",
    sleep_bar="#a9c9c2",
    body="#939f99",
    seam="#a3aea8",
    success="#38703c",
    warning="#855208",
    error="#a83246",
    on_pain="#fbf9f4",
    pain=tuple(_PAIN_BY_DAY.split()),
)
"""The same room with the curtains open."""

CONTRAST = Palette(
    name="backcare-contrast",
    dark=True,
    background="#000000",
    surface="#11191a",
    raised="#14201f",
    panel="#1c2426",
    foreground="#ffffff",
    quiet="#cdd6d3",
    line="#9aa8a4",
    here="#7ff0dd",
    next="#ffd27a",
    sleep_bar="#5f8f8f",
    body="#8b9a96",
    seam="#6c7a76",
    success="#9ef09a",
    warning="#ffd27a",
    error="#ff9aa6",
    on_pain="#000000",
    pain=tuple(_PAIN_IN_CONTRAST.split()),
)
"""High contrast: text at 7 to 1 or more everywhere."""

PALETTES = (DUSK, DAY, CONTRAST)
"""All looks; the first is the default."""

DEFAULT_VARIABLES: Mapping[str, str] = MappingProxyType(DUSK.own)
"""For `App.get_theme_variable_defaults`, before a theme is known to be light: see `default_variables`."""


def default_variables(*, dark: bool) -> dict[str, str]:
    """Every own variable, for a theme that is not ours, so that all of them have a value.

    Args:
        dark: Whether that theme is a dark one.
    """
    return (DUSK if dark else DAY).own
