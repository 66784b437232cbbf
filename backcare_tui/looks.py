"""An app in our looks: all of them known, and the one in force fit for the terminal."""

import os
from contextvars import Context
from typing import Any, TypeVar

from textual.app import App
from textual.events import Key
from textual.theme import Theme

from backcare_tui.themes import LOOKS, PALETTES, SIXTEEN, default_variables

T = TypeVar("T")


class LookedApp(App[T]):
    """What all apps of this program begin with: the looks, and what the terminal says of colors."""

    def __init__(self, wanted: str = "") -> None:
        """Begin in a look.

        Args:
            wanted: The name of a look; one that is not known is the first.
        """
        heed_no_color()
        super().__init__()
        for palette in LOOKS:
            self.register_theme(Theme(**palette.as_theme()))
        # Set before the first style sheet is read: a theme set later has all of them read again.
        self.set_reactive(App.theme, self.look_for(wanted))
        self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, so that every theme has them."""
        theme = self.available_themes.get(self.theme)
        return default_variables(dark=theme.dark if theme else True)

    def simulate_key(self, key: str) -> None:
        """As from the keyboard, whoever asks for it: Textual stops a key at the parent that sent it.

        Args:
            key: What Textual calls it.
        """
        # In a context of its own it has no sender, as a key that the terminal sent.
        self.post_message(Context().run(Key, key, None))

    def look_for(self, wanted: str) -> str:
        """The look that is shown where this one is wanted: 16 colors have one of their own."""
        if self.console.color_system == "standard" and not self.no_color:
            return SIXTEEN.name
        return wanted if wanted in self.available_themes else PALETTES[0].name


def heed_no_color(environ: Any = os.environ) -> None:
    """Take away a NO_COLOR that is empty, which means nothing (no-color.org); Textual would heed it.

    Args:
        environ: The environment, as `os.environ`.
    """
    if environ.get("NO_COLOR") == "":
        del environ["NO_COLOR"]
