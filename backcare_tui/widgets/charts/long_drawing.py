"""The drawing of a longer time as a grid of cells: the pain line, the bars of sleep, marks, dates."""

import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec

from backcare_tui.diary.repository import Between
from backcare_tui.insight.longer.bins import (
    Bin,
    LongerTimes,
    Size,
    bins_of,
    cut,
    marks_between,
    size_within,
)
from backcare_tui.insight.longer.bins import number_of as number_of_bin
from backcare_tui.insight.longer.marks import BEGUN, LETTERS, Mark, MarkKind
from backcare_tui.insight.longer.usual_weeks import UsualWeek, outside_of, usual_weeks, week_at
from backcare_tui.insight.usual import Usual
from backcare_tui.widgets.charts.date_axis import date_line
from backcare_tui.widgets.charts.day_plot import (
    BARS,
    DayPlot,
    braille,
    eighths,
    hours_at_top,
    line_dots,
    plot_within,
    range_dots,
)
from backcare_tui.widgets.charts.inked import InkedCell, InkedGrid

ROOMY_CELLS = 2
"""Cells of a bin from which on all bins are equally wide, with a gap between them."""
LEFT, RIGHT = 3, 4
"""Cells of the axes of pain and of sleep."""
ROWS_OF_MIDDLE = 5
"""Rows from which on the axes name their middle."""
ROWS_OF_OUTSIDE = 5
"""Rows of the drawing from which on weeks outside the usual range have a row of their own."""
EDGE = "╌"
"""The upper and the lower end of the usual range of weeks; a filled band would drown the bars."""
OUTSIDE = {frozenset({1}): "▲", frozenset({-1}): "▼", frozenset({-1, 1}): "◆"}
"""A week above the usual range, one below, and a longer bin that has both."""
HALF_BAR = 4
"""Eighths from which on a bar is the ground of a line over it."""


class Spread(DayPlot, frozen=True):
    """Bins side by side without gaps, some a cell wider than others so that they fill all cells."""

    cells: int = 0

    @property
    def width(self) -> int:
        """Cells of all bins."""
        return self.cells

    def start(self, number: int) -> int:
        """The first cell of a bin."""
        return number * self.cells // self.days


class Drawn(msgspec.Struct, frozen=True):
    """A time cut into bins that fit, and where they stand."""

    between: Between
    size: Size
    bins: tuple[Bin, ...]
    marks: tuple[tuple[Mark, ...], ...]
    """Of each bin."""
    weeks: tuple[UsualWeek, ...]
    """Each week with what was usual before it."""
    outside: tuple[str, ...]
    """Of each bin, the sign of its weeks outside the usual range; empty without one."""
    plot: DayPlot
    margin: int
    """Cells before the first bin."""
    today: dt.date

    def number_of(self, day: dt.date) -> int:
        """The bin of a day."""
        return number_of_bin(self.bins, day)

    def looked_at(self, times: LongerTimes, day: dt.date) -> Bin:
        """The day itself where days can be told apart, else its bin."""
        if self.size.is_daily:
            return bins_of(times.days, [(day, day)])[0]
        return self.bins[self.number_of(day)]

    def has_band(self) -> bool:
        """Whether the usual range is drawn anywhere."""
        return any(_usual(self, each) for each in self.bins)

    def bin_at(self, x: int) -> int:
        """The bin in a column of the drawing, the nearest one beside it."""
        cell = min(max(x - self.margin, 0), self.plot.width - 1)
        starts = [self.plot.start(number) for number in range(len(self.bins))]
        return max(sum(start <= cell for start in starts) - 1, 0)

    def cells(self, number: int) -> range:
        """The cells of a bin's bar, the margin not counted."""
        start = self.plot.start(number)
        if isinstance(self.plot, Spread):
            return range(start, max(self.plot.start(number + 1), start + 1))
        return range(start, start + self.plot.bar)

    def column(self, number: int) -> range:
        """The cells of a bin with the gap beside its bar."""
        if isinstance(self.plot, Spread):
            return self.cells(number)
        return range(number * self.plot.day, (number + 1) * self.plot.day)

    def middle(self, number: int) -> int:
        """The cell in the middle of a bin's bar."""
        return self.plot.dot(number) // 2


def laid_out(times: LongerTimes, between: Between, width: int, height: int) -> Drawn:
    """Cuts a time into the smallest bins that stand side by side in a drawing of this size."""
    room = max(width - LEFT - RIGHT, 1)
    size = size_within(between, room)
    bins = bins_of(times.days, cut(between, size))
    marks = tuple(
        _foremost(marks_between(times.marks, each.first, each.last), size) for each in bins
    )
    weeks = usual_weeks(times.days, between, times.first_weekday)
    outside = tuple(OUTSIDE.get(outside_of(near, each), "") for each, near in _near(bins, weeks))
    if height < ROWS_OF_OUTSIDE:
        outside = ("",) * len(bins)
    rows = max(height - 1 - any(marks) - any(outside), 1)
    plot: DayPlot = plot_within(len(bins), room, rows, 0)
    if plot.day < ROOMY_CELLS:
        plot = Spread(len(bins), rows, 1, 1, axes=True, cells=room)
    margin = LEFT + (room - plot.width) // 2
    return Drawn(between, size, bins, marks, weeks, outside, plot, margin, times.bounds[1])


def _near(
    bins: Sequence[Bin], weeks: Sequence[UsualWeek]
) -> Iterator[tuple[Bin, Sequence[UsualWeek]]]:
    """Each bin with the weeks of which one may have its middle in it."""
    for each in bins:
        first = (each.first - weeks[0].first).days // 7
        last = (each.last - weeks[0].first).days // 7
        yield each, weeks[first : last + 1]


def _usual(drawn: Drawn, of: Bin) -> Usual | None:
    """What is usual for the week in the middle of a bin; a bin of which nothing is known stays open."""
    if of.pain is None and of.asleep_min is None:
        return None
    week = week_at(drawn.weeks, of.first + (of.last - of.first) // 2)
    return week.usual if week else None


def _foremost(marks: Sequence[Mark], size: Size) -> tuple[Mark, ...]:
    """What is marked: where days cannot be told apart, only what began."""
    order = list(LETTERS)
    shown = (mark for mark in marks if size.is_daily or mark.kind in BEGUN)
    return tuple(sorted(shown, key=lambda mark: order.index(mark.kind)))


def kinds_in(drawn: Drawn) -> tuple[MarkKind, ...]:
    """The kinds of marks that are seen, in the order of the letters."""
    found = {marks[0].kind for marks in drawn.marks if marks}
    return tuple(kind for kind in LETTERS if kind in found)


def draw_long(drawn: Drawn, width: int, at: int | None, first_weekday: int = 0) -> InkedGrid:
    """The grid, `width` cells wide: the plot, dates, and marks where there are any.

    Args:
        drawn: What is drawn, and where.
        width: As it was laid out for.
        at: The bin that is looked at; None for none.
        first_weekday: 0 where weeks begin on Monday, 6 for Sunday.
    """
    plot = drawn.plot
    hours = hours_at_top(drawn.bins)
    dots = line_dots([each.pain for each in drawn.bins], plot)
    if not isinstance(plot, Spread):
        dots |= range_dots(drawn.bins, plot)
    line = braille(dots)
    heights = [eighths(each.asleep_min, hours, plot.rows) for each in drawn.bins]
    rows = [_row(drawn, row, heights, line, at) for row in range(plot.rows)]
    _draw_band(rows, drawn)
    labels = {
        0: ("10", f"{hours}h"),
        plot.rows - 1: ("0", "0"),
    }
    if plot.rows >= ROWS_OF_MIDDLE:
        labels[(plot.rows - 1) // 2] = ("5", f"{hours // 2}h")
    framed = [
        _framed(row, *labels.get(number, ("", "")), drawn.margin, width)
        for number, row in enumerate(rows)
    ]
    outside = [_outside(drawn, width)] if any(drawn.outside) else []
    below = [_marks(drawn, width)] if any(drawn.marks) else []
    return (*framed, *outside, _dates(drawn, width, first_weekday), *below)


def _row(
    drawn: Drawn,
    row: int,
    heights: Sequence[int],
    line: dict[tuple[int, int], str],
    at: int | None,
) -> list[InkedCell]:
    plot = drawn.plot
    bars = [0] * plot.width
    floor = (plot.rows - 1 - row) * 8
    for number, height in enumerate(heights):
        for x in drawn.cells(number):
            bars[x] = min(max(height - floor, 0), 8)
    cross = None if at is None else drawn.middle(at)
    return [_cell(bars[x], line.get((x, row)), is_cross=x == cross) for x in range(plot.width)]


def _draw_band(rows: list[list[InkedCell]], drawn: Drawn) -> None:
    """The ends of the usual range behind all that is drawn, over the gaps between bars, too."""
    for number, each in enumerate(drawn.bins):
        if (usual := _usual(drawn, each)) is None:
            continue
        for row in {drawn.plot.height(end) // 4 for end in (usual.high, usual.low)}:
            for x in drawn.column(number):
                rows[row][x] = _AT_EDGE.get(rows[row][x], rows[row][x])


_AT_EDGE = {
    InkedCell(): InkedCell(EDGE, "edge"),
    InkedCell(BARS[-1], "bar"): InkedCell(EDGE, "edge on bar"),
}


def _cell(bar: int, line: str | None, *, is_cross: bool) -> InkedCell:
    on_bar = " on bar" if bar >= HALF_BAR else ""
    if line is not None:
        return InkedCell(line, f"{'line here' if is_cross else 'line'}{on_bar}")
    if is_cross and bar in {0, 8}:
        return InkedCell("│", f"here{' on bar' if bar else ''}")
    return InkedCell(BARS[bar], "bar" if bar else "")


def _framed(
    row: Sequence[InkedCell], left: str, right: str, margin: int, width: int
) -> tuple[InkedCell, ...]:
    """A row between the axes of pain and of sleep."""
    before = [InkedCell(char, "quiet") for char in f"{left:>2}".rjust(margin - 1) + " "]
    after = [InkedCell(char, "quiet") for char in f" {right}".ljust(width - margin - len(row))]
    return (*before, *row, *after)[:width]


def _dates(drawn: Drawn, width: int, first_weekday: int) -> tuple[InkedCell, ...]:
    words = date_line(
        drawn.between,
        lambda day: drawn.plot.start(drawn.number_of(day)),
        drawn.plot.width,
        first_weekday,
    )
    return tuple(
        InkedCell(char, "quiet") for char in (" " * drawn.margin + words).ljust(width)[:width]
    )


def _outside(drawn: Drawn, width: int) -> tuple[InkedCell, ...]:
    cells = [InkedCell()] * width
    for number, sign in enumerate(drawn.outside):
        if sign:
            cells[drawn.margin + drawn.middle(number)] = InkedCell(sign, "outside")
    return tuple(cells)


def _marks(drawn: Drawn, width: int) -> tuple[InkedCell, ...]:
    cells = [InkedCell()] * width
    for number, marks in enumerate(drawn.marks):
        if marks:
            kind = marks[0].kind
            cells[drawn.margin + drawn.middle(number)] = InkedCell(LETTERS[kind], ink_of(kind))
    return tuple(cells)


def ink_of(kind: MarkKind) -> str:
    """What the letter of a mark is drawn with."""
    return "begun" if kind in BEGUN else "flare" if kind == "flare" else "visit"
