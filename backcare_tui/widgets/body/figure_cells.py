"""The cells of a line of the figure, from what its dots are painted with. Pure."""

from collections.abc import Mapping
from functools import lru_cache

from rich.color import Color
from rich.segment import Segment
from rich.style import Style

from backcare_tui.library.taxonomy_data import BodySide
from backcare_tui.widgets.body.silhouette import (
    glyph,
    row_of_quads,
)

GROUND = ""
"""The paint of what is not painted."""
LINES = {"edge", "seam"}
"""What is drawn between areas, and gives way to them."""


# A line at rest is the same in every figure, and few change from one drawing to the next.
@lru_cache(maxsize=512)
def cells_of(
    view: BodySide,
    y: int,
    compact: bool,  # noqa: FBT001 - a cache knows arguments by their place
    paints: tuple[str, ...],
    colors: tuple[Color | None, ...],
) -> tuple[Segment, ...]:
    """The cells of a line, from the paints of its dots and their colors."""
    _, quarters = row_of_quads(view, y, compact=compact)
    color = dict(zip(paints, colors, strict=True))
    return tuple(_cell(tuple(paints[at] for at in cell), color) for cell in quarters)


def _cell(paints: tuple[str, ...], colors: Mapping[str, Color | None]) -> Segment:
    """A cell of the figure, from the paints of its quarters."""
    over, under, drawn = _drawn(paints)
    return Segment(drawn, _inked(colors[over] if over != under else None, colors[under]))


@lru_cache(maxsize=1024)
def _inked(color: Color | None, ground: Color | None) -> Style:
    return Style(color=color, bgcolor=ground)


@lru_cache(maxsize=1024)
def _drawn(paints: tuple[str, ...]) -> tuple[str, str, str]:
    """The paint that is drawn, the one beneath, and the glyph, from the paints of the quarters."""
    over, under = _two(paints)
    bits = sum(bit for bit, paint in zip((8, 4, 2, 1), paints, strict=True) if paint != under)
    return over, under, " " if over == under else glyph(bits)


def _two(paints: tuple[str, ...]) -> tuple[str, str]:
    """The two commonest paints of a cell, which has no room for three: the one drawn and the one beneath."""
    if paints.count(paints[0]) == len(paints):
        return paints[0], paints[0]
    ranked = sorted(set(paints), key=lambda paint: (paint in LINES, -paints.count(paint), paint))
    first, second = ranked[:2]
    return (second, first) if first == GROUND else (first, second)
