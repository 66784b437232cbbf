"""A page that is written to a file, with what is in it at the left, and how it reads at the right."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar, cast

from textual import work
from textual.containers import Container, VerticalScroll
from textual.message import Message
from textual.widget import Widget

from backcare_tui.diary.repository import Repository
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.written_page import WritingPage, entries_of
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.notice import Notice
from backcare_tui.widgets.rows import Rows
from backcare_tui.widgets.sheet import Sheet

AskedFor = TypeVar("AskedFor", bound=Hashable)
ReadFor = TypeVar("ReadFor")


class ChoosingPage(WritingPage, Generic[AskedFor, ReadFor]):
    """Its lines are marked with space, enter and a click; each way the page is made anew.

    What a page is made of is read in a thread, as ten years take a while: `asked` says for what, `read` reads it, and
    `show` shows what was found. Until it is found nothing is written, so that what was just left out never is.
    """

    AUTO_FOCUS = "#choices"

    @dataclass
    class DiaryRead(Message):
        """The diary was read."""

        asked: Hashable
        """For what."""
        found: object

    def __init__(self, desk: Desk) -> None:
        """Work with what the app hands down."""
        super().__init__(desk)
        self.found: ReadFor | None = None
        """What was read for what is asked now; None until it is."""
        self._asked: AskedFor | None = None
        self._to_write = ""
        """What was to be written before the diary was read."""
        self.choices = Rows(columns=(ListColumn(3), ListColumn()), id="choices", classes="tile")
        self.choices.border_title = "What is in it"
        self.sheet = Sheet(id="sheet")
        self.sheet.is_loose = True
        self.preview = VerticalScroll(self.sheet, id="preview", classes="tile")
        self.preview.border_title = "How it reads"

    def on_mount(self) -> None:
        """Show what is chosen; entries may be made elsewhere."""
        self.desk.changed.subscribe(self, lambda _: self.gather())
        self.gather()

    def asked(self) -> AskedFor:
        """All that reading the diary depends on."""
        raise NotImplementedError

    def read(self, diary: Repository, asked: AskedFor) -> ReadFor:
        """Read the diary for what is asked; called in a thread, with a diary that does not change."""
        raise NotImplementedError

    def show(self, found: ReadFor) -> None:
        """Make the page of what was found, and show it."""
        raise NotImplementedError

    def gather(self) -> None:
        """Read the diary anew, then show it."""
        self.found, self._asked = None, self.asked()
        self._gather(self.desk.repository.snapshot(), self._asked)

    @work(thread=True, exclusive=True, group="gathering", exit_on_error=False)
    def _gather(self, diary: Repository, asked: AskedFor) -> None:
        self.post_message(self.DiaryRead(asked, self.read(diary, asked)))

    def on_choosing_page_diary_read(self, event: DiaryRead) -> None:
        """Show it, unless something else was chosen meanwhile."""
        event.stop()
        if event.asked != self._asked:
            return
        self.found = cast("ReadFor", event.found)
        self.show(self.found)
        if ending := self._to_write:
            self._to_write = ""
            self.action_write(ending)

    def show_again(self) -> None:
        """Make the page anew of what is known already."""
        if self.found is not None:
            self.show(self.found)

    def action_write(self, ending: str) -> None:
        """Ask for the file, once it is known what is written."""
        if self.found is None:
            self._to_write = ending
        else:
            super().action_write(ending)

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
