"""Rows of cells, each with its ink, as content in the colors of the theme."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Protocol, TypeVar

from textual.content import Content

Ink = TypeVar("Ink", bound=str)
Ink_co = TypeVar("Ink_co", bound=str, covariant=True)


class Inked(Protocol[Ink_co]):
    """A cell of a chart."""

    @property
    def char(self) -> str:
        """What stands in it."""

    @property
    def ink(self) -> Ink_co:
        """What it belongs to, by which a style is found."""


def inked(rows: Iterable[Iterable[Inked[Ink]]], style_of: Callable[[Ink], str]) -> Content:
    """The rows as lines; neighbors of one ink are one run.

    Args:
        rows: From top to bottom.
        style_of: The style of an ink.
    """
    return Content("\n").join(
        Content.assemble(
            *(
                ("".join(cell.char for cell in cells), style_of(ink))
                for ink, cells in groupby(row, key=lambda cell: cell.ink)
            )
        )
        for row in rows
    )
