"""How shapes look: on paper and a light ground, and on a dark one."""

from typing import Literal

from backcare_tui.library.data_files import load
from backcare_tui.report.drawing import PageInk

Ground = Literal["light", "dark"]
INKS = load("report", "paper", dict[Ground, dict[PageInk, str]])
"""Colors by what a shape is for. What carries a meaning stands out from its ground at 3 to 1 (WCAG 2.2,
1.4.11), letters on it at 4.5 to 1, so that all of it is read in gray print, too."""
EDGE: PageInk = "mark"
"""What outlines are drawn with."""


def faded(ink: PageInk, strength: float, ground: Ground = "light") -> str:
    """The color of a shape that lets as much of the body behind it through as its strength leaves."""
    above, below = INKS[ground][ink], INKS[ground]["body"]
    parts = zip(_parts(above), _parts(below), strict=True)
    return "#" + "".join(f"{round(a * strength + b * (1 - strength)):02x}" for a, b in parts)


def _parts(color: str) -> tuple[int, ...]:
    return tuple(int(color[at : at + 2], 16) for at in (1, 3, 5))
