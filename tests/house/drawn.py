"""What stands in the cells of a screen, as colors: the text really drawn, on the ground it is really drawn on."""

import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from rich.color import Color
from rich.style import Style
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.strip import Strip


class DrawnText(NamedTuple):
    """A run of text in one style; the colors as `#rrggbb`."""

    words: str
    color: str
    ground: str


def drawn_text(pilot: Pilot[Any]) -> set[DrawnText]:
    """All text on the uppermost screen; of a dialog what is in it, as the rest is faded on purpose."""
    screen = pilot.app.screen
    found = set()
    dialog = screen.query(".dialog").first().region if isinstance(screen, ModalScreen) else None
    for y, strip in enumerate(screen._compositor.render_strips()):
        if dialog and not dialog.y <= y < dialog.bottom:
            continue
        for segment in strip.crop(dialog.x, dialog.right) if dialog else strip:
            style = segment.style
            words = "".join(filter(is_read, segment.text)).strip()
            if words and style and style.color and style.bgcolor:
                pair = (style.color, style.bgcolor)
                found.add(DrawnText(words, *map(_hex, reversed(pair) if style.reverse else pair)))
    return found


BARS = "▁▂▃▄▅▆▇█"


def ends_of_bars(pilot: Pilot[Any]) -> list[tuple[str, str]]:
    """The colors of the upper end of each bar of sleep and of the ground above it, as they are drawn."""
    bar = pilot.app.theme_variables["sleep-bar"]
    rows = [list(_cells(strip)) for strip in pilot.app.screen._compositor.render_strips()]
    found = []
    for above, row in pairwise(rows):
        for (over, _, ground), (char, color, _) in zip(above, row, strict=False):
            if char in BARS and color == bar and over == " ":
                found.append((color, ground))
    return found


def _cells(strip: Strip) -> Iterator[tuple[str, str, str]]:
    """Each cell's character, color and ground."""
    for segment in strip:
        style = segment.style or Style()
        color, ground = (_hex(each) if each else "" for each in (style.color, style.bgcolor))
        yield from ((char, color, ground) for char in segment.text)


def is_read(char: str) -> bool:
    """Whether it is text, and no line, bar or dot of a picture, nor what parts words."""
    is_drawn = "─" <= char <= "◿" or "\u2800" <= char <= "\u28ff" or char in "·→"
    return char == " " or (unicodedata.category(char)[0] in "LNPS" and not is_drawn)


def _hex(color: Color) -> str:
    return str(color.get_truecolor().hex)
