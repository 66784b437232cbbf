"""Tells the end of a hold on the desktop, for those who look at another window meanwhile."""

import os
from collections.abc import Callable

from backcare_tui.player.engine import Engine, Event
from backcare_tui.player.notices import Sequence, said_of, sequence_for
from backcare_tui.screens.frame.desk import Desk


class Notices:
    """Silent unless the setting is on, and the terminal is one that shows notices."""

    def __init__(self, desk: Desk, send: Callable[[str], None]) -> None:
        """Begin as the setting says.

        Args:
            desk: Where the setting is.
            send: Sends a control sequence to the terminal while its window is behind.
        """
        self._send = send
        self._sequence: Sequence | None = None
        self.is_wanted = desk.repository.settings().notices

    def find(self) -> None:
        """Find out what this terminal takes; a thread does it, as another program may be asked."""
        self._sequence = sequence_for(os.environ)

    def tell(self, event: Event, engine: Engine) -> None:
        """Tell of an event, if there is something to tell."""
        if self._sequence and (words := said_of(event, engine)):
            self._send(self._sequence(words))
