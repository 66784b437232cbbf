"""Keys in columns: where each of them, and each name over some, stands in a table."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import msgspec
from msgspec.structs import replace
from rich.cells import cell_len

MOST_COLUMNS = 4
GAP = 2
"""Cells between columns, at least."""


class KeyLine(msgspec.Struct, frozen=True):
    """A key and what it does."""

    id: str
    key: str
    """As it is written; empty where there is none."""
    words: str
    tip: str
    """The whole sentence."""


class KeyGroup(msgspec.Struct, frozen=True):
    """Keys under a name; an empty name is none."""

    name: str
    lines: tuple[KeyLine, ...]


class KeySection(msgspec.Struct, frozen=True):
    """Groups under a title that goes over the whole width."""

    title: str
    groups: tuple[KeyGroup, ...]


class KeySpot(msgspec.Struct, frozen=True):
    """What stands in a column: a key, or the name of a group."""

    x: int
    y: int
    width: int
    """Cells of the column."""
    key_width: int
    """Cells of its widest key, to which all of them are flush right."""
    line: KeyLine | None
    name: str = ""


KeyCell = str | KeyLine | None
"""The name of a group, a key, or a gap."""


class _Column(msgspec.Struct, frozen=True):
    """How much room a column takes."""

    key_width: int
    width: int


def placed(sections: Sequence[KeySection], width: int) -> list[KeySpot]:
    """Where each title, name and key stands, the columns of a section filled one after the other.

    There are as many columns as have room. They line up over all sections where that can be.

    >>> lines = tuple(KeyLine(key, key, "does what it says", "It does it.") for key in "abc")
    >>> [(spot.x, spot.y) for spot in placed([KeySection("Here", (KeyGroup("", lines),))], 48)]
    [(0, 0), (0, 1), (0, 2), (24, 1)]
    """
    spots, top = [], 0
    for section, (columns, parts) in zip(sections, _laid(sections, width), strict=True):
        spots.append(KeySpot(0, top, width, 0, None, section.title))
        x, spare = 0, max(width - _room(columns), 0) // len(columns)
        for column, cells in zip(columns, parts, strict=True):
            spots += _spots_of(cells, KeySpot(x, top + 1, column.width, column.key_width, None))
            x += column.width + GAP + spare
        top += max(map(len, parts)) + 2
    return spots


def _spots_of(cells: Iterable[KeyCell], first: KeySpot) -> Iterator[KeySpot]:
    """The spots of a column, downwards from its first."""
    for y, cell in enumerate(cells, start=first.y):
        if isinstance(cell, str):
            yield replace(first, y=y, name=cell)
        elif cell is not None:
            yield replace(first, y=y, line=cell)


Parts = list[tuple[KeyCell, ...]]
"""The cells of a section, column by column."""


def _laid(sections: Sequence[KeySection], width: int) -> list[tuple[list[_Column], Parts]]:
    """The columns of each section: as many as have room."""
    for count in range(MOST_COLUMNS, 0, -1):
        parts = [_parted(list(_cells(section)), count) for section in sections]
        together = [_column(chain(*column)) for column in zip(*parts, strict=True)]
        each = [together for _ in parts]
        apart = [[_column(cells) for cells in part] for part in parts]
        for columns in (each, apart):
            if count == 1 or all(_room(found) <= width for found in columns):
                return list(zip(columns, parts, strict=True))
    return []


def _column(cells: Iterable[KeyCell]) -> _Column:
    there = [cell for cell in cells if cell is not None]
    lines = [cell for cell in there if isinstance(cell, KeyLine)]
    key = max((cell_len(line.key) for line in lines), default=0)
    words = max((cell_len(line.words) for line in lines), default=0)
    names = max((cell_len(cell) for cell in there if isinstance(cell, str)), default=0)
    return _Column(key, max(key + 1 + words, names))


def _parted(cells: Sequence[str | KeyLine], count: int) -> Parts:
    height = _height(cells, count)
    filled = _filled(cells, height)
    return [tuple(filled[at * height : (at + 1) * height]) for at in range(count)]


def _room(columns: Sequence[_Column]) -> int:
    """Cells that columns take, with what is between them."""
    return sum(column.width for column in columns) + GAP * (len(columns) - 1)


def _cells(section: KeySection) -> Iterator[str | KeyLine]:
    for group in section.groups:
        if group.name:
            yield group.name
        yield from group.lines


def _height(cells: Sequence[str | KeyLine], columns: int) -> int:
    """Rows that the cells need, no name left alone at the foot of a column."""
    height = max(-(-len(cells) // columns), 1)
    while len(_filled(cells, height)) > height * columns:
        height += 1
    return height


def _filled(cells: Sequence[str | KeyLine], height: int) -> list[KeyCell]:
    """The cells, with a gap where a name would stand at the foot of a column."""
    found: list[KeyCell] = []
    for cell in cells:
        if isinstance(cell, str) and len(found) % height == height - 1 and height > 1:
            found.append(None)
        found.append(cell)
    return found
