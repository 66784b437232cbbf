"""The hours of a day from left to right: a row each for pain, bed, movement, and food and drink."""

import datetime as dt
from collections.abc import Iterable

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from backcare_tui.insight.day_hours import MINUTES_OF_DAY, DayHours
from backcare_tui.text import say_time
from backcare_tui.widgets.charts.inked import InkedCell, InkedGrid, inked

NAME = 7
"""Cells of a row's name."""
HOURS = 24
TICKS = range(0, HOURS, 6)
STYLES = {
    "": "",
    "line": "bold $pain-line",
    "bar": "$sleep-bar",
    "next": "$here",
    "quiet": "$quiet",
}


def draw_hours(day: DayHours, width: int) -> InkedGrid:
    """Five rows; without room for a cell an hour, none.

    Args:
        day: What is drawn.
        width: Cells for all of it.
    """
    cells = (width - NAME) // HOURS * HOURS
    if cells <= 0:
        return ()
    in_bed = [(at, "▅") for first, last in day.in_bed for at in _cells(first, last, cells)]
    pains = [
        (_cell(minute, cells) + offset, char)
        for minute, severity in day.pains
        for offset, char in enumerate(str(severity))
    ]
    moved = [(_cell(minute, cells), "●") for minute in day.sessions]
    eaten = [(_cell(minute, cells), "·") for minute in day.meals]
    axis = [
        (hour * cells // HOURS + offset, char)
        for hour in TICKS
        for offset, char in enumerate(_say_hour(hour))
    ]
    return (
        _row("pain", pains, "line", cells),
        _row("bed", in_bed, "bar", cells),
        _row("moved", moved, "next", cells),
        _row("food", eaten, "quiet", cells),
        _row("", axis, "quiet", cells),
    )


def _say_hour(hour: int) -> str:
    """An hour in little room: `06` and `18`, or `6a` and `6p`."""
    said = say_time(dt.time(hour))
    hours, _, rest = said.partition(":")
    return f"{hours}{rest[3:4]}"


def _cell(minute: int, cells: int) -> int:
    return minute * cells // MINUTES_OF_DAY


def _cells(first: int, last: int, cells: int) -> range:
    return range(_cell(first, cells), max(_cell(last, cells), _cell(first, cells) + 1))


def _row(
    name: str, marks: Iterable[tuple[int, str]], ink: str, cells: int
) -> tuple[InkedCell, ...]:
    row = [InkedCell()] * cells
    for at, char in marks:
        if at < cells:
            row[at] = InkedCell(char, ink)
    return (*(InkedCell(char, "quiet") for char in name.ljust(NAME)), *row)


class DayHoursChart(Widget):
    """A day by its hours, five rows high."""

    DEFAULT_CSS = "DayHoursChart { height: 5; text-wrap: nowrap; }"

    hours: reactive[DayHours] = reactive(DayHours())
    """What is drawn."""

    def render(self) -> Content:
        """The rows, or what will stand here."""
        if self.hours.is_empty:
            return Content.styled("What you take down today, by its hours.", "$quiet")
        return inked(draw_hours(self.hours, self.size.width), STYLES.__getitem__)
