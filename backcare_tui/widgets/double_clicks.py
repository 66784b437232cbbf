"""A double click is of one screen: its second half does nothing on what the first one opened or closed.

Whoever double-clicks a line that opens at a click means the line. What lies under the pointer a
quarter of a second later, a scale or a button of the form that came, was never aimed at.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from textual.app import App
from textual.events import Event, MouseDown, MouseEvent, MouseUp
from textual.geometry import Offset
from textual.screen import Screen


class DoubleClicks:
    """Hands on what a person does, but for the second half of a double click on a screen that came to the front."""

    def __init__(self, app: App[Any], hand_on: Callable[[Event], Awaitable[None]]) -> None:
        """Stand before what an app does with an event; nothing was pressed yet."""
        self._app, self._hand_on = app, hand_on
        self._screen: Screen[Any] | None = None
        self._at = Offset(-1, -1)
        self._time = 0.0
        self._is_stray = False

    async def take(self, event: Event) -> None:
        """Hand an event on, or drop it."""
        # What is forwarded is on its way up from what it was handed to.
        if isinstance(event, MouseEvent) and not event.is_forwarded and self._app.screen_stack:
            if isinstance(event, MouseDown):
                self._look(event, self._app.screen)
            elif isinstance(event, MouseUp):
                self._time = event.time
            if self._is_stray and isinstance(event, MouseDown | MouseUp):
                return
        await self._hand_on(event)

    def _look(self, event: MouseDown, screen: Screen[Any]) -> None:
        """See whether a press is the second half, on another screen than the first; else it is a first one."""
        at = event.screen_offset
        is_second = at == self._at and event.time - self._time <= App.CLICK_CHAIN_TIME_THRESHOLD
        self._is_stray = is_second and screen is not self._screen
        if not self._is_stray:
            self._screen, self._at = screen, at
