"""What a person sees while a save takes its time."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from backcare_tui.commands.command import bindings
from backcare_tui.commands.dialogs import GIVE_UP
from backcare_tui.commands.hints import hint

LOOK_S = 0.1
"""Seconds between two looks at what is waited for."""
WAITING = "Waiting for another backcare…", "It is writing to this diary. Your change comes next."
SAVING = "Saving…", "The disk takes its time. It is said once it is safe."
HINT = "esc stops waiting"


class Waiting(ModalScreen[None]):
    """Takes all keys until the save is done, so that none acts on something else later."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS = bindings(GIVE_UP)

    def __init__(self, is_waiting: Callable[[], bool], give_up: Callable[[], None]) -> None:
        """Wait.

        Args:
            is_waiting: Whether it is another process that is waited for.
            give_up: Ends the wait for it, with nothing changed.
        """
        super().__init__()
        self._is_waiting, self._give_up = is_waiting, give_up
        self._is_over = False

    def compose(self) -> ComposeResult:
        """What is waited for."""
        with Vertical(classes="tile dialog") as self.box:
            self.words = Static(id="words", markup=False)
            yield self.words

    def on_mount(self) -> None:
        """Say it, and follow."""
        self._say()
        self.set_interval(LOOK_S, self._say)

    def on_screen_resume(self) -> None:
        """Shown again, or only now, after what was waited for is over."""
        if self._is_over:
            self.close()

    def close(self) -> None:
        """The save is done, or was given up; what lies above goes first."""
        self._is_over = True
        if self.is_current:
            self.dismiss(None)

    def action_give_up(self) -> None:
        """Change nothing after all; what is being written already is written to its end."""
        self._give_up()

    def _say(self) -> None:
        is_waiting = self._is_waiting()
        title, words = WAITING if is_waiting else SAVING
        self.box.border_title = title
        self.box.border_subtitle = hint(HINT) if is_waiting else ""
        self.words.update(Content(words))
