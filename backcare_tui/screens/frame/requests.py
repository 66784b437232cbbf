"""What a screen asks of the app: to go to a place, and there to what was chosen."""

import datetime as dt
from dataclasses import dataclass

from textual.message import Message


@dataclass
class OpenDay(Message):
    """Asks for a day in the diary."""

    day: dt.date


@dataclass
class OpenWeek(Message):
    """Asks for the review of the week of a day."""

    day: dt.date
