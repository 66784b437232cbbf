"""A page on where the diary is kept: lines that do something, over what was found."""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar

from textual import work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from backcare_tui.commands.hints import hint
from backcare_tui.diary.custody import Custody
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.page import Page
from backcare_tui.text import clean
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.notice import Notice
from backcare_tui.widgets.rows import Rows
from backcare_tui.widgets.sheet import Entry, Sheet

LOOKING = "Looking …"


class CustodyPage(Page[None]):
    """Looks it up in a thread, and shows it."""

    CSS_PATH = ["../frame/page.tcss", "custody_page.tcss"]
    AUTO_FOCUS = "#ways"
    TITLE: ClassVar[str]
    ABOUT: ClassVar[str]
    """What the frame of what was found says."""

    def __init__(self, desk: Desk, look: Callable[[], Custody]) -> None:
        """Show what `look` finds, which takes a moment."""
        super().__init__(desk)
        self._look_up = look
        self.custody: Custody | None = None
        """None until it was looked up."""

    def compose_page(self) -> Iterable[Widget]:
        """What can be done, what was found, and a line for what was done."""
        self.ways = Rows(columns=(ListColumn(),), empty=LOOKING, id="ways", classes="tile")
        self.ways.border_subtitle = hint("enter does it")
        self.sheet = Sheet(id="sheet")
        self.sheet.is_loose = True
        self.text = VerticalScroll(self.sheet, id="text", classes="tile")
        self.text.border_title = self.ABOUT
        yield self.ways
        yield self.text
        yield Notice(id="notice")

    def on_mount(self) -> None:
        """Look it up; another device may change it while the page is open."""
        self.entitle(self.TITLE)
        self.desk.changed.subscribe(self, lambda _: self._look())
        self._look()

    @work(exclusive=True, group="looking")
    async def _look(self) -> None:
        """In a thread, as the file and the folder of backups are read."""
        self.custody = await asyncio.to_thread(self._look_up)
        self.ways.rows = tuple(ListRow(key, (words,)) for key, words in self.actions(self.custody))
        self.ways.styles.height = len(self.ways.rows) + 2
        self.sheet.entries = tuple(self.found(self.custody))

    def actions(self, custody: Custody) -> Iterator[tuple[str, str]]:
        """What can be done: a key, and the words of the line."""
        raise NotImplementedError

    def found(self, custody: Custody) -> Iterator[Entry]:
        """What was found."""
        raise NotImplementedError

    def do(self, action: str, custody: Custody) -> None:
        """Do what a line says."""
        raise NotImplementedError

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Do what the line says."""
        event.stop()
        if self.custody:
            self.do(event.row.key, self.custody)

    def copy(self, words: str) -> None:
        """Hand words to the clipboard of the terminal, and say which."""
        self.app.copy_to_clipboard(words)
        self.query_exactly_one(Notice).say(f"copied: {words}")


def named(label: str, *words: str) -> Entry:
    """A paragraph or a few under a name."""
    return Entry(label, tuple(Content(clean(each)) for each in words))
