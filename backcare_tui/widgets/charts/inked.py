"""Rows of cells, each with its ink, as content in the colors of the theme."""

from collections.abc import Callable
from itertools import groupby

import msgspec
from textual.content import Content


class InkedCell(msgspec.Struct, frozen=True):
    """One character of a chart."""

    char: str = " "
    ink: str = ""
    """What it belongs to, by which a style is found."""


InkedGrid = tuple[tuple[InkedCell, ...], ...]
"""Rows from top to bottom."""


def inked(rows: InkedGrid, style_of: Callable[[str], str]) -> Content:
    """The rows as lines; neighbors of one ink are one run."""
    return Content("\n").join(
        Content.assemble(
            *(
                ("".join(cell.char for cell in cells), style_of(ink))
                for ink, cells in groupby(row, key=lambda cell: cell.ink)
            )
        )
        for row in rows
    )
