"""A double click is of one screen: its second half does nothing on what the first one opened or closed.

Whoever double-clicks a line that opens at a click means the line. What lies under the pointer a
quarter of a second later, a scale or a button of the form that came, was never aimed at.
"""

from textual.app import App
from textual.events import Event, MouseDown, MouseEvent, MouseUp
from textual.geometry import Offset
from textual.screen import Screen


class DoubleClicks:
    """Knows the presses that are the second half of a double click on a screen that is gone from the front."""

    def __init__(self) -> None:
        """Nothing was pressed yet."""
        self._screen: Screen[object] | None = None
        self._at = Offset(-1, -1)
        self._time = 0.0
        self._is_stray = False

    def is_stray(self, event: Event, screen: Screen[object]) -> bool:
        """Whether an event of the pointer is not to be handed on.

        Args:
            event: Any event; those of the button are looked at.
            screen: What is in front as it comes.
        """
        if isinstance(event, MouseEvent) and event.is_forwarded:
            return False  # on its way up from what it was handed to
        if isinstance(event, MouseDown):
            at = event.screen_offset
            is_second = at == self._at and event.time - self._time <= App.CLICK_CHAIN_TIME_THRESHOLD
            self._is_stray = is_second and screen is not self._screen
            if not self._is_stray:
                self._screen, self._at = screen, at
            return self._is_stray
        if isinstance(event, MouseUp):
            is_stray, self._is_stray, self._time = self._is_stray, False, event.time
            return is_stray
        return False
