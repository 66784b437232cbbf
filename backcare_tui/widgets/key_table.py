"""Keys in columns, with one cursor: what the help lists, and what a click or enter does."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Unpack

import msgspec
from msgspec.structs import replace
from rich.cells import cell_len
from textual import events
from textual.actions import SkipAction
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from backcare_tui.text import shortened
from backcare_tui.widgets.options import Named

MOST_COLUMNS = 4
GAP = 2
"""Cells between columns, at least."""
NOWHERE = -1


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


class KeyTable(Widget, can_focus=True):
    """A table of keys; enter or a click chooses the line."""

    HELP = "Arrow keys move, `enter` or a click does what the line says."
    BINDINGS = [
        Binding("up,k", "move(-1)", "Up", show=False, id="list.up"),
        Binding("down,j", "move(1)", "Down", show=False, id="list.down"),
        Binding("left", "leap(-1)", "Left", show=False),
        Binding("right", "leap(1)", "Right", show=False),
        Binding("enter", "choose", "Do it", show=False),
    ]
    DEFAULT_CSS = """
    KeyTable { height: auto; pointer: pointer; }
    """

    sections: reactive[tuple[KeySection, ...]] = reactive[tuple[KeySection, ...]]((), layout=True)
    """What is listed."""
    at: reactive[int] = reactive(NOWHERE, init=False)
    """The number of the line under the cursor; below 0 until a person goes to one."""

    @dataclass
    class Highlighted(Message):
        """The cursor came to a line."""

        line: KeyLine
        y: int
        """The row of the table that it stands in."""

    @dataclass
    class Chosen(Message):
        """A person wants what a line does."""

        line: KeyLine

    def __init__(self, sections: tuple[KeySection, ...], **named: Unpack[Named]) -> None:
        """List these."""
        super().__init__(**named)
        self.set_reactive(KeyTable.sections, sections)

    def _spots(self) -> list[KeySpot]:
        return placed(self.sections, self.size.width)

    def _lines(self) -> list[tuple[KeySpot, KeyLine]]:
        return [(spot, spot.line) for spot in self._spots() if spot.line]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """As many rows as the longest column has."""
        return max((spot.y for spot in placed(self.sections, width)), default=0) + 1

    def render(self) -> Content:
        """All rows."""
        rows: dict[int, list[KeySpot]] = {}
        for spot in self._spots():
            rows.setdefault(spot.y, []).append(spot)
        lines = self._lines()
        here = lines[self.at][0] if 0 <= self.at < len(lines) else None
        return Content("\n").join(
            self._row(sorted(rows.get(y, ()), key=lambda spot: spot.x), here)
            for y in range(max(rows, default=0) + 1)
        )

    def _row(self, spots: Sequence[KeySpot], here: KeySpot | None) -> Content:
        row = Content("")
        for spot in spots:
            row = row.pad_right(spot.x - row.cell_length)
            row += self._draw(spot, is_here=spot == here and self.has_focus)
        return row

    def _draw(self, spot: KeySpot, *, is_here: bool) -> Content:
        if spot.line is None:
            return Content.styled(spot.name, "bold $here" if self._is_title(spot) else "$here")
        line = spot.line
        room = max(self.size.width - spot.x - spot.key_width - 1, 1)
        ground = " on $here 20%" if is_here else ""
        return Content.assemble(
            (f"{line.key:>{spot.key_width}} ", f"bold $text{ground}" if is_here else "bold $next"),
            (shortened(line.words, room), f"$text{ground}"),
        )

    def _is_title(self, spot: KeySpot) -> bool:
        return spot.key_width == 0 and any(spot.name == each.title for each in self.sections)

    def on_focus(self) -> None:
        """Say what the cursor is on."""
        self.watch_at()

    def watch_at(self) -> None:
        """Tell of another line."""
        self.refresh()
        lines = self._lines()
        if 0 <= self.at < len(lines):
            spot, line = lines[self.at]
            self.post_message(self.Highlighted(line, spot.y))

    def action_move(self, by: int) -> None:
        """To the next line, or the one before."""
        self.at = min(max(self.at + by, 0), max(len(self._lines()) - 1, 0))

    def action_leap(self, by: int) -> None:
        """To the nearest line of the next column."""
        lines = self._lines()
        if self.at == NOWHERE or not lines:
            self.action_move(1)
            return
        here = lines[self.at][0]
        beside = [
            (abs(spot.y - here.y), abs(spot.x - here.x), number)
            for number, (spot, _) in enumerate(lines)
            if (spot.x - here.x) * by > 0
        ]
        if beside:
            self.at = min(beside)[2]

    def action_choose(self) -> None:
        """Do what the line says; while the cursor is on none, enter is not the table's."""
        lines = self._lines()
        if not 0 <= self.at < len(lines):
            raise SkipAction
        self.post_message(self.Chosen(lines[self.at][1]))

    def on_click(self, event: events.Click) -> None:
        """Do what the line under the pointer says."""
        offset = event.get_content_offset(self)
        for number, (spot, line) in enumerate(self._lines()):
            if offset and offset.y == spot.y and spot.x <= offset.x < spot.x + spot.width:
                event.stop()
                self.at = number
                self.post_message(self.Chosen(line))
                return
