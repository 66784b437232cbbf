"""Pain and sleep of the last days in one drawing: a line over bars, with gaps left open."""

import datetime as dt
from collections.abc import Sequence
from typing import Unpack

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from backcare_tui.insight.days import DayFigures
from backcare_tui.text import WEEKDAYS
from backcare_tui.widgets.charts.day_plot import (
    BARS,
    HALF,
    DayPlot,
    braille,
    eighths,
    hours_at_top,
    line_dots,
    plot_within,
    range_dots,
)
from backcare_tui.widgets.charts.inked import InkedCell, InkedGrid, inked
from backcare_tui.widgets.options import Named

AXIS = 3
"""Cells of the axis at either side."""
STRIP_NAME = 6
"""Cells of the name before a strip."""
SMALL = 4
"""A chart of this height or less is drawn as two strips."""


def _weekdays(
    days: Sequence[DayFigures], plot: DayPlot, today: dt.date | None
) -> tuple[InkedCell, ...]:
    row = [InkedCell()] * plot.width
    for number, day in enumerate(days):
        letter = WEEKDAYS[day.day.weekday()][0]
        if plot.day > 1 or len(days) <= 14 or letter == "M":
            middle = plot.start(number) + (plot.bar - 1) // 2
            row[middle] = InkedCell(letter, "today" if day.day == today else "quiet")
    return tuple(row)


def _bar_row(heights: Sequence[int], plot: DayPlot, row: int) -> list[InkedCell]:
    cells = [InkedCell()] * plot.width
    floor = (plot.rows - 1 - row) * 8
    for number, height in enumerate(heights):
        filled = min(max(height - floor, 0), 8)
        for x in range(plot.start(number), plot.start(number) + plot.bar):
            cells[x] = InkedCell(BARS[filled], "bar" if filled else "")
    return cells


def _over(cell: InkedCell, char: str | None) -> InkedCell:
    if char is None:
        return cell
    return InkedCell(char, "line on bar" if BARS.index(cell.char) >= HALF else "line")


def _quiet(text: str) -> tuple[InkedCell, ...]:
    return tuple(InkedCell(char, "quiet") for char in text)


def draw_chart(
    days: Sequence[DayFigures], width: int, height: int, today: dt.date | None = None
) -> InkedGrid:
    """The days as a grid of cells, `height` rows of at most `width` cells.

    Four rows or less give two strips, more give the line over the bars. The oldest days are
    left out where there are more days than cells. The letter of `today` stands out.
    """
    shown = days[-width:] if width > 0 else ()
    if not shown or height < 1:
        return ()
    draw = _strips if height <= SMALL else _tall
    return draw(shown, width, height, today)


def _tall(days: Sequence[DayFigures], width: int, height: int, today: dt.date | None) -> InkedGrid:
    plot = plot_within(len(days), width, height - 1, AXIS * 2)
    hours = hours_at_top(days)
    heights = [eighths(day.asleep_min, hours, plot.rows) for day in days]
    line = line_dots([day.pain for day in days], plot)
    chars = braille(line | range_dots(days, plot))
    middle = (plot.rows - 1) // 2
    marks = {0: ("10", f"{hours}h"), middle: ("5", f"{hours // 2}h"), plot.rows - 1: ("0", "0")}
    rows = []
    for row in range(plot.rows):
        bars = _bar_row(heights, plot, row)
        cells = tuple(_over(cell, chars.get((x, row))) for x, cell in enumerate(bars))
        left, right = marks.get(row, ("", ""))
        beside = (_quiet(f"{left:>2} "), _quiet(f"{right:>3}")) if plot.axes else ((), ())
        rows.append((*beside[0], *cells, *beside[1]))
    below = _quiet(" " * AXIS * plot.axes)
    return (*rows, (*below, *_weekdays(days, plot, today), *below))


def _strips(
    days: Sequence[DayFigures], width: int, height: int, today: dt.date | None
) -> InkedGrid:
    plot = plot_within(len(days), width, 2 if height == SMALL else 1, STRIP_NAME)
    hours = hours_at_top(days)
    nights = [InkedCell()] * plot.width
    pains = [[InkedCell()] * plot.width for _ in range(plot.rows)]
    for number, day in enumerate(days):
        start = plot.start(number)
        if day.pain is None:
            pains[-1][start] = InkedCell("·", "quiet")
        bar = InkedCell(BARS[eighths(day.asleep_min, hours, 1)], "bar")
        slept = day.asleep_min is not None
        nights[start : start + plot.bar] = [bar if slept else InkedCell()] * plot.bar
        if not slept:
            nights[start] = InkedCell("·", "quiet")
    for (x, y), char in braille(line_dots([day.pain for day in days], plot)).items():
        pains[y][x] = InkedCell(char, "line")
    body = [*pains, nights, _weekdays(days, plot, today)][:height]
    names = ["pain", *[""] * (plot.rows - 1), "sleep", ""]
    room = STRIP_NAME * plot.axes
    return tuple(
        (*_quiet(name[:room].ljust(room)), *row) for name, row in zip(names, body, strict=False)
    )


STYLES = {
    "": "",
    "line": "$pain-line",
    "bar": "$sleep-bar",
    "line on bar": "$pain-line on $sleep-bar",
    "quiet": "$quiet",
    "mark on bar": "$foreground on $sleep-bar",
    "today": "bold",
}


LEGEND = Content.assemble(("⠶⠶", "$pain-line"), " pain  ", ("▅▅", "$sleep-bar"), " sleep")
"""Which is the line and which are the bars; fits into the border of a tile."""


class PainSleepChart(Widget):
    """The pain line in braille over the bars of sleep; give it a height, never `auto`."""

    DEFAULT_CSS = "PainSleepChart { height: 1fr; min-width: 28; text-wrap: nowrap; }"

    days: reactive[tuple[DayFigures, ...]] = reactive(())
    """The days shown, the oldest first, none left out."""
    today: reactive[dt.date | None] = reactive(None)
    """The day whose letter stands out."""

    def __init__(
        self,
        days: tuple[DayFigures, ...] = (),
        *,
        empty: str = "",
        **named: Unpack[Named],
    ) -> None:
        super().__init__(**named)
        self.empty = empty
        self.set_reactive(PainSleepChart.days, days)

    def render(self) -> Content:
        """The grid in the colors of the theme; what it will show, while nothing is known."""
        if self.empty and all(day.pain is None and day.asleep_min is None for day in self.days):
            return Content("\n").join(Content.styled(self.empty, "$quiet").wrap(self.size.width))
        return inked(draw_chart(self.days, *self.size, self.today), STYLES.__getitem__)
