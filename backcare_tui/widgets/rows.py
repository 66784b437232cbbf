"""A list of any length with a cursor: what keys and the mouse do in it."""

from dataclasses import dataclass
from typing import Literal, Unpack

from textual import events
from textual.binding import Binding
from textual.message import Message

from backcare_tui.widgets.columns import (
    ListColumn,
    ListRow,
    RowSource,
    nearest_enabled,
    position_of,
)
from backcare_tui.widgets.options import Named
from backcare_tui.widgets.row_lines import GUTTER, RowLines

OPENS = "Do what the line under the cursor is for; a click on it does, too."
"""The sentence of enter, for the help."""


class Rows(RowLines, can_focus=True, inherit_bindings=False):
    """A scrolling list with one cursor, chosen from by key or by mouse."""

    HELP = "Arrow keys move, `enter` opens the row, `home` and `end` go to the ends."

    BINDINGS = [
        Binding("up,k", "move_cursor(-1)", "Up", show=False, id="list.up"),
        Binding("down,j", "move_cursor(1)", "Down", show=False, id="list.down"),
        Binding("pageup", "move_page(-1)", "Page up", show=False),
        Binding("pagedown", "move_page(1)", "Page down", show=False),
        Binding("home", "move_end(-1)", "First", show=False),
        Binding("end", "move_end(1)", "Last", show=False),
        Binding("enter", "choose", "open", show=False, id="list.open", tooltip=OPENS),
    ]

    @dataclass
    class Highlighted(Message):
        """The cursor came to another row, by key, mouse or because the rows changed."""

        rows: "Rows"
        """The list."""
        row: ListRow
        """The row under the cursor."""

        @property
        def control(self) -> "Rows":
            """The list."""
            return self.rows

    @dataclass
    class Chosen(Message):
        """A person chose a row: `enter`, a click on the row of the cursor, or on a button of a row."""

        rows: "Rows"
        """The list."""
        row: ListRow
        """The chosen row."""

        @property
        def control(self) -> "Rows":
            """The list."""
            return self.rows

    def __init__(
        self,
        rows: RowSource = (),
        *,
        columns: tuple[ListColumn, ...] = (ListColumn(),),
        empty: str = "",
        **named: Unpack[Named],
    ) -> None:
        super().__init__(rows, columns, empty, **named)
        self._key: str | None = None

    @property
    def row(self) -> ListRow | None:
        """The row under the cursor, `None` when there is none."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    def on_mount(self) -> None:
        """Takes the rows it was made with."""
        self.watch_rows(self.rows)

    def select(self, key: str) -> bool:
        """Moves the cursor to a key; False when there is no such row."""
        at = position_of(self.rows, key)
        if at is None:
            return False
        self.cursor = at
        return True

    def validate_cursor(self, cursor: int) -> int:
        """The nearest row where the cursor may stand."""
        return nearest_enabled(self.rows, cursor, 1)

    def watch_cursor(self) -> None:
        """Shows the row and tells of it."""
        self._show_cursor()
        self._tell()

    def watch_rows(self, rows: RowSource) -> None:
        """Keeps the cursor on its key, or else near where it was."""
        self.lay_out()
        kept = None if self._key is None else position_of(rows, self._key)
        self.cursor = self.cursor if kept is None else kept
        self._tell()
        self.refresh(layout=True)

    def _tell(self) -> None:
        row = self.row
        key = None if row is None else row.key
        if key == self._key:
            return
        self._key = key
        if row is not None:
            self.post_message(self.Highlighted(self, row))

    def _show_cursor(self) -> None:
        height = self.scrollable_content_region.height
        if self.cursor < 0 or not height or self._folds:
            return
        top = self.scroll_offset.y
        lowest = self.cursor - height + 1
        # Headings above the first row cannot be reached by the cursor, yet are to be seen.
        highest = 0 if self.cursor == nearest_enabled(self.rows, 0, 1) else self.cursor
        self.scroll_to(y=min(max(top, lowest), highest), animate=False)

    def on_resize(self) -> None:
        """Folds anew, and keeps the cursor in view."""
        self.lay_out()
        self._show_cursor()

    def action_move_cursor(self, step: Literal[-1, 1]) -> None:
        """One row up or down, over headings."""
        if self.row is not None:
            self.cursor = nearest_enabled(self.rows, self.cursor + step, step)

    def action_move_page(self, step: Literal[-1, 1]) -> None:
        """As many rows as are in view."""
        page = max(self.scrollable_content_region.height - 1, 1)
        if self.row is not None:
            self.cursor = nearest_enabled(self.rows, self.cursor + step * page, step)

    def action_move_end(self, step: Literal[-1, 1]) -> None:
        """To the first or the last row."""
        end = 0 if step < 0 else len(self.rows) - 1
        self.cursor = nearest_enabled(self.rows, end, step)

    def action_choose(self) -> None:
        """Takes the row under the cursor."""
        if self.row is not None:
            self.post_message(self.Chosen(self, self.row))

    def on_click(self, event: events.Click) -> None:
        """The first click on a row goes there, the next one takes it; one on its button does both."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        event.stop()
        at = self.row_at(offset.y)
        if at >= len(self.rows) or not self.rows[at].enabled:
            return
        button = self.rows[at].button
        is_on_button = button > 0 and offset.x < GUTTER + button
        if is_on_button and event.chain > 1:  # a double click is meant once
            return
        is_taken = at == self.cursor or is_on_button
        self.cursor = at
        if is_taken:
            self.action_choose()
