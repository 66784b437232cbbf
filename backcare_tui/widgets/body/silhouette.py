"""The figure of the body map as cells: which areas a cell shows, and which area is beside which."""

from collections import Counter
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final, Literal, NamedTuple

from backcare_tui.library.areas import area, areas, figure
from backcare_tui.library.taxonomy_data import BodySide

Direction = Literal["left", "right", "up", "down"]

OUTSIDE: Final = ""
"""In place of an area id, where there is no body."""

WIDTH: Final = 24
HEIGHT: Final = 20
GAP: Final = 3
"""Columns between the back and the front."""

# Upper left, upper right, lower left, lower right as bits 8, 4, 2, 1.
_GLYPHS: Final = " ▗▖▄▝▐▞▟▘▚▌▙▀▜▛█"


class Spot(NamedTuple):
    """An area, seen from one side."""

    view: BodySide
    area_id: str


class Dot(NamedTuple):
    """A quarter of a cell."""

    area_id: str
    is_seam: bool
    """Whether another area begins to its right or below."""
    is_edge: bool
    """Whether the body ends beside it."""


Quad = tuple[Dot, Dot, Dot, Dot]
"""The quarters of a cell: upper left, upper right, lower left, lower right."""


@cache
def quads(view: BodySide, *, compact: bool = False) -> tuple[tuple[Quad, ...], ...]:
    """The figure, cell by cell: 24 columns by 20 rows, or 12 by 10 when compact."""
    dots = _dots(_halved(_ids(view)) if compact else _ids(view))
    return tuple(
        tuple((upper[x], upper[x + 1], lower[x], lower[x + 1]) for x in range(0, len(upper), 2))
        for upper, lower in zip(dots[::2], dots[1::2], strict=True)
    )


@cache
def row_of_quads(
    view: BodySide, row: int, *, compact: bool = False
) -> tuple[tuple[Dot, ...], tuple[tuple[int, int, int, int], ...]]:
    """The dots that differ in a row of the figure, and each cell's quarters as numbers of them."""
    cells = quads(view, compact=compact)[row]
    dots = tuple(dict.fromkeys(dot for cell in cells for dot in cell))
    number = {dot: at for at, dot in enumerate(dots)}
    return dots, tuple((number[a], number[b], number[c], number[d]) for a, b, c, d in cells)


def glyph(bits: int) -> str:
    """The character that fills these quarters of a cell: 8 upper left, 4 upper right, 2 and 1 below."""
    return _GLYPHS[bits]


def area_at(view: BodySide, column: int, row: int, *, compact: bool = False) -> str:
    """The id of the area that has most of a cell, or `OUTSIDE`."""
    figure_ = quads(view, compact=compact)
    if not (0 <= row < len(figure_) and 0 <= column < len(figure_[row])):
        return OUTSIDE
    return _most([dot.area_id for dot in figure_[row][column]])


def middle(spot: Spot, *, compact: bool = False) -> tuple[int, int]:
    """Column and row of the cell in the middle of an area."""
    column, row = area(spot.area_id).cell[spot.view]
    return (column // 2, row // 2) if compact else (column, row)


def mark_column(spot: Spot, length: int, *, compact: bool = False) -> int:
    """Where a mark of this length begins so that it lies in the middle of an area."""
    column, row = middle(spot, compact=compact)
    cells = quads(spot.view, compact=compact)[row]

    def own(start: int) -> int:
        return sum(
            dot.area_id == spot.area_id for cell in cells[start : start + length] for dot in cell
        )

    return max((column - length // 2, column - (length - 1) // 2), key=own)


AreaText = tuple[str, int]
"""An area, and how many cells the text in it has."""


@lru_cache(maxsize=256)
def places_of(
    view: BodySide, marks: tuple[AreaText, ...], *, compact: bool = False
) -> dict[str, tuple[int, int]]:
    """Column and row at which a text begins in each of these areas, as near to its middle as may be.

    No two touch in a line, as 4 beside 4 would be read as 44; who comes later gives way, within its own area,
    and is left out where that has no room.
    """
    taken: list[tuple[int, int, int]] = []
    found = {}
    for area_id, length in marks:
        spot = Spot(view, area_id)
        own = (mark_column(spot, length, compact=compact), middle(spot, compact=compact)[1])
        for column, row in (own, *_others(spot, own, length, compact=compact)):
            if all(
                row != at or column + length < start or end < column for at, start, end in taken
            ):
                taken.append((row, column, column + length))
                found[area_id] = column, row
                break
    return found


def _others(
    spot: Spot, own: tuple[int, int], length: int, *, compact: bool
) -> list[tuple[int, int]]:
    """Where else in an area a text can begin, the nearest first."""
    cells = quads(spot.view, compact=compact)

    def is_inside(column: int, row: int) -> bool:
        over = cells[row][column : column + length]
        return len(over) == length and all(
            2 * sum(dot.area_id == spot.area_id for dot in cell) >= len(cell) for cell in over
        )

    def distance(place: tuple[int, int]) -> int:
        return abs(place[0] - own[0]) + 2 * abs(place[1] - own[1])

    every = ((column, row) for row in range(len(cells)) for column in range(len(cells[row])))
    return sorted((place for place in every if is_inside(*place)), key=distance)


def views_of(area_id: str) -> tuple[BodySide, ...]:
    """The sides that an area can be seen from; none for one that this version does not know."""
    return _views().get(area_id, ())


@cache
def _views() -> dict[str, tuple[BodySide, ...]]:
    return {one.id: one.views for one in areas()}


@cache
def spots() -> tuple[Spot, ...]:
    """Every place where the cursor can be."""
    return tuple(Spot(view, one.id) for one in areas() for view in one.views)


@cache
def beside(spot: Spot, direction: Direction) -> Spot:
    """The nearest area in a direction, across to the other figure where that is next, or the same spot."""
    ahead = [(_effort(spot, other, direction), other) for other in spots() if other != spot]
    reachable = [(effort, other) for effort, other in ahead if effort is not None]
    return min(reachable)[1] if reachable else spot


@cache
def opposite(spot: Spot) -> Spot:
    """The same area seen from the other side, or the one at the same height that is on the same side of the body."""
    other: BodySide = "front" if spot.view == "back" else "back"
    column, row = middle(spot)
    mirrored = WIDTH - 1 - column

    def distance(there: Spot) -> tuple[bool, int]:
        x, y = middle(there)
        return there.area_id != spot.area_id, abs(x - mirrored) + 2 * abs(y - row)

    return min((there for there in spots() if there.view == other), key=distance)


_AHEAD: Final[dict[Direction, Callable[[int, int], tuple[int, int]]]] = {
    "left": lambda x, y: (-x, abs(y)),
    "right": lambda x, y: (x, abs(y)),
    "up": lambda x, y: (-y, abs(x)),
    "down": lambda x, y: (y, abs(x)),
}


def _effort(spot: Spot, other: Spot, direction: Direction) -> int | None:
    """How far away the other spot feels in this direction; nothing where it is not ahead."""
    if direction in ("up", "down") and other.view != spot.view:
        return None
    (x, y), (to_x, to_y) = _position(spot), _position(other)
    along, across = _AHEAD[direction](to_x - x, to_y - y)
    # Beside means beside: what is mostly above or below is reached by up and down.
    is_ahead = along > 0 and (direction in ("up", "down") or 2 * across <= 3 * along)
    return along + 3 * across if is_ahead else None


def _position(spot: Spot) -> tuple[int, int]:
    """Where a spot is, in units of a column's width; a cell is twice as high as wide."""
    column, row = middle(spot)
    return column + (WIDTH + GAP if spot.view == "front" else 0), 2 * row


def _ids(view: BodySide) -> list[list[str]]:
    by_letter = {one.code[view]: one.id for one in areas() if view in one.views}
    return [[by_letter.get(letter, OUTSIDE) for letter in row] for row in figure(view).mask]


def _halved(ids: list[list[str]]) -> list[list[str]]:
    return [
        [_most([*upper[x : x + 2], *lower[x : x + 2]]) for x in range(0, len(upper), 2)]
        for upper, lower in zip(ids[::2], ids[1::2], strict=True)
    ]


def _most(ids: list[str]) -> str:
    """What fills at least half of these, an area before no body."""
    counts = Counter(one for one in ids if one)
    most, count = counts.most_common(1)[0] if counts else (OUTSIDE, 0)
    return most if 2 * counts.total() >= len(ids) and count else OUTSIDE


def _dots(ids: list[list[str]]) -> list[list[Dot]]:
    beyond = [OUTSIDE] * len(ids[0])
    lines = zip([beyond, *ids], ids, [*ids[1:], beyond], strict=False)
    return [
        [
            _dot(*near)
            for near in zip(
                row, [OUTSIDE, *row[:-1]], [*row[1:], OUTSIDE], upper, lower, strict=True
            )
        ]
        for upper, row, lower in lines
    ]


@cache
def _dot(area_id: str, left: str, right: str, above: str, below: str) -> Dot:
    return Dot(
        area_id,
        is_seam=any(near not in (area_id, OUTSIDE) for near in (right, below)),
        is_edge=OUTSIDE in (left, right, above, below),
    )
