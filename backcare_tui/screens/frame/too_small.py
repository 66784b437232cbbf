"""What stands in a terminal that is too small for anything else: how large it has to be.

It lies over what was open, which stays as it was, and goes by itself. Meanwhile no key does anything but close the
program, so nothing is recorded that cannot be seen.
"""

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen

LEAST = Size(36, 10)
"""Columns and lines that every screen can do with."""
SENTENCES = (
    (
        "This window is too small: backcare needs {0} columns and {1} lines, better 80 and 24. What "
        "you had open comes back by itself, as it was. Until then only ctrl+q does anything: it closes."
    ),
    "Too small: backcare needs {0} columns and {1} lines. Until then only ctrl+q does anything: it closes.",
    "Too small: backcare needs {0} columns, {1} lines.",
    "Too small: {0} by {1}, please.",
    "{0} by {1}",
)
"""The same, longer and shorter."""


def is_too_small(size: Size) -> bool:
    """Whether no screen would fit."""
    return size.width < LEAST.width or size.height < LEAST.height


def words_for(size: Size) -> str:
    """The longest sentence that fits into so many columns and lines; the shortest where none does."""
    sentences = [sentence.format(*LEAST) for sentence in SENTENCES]
    fitting = (each for each in sentences if _fits(each, size))
    return next(fitting, sentences[-1])


def _fits(words: str, size: Size) -> bool:
    if max(map(len, words.split())) > size.width:
        return False
    return len(Content(words).wrap(max(size.width, 1))) <= size.height


class TooSmall(ModalScreen[None]):
    """One sentence, as long as the terminal is too small."""

    DEFAULT_CSS = "TooSmall { background: $background; color: $foreground; align: left top; }"
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny")]

    def render(self) -> Content:
        """As much of it as there is room for."""
        return Content(words_for(self.size))

    def on_resize(self, event: events.Resize) -> None:
        """Go as soon as there is room."""
        if self.is_active and not is_too_small(event.size):
            self.dismiss(None)
