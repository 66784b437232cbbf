"""How a list is drawn: rows in columns that line up, each made and drawn when it is first seen."""

from functools import lru_cache
from typing import Unpack

from rich.segment import Segment
from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from backcare_tui.text import clean
from backcare_tui.widgets.columns import ListColumn, RowSource, draw_lines
from backcare_tui.widgets.folds import MOST_LINES, FoldedLine, folded
from backcare_tui.widgets.options import Named

GUTTER = 1
"""Cells at the left for the mark of the cursor."""
FEW = 100
"""Rows up to which a list that is as high as its rows has lines for all that is folded."""

# As words of the rows themselves: a component class costs a look at every rule, for each list.
STYLES = {"plain": "", "quiet": "$quiet", "next": "$next", "heading": "bold $quiet"}


@lru_cache(maxsize=32)
def _wrapped(text: str, width: int) -> tuple[Content, ...]:
    return tuple(Content(clean(text)).wrap(width))


class RowLines(ScrollView):
    """Rows below one another, folded where all of them stay in view, one of them marked by the cursor.

    Whoever stands on it says where the cursor goes, and calls `lay_out` when the rows or the room are others.
    """

    COMPONENT_CLASSES = {"rows--cursor", "rows--mark"}

    DEFAULT_CSS = """
    RowLines {
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
        rows: RowSource,
        columns: tuple[ListColumn, ...],
        empty: str,
        **named: Unpack[Named],
    ) -> None:
        super().__init__(**named)
        self._strips: LRUCache[tuple[int, int, int, int, Style, str], Strip] = LRUCache(512)
        self._folds: tuple[FoldedLine, ...] = ()
        """Where rows are folded, what stands on which line; else empty."""
        self.set_reactive(RowLines.columns, columns)
        self.set_reactive(RowLines.empty, empty)
        self.set_reactive(RowLines.rows, rows)

    def watch_columns(self) -> None:
        """Draws anew in the new columns."""
        self.lay_out()

    def lay_out(self) -> None:
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
