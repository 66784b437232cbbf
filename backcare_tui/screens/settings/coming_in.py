"""Coming from another program: which file it is, typed, pasted, dragged here or taken from the list."""

import asyncio
import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from textual import events, work
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui import screens
from backcare_tui.commands.hints import hint
from backcare_tui.diary.values import BadValue
from backcare_tui.exchange.finding import Likely, completed, downloads, likely_files, read_path
from backcare_tui.exchange.known import say_understood
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.page import Page
from backcare_tui.text import clean, say_list_day, sentence_case
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.completing import SuggestFrom
from backcare_tui.widgets.fields.field import Field
from backcare_tui.widgets.fields.inputs import InputField
from backcare_tui.widgets.notice import Notice
from backcare_tui.widgets.rows import Rows

TITLE = "Coming from another program"
LOOKING = "Looking …"
NOTHING = "No file there that backcare reads. Type where yours is, or drag it onto this window."
TYPE = "~/Downloads/export.csv"
COLUMNS = (ListColumn(), ListColumn(18), ListColumn(11, "right"))


class ComingIn(Page[None]):
    """A line for the path of a file, over what lies in the folder of downloads."""

    CSS_PATH = ["../frame/page.tcss", "coming_in.tcss"]
    AUTO_FOCUS = "#file Input"
    HELP = (
        "What another program exported, or another diary of backcare, is taken in from a file. Type or paste where it "
        "is, or drag it onto the terminal; the right arrow completes a folder's name. It is looked at first, and "
        "nothing is taken in before you say so."
    )

    def __init__(self, desk: Desk) -> None:
        """Nothing is looked for before the page is opened."""
        super().__init__(desk)
        self._files: tuple[Likely, ...] = ()

    def compose_page(self) -> Iterable[Widget]:
        """The line, what can be read, and the list."""
        self.line = InputField("File", placeholder=TYPE, id="file", classes="tile")
        self.line.input.suggester = SuggestFrom(completed)
        self.line.border_title = "Type it, paste it, or drag it here"
        self.line.border_subtitle = hint("enter looks into it")
        yield self.line
        yield Static(f"It may be {say_understood()}.", id="understood", markup=False)
        self.list = Rows(columns=COLUMNS, empty=LOOKING, id="files", classes="tile")
        self.list.border_title = "In Downloads"
        self.list.border_subtitle = hint("enter looks into it")
        yield self.list
        yield Notice(id="notice")

    def on_mount(self) -> None:
        """Say what the page is for, and look for files."""
        self.entitle(TITLE)
        self._find()

    @work
    async def _find(self) -> None:
        """In a thread, as the beginnings of some files are read."""
        self._files = await asyncio.to_thread(likely_files, downloads())
        today = self.desk.clock.today()
        self.list.empty = NOTHING
        self.list.rows = tuple(
            ListRow(
                str(at),
                (
                    clean(each.path.name),
                    sentence_case(each.program),
                    say_list_day(dt.date.fromtimestamp(each.written), today),  # noqa: DTZ012 - as the folder shows it
                ),
            )
            for at, each in enumerate(self._files)
        )

    def on_key(self, event: events.Key) -> None:
        """Down from the line goes to the list."""
        if event.key == "down" and self.focused is self.line.input and self._files:
            event.stop()
            self.list.focus()

    def on_paste(self, event: events.Paste) -> None:
        """What is dragged onto the list is meant for the line."""
        if self.focused is not self.line.input:
            self.line.text = event.text.strip()
            self.line.input.focus()

    def on_field_entered(self, event: Field.Entered) -> None:
        """Look into the file that was typed."""
        event.stop()
        if not self.line.text.strip():
            return
        try:
            path = read_path(self.line.text)
        except BadValue as error:
            self._say(str(error))
        else:
            self._open(path)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Look into a file of the list."""
        event.stop()
        self._open(self._files[int(event.row.key)].path)

    def _open(self, path: Path) -> None:
        self._say("")
        self.app.push_screen(screens.Arrival(self.desk, path))

    def _say(self, words: str) -> None:
        self.query_exactly_one(Notice).say(words, "trouble" if words else "saved")
