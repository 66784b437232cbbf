"""A page that is written to a file, with what is in it at the left, and how it reads at the right."""

from collections.abc import Iterable

from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widget import Widget

from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.written_page import WritingPage, entries_of
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.notice import Notice
from backcare_tui.widgets.rows import Rows
from backcare_tui.widgets.sheet import Sheet

ROUND = "●○"
"""The signs of one of several; else it is a box for any of them."""
BOX = "x "


class ChoosingPage(WritingPage):
    """Its lines are marked with space, enter and a click; each way the page is made anew."""

    AUTO_FOCUS = "#choices"

    def __init__(self, desk: Desk) -> None:
        """Work with what the app hands down."""
        super().__init__(desk)
        self.choices = Rows(columns=(ListColumn(3), ListColumn()), id="choices", classes="tile")
        self.choices.border_title = "What is in it"
        self.sheet = Sheet(id="sheet")
        self.sheet.is_loose = True
        self.preview = VerticalScroll(self.sheet, id="preview", classes="tile")
        self.preview.border_title = "How it reads"

    def compose_page(self) -> Iterable[Widget]:
        """The choices beside the page, and a line for what was written."""
        yield Container(self.choices, self.preview, id="both")
        yield Notice(id="notice")

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Enter and a click mark as space does."""
        event.stop()
        self.action_mark()

    def action_mark(self) -> None:
        """Take the line under the cursor in, or leave it out."""
        kind, _, id_ = (self.choices.row.key if self.choices.row else "").partition(":")
        self.mark(kind, id_)

    def mark(self, kind: str, id_: str) -> None:
        """Do what a line says, by the two halves of its key."""
        raise NotImplementedError

    def show_choices(self, rows: Iterable[ListRow]) -> None:
        """Show the lines, and how the paper reads."""
        self.choices.rows = tuple(rows)
        self.sheet.entries = entries_of(self.paper)


def heading(key: str, words: str) -> ListRow:
    """A line that only names those below."""
    return ListRow(key, ("", words), enabled=False, style="heading")


def choice(key: str, words: str, signs: str, *, is_in: bool) -> ListRow:
    """A sign, and what it is: round for one of several, square for any of them."""
    sign = signs[not is_in]
    box = f" {sign} " if signs == ROUND else f"[{sign}]"
    style = "bold $here" if is_in else "$quiet"
    return ListRow(key, (Content.styled(box, style), words))
