"""Which days an axis of time names, and how: with their year wherever it could be another one. Pure."""

import datetime as dt
from collections.abc import Iterator

from backcare_tui.text import MONTHS

Tick = tuple[dt.date, str]
"""A day, and the words under it."""
DAYS_OF_DAYS = 200
"""Up to so many days, days are named; in longer times the first days of months."""
DAYS_OF_MONTHS = 800
"""Up to so many days months are named; in longer times only 1 January."""
_DAYS, _MONTHS, _YEARS = (1, 2, 7, 14, 28, 56, 112, 224), (1, 2, 3, 6, 12), (1, 2, 5, 10, 20, 50)
"""How far apart named days, months and years are: the first that leaves room for the words."""
_BETWEEN = 2
"""Letters that stay free between two words."""


def ticks(first: dt.date, last: dt.date, letters: int) -> tuple[Tick, ...]:
    """The days to be named, in order; never none but where no year of a long time has room.

    Args:
        first: The first day of the axis.
        last: Its last day.
        letters: How many have room beside each other along it.
    """
    length = (last - first).days + 1
    ways = [
        *((_days, step) for step in _DAYS if length <= DAYS_OF_DAYS),
        *((_months, step) for step in _MONTHS if DAYS_OF_DAYS < length <= DAYS_OF_MONTHS),
        *((_years, step) for step in _YEARS if length > DAYS_OF_DAYS),
    ]
    tried = (tuple(way(first, last, step)) for way, step in ways)
    return next((named for named in tried if _needed(named) <= letters), ())


def _needed(named: tuple[Tick, ...]) -> int:
    """As if every word were as long as the longest, as they stand evenly."""
    return len(named) * (max((len(words) for _, words in named), default=0) + _BETWEEN)


def _days(first: dt.date, last: dt.date, step: int) -> Iterator[Tick]:
    length = (last - first).days + 1
    year = None if first.year != last.year else first.year
    for number in range(0, length, step):
        day = first + dt.timedelta(days=number)
        words = f"{day.day} {MONTHS[day.month - 1]}"
        yield day, words if day.year == year else f"{words} {day.year}"
        year = day.year


def _months(first: dt.date, last: dt.date, step: int) -> Iterator[Tick]:
    is_named = False
    for year in range(first.year, last.year + 1):
        for month in range(1, 13, step):
            day = dt.date(year, month, 1)
            if first <= day <= last:
                with_year = month == 1 or not is_named
                yield day, f"{MONTHS[month - 1]} {year}" if with_year else MONTHS[month - 1]
                is_named = True


def _years(first: dt.date, last: dt.date, step: int) -> Iterator[Tick]:
    for year in range(first.year, last.year + 1):
        if year % step == 0 and first <= (day := dt.date(year, 1, 1)) <= last:
            yield day, str(year)
