"""Which lines a list has: one a row, and more where all are in view and a row needs them to be read whole."""

from collections.abc import Sequence
from typing import NamedTuple

from backcare_tui.widgets.columns import ListColumn, RowSource, draw_lines

MOST_LINES = 4
"""Of one row."""


class Line(NamedTuple):
    """What stands on one line of a list."""

    row: int
    """The number of the row."""
    number: int = 0
    """Which of its lines."""
    of: int = 1
    """How many it has."""


def folded(
    rows: RowSource, columns: Sequence[ListColumn], width: int, height: int
) -> tuple[Line, ...]:
    """The lines of a list whose rows are all in view; empty where each has one, or where they are too many.

    Rows are folded from the first on, as far as the lines that are free go: none is scrolled away for it.

    Args:
        rows: What is listed.
        columns: Its columns.
        width: Cells of a line.
        height: Lines in view.
    """
    free = height - len(rows)
    if width <= 0 or free <= 0:
        return ()
    lines: list[Line] = []
    for at in range(len(rows)):
        count = len(draw_lines(rows[at].cells, columns, width, MOST_LINES))
        count = min(count, free + 1)
        free -= count - 1
        lines += (Line(at, number, count) for number in range(count))
    return tuple(lines) if len(lines) > len(rows) else ()
