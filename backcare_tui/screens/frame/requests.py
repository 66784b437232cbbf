"""What a screen asks of the app: to go to a place, and there to what was chosen; to open the diary anew."""

import datetime as dt
from collections.abc import Callable
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


@dataclass
class ReopenAfter(Message):
    """Asks to do what gives the diary another file, once all is kept, and then to open it there."""

    do: Callable[[], tuple[str, ...]]
    """Does it, in the thread that saves; gives what is said once the diary is open again."""
    refused: Callable[[str], object]
    """Is told why it could not be done, in a sentence; then the diary stays open as it is."""
