"""A week of pain and sleep, with the pain of the week before beside it and the numbers beneath."""

from itertools import groupby
from typing import Unpack

import msgspec
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from backcare_tui.text import say_number
from backcare_tui.widgets.charts.pain_sleep import (
    AXIS,
    BARS,
    HALF,
    STYLES,
    ChartCell,
    ChartDay,
    ChartGrid,
    ChartInk,
    draw_chart,
    plot_within,
)
from backcare_tui.widgets.options import Named

LEAST_ROWS = 6
"""Rows from which on a line is drawn over bars; below there are only the numbers."""
NARROW_DAY = 3
"""Cells of a day up to which its number is a whole one."""
BEFORE = "◇"
"""Where the pain of the same weekday was in the week before."""


class WeekDay(msgspec.Struct, frozen=True):
    """One day, and the same weekday of the week before."""

    of: ChartDay
    before: float | None


def draw_week(days: tuple[WeekDay, ...], width: int, height: int) -> ChartGrid:
    """The days as a grid of cells: the chart, and each day's mean pain under its letter.

    Marks of the week before give way to the line where both would stand in one cell.
    """
    rows = [list(row) for row in draw_chart([day.of for day in days], width, height - 1)]
    if not rows or not days:
        return ()
    plot = plot_within(len(days), width, height - 2, AXIS * 2)
    left = AXIS * plot.axes
    numbers = [ChartCell(" ")] * (left * 2 + plot.width)
    for at, day in enumerate(days):
        middle = left + plot.start(at) + (plot.bar - 1) // 2
        if day.before is not None:
            _mark(rows, middle + 1, plot.height(day.before) // 4)
        said = "·" if day.of.pain is None else _say(day.of.pain, plot.day)
        ink: ChartInk = "quiet" if day.of.pain is None else "line"
        for offset, char in enumerate(said):
            if middle - len(said) // 2 + offset < len(numbers):
                numbers[middle - len(said) // 2 + offset] = ChartCell(char, ink)
    return (*map(tuple, rows), tuple(numbers))


def _say(pain: float, width: int) -> str:
    """With a decimal where there is room for it beside that of the next day."""
    return say_number(pain) if width > NARROW_DAY else str(round(pain))


def _mark(rows: list[list[ChartCell]], column: int, row: int) -> None:
    cell = rows[row][column] if column < len(rows[row]) else None
    if cell and cell.ink in {"", "bar"}:
        is_on_bar = cell.ink == "bar" and BARS.index(cell.char) >= HALF
        rows[row][column] = ChartCell(BEFORE, "mark on bar" if is_on_bar else "quiet")


class WeekChart(Widget):
    """Seven days of pain over sleep; give it a height of at least 6, never `auto`."""

    DEFAULT_CSS = "WeekChart { height: 12; text-wrap: nowrap; }"

    days: reactive[tuple[WeekDay, ...]] = reactive(())
    """The days of the week, in their order."""

    def __init__(self, **named: Unpack[Named]) -> None:
        """Nothing yet."""
        super().__init__(**named)

    def render(self) -> Content:
        """The grid in the colors of the theme."""
        return Content("\n").join(
            Content.assemble(
                *(
                    ("".join(cell.char for cell in cells), STYLES[ink])
                    for ink, cells in groupby(row, key=lambda cell: cell.ink)
                )
            )
            for row in draw_week(self.days, *self.size)
        )
