"""Dates under a drawing of time: as many as can be read, none over another."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence

from backcare_tui.diary.repository import Between
from backcare_tui.text import MONTHS

AxisLabel = tuple[int, str]
"""The cell in which it begins, and its words."""


def placed(labels: Iterable[AxisLabel], width: int) -> tuple[AxisLabel, ...]:
    """Those of the labels that fit, a cell apart, from the right: a short first month gives way."""
    kept: list[AxisLabel] = []
    end = width + 1
    for start, words in sorted(labels, reverse=True):
        if start >= 0 and start + len(words) < end:
            kept.insert(0, (start, words))
            end = start
    return tuple(kept)


def as_line(labels: Iterable[AxisLabel], width: int) -> str:
    """The labels as one line of this width; what would overlap is left out."""
    line = ""
    for start, words in placed(labels, width):
        line = line.ljust(start) + words
    return line.ljust(width)


def date_line(
    between: Between, cell_of: Callable[[dt.date], int], width: int, first_weekday: int = 0
) -> str:
    """The dates of a time: its weeks, its months or its years, the closest that stand whole.

    Args:
        between: The first and the last day that are drawn.
        cell_of: The first cell of a day.
        width: Cells of all.
        first_weekday: 0 where weeks begin on Monday, 6 for Sunday.
    """
    scales = [
        *(_weeks(between, every, first_weekday) for every in (1, 2)),
        *(_months(between, every) for every in (1, 3)),
        *(_years(between, every) for every in (1, 2, 5)),
    ]
    lines: list[tuple[AxisLabel, ...]] = []
    for scale in scales:
        labels = [(cell_of(day), words) for day, words in scale]
        if len(labels) > 1 and len(placed(labels[1:], width)) == len(labels) - 1:
            return as_line(labels, width)
        lines.append(placed(labels, width))
    most = max(len(line) for line in lines)
    return as_line(next(line for line in lines if len(line) == most), width)


def month_line(days: Sequence[dt.date], cells: int) -> str:
    """The months over columns that begin on these days, each so many cells wide."""
    labels = [(start, _month(day)) for start, day in month_starts(days, cells)]
    return as_line(labels, len(days) * cells)


def month_starts(days: Sequence[dt.date], cells: int) -> tuple[tuple[int, dt.date], ...]:
    """The cell of the first column of each month, with the day that the column begins on."""
    return tuple(
        (number * cells, day)
        for number, day in enumerate(days)
        if not number or day.month != days[number - 1].month
    )


def _weeks(between: Between, every: int, first_weekday: int) -> Iterator[tuple[dt.date, str]]:
    first, last = between
    day = first + dt.timedelta((first_weekday - first.weekday()) % 7)
    while day <= last:
        yield day, f"{day.day} {MONTHS[day.month - 1]}"
        day += dt.timedelta(weeks=every)


def _months(between: Between, every: int) -> Iterator[tuple[dt.date, str]]:
    """Each first of a month, and the day that all begins with."""
    first, last = between
    yield first, _month(first)
    for number in range(first.year * 12 + first.month, last.year * 12 + last.month):
        if number % every == 0:
            day = dt.date(number // 12, number % 12 + 1, 1)
            yield day, _month(day)


def _years(between: Between, every: int) -> Iterator[tuple[dt.date, str]]:
    first, last = between
    yield first, str(first.year)
    for year in range(first.year + 1, last.year + 1):
        if year % every == 0:
            yield dt.date(year, 1, 1), str(year)


def _month(day: dt.date) -> str:
    """A month by its name; a January by the year that it begins."""
    return str(day.year) if day.month == 1 else MONTHS[day.month - 1]
