"""Pain and sleep of the last days in one drawing: a line over bars, with gaps left open."""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal, Unpack

import msgspec
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from backcare_tui.insight.days import DayFigures
from backcare_tui.insight.longer.bins import Bin
from backcare_tui.text import WEEKDAYS
from backcare_tui.widgets.charts.inked import inked
from backcare_tui.widgets.options import Named

BARS = " ▁▂▃▄▅▆▇█"
HALF = BARS.index("▄")
BRAILLE = 0x2800
# The bit of each dot of a braille cell, by column and row from the top.
DOTS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
AXIS = 3
"""Cells of the axis at either side."""
STRIP_NAME = 6
"""Cells of the name before a strip."""
WIDEST_DAY = 14
"""Cells of a day at most; a wider chart would not be easier to read."""
ROOMY_ROWS, ROOMY_DAY = 8, 4
"""Rows and cells of a day from which on the range of the day is drawn."""
SMALL = 4
"""A chart of this height or less is drawn as two strips."""

ChartInk = Literal["", "line", "bar", "line on bar", "quiet", "mark on bar", "today"]


class ChartCell(msgspec.Struct, frozen=True):
    """One character and what it is drawn with."""

    char: str
    ink: ChartInk = ""


ChartGrid = tuple[tuple[ChartCell, ...], ...]


class DayPlot(msgspec.Struct, frozen=True):
    """Where the days stand: how many, rows, cells of a day and of the bar in it."""

    days: int
    rows: int
    day: int
    bar: int
    axes: bool

    @property
    def thick(self) -> int:
        """Dots of the line from edge to edge; one where a single row has but four."""
        return 2 if self.rows > 1 else 1

    @property
    def width(self) -> int:
        """Cells of all days."""
        return self.days * self.day

    def start(self, number: int) -> int:
        """The first cell of a day's bar."""
        return number * self.day + (self.day - self.bar + 1) // 2

    def dot(self, number: int) -> int:
        """The left one of the two columns of dots in the middle of a day's bar."""
        return 2 * self.start(number) + self.bar - 1

    def height(self, severity: float) -> int:
        """The row of dots, from the top, of the upper edge of the line at a severity."""
        return round((1 - min(max(severity, 0), 10) / 10) * (self.rows * 4 - self.thick))


def plot_within(days: int, width: int, rows: int, beside: int) -> DayPlot:
    """The days at one width each, the widest that fits.

    Args:
        days: How many.
        width: Cells for all of it.
        rows: Rows for the days.
        beside: Cells for axes or names, left out where the days need them.
    """
    axes = width - beside >= days
    day = max(min((width - beside * axes) // days, WIDEST_DAY), 1)
    return DayPlot(days, rows, day, max(day - 1 - (day > 3), 1), axes)


def hours_at_top(days: Iterable[DayFigures | Bin]) -> int:
    """What the top of the sleep axis stands for: ten hours, or more when a night was longer."""
    longest = max((round(day.asleep_min or 0) for day in days), default=0)
    return next(hours for hours in (10, 12, 16, 24) if longest <= hours * 60 or hours == 24)


def eighths(minutes: float | None, hours: int, rows: int) -> int:
    """The height of a night's bar in eighths of a cell: nothing for no entry, a trace for zero."""
    if minutes is None:
        return 0
    return min(max(round(round(minutes) / 60 / hours * rows * 8), 1), rows * 8)


def line_dots(pains: Sequence[float | None], plot: DayPlot) -> frozenset[tuple[int, int]]:
    """The dots of the pain line; days without an entry break it."""
    points = [
        None if pain is None else (plot.dot(number), plot.height(pain))
        for number, pain in enumerate(pains)
    ]
    line = {(x + dx, y) for x, y in filter(None, points) for dx in (0, 1)}
    for start, end in pairwise(points):
        if start and end:
            line |= _stroke(start, end)
    return frozenset((x, y + dy) for x, y in line for dy in range(plot.thick))


def _stroke(start: tuple[int, int], end: tuple[int, int]) -> set[tuple[int, int]]:
    (x0, y0), (x1, y1) = start, end
    ys = [round(y0 + (y1 - y0) * step / (x1 - x0)) for step in range(x1 - x0 + 1)]
    # Steep strokes are filled from one height to the next, so that they do not fall apart.
    return {
        (x, y)
        for x, (before, after) in enumerate(pairwise(ys), x0 + 1)
        for y in range(min(before, after), max(before, after) + 1)
    }


def range_dots(days: Sequence[DayFigures | Bin], plot: DayPlot) -> frozenset[tuple[int, int]]:
    """The dots from the best to the worst moment of each day, where there is room to see them."""
    if plot.rows < ROOMY_ROWS or plot.day < ROOMY_DAY:
        return frozenset()
    return frozenset(
        (plot.dot(number), y)
        for number, day in enumerate(days)
        if day.worst is not None and day.best is not None
        for y in range(plot.height(day.worst), plot.height(day.best) + 1)
    )


def braille(dots: Iterable[tuple[int, int]]) -> dict[tuple[int, int], str]:
    """The characters that show the dots, by column and row of cells."""
    bits: dict[tuple[int, int], int] = {}
    for x, y in dots:
        cell = (x // 2, y // 4)
        bits[cell] = bits.get(cell, 0) | DOTS[x % 2][y % 4]
    return {cell: chr(BRAILLE + value) for cell, value in bits.items()}


def _weekdays(
    days: Sequence[DayFigures], plot: DayPlot, today: dt.date | None
) -> tuple[ChartCell, ...]:
    row = [ChartCell(" ")] * plot.width
    for number, day in enumerate(days):
        letter = WEEKDAYS[day.day.weekday()][0]
        if plot.day > 1 or len(days) <= 14 or letter == "M":
            middle = plot.start(number) + (plot.bar - 1) // 2
            row[middle] = ChartCell(letter, "today" if day.day == today else "quiet")
    return tuple(row)


def _bar_row(heights: Sequence[int], plot: DayPlot, row: int) -> list[ChartCell]:
    cells = [ChartCell(" ")] * plot.width
    floor = (plot.rows - 1 - row) * 8
    for number, height in enumerate(heights):
        filled = min(max(height - floor, 0), 8)
        for x in range(plot.start(number), plot.start(number) + plot.bar):
            cells[x] = ChartCell(BARS[filled], "bar" if filled else "")
    return cells


def _over(cell: ChartCell, char: str | None) -> ChartCell:
    if char is None:
        return cell
    return ChartCell(char, "line on bar" if BARS.index(cell.char) >= HALF else "line")


def _quiet(text: str) -> tuple[ChartCell, ...]:
    return tuple(ChartCell(char, "quiet") for char in text)


def draw_chart(
    days: Sequence[DayFigures], width: int, height: int, today: dt.date | None = None
) -> ChartGrid:
    """The days as a grid of cells, `height` rows of at most `width` cells.

    Four rows or less give two strips, more give the line over the bars. The oldest days are
    left out where there are more days than cells. The letter of `today` stands out.
    """
    shown = days[-width:] if width > 0 else ()
    if not shown or height < 1:
        return ()
    draw = _strips if height <= SMALL else _tall
    return draw(shown, width, height, today)


def _tall(days: Sequence[DayFigures], width: int, height: int, today: dt.date | None) -> ChartGrid:
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
) -> ChartGrid:
    plot = plot_within(len(days), width, 2 if height == SMALL else 1, STRIP_NAME)
    hours = hours_at_top(days)
    nights = [ChartCell(" ")] * plot.width
    pains = [[ChartCell(" ")] * plot.width for _ in range(plot.rows)]
    for number, day in enumerate(days):
        start = plot.start(number)
        if day.pain is None:
            pains[-1][start] = ChartCell("·", "quiet")
        bar = ChartCell(BARS[eighths(day.asleep_min, hours, 1)], "bar")
        slept = day.asleep_min is not None
        nights[start : start + plot.bar] = [bar if slept else ChartCell(" ")] * plot.bar
        if not slept:
            nights[start] = ChartCell("·", "quiet")
    for (x, y), char in braille(line_dots([day.pain for day in days], plot)).items():
        pains[y][x] = ChartCell(char, "line")
    body = [*pains, nights, _weekdays(days, plot, today)][:height]
    names = ["pain", *[""] * (plot.rows - 1), "sleep", ""]
    room = STRIP_NAME * plot.axes
    return tuple(
        (*_quiet(name[:room].ljust(room)), *row) for name, row in zip(names, body, strict=False)
    )


STYLES: dict[ChartInk, str] = {
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
