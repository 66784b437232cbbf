"""A week of pain and sleep, with the pain of the week before beside it and the numbers beneath."""

import datetime as dt
from collections.abc import Sequence
from itertools import zip_longest
from typing import Unpack

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from backcare_tui.insight.days import DayFigures
from backcare_tui.insight.longer.usual_weeks import UsualWeek
from backcare_tui.text import say_number
from backcare_tui.widgets.charts.day_plot import BARS, HALF, DayPlot, plot_within
from backcare_tui.widgets.charts.inked import InkedCell, InkedGrid, inked
from backcare_tui.widgets.charts.pain_sleep import (
    AXIS,
    STYLES,
    draw_chart,
)
from backcare_tui.widgets.options import Named

LEAST_ROWS = 6
"""Rows from which on a line is drawn over bars; below there are only the numbers."""
NARROW_DAY = 3
"""Cells of a day up to which its number is a whole one."""
USUAL = "▒"
"""Along the axis, the range of a usual week."""
HERE = "●▲▼"
"""The mean of this week on it: within, above and below."""
BEFORE = "◇"
"""Where the pain of the same weekday was in the week before."""


def draw_week(
    days: Sequence[DayFigures],
    before: Sequence[DayFigures],
    size: tuple[int, int],
    today: dt.date | None,
    usual: UsualWeek | None = None,
) -> InkedGrid:
    """The days as a grid of cells: the chart, and each day's mean pain under its letter.

    Marks of the week before give way to the line where both would stand in one cell.

    Args:
        days: The days of the week, in their order.
        before: Those of the week before; none is marked without them.
        size: Cells and rows.
        today: The day whose letter stands out.
        usual: The week against the usual range, which is drawn along the axis; not where there is none.
    """
    width, height = size
    rows = [list(row) for row in draw_chart(days, width, height - 1, today)]
    if not rows or not days:
        return ()
    plot = plot_within(len(days), width, height - 2, AXIS * 2)
    left = AXIS * plot.axes
    if plot.axes and usual:
        _mark_usual(rows, usual, plot)
    numbers = [InkedCell()] * (left * 2 + plot.width)
    for at, (day, earlier) in enumerate(zip_longest(days, before)):
        middle = left + plot.start(at) + (plot.bar - 1) // 2
        if earlier and earlier.pain is not None:
            _mark(rows, middle + 1, plot.height(earlier.pain) // 4)
        said = "·" if day.pain is None else _say(day.pain, plot.day)
        ink = "quiet" if day.pain is None else "line"
        for offset, char in enumerate(said):
            if middle - len(said) // 2 + offset < len(numbers):
                numbers[middle - len(said) // 2 + offset] = InkedCell(char, ink)
    return (*map(tuple, rows), tuple(numbers))


def _mark_usual(rows: list[list[InkedCell]], week: UsualWeek, plot: DayPlot) -> None:
    if week.usual:
        high, low = (plot.height(end) // 4 for end in (week.usual.high, week.usual.low))
        for row in range(high, low + 1):
            rows[row][AXIS - 1] = InkedCell(USUAL, "quiet")
        if week.mean is not None:
            rows[plot.height(week.mean) // 4][AXIS - 1] = InkedCell(HERE[week.lies], "line")


def _say(pain: float, width: int) -> str:
    """With a decimal where there is room for it beside that of the next day."""
    return say_number(pain) if width > NARROW_DAY else str(round(pain))


def _mark(rows: list[list[InkedCell]], column: int, row: int) -> None:
    cell = rows[row][column] if column < len(rows[row]) else None
    if cell and cell.ink in {"", "bar"}:
        is_on_bar = BARS.index(cell.char) >= HALF
        rows[row][column] = InkedCell(BEFORE, "mark on bar" if is_on_bar else "quiet")


class WeekChart(Widget):
    """Seven days of pain over sleep; give it a height of at least 6, never `auto`."""

    DEFAULT_CSS = "WeekChart { height: 12; text-wrap: nowrap; }"

    days: reactive[tuple[DayFigures, ...]] = reactive(())
    """The days of the week, in their order."""
    before: reactive[tuple[DayFigures, ...]] = reactive(())
    """Those of the week before."""
    today: reactive[dt.date | None] = reactive(None)
    """The day whose letter stands out."""
    usual: reactive[UsualWeek | None] = reactive(None)
    """The week against what was usual before it."""

    def __init__(self, **named: Unpack[Named]) -> None:
        """Nothing yet."""
        super().__init__(**named)

    def render(self) -> Content:
        """The grid in the colors of the theme."""
        grid = draw_week(self.days, self.before, self.size, self.today, self.usual)
        return inked(grid, STYLES.__getitem__)
