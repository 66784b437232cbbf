"""The classes of a screen's size, before anything on it is made."""

from typing import Any

from textual.geometry import Size
from textual.screen import Screen

NORMAL, WIDE = 76, 116
"""Columns from which on a screen is `-normal`, and `-wide`."""
WIDTHS = [(0, "-narrow"), (NORMAL, "-normal"), (WIDE, "-wide")]
VAST = Size(170, 50)
"""From here on the app has the class `-vast`, beside the classes that each screen has of its own."""


def is_vast(size: Size) -> bool:
    """Whether there is so much room that more of a thing is shown, and not only wider."""
    return size.width >= VAST.width and size.height >= VAST.height


def take_size(screen: Screen[Any]) -> None:
    """Give a screen the classes of its breakpoints; called first when it composes.

    Textual gives them with the first `Resize`, when all was styled and laid out without them:
    everything would be done twice.
    """
    size = screen.app.size
    steps = (
        (size.width, screen.HORIZONTAL_BREAKPOINTS or []),
        (size.height, screen.VERTICAL_BREAKPOINTS or []),
    )
    reached = ([step for step in classes if step[0] <= length] for length, classes in steps)
    screen.add_class(*(max(each)[1] for each in reached if each))
