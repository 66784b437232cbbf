"""A routine as it is printed: looked through here, then written to a file."""

from collections.abc import Iterable

from textual.containers import VerticalScroll
from textual.widget import Widget

from backcare_tui.commands.command import bindings
from backcare_tui.commands.move import ON_SHEET_PAPER
from backcare_tui.commands.paper import as_written_here
from backcare_tui.diary.records.routine import Routine
from backcare_tui.report.routine_paper import routine_paper
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.written_page import WritingPage, entries_of
from backcare_tui.widgets.notice import Notice
from backcare_tui.widgets.sheet import Sheet


class SheetPaper(WritingPage):
    """The sheet of one routine."""

    CSS_PATH = ["../frame/page.tcss", "sheet_paper.tcss"]
    AUTO_FOCUS = "#text"
    BINDINGS = bindings(*as_written_here(*ON_SHEET_PAPER))
    FILE_NAME, ENDINGS = "exercises", (".pdf", ".html")
    HELP = (
        "The routine on paper: each exercise drawn, how much of it, when to stop, and boxes to tick. "
        "{sheet.pdf} writes it as PDF, or as HTML where its name ends so. Nothing else of the diary is on it; what your conditions "
        "ask to do otherwise is, without naming them."
    )

    def __init__(self, desk: Desk, routine: Routine) -> None:
        """Show one routine."""
        super().__init__(desk)
        self._routine = routine
        self.paper = routine_paper(routine, desk.repository.settings())
        self.on_it = "On it: the exercises of this routine, and nothing else of the diary."

    def compose_page(self) -> Iterable[Widget]:
        """What stands on it, and a line for what was written."""
        self.sheet = Sheet(id="sheet")
        self.text = VerticalScroll(self.sheet, id="text", classes="tile")
        yield self.text
        yield Notice(id="notice")

    def on_mount(self) -> None:
        """The figures stand in the file alone."""
        self.sheet.is_loose = True
        self.sheet.entries = entries_of(self.paper)
        self.text.border_subtitle = "figures and boxes stand in the file"
        self.entitle(self._routine.name, "on paper")
