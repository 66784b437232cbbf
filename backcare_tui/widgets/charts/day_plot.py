"""Days in cells: where each stands, how high a night is in eighths, and the line of pain in dots of braille."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from backcare_tui.insight.days import DayFigures
from backcare_tui.insight.longer.bins import Bin

BARS = " ▁▂▃▄▅▆▇█"
HALF = BARS.index("▄")
BRAILLE = 0x2800
# The bit of each dot of a braille cell, by column and row from the top.
DOTS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
WIDEST_DAY = 14
"""Cells of a day at most; a wider chart would not be easier to read."""
ROOMY_ROWS, ROOMY_DAY = 8, 4
"""Rows and cells of a day from which on the range of the day is drawn."""


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
