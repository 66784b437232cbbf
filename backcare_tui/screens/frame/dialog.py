"""A dialog: lies over a screen, and is left by a click beside it as it is by its key."""

from typing import TypeVar

from textual.events import Click
from textual.screen import ModalScreen

from backcare_tui.widgets.keys import LEADS_BACK

T = TypeVar("T")


class Dialog(ModalScreen[T]):
    """What all dialogs have in common."""

    def on_click(self, event: Click) -> None:
        """Beside what is asked lies where one came from: a click there is the way back."""
        if event.widget is self:
            self.app.simulate_key(LEADS_BACK)
