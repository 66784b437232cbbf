"""The body, front and back, with the areas that were named: the denser, the more often."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from backcare_tui.insight.words import say_area
from backcare_tui.library.taxonomy import View, areas, figure
from backcare_tui.report.drawing import Box, Caption, Drawing, Shape
from backcare_tui.text import say_count

DOT_WIDTH, DOT_HEIGHT = 2.0, 4.0
"""A dot of the figure is twice as high as wide, as on the screen."""
GAP = 30.0
VIEWS: tuple[View, View] = ("back", "front")
_FAINTEST = 0.3


def body_drawing(counts: Mapping[str, int]) -> Drawing:
    """Both sides, with the days on which each area was named.

    Args:
        counts: Days by the id of an area; those that have no place on the figure are only said.
    """
    masks = {view: figure(view).mask for view in VIEWS}
    widths = {view: max(map(len, mask)) * DOT_WIDTH for view, mask in masks.items()}
    height = max(map(len, masks.values())) * DOT_HEIGHT
    shapes: list[Shape] = []
    left = 0.0
    for view in VIEWS:
        shapes += _side(view, counts, left)
        shapes.append(Caption(left + widths[view] / 2, height + 12, view, "middle"))
        left += widths[view] + GAP
    said = "; ".join(f"{say_area(area)} {say_count(n, 'day')}" for area, n in counts.items())
    return Drawing(left - GAP, height + 16, "Where it hurt", f"{said}.", tuple(shapes))


def _side(view: View, counts: Mapping[str, int], left: float) -> Iterator[Shape]:
    by_letter = {one.code[view]: one.id for one in areas() if view in one.views}
    most = max(counts.values(), default=1)
    for row, letters in enumerate(figure(view).mask):
        column = 0
        for letter, run in groupby(letters):
            length = len(list(run))
            if area := by_letter.get(letter):
                days = counts.get(area, 0)
                yield Box(
                    left + column * DOT_WIDTH,
                    row * DOT_HEIGHT,
                    length * DOT_WIDTH,
                    DOT_HEIGHT,
                    "area" if days else "body",
                    _FAINTEST + (1 - _FAINTEST) * days / most if days else 1.0,
                )
            column += length
