"""What backcare is and is not, and when to get help right away: over the help, as on the first run."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from backcare_tui.commands.command import bindings
from backcare_tui.commands.dialogs import CLOSE
from backcare_tui.commands.hints import hint
from backcare_tui.diary.settings import Settings
from backcare_tui.library.boundaries import boundary_text
from backcare_tui.library.regions import region_of
from backcare_tui.screens.frame.dialog import Dialog


class Boundaries(Dialog[None]):
    """The whole text."""

    CSS_PATH = "help.tcss"
    AUTO_FOCUS = "VerticalScroll"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (34, "-tall")]
    BINDINGS = bindings(CLOSE)

    def __init__(self, settings: Settings) -> None:
        """Say it as it is where one lives.

        Args:
            settings: Where that is, for whom to call.
        """
        super().__init__()
        self._region = region_of(settings)

    def compose(self) -> ComposeResult:
        """The text."""
        with VerticalScroll(classes="tile dialog") as dialog:
            dialog.border_title = "What backcare is not"
            dialog.border_subtitle = hint("{dialog.close} closes")
            words = map(Content, boundary_text(self._region))
            yield Static(Content("\n\n").join(words), id="purpose")
