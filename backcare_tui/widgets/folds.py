"""Which lines a list has: one a row, and more where all are in view and a row needs them to be read whole."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from backcare_tui.widgets.columns import ListColumn, ListRow, RowSource, draw_lines

MOST_LINES = 8
"""Of one row."""


class FoldedLine(NamedTuple):
    """What stands on one line of a list."""

    row: int
    """The number of the row."""
    number: int = 0
    """Which of its lines."""
    of: int = 1
    """How many it has."""


def folded(
    rows: RowSource, columns: Sequence[ListColumn], width: int, height: int
) -> tuple[FoldedLine, ...]:
    """The lines of a list whose rows are all in view; empty where each has one, or where they are too many.

    None is scrolled away for it. Where the lines that are free are too few for all, each row that needs one
    has a second line before any has a third.

    Args:
        rows: What is listed.
        columns: Its columns.
        width: Cells of a line.
        height: Lines in view.
    """
    free = height - len(rows)
    if width <= 0 or free <= 0:
        return ()
    needed = [len(draw_lines(row.cells, columns, width, MOST_LINES)) for row in _each(rows)]
    counts = [1] * len(rows)
    for more in range(2, MOST_LINES + 1):
        for at, need in enumerate(needed):
            if need >= more and free:
                counts[at], free = more, free - 1
    if sum(counts) == len(rows):
        return ()
    return tuple(
        FoldedLine(at, number, count) for at, count in enumerate(counts) for number in range(count)
    )


def _each(rows: RowSource) -> Iterator[ListRow]:
    return (rows[at] for at in range(len(rows)))
