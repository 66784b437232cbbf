"""The charts of the report: pain with its range, sleep, pain impact; gaps stay open."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from backcare_tui.insight.days import DayFigures
from backcare_tui.insight.longer.bins import A_DAY, A_WEEK, Bin, together
from backcare_tui.insight.longer.marks import LETTERS, Mark
from backcare_tui.report.drawing import Box, Caption, Disc, Drawing, PagePoint, Shape, Stroke
from backcare_tui.text import MONTHS, say_minutes, say_number

WIDTH, LEFT, RIGHT = 520.0, 22.0, 6.0
TOP, BOTTOM = 6.0, 16.0
PAIN_HEIGHT, SLEEP_HEIGHT, IMPACT_HEIGHT = 130.0, 80.0, 80.0
MARKS_HEIGHT = 12.0
MOST_DAYS = 200
"""From more days on a column is a week: the mean of its days' means."""
LABEL_ROOM = 34.0
DENSE = 2.0
"""Points; in narrower columns bars touch each other, and the line is thin."""


def columns_of(days: Sequence[DayFigures]) -> tuple[Bin, ...]:
    """A column for each day, or in a long time for each of its weeks."""
    return together(days, A_DAY if len(days) <= MOST_DAYS else A_WEEK)


def pain_chart(days: Sequence[DayFigures], marks: Iterable[Mark], says: str) -> Drawing:
    """Pain, 0 to 10: the mean as a line, the lowest to the highest as a bar behind it.

    Args:
        days: Every day of the time, in order.
        marks: What is marked below, by letters.
        says: The figures in words, for those who do not see it.
    """
    columns = columns_of(days)
    plot = _Plot(days, columns, PAIN_HEIGHT, 10.0)
    marked = tuple(marks)
    shapes = (
        *plot.grid({0: "0", 5: "5", 10: "10"}),
        *_ranges(plot),
        *plot.line([column.pain for column in columns]),
        *plot.dates(),
        *_marks(plot, marked),
    )
    height = PAIN_HEIGHT + MARKS_HEIGHT * bool(marked)
    return Drawing(WIDTH, height, "Pain, 0 to 10", says, shapes)


def sleep_chart(days: Sequence[DayFigures], says: str) -> Drawing:
    """Hours asleep as bars."""
    columns = columns_of(days)
    longest = max((column.asleep_min or 0 for column in columns), default=0)
    top = next(hours for hours in (8, 10, 12, 16, 24) if longest <= hours * 60 or hours == 24)
    plot = _Plot(days, columns, SLEEP_HEIGHT, top * 60)
    bars = tuple(
        Box(plot.x(at) - plot.bar / 2, plot.y(slept), plot.bar, plot.floor - plot.y(slept), "sleep")
        for at, column in enumerate(columns)
        if (slept := column.asleep_min) is not None
    )
    marks: dict[float, str] = {0: "0", top * 30: f"{top // 2} h", top * 60: f"{top} h"}
    shapes = (*plot.grid(marks), *bars, *plot.dates())
    return Drawing(WIDTH, SLEEP_HEIGHT, "Hours asleep", says, shapes)


def impact_chart(scores: Mapping[dt.date, float], span: Sequence[dt.date]) -> Drawing:
    """Pain impact, 0 to 10, where it was asked."""
    days = [DayFigures(day, pain=scores.get(day)) for day in span]
    plot = _Plot(days, together(days, A_DAY), IMPACT_HEIGHT, 10.0)
    points = [(plot.x(at), plot.y(d.pain)) for at, d in enumerate(days) if d.pain is not None]
    says = ", ".join(f"{_say_date(day)}: {say_number(score)}" for day, score in scores.items())
    shapes = (
        *plot.grid({0: "0", 5: "5", 10: "10"}),
        Stroke(tuple(points), "pain", 1.2),
        *(Disc(x, y, 2.2, "pain") for x, y in points),
        *plot.dates(),
    )
    return Drawing(WIDTH, IMPACT_HEIGHT, "Pain impact, 0 to 10", f"{says}.", shapes)


class _Plot:
    """Where the columns and values of a chart stand."""

    def __init__(
        self, days: Sequence[DayFigures], columns: Sequence[Bin], height: float, top: float
    ) -> None:
        """For columns of one width, and values from 0 to `top`."""
        self.columns, self._top, self._days = columns, top, days
        self.floor, self._height = height - BOTTOM, height - BOTTOM - TOP
        self.step = (WIDTH - LEFT - RIGHT) / max(len(columns), 1)
        self.is_dense = self.step < DENSE
        self.bar = self.step + 0.2 if self.is_dense else self.step * 0.7

    def x(self, number: int) -> float:
        """The middle of a column."""
        return round(LEFT + (number + 0.5) * self.step, 2)

    def y(self, value: float) -> float:
        """The height of a value."""
        return round(self.floor - min(value / self._top, 1.0) * self._height, 2)

    def at(self, day: dt.date) -> float:
        """Where a day stands."""
        first = self._days[0].day
        part = ((day - first).days + 0.5) / len(self._days)
        return round(LEFT + part * (WIDTH - LEFT - RIGHT), 2)

    def grid(self, marks: Mapping[float, str]) -> Iterator[Shape]:
        """A quiet line and a number at some values."""
        for value, text in marks.items():
            y = self.y(value)
            yield Stroke(((LEFT, y), (WIDTH - RIGHT, y)), "grid", 0.5)
            yield Caption(LEFT - 4, y + 2.8, text, "end")

    def dates(self) -> Iterator[Shape]:
        """The day or the month under its column, where there is room."""
        last = -LABEL_ROOM
        for column in self.columns:
            x = self.at(column.first)
            if x - last >= LABEL_ROOM * 1.5 and x < WIDTH - LABEL_ROOM / 2:
                last = x
                yield Stroke(((x, self.floor), (x, self.floor + 3)), "axis", 0.5)
                yield Caption(
                    x, self.floor + 11, _say_axis(column.first, len(self._days)), "middle"
                )

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
                yield Disc(*known[0], 1.2, "pain")
            else:
                yield Stroke(known, "pain", 0.7 if self.is_dense else 1.4)


def _ranges(plot: _Plot) -> Iterator[Shape]:
    """From the lowest to the highest, where they differ."""
    for at, column in enumerate(plot.columns):
        if column.best is None or column.worst is None or column.best == column.worst:
            continue
        top, floor = plot.y(column.worst), plot.y(column.best)
        yield Box(plot.x(at) - plot.bar / 2, top, plot.bar, floor - top, "range")


def _marks(plot: _Plot, marks: Sequence[Mark]) -> Iterator[Shape]:
    """A letter below each day with a mark; of two too near, the later one gives way."""
    last = -LABEL_ROOM
    for mark in marks:
        x = plot.at(mark.day)
        yield Stroke(((x, plot.floor), (x, plot.floor - 4)), "mark", 0.8)
        if x - last >= 6:
            last = x
            yield Caption(x, plot.floor + BOTTOM + 7, LETTERS[mark.kind], "middle", is_bold=True)


def _say_axis(day: dt.date, days: int) -> str:
    month = MONTHS[day.month - 1]
    return f"{month} {day.year}" if days > 2 * MOST_DAYS else f"{day.day} {month}"


def _say_date(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def say_nights(days: Iterable[DayFigures]) -> str:
    """How long the nights were, for those who do not see them."""
    known = [day.asleep_min for day in days if day.asleep_min is not None]
    if not known:
        return "No night."
    shortest, longest = say_minutes(min(known)), say_minutes(max(known))
    return f"{len(known)} nights, from {shortest} to {longest}."
