"""Keys in columns, with one cursor: what the help lists, and what a click or enter does."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Unpack

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from backcare_tui.text import shortened
from backcare_tui.widgets.key_columns import KeyLine, KeySection, KeySpot, placed
from backcare_tui.widgets.options import Named

NOWHERE = -1


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
