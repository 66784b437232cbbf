"""A screen that lies over another one, and leads back to it."""

from typing import TypeVar

from textual.screen import Screen

T = TypeVar("T")


class LeadsBack(Screen[T]):
    """What each of them does by the key that leads back, if it does nothing first."""

    def action_leave(self) -> None:
        """Back to where one came from, with nothing."""
        self.dismiss(None)
