"""The ground of a chart: where its columns, values, days and rows of marks stand. Pure."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import msgspec

from backcare_tui.insight.days import DayFigures
from backcare_tui.insight.longer.bins import A_DAY, A_WEEK, Bin, together
from backcare_tui.library.scales import severity_band
from backcare_tui.report.drawing import Box, Caption, Disc, PageInk, PagePoint, Shape, Stroke
from backcare_tui.report.ticks import ticks

MOST_DAYS = 200
"""From more days on a column is a week: the mean of its days' means."""
RIGHT, TOP, ABOVE_ROWS = 8.0, 6.0, 5.0
DENSE = 2.0
"""Points; in narrower columns bars touch each other, and the line is thin."""
LETTER = 0.6
"""The width of a letter, in parts of its size."""
BANDS: dict[str, PageInk | None] = {"mild": None, "moderate": "moderate", "severe": "severe"}
"""The bands of pain that have a name at the axis, with what fills them."""
DAY = dt.timedelta(days=1)


class Look(msgspec.Struct, frozen=True):
    """How large a chart is, in points."""

    width: float
    left: float
    """What numbers and names of rows take."""
    size: float
    """Of its letters."""


WIDE, NARROW = Look(520.0, 80.0, 8.5), Look(330.0, 98.0, 11.0)
"""For a sheet or a screen, and for a telephone, where a point is about a pixel."""


class Plot:
    """Where things stand on a chart."""

    def __init__(
        self, days: Sequence[DayFigures], look: Look, height: float, top: float, rows: int = 0
    ) -> None:
        """Days without a gap between them, and values from 0 to `top` in so many points of height.

        Below the values are so many rows of marks, and below these the days are named.
        """
        self.columns: tuple[Bin, ...] = columns_of(days)
        self.look, self._top, self._days, self._height = look, top, days, height
        self.floor = TOP + height
        self._rows_from = self.floor + ABOVE_ROWS * bool(rows)
        self.foot = self._rows_from + rows * self.row
        self.whole = round(self.foot + look.size * 1.8, 2)
        self.step = self._room / max(len(self.columns), 1)
        self.is_dense = self.step < DENSE
        self.bar = self.step + 0.2 if self.is_dense else min(self.step * 0.6, 12.0)

    @property
    def row(self) -> float:
        """The height of a row of marks."""
        return self.look.size * 1.2

    @property
    def _room(self) -> float:
        return self.look.width - self.look.left - RIGHT

    def x(self, number: int) -> float:
        """The middle of a column."""
        return round(self.look.left + (number + 0.5) * self.step, 2)

    def y(self, value: float) -> float:
        """The height of a value."""
        return round(self.floor - min(value / self._top, 1.0) * self._height, 2)

    def at(self, day: dt.date, part: float = 0.5) -> float:
        """Where a day stands: its middle, or where another part of it has passed."""
        passed = ((day - self._days[0].day).days + part) / len(self._days)
        return round(self.look.left + passed * self._room, 2)

    def bands(self) -> Iterator[Shape]:
        """Mild, moderate and severe pain: quiet grounds with their names at the left."""
        for name, ink in BANDS.items():
            of_band = [n for n in range(1, 11) if severity_band(n).name == name]
            low, high = of_band[0], min(of_band[-1] + 1, 10)
            top, floor = self.y(high), self.y(low)
            if ink:
                yield Box(self.look.left, top, self._room, round(floor - top, 2), ink)
            x = self.look.left - 7 - 2 * LETTER * self.look.size
            yield self._words(x, (top + floor) / 2, name, is_quiet=True)

    def grid(self, marks: Mapping[float, str]) -> Iterator[Shape]:
        """A quiet line and a number at some values."""
        for value, text in marks.items():
            y = self.y(value)
            line = ((self.look.left, y), (self.look.width - RIGHT, y))
            yield Stroke(line, "grid" if value else "axis", 0.5)
            yield self._words(self.look.left - 4, y, text)

    def _words(self, x: float, middle: float, text: str, *, is_quiet: bool = False) -> Caption:
        """Words that end at a point, around a height."""
        y = round(middle + self.look.size * 0.36, 2)
        return Caption(round(x, 2), y, text, "end", is_quiet=is_quiet, size=self.look.size)

    def dates(self) -> Iterator[Shape]:
        """Days, months or years under where they stand, as many as have room."""
        size = self.look.size
        named = ticks(self._days[0].day, self._days[-1].day, int(self._room / (size * LETTER)))
        free = 0.0
        for day, words in named:
            x, half = self.at(day), len(words) * size * LETTER / 2
            yield Stroke(((x, self.foot), (x, self.foot + 3)), "axis", 0.5)
            if x - half >= free and x + half <= self.look.width:
                yield Caption(x, round(self.foot + 4 + size, 2), words, "middle", size=size)
                free = x + half + size * LETTER

    def line(self, values: Sequence[float | None]) -> Iterator[Shape]:
        """The values as a line that is open where one is not known; one alone is a point."""
        points = [
            None if value is None else (self.x(at), self.y(value))
            for at, value in enumerate(values)
        ]
        for is_known, run in groupby(points, key=lambda point: point is not None):
            if not is_known:
                continue
            known: tuple[PagePoint, ...] = tuple(point for point in run if point)
            if len(known) == 1:
                yield Disc(*known[0], 1.4, "pain")
            else:
                yield Stroke(known, "pain", 0.8 if self.is_dense else 1.5)

    def marked(self, number: int, name: str, days: Iterable[dt.date]) -> Iterator[Shape]:
        """A row below the values: its name at the left, and a block at each of its days."""
        top = self._rows_from + number * self.row
        yield self._words(self.look.left - 4, top + self.row / 2, name)
        line = ((self.look.left, top + self.row), (self.look.width - RIGHT, top + self.row))
        yield Stroke(line, "grid", 0.5)
        tall = round(self.row * 0.6, 2)
        for first, last in spells(days):
            left, right = self._across(first, last)
            yield Box(left, round(top + self.row * 0.2, 2), round(right - left, 2), tall, "mark")

    def shaded(self, days: Iterable[dt.date]) -> Iterator[Shape]:
        """A quiet ground behind the values of some days."""
        for first, last in spells(days):
            left, right = self._across(first, last)
            yield Box(left, TOP, round(right - left, 2), self._height, "flare")

    def _across(self, first: dt.date, last: dt.date) -> tuple[float, float]:
        """From where to where days reach, so wide that one day of ten years is seen."""
        left, right = self.at(first, 0.0), self.at(last, 1.0)
        wider = max(1.2 - (right - left), 0) / 2
        return round(left - wider, 2), round(right + wider, 2)


def columns_of(days: Sequence[DayFigures]) -> tuple[Bin, ...]:
    """A column for each day, or in a long time for each of its weeks."""
    return together(days, A_DAY if len(days) <= MOST_DAYS else A_WEEK)


def spells(days: Iterable[dt.date]) -> Iterator[tuple[dt.date, dt.date]]:
    """Days in a row as their first and last one; the days are given in order."""
    first = last = None
    for day in days:
        if first is None or last is None:
            first = day
        elif day - last > DAY:
            yield first, last
            first = day
        last = day
    if first and last:
        yield first, last
