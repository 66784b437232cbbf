"""Rows of cells in columns: what a list shows, how wide, and where its cursor may stand."""

from collections.abc import Sequence
from itertools import chain
from typing import Literal, Protocol, runtime_checkable

import msgspec
from textual.content import Content

from backcare_tui.text import clean

GROWS_BY = 5
"""A column that may grow takes one of so many cells of the fluid ones."""

NARROWEST_FOLD = 8
"""Cells below which nothing is folded: what stands there is a figure or a sign."""


class ListColumn(msgspec.Struct, frozen=True):
    """One column of the list.

    Attributes:
        width: Cells, or `None` to share what the fixed columns leave.
        align: Where a short cell stands.
        most: Cells up to which it grows where the others leave room; 0 for a column that does not.
    """

    width: int | None = None
    align: Literal["left", "right"] = "left"
    most: int = 0


class ListRow(msgspec.Struct, frozen=True):
    """One line of the list.

    Attributes:
        key: What the row stands for; unique in the list.
        cells: One a column; the last one given runs on to the end of the line.
        enabled: Whether the cursor may stand here; a heading is not enabled.
        style: How loud the whole row is.
        button: So many cells at its left take the row with one click, wherever the cursor is.
    """

    key: str
    cells: tuple[Content | str, ...]
    enabled: bool = True
    style: Literal["plain", "quiet", "next", "heading"] = "plain"
    button: int = 0


class RowSource(Protocol):
    """Rows by number, such as a tuple, or an object that makes each row when asked."""

    def __len__(self) -> int: ...
    def __getitem__(self, index: int, /) -> ListRow: ...


@runtime_checkable
class Findable(Protocol):
    """A source that finds a key without making every row."""

    def position(self, key: str, /) -> int | None:
        """The row number of the key, `None` when there is no such row."""


def position_of(rows: RowSource, key: str) -> int | None:
    """The row number of a key, `None` when there is no such row."""
    if isinstance(rows, Findable):
        return rows.position(key)
    return next((at for at in range(len(rows)) if rows[at].key == key), None)


def nearest_enabled(rows: RowSource, start: int, step: Literal[-1, 1]) -> int:
    """The first row from `start` on where the cursor may stand, else one behind; -1 if none."""
    if not len(rows):
        return -1
    start = min(max(start, 0), len(rows) - 1)
    ahead = range(start, len(rows) if step > 0 else -1, step)
    behind = range(start, -1 if step > 0 else len(rows), -step)
    return next((at for at in chain(ahead, behind) if rows[at].enabled), -1)


def widths_within(columns: Sequence[ListColumn], width: int) -> tuple[int, ...]:
    """The cells of each column in `width`, one cell between columns; fluid ones share the rest."""
    fluid = sum(column.width is None for column in columns)
    rest = max(width - sum(column.width or 0 for column in columns) - len(columns) + 1, 0)
    fixed = [_grown(column, rest) for column in columns if column.width is not None]
    share, over = divmod(max(width - sum(fixed) - len(columns) + 1, 0), fluid or 1)
    widths = []
    for column in columns:
        if column.width is None:
            widths.append(share + (over > 0))
            over -= 1
        else:
            widths.append(fixed.pop(0))
    return tuple(widths)


def _grown(column: ListColumn, rest: int) -> int:
    """The cells of a fixed column where the fluid ones have so many: a part of them."""
    least = column.width or 0
    return max(least, min(column.most, least + rest // GROWS_BY))


def _as_content(cell: Content | str) -> Content:
    if isinstance(cell, str):
        return Content(clean(cell))
    return cell if cell.plain.isprintable() else Content(clean(cell.plain))


def _fitted(cell: Content | str, width: int, align: Literal["left", "right"]) -> Content:
    content = _as_content(cell).truncate(width, ellipsis=True)
    room = width - content.cell_length
    return content.pad_left(room) if align == "right" else content.pad_right(room)


def draw_row(cells: Sequence[Content | str], columns: Sequence[ListColumn], width: int) -> Content:
    """The cells as one line of exactly `width` cells; what is too long ends with an ellipsis."""
    return draw_lines(cells, columns, width, most=1)[0]


def draw_lines(
    cells: Sequence[Content | str], columns: Sequence[ListColumn], width: int, most: int
) -> tuple[Content, ...]:
    """The cells as lines of exactly `width` cells: what is too long goes on below itself.

    Args:
        cells: Of one row.
        columns: Those of the list.
        width: Cells of a line.
        most: Lines at most; what is longer still ends with an ellipsis.
    """
    widths = list(widths_within(columns, width))[: len(cells)]
    if len(cells) < len(columns) and widths:
        widths[-1] = width - sum(widths[:-1]) - len(widths) + 1
    widths = _lent(cells, widths, columns)
    folded = [_folded(cell, room, most) for cell, room in zip(cells, widths, strict=False)]
    lines = [
        [cell[number] if number < len(cell) else "" for cell in folded]
        for number in range(max(map(len, folded), default=1))
    ]
    return tuple(
        _fitted(
            Content(" ").join(
                _fitted(cell, room, column.align)
                for cell, room, column in zip(line, widths, columns, strict=False)
            ),
            width,
            "left",
        )
        for line in lines
    )


def _lent(
    cells: Sequence[Content | str], widths: list[int], columns: Sequence[ListColumn]
) -> list[int]:
    """The widths of one row: the cell before the last one takes what it lacks from what the last one leaves free.

    A name that is read whole is worth a value that begins a few cells further right.
    """
    if len(cells) < 2 or len(widths) < len(cells) or columns[len(cells) - 1].align == "right":
        return widths
    name, value = (_as_content(cell).cell_length for cell in cells[-2:])
    lacks, free = name - widths[-2], widths[-1] - value
    by = lacks if 0 < lacks <= free else 0
    return [*widths[:-2], widths[-2] + by, widths[-1] - by]


def _folded(cell: Content | str, width: int, most: int) -> list[Content]:
    """The lines of a cell, the last of them with all that is left."""
    content = _as_content(cell)
    if most == 1 or width < NARROWEST_FOLD or content.cell_length <= width:
        return [content]
    lines = [line.rstrip() for line in content.wrap(width)]
    return [*lines[: most - 1], Content(" ").join(lines[most - 1 :])][: len(lines)]
