"""The recovery sheet, to be written down before anything is locked."""

from collections.abc import Iterable, Sequence

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from backcare_tui.commands.hints import hint
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.page import Page
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.rows import Rows
from backcare_tui.widgets.sheet import Entry, Sheet

TITLE = "Write this down first"
LEAVE = "Leave the diary as it is, not locked"
LOCK = "I have the key on paper: lock the diary now"
BEGINNING = "AGE-SECRET-KEY-"


class RecoveryPage(Page[bool]):
    """Gives whether the sheet was written down, and the diary is to be locked; None to who leaves."""

    CSS_PATH = ["../frame/page.tcss", "recovery_page.tcss"]
    AUTO_FOCUS = "#answers"
    HELP = (
        "If you forget the passphrase, the key on this sheet is the one way into your diary. Write it down or print it, and "
        "keep it with your papers. Nothing is locked before you say that you have it."
    )

    def __init__(self, desk: Desk, lines: Sequence[str]) -> None:
        """Show the lines of a sheet."""
        super().__init__(desk)
        self._lines = lines

    def compose_page(self) -> Iterable[Widget]:
        """The sheet, and the two answers below it; the first locks nothing."""
        sheet = Sheet(tuple(map(_entry, self._lines)), id="sheet")
        yield VerticalScroll(sheet, id="text", classes="tile")
        answers = Rows(columns=(ListColumn(),), id="answers", classes="tile")
        answers.border_subtitle = hint("enter takes the line")
        answers.rows = (ListRow("leave", (LEAVE,)), ListRow("lock", (LOCK,)))
        yield answers

    def on_mount(self) -> None:
        """Say what it is."""
        self.entitle(TITLE)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Lock it, or leave it."""
        event.stop()
        self.dismiss(event.row.key == "lock")


def _entry(line: str) -> Entry:
    words = line.strip()
    return Entry("", (Content.styled(words, "bold $here" if words.startswith(BEGINNING) else ""),))
