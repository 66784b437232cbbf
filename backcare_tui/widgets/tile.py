"""A titled box: the name of the thing in its border, the key to it below."""

from typing import Unpack

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from backcare_tui.text import clean
from backcare_tui.widgets.named import Named


class Tile(Vertical):
    """A box with a round border that brightens while something in it has the focus.

    The class `-list` gives the left cell of the padding to a list's cursor mark, so that
    the words of lists and of texts line up; `-fit` makes the box as high as what is in it.
    """

    DEFAULT_CSS = """
    Tile {
        border: round $line; padding: 0 2;
        border-title-color: $quiet; border-subtitle-color: $quiet;
        &.-list { padding: 0 1; }
        &.-fit { height: auto; }
        &:focus-within {
            border: round $here; background: $raised;
            border-title-color: $here; border-title-style: bold;
        }
    }
    """

    def __init__(
        self,
        *children: Widget,
        title: Content | str = "",
        hint: Content | str = "",
        **named: Unpack[Named],
    ) -> None:
        super().__init__(*children, **named)
        self.show_title(title)
        self.show_hint(hint)

    def show_title(self, title: Content | str) -> None:
        """Puts the name into the upper border."""
        self.border_title = self._words(title)

    def show_hint(self, hint: Content | str) -> None:
        """Puts the key, or another short hint, into the lower border."""
        self.border_subtitle = self._words(hint)

    @staticmethod
    def _words(text: Content | str) -> Content:
        return Content(clean(text)) if isinstance(text, str) else text
