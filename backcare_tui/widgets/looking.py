"""What a person does to a drawing of days: looks at one, opens it, wants more or less time."""

import datetime as dt
from dataclasses import dataclass

from textual.message import Message


@dataclass
class DayLooked(Message):
    """Another day is looked at."""

    day: dt.date
    """It may lie outside of what is drawn: then that is to be moved."""


@dataclass
class DayOpened(Message):
    """A day is to be opened."""

    day: dt.date


@dataclass
class TimeMoved(Message):
    """An earlier or a later time is to be drawn."""

    weeks: int
    """Less than 0 for earlier."""


@dataclass
class TimeZoomed(Message):
    """A longer time is to be drawn, or a shorter one."""

    by: int
    """1 for longer, -1 for shorter."""
