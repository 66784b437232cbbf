"""The first run: what backcare is and is not, once, and no questions."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from backcare_tui.commands.command import bindings
from backcare_tui.commands.dialogs import BEGIN
from backcare_tui.commands.hints import hint
from backcare_tui.library.boundaries import boundary_text
from backcare_tui.library.regions import region_of
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.dialog import Dialog


class Welcome(Dialog[None]):
    """Enter goes on; the text is on the help page afterwards."""

    CSS_PATH = "../frame/help.tcss"
    AUTO_FOCUS = "VerticalScroll"
    BINDINGS = bindings(BEGIN)

    def __init__(self, desk: Desk) -> None:
        """Remember in the diary's settings that it was read."""
        super().__init__()
        self.desk = desk

    def compose(self) -> ComposeResult:
        """The text."""
        with VerticalScroll(classes="tile dialog") as dialog:
            dialog.border_title = "Welcome to backcare"
            dialog.border_subtitle = hint("enter begins")
            words = boundary_text(region_of(self.desk.repository.settings()))
            yield Static(Content("\n\n").join(map(Content, words)), id="purpose")

    def on_click(self, _event: Click) -> None:
        """A click goes on, too."""
        self.action_go_on()

    def action_go_on(self) -> None:
        """Begin; where that cannot be kept, the text will come again."""
        if self.desk.repository.read_only is None:
            self.desk.set("boundaries_seen", self.desk.clock.today())
        self.dismiss(None)
