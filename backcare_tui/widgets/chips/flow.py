"""Words in lines: which are shown, and where each stands."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal

import msgspec
from rich.cells import cell_len, set_cell_size

GAP = 2
"""Cells between two chips."""


class Chip(msgspec.Struct, frozen=True):
    """A word to choose.

    Attributes:
        id: What is kept.
        name: What is read.
    """

    id: str
    name: str


class FlowPiece(msgspec.Struct, frozen=True):
    """One thing drawn: a word, what stands for the hidden ones, the entry, or the key to marks."""

    kind: Literal["chip", "more", "entry", "legend", "again"]
    key: str
    text: str
    mark: str = ""
    x: int = 0
    y: int = 0

    @property
    def width(self) -> int:
        """Its cells."""
        return cell_len(self.text)


def flow(pieces: Iterable[FlowPiece], width: int) -> tuple[FlowPiece, ...]:
    """The pieces placed one after the other, breaking into lines of `width` cells."""
    placed = []
    x = y = 0
    for piece in pieces:
        text = piece.text
        if piece.width > width:
            text = set_cell_size(text, width - 1) + "…"
        if x and x + cell_len(text) > width:
            x, y = 0, y + 1
        placed.append(FlowPiece(piece.kind, piece.key, text, piece.mark, x, y))
        x += cell_len(text) + GAP
    return tuple(placed)


def matching(options: Sequence[Chip], typed: str) -> tuple[Chip, ...]:
    """The words with the typed text in them, those that begin with it first.

    All words as they are where nothing is typed.
    """
    sought = typed.strip().casefold()
    found = [chip for chip in options if sought in chip.name.casefold()]
    return tuple(sorted(found, key=lambda chip: not chip.name.casefold().startswith(sought)))


@lru_cache(maxsize=64)  # asked for several times in each layout
def laid_out(
    chips: tuple[FlowPiece, ...],
    tail: tuple[FlowPiece, ...],
    held: frozenset[str],
    width: int,
    max_rows: int | None,
) -> tuple[FlowPiece, ...]:
    """As many chips as fit in `max_rows` lines, and what stands for the others.

    Args:
        chips: All of them, the most used first.
        tail: What always comes after them.
        held: Keys that are never hidden, because they are chosen.
        width: Cells of a line.
        max_rows: Lines at most, `None` for as many as it takes.
    """
    placed = whole = flow((*chips, *tail), width)
    if max_rows is None or whole[-1].y < max_rows:
        return whole
    for count in range(len(chips) - 1, -1, -1):
        kept = [chip for at, chip in enumerate(chips) if at < count or chip.key in held]
        more = FlowPiece("more", "…", f"… {len(chips) - len(kept)} more")
        if len(kept) == len(chips):
            continue
        placed = flow((*kept, more, *tail), width)
        if placed[-1].y < max_rows:
            break
    return placed
