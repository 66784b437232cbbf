"""Understand: all pages to read, theme by theme, with what was read; one is found as one types."""

from collections.abc import Iterable, Iterator, Mapping

from textual import on
from textual.content import Content
from textual.widget import Widget

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.guidance import FIND_PAGE
from backcare_tui.commands.hints import hint
from backcare_tui.guidance.gathering import gather
from backcare_tui.guidance.learning import asks_beliefs, page_for
from backcare_tui.guidance.reading import ReadingPage, reading_pages, reading_themes
from backcare_tui.library.regions import region_of
from backcare_tui.library.search import Sought, ranked
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.finding import OffersSearch
from backcare_tui.screens.frame.page import Page
from backcare_tui.text import say_count, say_day
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.rows import Rows
from backcare_tui.widgets.search_line import SearchLine

BELIEFS = "?beliefs"
"""The key of the line of the two questions; no page has it."""
ASKS = "Two questions about bending and moving"
FITS, READ = "▸", "✓"
NOTHING = "No page has these words. Press esc to see all of them."


class Understand(Page[None], OffersSearch):
    """A list; enter opens the page under the cursor."""

    CSS_PATH = ["../frame/page.tcss", "understand.tcss"]
    AUTO_FOCUS = "#pages"
    BINDINGS = bindings(FIND_PAGE)
    HELP = (
        "Pages of a minute each, in plain words, each sentence with its source and a question at the "
        "end. The arrow marks one that fits your diary just now, the tick what you read. Nothing has to be read."
    )

    def __init__(self, desk: Desk) -> None:
        """All pages in the words of where one lives."""
        super().__init__(desk)
        self._pages = reading_pages(region_of(desk.repository.settings()))
        self._fits, self._asks = "", False

    def compose_page(self) -> Iterable[Widget]:
        """The search over the list."""
        columns = (ListColumn(1), ListColumn(), ListColumn(10, "right"))
        self.list = Rows(columns=columns, empty=NOTHING, id="pages", classes="tile")
        self.list.border_subtitle = hint("enter opens it")
        self.search = SearchLine(self.list, "search: sleep, lifting, scan, …", id="search")
        yield self.search
        yield self.list

    def on_mount(self) -> None:
        """All of them, the cursor on one that fits."""
        self.search.display = False
        self.desk.changed.subscribe(self, lambda _: self._look())
        facts = gather(self.desk.repository, self.desk.clock)
        fits = page_for(facts, self.desk.repository.settings())
        self._fits = fits.id if fits else ""
        self._asks = asks_beliefs(facts)
        self._show()
        if not self.list.select(BELIEFS) and self._fits:
            self.list.select(self._fits)

    def on_screen_resume(self) -> None:
        """What was read meanwhile has its tick."""
        if self.is_mounted:
            self._show()

    def _look(self) -> None:
        """Questions that were answered are asked no more."""
        self._asks = asks_beliefs(gather(self.desk.repository, self.desk.clock))
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is open already is not opened again."""
        if action == "understand":
            return False
        return super().check_action(action, parameters)

    @on(SearchLine.Typed)
    def search_pages(self) -> None:
        """Search as one types; the cursor is on the best."""
        self._show()
        self.list.cursor = 0

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Open it."""
        event.stop()
        if event.row.key == BELIEFS:
            self.app.push_screen(screens.Beliefs(self.desk))
        else:
            self.app.push_screen(screens.PageToRead(self.desk, event.row.key))

    def _show(self) -> None:
        read = self.desk.repository.settings().pages_read
        count = sum(page in read for page in self._pages)
        self.entitle("Understand", f"{say_count(len(self._pages), 'page')}, {count} read")
        typed = self.search.value.strip()
        self.list.rows = tuple(self._found(typed) if typed else self._by_theme())

    def _by_theme(self) -> Iterator[ListRow]:
        if self._asks:
            mark = Content.styled(FITS, "$next")
            yield ListRow(BELIEFS, (mark, ASKS, "this month"))
        for theme in reading_themes():
            yield ListRow(f"#{theme.id}", ("", theme.name), enabled=False, style="heading")
            yield from (self._row(p) for p in self._pages.values() if p.theme == theme.id)

    def _found(self, typed: str) -> Iterator[ListRow]:
        return (self._row(page) for page in found_pages(typed, self._pages))

    def _row(self, page: ReadingPage) -> ListRow:
        settings, today = self.desk.repository.settings(), self.desk.clock.today()
        day = settings.pages_read.get(page.id)
        sign, ink = (READ, "$success") if day else (FITS if page.id == self._fits else "", "$next")
        when = Content.styled(say_day(day, today) if day else "", "$quiet")
        return ListRow(page.id, (Content.styled(sign, ink), page.title, when))


def found_pages(typed: str, pages: Mapping[str, ReadingPage]) -> Iterator[ReadingPage]:
    """The pages that have what was typed in their title, their other names or their theme, the best first."""
    themes = {theme.id: theme.name for theme in reading_themes()}
    sought = [Sought(p.id, p.title, (*p.names, themes[p.theme])) for p in pages.values()]
    return (pages[id_] for id_ in ranked(typed, sought))
