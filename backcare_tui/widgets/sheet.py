"""Words to read: paragraphs with a name before each, wrapped in a column of their own.

No line is longer than is read at ease; what would have to be scrolled stands in two columns where it is seen whole in them.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Unpack

import msgspec
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from backcare_tui.widgets.options import Named

LABEL_WIDTH = 12
"""Cells of the names with the gap after them."""
NARROWEST = 40
"""Cells from which the names stand beside the paragraphs instead of above them."""
MEASURE = 100
"""Cells of a line at most."""
GAP, LEAST_COLUMN = 4, 72
"""Cells between two columns, and of each of them at least."""
AROUND = 8
"""Rows of the screen that frames, title and keys take."""


class Entry(msgspec.Struct, frozen=True):
    """One or more paragraphs under one name; without a name they take the whole width."""

    label: str
    paragraphs: tuple[Content, ...]
    hang: int = 0
    """Cells that all lines of a paragraph but its first are set in."""


class Sheet(Widget):
    """Entries below one another; it is as high as its words."""

    DEFAULT_CSS = "Sheet { height: auto; }"

    entries: reactive[tuple[Entry, ...]] = reactive[tuple[Entry, ...]](
        (), layout=True, always_update=True
    )
    """What is to be read."""
    is_loose: reactive[bool] = reactive(default=False, layout=True)
    """Whether an empty line stands between two entries."""

    def __init__(self, entries: tuple[Entry, ...] = (), **named: Unpack[Named]) -> None:
        super().__init__(**named)
        self.set_reactive(Sheet.entries, entries)

    def get_content_height(self, _container: Size, viewport: Size, width: int) -> int:
        """As many lines as the words take."""
        return len(self._lines(width, viewport.height))

    def render(self) -> Content:
        """All lines."""
        return Content("\n").join(self._lines(self.content_size.width, self.app.size.height))

    def _lines(self, width: int, rows: int) -> list[Content]:
        """In one column, or in two.

        Args:
            width: Cells of all.
            rows: Those of the screen.
        """
        lines = _joined(self._blocks(min(width, MEASURE)), is_loose=self.is_loose)
        half = min((width - GAP) // 2, MEASURE)
        if len(lines) <= rows - AROUND or half < LEAST_COLUMN or len(self.entries) < 2:
            return lines
        left, right = _in_two(self._blocks(half), is_loose=self.is_loose)
        if max(len(left), len(right)) > rows - AROUND:
            return lines
        return [
            one.pad_right(half + GAP - one.cell_length) + other
            for one, other in zip_longest(left, right, fillvalue=Content(""))
        ]

    def _blocks(self, width: int) -> list[list[Content]]:
        """The lines of each entry."""
        return [list(_laid_out(entry, max(width, 1))) for entry in self.entries]


def _joined(blocks: Sequence[Sequence[Content]], *, is_loose: bool) -> list[Content]:
    between = [Content("")] * is_loose
    lines = [line for block in blocks for line in (*between, *block)]
    return lines[len(between) :]


def _in_two(
    blocks: Sequence[Sequence[Content]], *, is_loose: bool
) -> tuple[list[Content], list[Content]]:
    """Two columns, cut between two entries, so that the higher one is as low as it can be."""
    cuts = [
        (_joined(blocks[:at], is_loose=is_loose), _joined(blocks[at:], is_loose=is_loose))
        for at in range(1, len(blocks))
    ]
    return min(cuts, key=lambda columns: max(map(len, columns)))


def _laid_out(entry: Entry, width: int) -> Iterator[Content]:
    label = Content.styled(entry.label, "$quiet")
    is_beside = bool(entry.label) and width >= NARROWEST
    if entry.label and not is_beside:
        yield label
    indent = LABEL_WIDTH if is_beside else 0
    lines = [line for each in entry.paragraphs for line in _hung(each, width - indent, entry.hang)]
    for number, line in enumerate(lines):
        before = label if is_beside and not number else Content("")
        yield before.pad_right(indent - before.cell_length) + line


def _hung(paragraph: Content, width: int, hang: int) -> Iterator[Content]:
    for number, line in enumerate(paragraph.wrap(max(width - hang, 1))):
        yield line.pad_left(hang) if number else line
