"""Seconds, or a repetition, in figures as big as the room allows."""

from typing import Unpack

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from backcare_tui.widgets.options import Named
from backcare_tui.widgets.player.numerals import SEGMENTS, numeral, thickness, width_of

TALLEST = 22
"""Rows of the biggest figures: more would be harder to read at once."""
LEAST_ROWS = 3
_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


class Countdown(Widget):
    """One short text in big figures; in plain ones where there is no room."""

    COMPONENT_CLASSES = {"countdown--figures"}
    DEFAULT_CSS = """
    Countdown {
        width: 1fr; height: 1fr; background: $background; color: $foreground;
        & > .countdown--figures { color: $here; text-style: bold; }
        &.-lead > .countdown--figures { color: $quiet; }
        &.-still > .countdown--figures { color: $foreground; }
    }
    """

    text: reactive[str] = reactive("")
    """What it shows, such as `9`, `1:05` or `PAUSED`."""
    template: reactive[str] = reactive("00")
    """The widest text of the kind: figures keep their size while the text gets shorter."""

    def __init__(self, text: str = "", **named: Unpack[Named]) -> None:
        """Show a text."""
        super().__init__(**named)
        self.set_reactive(Countdown.text, text)
        self._drawn: tuple[object, list[str]] = ((), [])

    def render_line(self, y: int) -> Strip:
        """One row of the figures, in the middle of the room."""
        drawn = self._lines()
        top = (self.size.height - len(drawn)) // 2
        words = drawn[y - top] if 0 <= y - top < len(drawn) else ""
        style = self.get_component_rich_style("countdown--figures")
        left = max((self.size.width - len(words)) // 2, 0)
        blank = Segment(" " * left, self.rich_style)
        return Strip([blank, Segment(words, style)]).adjust_cell_length(
            self.size.width, self.rich_style
        )

    def _lines(self) -> list[str]:
        key = (self.text, self.template, self.size)
        if self._drawn[0] != key:
            self._drawn = key, draw_figures(self.text, self.template, *self.size)
        return self._drawn[1]


def draw_figures(text: str, template: str, columns: int, rows: int) -> list[str]:
    """A text as lines of half blocks, as big as fits; as it is, where three rows do not fit.

    Args:
        text: Signs that can be drawn big; anything else stays a plain line.
        template: The widest text to make room for.
        columns: The width that there is.
        rows: The height that there is.
    """
    widest = max(text, template, key=len)
    if text and all(sign in SEGMENTS for sign in text):
        for height in range(min(rows, TALLEST), LEAST_ROWS - 1, -1):
            if max(width_of(text, height * 2), width_of(widest, height * 2)) <= columns:
                return _drawn(text, height * 2)
    return [text[:columns]] if rows and columns else []


def _drawn(text: str, height: int) -> list[str]:
    gap = (False,) * thickness(height)
    signs = [numeral(sign, height) for sign in text]
    rows = []
    for y in range(height):
        row: list[bool] = []
        for number, sign in enumerate(signs):
            row += (*gap, *sign[y]) if number else sign[y]
        rows.append(row)
    return [
        "".join(map(_HALVES.__getitem__, zip(upper, lower, strict=True)))
        for upper, lower in zip(rows[::2], rows[1::2], strict=True)
    ]
