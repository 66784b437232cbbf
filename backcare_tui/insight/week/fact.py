"""One thing that is said of a week, tagged for where it stands; and how a figure and a difference are said."""

from typing import Literal

import msgspec

from backcare_tui.insight.comparison import DECIMALS
from backcare_tui.text import clean, say_minutes, say_number

Stand = Literal["sentence", "detail", "table", "line"]
"""Where something is said: by itself, after all that is, in a table, or under its name."""
FEW, MORE = 3, 4
"""How many areas or tags a sentence names, and how many a line."""


class WeekFact(msgspec.Struct, frozen=True):
    """Something that is said of a week; safe to print."""

    stands: tuple[Stand, ...]
    name: str
    """What it is about, such as `Asleep`."""
    said: str
    """A sentence; in the table a figure of this week, empty where it is not known."""
    before: str = ""
    """In the table, the figure of the week before."""
    change: str = ""
    """In the table, the difference, with a shape before it so that it is seen without color."""


def fact(name: str, said: str, *stands: Stand) -> WeekFact:
    """Something that is said, safe to print."""
    return WeekFact(stands, name, clean(said))


def row(name: str, now: str, before: str = "", change: str = "") -> WeekFact:
    """A row of the table: a figure, the one of the week before, and the difference."""
    return WeekFact(("table",), name, now, before, change)


def numbers(name: str, now: float | None, before: float | None) -> WeekFact:
    """A row of figures, such as those of pain."""
    shaped = ""
    if now is not None and before is not None:
        change = round(now, DECIMALS) - round(before, DECIMALS)  # as a reader subtracts them
        shaped = shaped_as(change, say_number(abs(change)))
    return row(name, _say_number(now), _say_number(before), shaped)


def say_difference(change: float) -> str:
    """`1.5 more`."""
    return f"{say_number(abs(change))} {'more' if change > 0 else 'less'}"


def _say_number(number: float | None) -> str:
    return "" if number is None else say_number(number)


def say_length(minutes: float | None) -> str:
    """`6 h 40`; empty where it is not known."""
    return "" if minutes is None else say_minutes(minutes)


def say_part(part: float | None) -> str:
    """`85%`; empty where it is not known."""
    return "" if part is None else f"{part:.0%}"


def shaped_as(change: float, size: str) -> str:
    """A difference with a shape before it, so that it is seen without color: `▲ 1.5`."""
    if size in {"0", "0 min", "0 %"}:
        return "same"
    return f"{'▲' if change > 0 else '▼'} {size}"
