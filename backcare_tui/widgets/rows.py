"""A list of any length in columns that line up; a row is made when it is first seen."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, Unpack

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from backcare_tui.text import clean
from backcare_tui.widgets.columns import (
    ListColumn,
    ListRow,
    RowSource,
    draw_lines,
    nearest_enabled,
    position_of,
)
from backcare_tui.widgets.folds import MOST_LINES, FoldedLine, folded
from backcare_tui.widgets.options import Named

__all__ = ["RowSource", "Rows"]

GUTTER = 1
"""Cells at the left for the mark of the cursor."""
FEW = 100
"""Rows up to which a list that is as high as its rows has lines for all that is folded."""

OPENS = "Do what the line under the cursor is for; a click on it does, too."
"""The sentence of enter, for the help."""

# As words of the rows themselves: a component class costs a look at every rule, for each list.
STYLES = {"plain": "", "quiet": "$quiet", "next": "$next", "heading": "bold $quiet"}


@lru_cache(maxsize=32)
def _wrapped(text: str, width: int) -> tuple[Content, ...]:
    return tuple(Content(clean(text)).wrap(width))


class Rows(ScrollView, can_focus=True, inherit_bindings=False):
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

    COMPONENT_CLASSES = {"rows--cursor", "rows--mark"}

    DEFAULT_CSS = """
    Rows {
        height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1;
        scrollbar-color: $line; scrollbar-color-hover: $quiet; scrollbar-color-active: $here;
        scrollbar-background: $surface; scrollbar-background-hover: $surface;
        scrollbar-background-active: $surface;
        & > .rows--cursor { background: $foreground 5%; }
        & > .rows--mark { color: $quiet; }
        &:focus > .rows--cursor { background: $cursor; text-style: bold; }
        &:focus > .rows--mark { color: $here; }
    }
    """

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

    # Contents compare by their words alone, so equal rows may still look different.
    rows: reactive[RowSource] = reactive[RowSource]((), always_update=True)
    """What is listed; the cursor stays on its key when this is replaced."""
    columns: reactive[tuple[ListColumn, ...]] = reactive((ListColumn(),))
    """The columns, left to right."""
    cursor: reactive[int] = reactive(-1)
    """The row number of the cursor; -1 when there is nowhere to stand."""
    empty: reactive[str] = reactive("", layout=True)
    """What a list without rows says: what will be seen here and how it starts."""

    def __init__(
        self,
        rows: RowSource = (),
        *,
        columns: tuple[ListColumn, ...] = (ListColumn(),),
        empty: str = "",
        **named: Unpack[Named],
    ) -> None:
        super().__init__(**named)
        self._key: str | None = None
        self._strips: LRUCache[tuple[int, int, int, int, Style, str], Strip] = LRUCache(512)
        self._folds: tuple[FoldedLine, ...] = ()
        """Where rows are folded, what stands on which line; else empty."""
        self.set_reactive(Rows.columns, columns)
        self.set_reactive(Rows.empty, empty)
        self.set_reactive(Rows.rows, rows)

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
        self._fold()
        kept = None if self._key is None else position_of(rows, self._key)
        self.cursor = self.cursor if kept is None else kept
        self._tell()
        self.refresh(layout=True)

    def watch_columns(self) -> None:
        """Draws anew in the new columns."""
        self._fold()

    def _fold(self) -> None:
        """Lay the rows out in lines, and draw all anew."""
        self._strips.clear()
        # As without a scrollbar: where rows are folded, all of them are in view.
        width, height = self.content_size
        self._folds = folded(self.rows, self.columns, width - GUTTER, height)
        self.virtual_size = Size(1, len(self._folds) or len(self.rows))

    def row_at(self, y: int) -> int:
        """The number of the row on a line in view; as many as there are rows where there is none."""
        if not self._folds:
            return min(y + self.scroll_offset.y, len(self.rows))
        return self._folds[y].row if y < len(self._folds) else len(self.rows)

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
        self._fold()
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

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """As many lines as the rows need, or the empty state."""
        if len(self.rows) > FEW:
            return len(self.rows)
        lines = folded(self.rows, self.columns, width - GUTTER, MOST_LINES * len(self.rows))
        return len(lines or self.rows) or len(self._empty_lines(width))

    def _empty_lines(self, width: int) -> tuple[Content, ...]:
        return _wrapped(self.empty, max(width - GUTTER, 1)) if self.empty else ()

    def render_line(self, y: int) -> Strip:
        """One line of the list, from the cache where it was drawn before."""
        width = self.scrollable_content_region.width
        at = self.row_at(y)
        if at >= len(self.rows):
            return self._draw_beyond(y, width)
        here = self._folds[y] if self._folds else FoldedLine(at)
        row = self.rows[at]
        mark, style, words = " ", self.visual_style, STYLES[row.style]
        if at == self.cursor:
            mark = "▌" if self.has_focus else "▏"
            style = self.get_visual_style("rows--cursor")
            # Quiet text would be too faint on the ground of the cursor.
            words = "" if row.style == "quiet" else words
        key = (*here, width, style, mark)
        strip = self._strips.get(key)
        if strip is None:
            # Words do not touch the scrollbar.
            room = width - GUTTER - self.show_vertical_scrollbar
            lines = draw_lines(row.cells, self.columns, room, here.of)
            # Painted once at a new width before it is folded for it, it may have fewer lines.
            line = lines[here.number] if here.number < len(lines) else Content("")
            line = line.pad_right(room - line.cell_length).stylize_before(words)
            strip = self._strip(mark, line, style, width)
            self._strips.set(key, strip)
        return strip

    def _draw_beyond(self, y: int, width: int) -> Strip:
        lines = () if len(self.rows) else self._empty_lines(width)
        if y >= len(lines):
            return Strip.blank(width, self.rich_style)
        return self._strip(" ", lines[y].stylize("$quiet"), self.visual_style, width)

    def _strip(self, mark: str, line: Content, style: Style, width: int) -> Strip:
        bar = style + self.get_visual_style("rows--mark", partial=True)
        parse = self.app.stylesheet.parse_style
        segments = [Segment(mark, bar.rich_style)]
        segments += [
            Segment(text, (style + own).rich_style)
            for text, own in line.render(style, end="", parse_style=parse)
        ]
        return Strip(segments).adjust_cell_length(width, style.rich_style)
