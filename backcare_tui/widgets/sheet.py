"""Words to read: paragraphs with a name before each, wrapped in a column of their own."""

from collections.abc import Iterator
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

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """As many lines as the words take."""
        return len(self._lines(width))

    def render(self) -> Content:
        """All lines."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        for entry in self.entries:
            if lines and self.is_loose:
                lines.append(Content(""))
            lines += _laid_out(entry, max(width, 1))
        return lines


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
