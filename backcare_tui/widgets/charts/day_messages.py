"""What a person does to a drawing of days: looks at one, opens it, wants more or less time."""

import datetime as dt
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.widget import Widget


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

    by: int
    """Weeks, or months in a calendar of a month; less than 0 for earlier."""


@dataclass
class TimeZoomed(Message):
    """A longer time is to be drawn, or a shorter one."""

    by: int
    """1 for longer, -1 for shorter."""


class Wheeled(Widget):
    """A drawing of days in which the wheel of the mouse zooms, and moves when it goes sideways."""

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Closer."""
        event.stop()
        self.post_message(TimeZoomed(-1))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """A longer time."""
        event.stop()
        self.post_message(TimeZoomed(1))

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        """A week earlier."""
        event.stop()
        self.post_message(TimeMoved(-1))

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        """A week later."""
        event.stop()
        self.post_message(TimeMoved(1))
