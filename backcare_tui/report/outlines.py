"""Outlines of forms made of cells: traced around them, then rounded. Pure."""

from collections.abc import Collection, Iterator, Sequence

from backcare_tui.report.drawing import PagePoint

BodyCell = tuple[int, int]
"""Its row and its column."""
ROUNDS = 2
"""How often each point moves to the middle of itself and its neighbors: the more, the rounder."""


def outlines(
    cells: Collection[BodyCell], width: float, height: float
) -> Iterator[tuple[PagePoint, ...]]:
    """The outline of each piece of a form, clockwise where y grows downward.

    Args:
        cells: What the form is made of; pieces that only touch at a corner may share an outline.
        width: Of a cell, in points.
        height: Of a cell, in points.
    """
    for corners in _traced(frozenset(cells)):
        yield tuple((round(x * width, 2), round(y * height, 2)) for x, y in _rounded(corners))


def _traced(cells: frozenset[BodyCell]) -> Iterator[list[PagePoint]]:
    """Walks along the sides that have a cell on their right and none on their left."""
    ends: dict[PagePoint, list[PagePoint]] = {}
    for start, end in _sides(cells):
        ends.setdefault(start, []).append(end)
    while ends:
        corners = [next(iter(ends))]
        while following := ends.get(corners[-1]):
            end = following.pop()
            if not following:
                del ends[corners[-1]]
            corners.append(end)
        yield corners[:-1]


def _sides(cells: frozenset[BodyCell]) -> Iterator[tuple[PagePoint, PagePoint]]:
    for row, column in sorted(cells):
        corners = [
            (column, row),
            (column + 1, row),
            (column + 1, row + 1),
            (column, row + 1),
            (column, row),
        ]
        beside = [(row - 1, column), (row, column + 1), (row + 1, column), (row, column - 1)]
        for number, other in enumerate(beside):
            if other not in cells:
                yield corners[number], corners[number + 1]


def _rounded(corners: Sequence[PagePoint]) -> Sequence[PagePoint]:
    for _ in range(ROUNDS):
        around = zip((corners[-1], *corners[:-1]), corners, (*corners[1:], corners[0]), strict=True)
        corners = [((x0 + x + x1) / 3, (y0 + y + y1) / 3) for (x0, y0), (x, y), (x1, y1) in around]
    return corners
