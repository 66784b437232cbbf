"""One look: its colors, and what they are called in the style sheets."""

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
    cursor: str
    """The ground of the row that keys act on."""
    panel: str
    """Header, footer, dialogs."""
    foreground: str
    quiet: str
    line: str
    here: str
    next: str
    sleep_bar: str
    pain_line: str
    """3 to 1 over the bars of sleep, as those are on every ground that they stand on (WCAG 1.4.11)."""
    body: str
    seam: str
    success: str
    warning: str
    error: str
    on_pain: str
    """Text on a cell that is filled with a tint."""
    pain: tuple[str, ...]
    """Eleven colors, 0 to 10, for strokes and digits."""
    tint: tuple[str, ...]
    """Eleven colors, 0 to 10, for grounds."""
    is_lined: bool = False
    """Whether the body is drawn by lines, as no ground is left for its parts."""

    @property
    def own_colors(self) -> dict[str, str]:
        """The colors that only backcare has."""
        return {
            **{f"pain-{severity}": color for severity, color in enumerate(self.pain)},
            **{f"tint-{severity}": color for severity, color in enumerate(self.tint)},
            "on-pain": self.on_pain,
            "quiet": self.quiet,
            "line": self.line,
            "here": self.here,
            "next": self.next,
            "raised": self.raised,
            "cursor": self.cursor,
            "sleep-bar": self.sleep_bar,
            "pain-line": self.pain_line,
            "body": self.body,
            "seam": self.seam,
        }

    @property
    def own(self) -> dict[str, str]:
        """The variables that only backcare has: its colors, and how what they cannot show is drawn."""
        return self.own_colors | {
            "figure": "lines" if self.is_lined else "filled",
            "field-style": "underline" if self.panel == self.background else "none",
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
            "input-selection-background": f"{self.here} 28%",
            "screen-selection-background": f"{self.here} 28%",
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
