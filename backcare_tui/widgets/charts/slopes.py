"""Before and after as small slopes: a column each, a digit at either end, gaps left open."""

import datetime as dt
from collections.abc import Sequence
from typing import Unpack

import msgspec
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from backcare_tui.text import MONTHS
from backcare_tui.widgets.charts.day_plot import braille
from backcare_tui.widgets.charts.inked import InkedCell, InkedGrid, inked
from backcare_tui.widgets.options import Named

NARROWEST, WIDEST = 5, 16
"""Cells of a column with the gap after it."""
GAP = 2
LEAST_ROWS = 3
"""Rows at least, with that of the days."""
HIGHEST = 10
ROWS_A_POINT = 2
"""At most, so that a small change does not look like a large one."""


class Slope(msgspec.Struct, frozen=True):
    """Pain before and after one session or visit, 0 to 10; None wherever it was not stated."""

    day: dt.date
    before: int | None
    after: int | None


def draw_slopes(slopes: Sequence[Slope], width: int, height: int) -> InkedGrid:
    """The slopes as a grid of cells, `height` rows of at most `width` cells.

    The oldest ones are left out where there are more than fit. A number alone is drawn without
    a line, and what was not stated as a quiet dot on the lowest row.
    """
    fitting = max((width + GAP) // NARROWEST, 0)
    shown = slopes[-fitting:] if fitting else ()
    if not shown or height < LEAST_ROWS:
        return ()
    column = min((width + GAP) // len(shown), WIDEST)
    rows = [
        [InkedCell() for _ in range(min(column * len(shown), width))] for _ in range(height - 1)
    ]
    lowest, highest = _range(shown)
    for number, slope in enumerate(shown):
        _draw(rows, number * column, column - GAP, slope, (lowest, highest))
    days = "".join(_say_day(slope.day, column - GAP).ljust(column) for slope in shown)[:width]
    return (*map(tuple, rows), tuple(InkedCell(char, "quiet") for char in days))


def _range(slopes: Sequence[Slope]) -> tuple[int, int]:
    """The lowest and the highest number of all, so that the room shows their differences."""
    known = [n for slope in slopes for n in (slope.before, slope.after) if n is not None]
    return min(known, default=0), max(known, default=HIGHEST)


def _draw(
    rows: list[list[InkedCell]], left: int, width: int, slope: Slope, between: tuple[int, int]
) -> None:
    """One column, from its left cell on."""
    ends = []
    for x, severity in ((left, slope.before), (left + width - 1, slope.after)):
        row = len(rows) - 1 if severity is None else _row(severity, between, len(rows))
        text = "·" if severity is None else str(severity)
        ink = "quiet" if severity is None else f"pain-{severity}"
        at = x - (len(text) - 1) * (x != left)  # a ten ends where a digit does
        for offset, char in enumerate(text):
            rows[row][at + offset] = InkedCell(char, ink)
        ends.append((at + (len(text) if x == left else -1), row))
    if slope.before is None or slope.after is None:
        return
    (start, top), (end, bottom) = ends
    for (x, y), char in braille(_stroke(start, top, end, bottom)).items():
        rows[y][x] = InkedCell(char, "line")


def _row(severity: int, between: tuple[int, int], rows: int) -> int:
    lowest, highest = between
    span = max(highest - lowest, (rows - 1) / ROWS_A_POINT, 1)
    return round((highest - severity) / span * (rows - 1))


def _stroke(start: int, top: int, end: int, bottom: int) -> set[tuple[int, int]]:
    """Dots from the middle of one row to that of another, two thick."""
    first, last = start * 2, end * 2 + 1
    dots = set()
    for x in range(first, last + 1):
        part = (x - first) / max(last - first, 1)
        y = round((top + (bottom - top) * part) * 4 + 1)
        before = round((top + (bottom - top) * (x - 1 - first) / max(last - first, 1)) * 4 + 1)
        low, high = sorted((y, before if x > first else y))
        dots |= {(x, each) for each in range(low, high + 2)}
    return dots


def _say_day(day: dt.date, width: int) -> str:
    words = f"{day.day} {MONTHS[day.month - 1]}"
    return words if len(words) <= width else str(day.day)


class Slopes(Widget):
    """Pain before and after, column by column; give it a height, never `auto`."""

    DEFAULT_CSS = "Slopes { height: 1fr; text-wrap: nowrap; }"

    slopes: reactive[tuple[Slope, ...]] = reactive(())
    """What is shown, the oldest first."""

    def __init__(
        self, slopes: tuple[Slope, ...] = (), *, empty: str = "", **named: Unpack[Named]
    ) -> None:
        """Show these slopes; `empty` says what will be seen, while none has a number."""
        super().__init__(**named)
        self.empty = empty
        self.set_reactive(Slopes.slopes, slopes)

    def render(self) -> Content:
        """The grid in the colors of the theme."""
        known = [s for s in self.slopes if s.before is not None or s.after is not None]
        if not known:
            return Content("\n").join(Content.styled(self.empty, "$quiet").wrap(self.size.width))
        rows = draw_slopes(self.slopes, *self.size)
        return inked(rows, lambda ink: STYLES.get(ink, f"bold ${ink}"))


STYLES = {"": "", "line": "$next", "quiet": "$quiet"}
