"""What the screens of a session share: the room, and the help."""

from textual.screen import Screen

from backcare_tui import screens
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.old_keys import SaysMoved


class SessionScreen(SaysMoved, Screen[None]):
    """A screen on the way from a routine to its entry."""

    CSS_PATH = "player.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-normal"), (112, "-wide"), (170, "-vast")]
    VERTICAL_BREAKPOINTS = [
        (0, "-flat"),
        (10, "-low"),
        (16, "-middling"),
        (23, "-high"),
        (34, "-tall"),
    ]

    def __init__(self, desk: Desk) -> None:
        """Work with what the app hands down."""
        super().__init__()
        self.desk = desk

    def action_help(self) -> None:
        """Say what this screen is for, and its keys."""
        self.app.push_screen(screens.Help(self, self.desk.repository.settings()))
