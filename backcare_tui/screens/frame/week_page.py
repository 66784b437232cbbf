"""A page on which a week of one's own is read, line by line with why, and below it what enter does."""

from collections.abc import Iterable

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui.screens.frame.page import Page
from backcare_tui.screens.frame.week_words import what_enter_does
from backcare_tui.text import clean
from backcare_tui.widgets.marked import complaint


class WeekPage(Page[None]):
    """The lines of a week, and the one thing that comes first."""

    CSS_PATH = ["../frame/page.tcss", "../frame/week_page.tcss"]
    AUTO_FOCUS = "#week"

    def compose_page(self) -> Iterable[Widget]:
        """The lines, and what enter does."""
        self.lines = Static(id="lines", markup=False)
        yield VerticalScroll(self.lines, id="week", classes="tile")
        self.first = Static(id="first", markup=False)
        yield self.first

    def show_week(self, title: str, blocks: Iterable[Content]) -> None:
        """Show blocks of words with room between them, under what they are about."""
        self.query_exactly_one("#week").border_title = title
        self.lines.update(Content("\n\n").join(blocks))

    def offer_first(self, name: str) -> None:
        """Name what enter does."""
        self.first.update(what_enter_does(clean(name)))

    def complain(self, sentence: str) -> None:
        """Say below the week what went wrong."""
        self.first.update(complaint(sentence, is_bold=True))
