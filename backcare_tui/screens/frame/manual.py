"""The manual, read in the app: a list of its pages, then the page."""

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Markdown, Static

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.diary import FIND_IN_LIST
from backcare_tui.commands.hints import hint
from backcare_tui.commands.pages import CLOSE_PAGE, EARLIER_OF_MANUAL, LATER_OF_MANUAL
from backcare_tui.library.manual import ManualText, manual_pages, page_linked
from backcare_tui.screens.frame.breakpoints import WIDTHS, take_size
from backcare_tui.screens.frame.finding import Searching
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.keys import Keys
from backcare_tui.widgets.notice import Notice
from backcare_tui.widgets.rows import Rows

ABOUT = "The same pages as in the program's folder, to read here. Nothing is sent or fetched."
BORDERS = 2
OUTSIDE = "That leads out of backcare, which opens nothing by itself: {link}"
UNKNOWN = "That page is not part of the manual that came with backcare: {link}"


class Manual(Searching):
    """All pages, each with its first sentence; found by any word of a page."""

    TITLE = "Manual"
    CSS_PATH = "manual.tcss"
    AUTO_FOCUS = "#pages"
    BINDINGS = bindings(FIND_IN_LIST, CLOSE_PAGE)
    HORIZONTAL_BREAKPOINTS = WIDTHS

    def compose(self) -> ComposeResult:
        """The list."""
        take_size(self)
        yield Static(Content.styled("Manual", "bold $here"), id="title")
        self.list = Rows(columns=(ListColumn(),), id="pages", classes="tile")
        self.list.border_title = "Pages"
        self.list.border_subtitle = hint("enter opens it")
        self.list.styles.max_height = len(manual_pages()) + BORDERS
        yield self.make_search(self.list, "backup, passphrase, flare")
        yield self.list
        self.lead = Static(ABOUT, id="lead", markup=False)
        yield self.lead
        yield Keys()

    def on_mount(self) -> None:
        """List the pages."""
        self.show_rows(tuple(ListRow(page.id, (page.title,)) for page in manual_pages()))

    def words_of(self, row: ListRow) -> str:
        """All that the page says."""
        page = _page(row.key)
        return " ".join((page.title, *page.parts))

    def on_rows_highlighted(self, event: Rows.Highlighted) -> None:
        """Say what the page under the cursor is about."""
        self.lead.update(next(page.lead for page in manual_pages() if page.id == event.row.key))

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Open the page."""
        event.stop()
        self.app.push_screen(screens.ManualPage(event.row.key))


class ManualPage(Screen[None]):
    """A page; a link to another page opens that, and a link outside is only shown."""

    TITLE = "Manual"
    CSS_PATH = "manual.tcss"
    AUTO_FOCUS = "#text"
    BINDINGS = bindings(CLOSE_PAGE, EARLIER_OF_MANUAL, LATER_OF_MANUAL)
    HORIZONTAL_BREAKPOINTS = Manual.HORIZONTAL_BREAKPOINTS

    def __init__(self, page_id: str) -> None:
        """Show the page of this id."""
        super().__init__()
        self._shown, self._part = page_id, 0
        self._before: list[tuple[str, int]] = []
        """The pages and parts that links led here from, so that esc leads back."""

    def compose(self) -> ComposeResult:
        """Its title, its text, and a line for what a link says."""
        take_size(self)
        yield Static(id="title", markup=False)
        self.markdown = Markdown(open_links=False)
        self.text = VerticalScroll(self.markdown, id="text")
        yield self.text
        self.notice = Notice(id="notice")
        yield self.notice
        yield Keys()

    async def on_mount(self) -> None:
        """Show it."""
        await self._show(self._shown)

    async def _show(self, page_id: str, part: int = 0) -> None:
        page = _page(page_id)
        self._shown, self._part = page_id, part
        place = f"  part {part + 1} of {len(page.parts)}" if len(page.parts) > 1 else ""
        words = Content.assemble((page.title, "bold $here"), (place, "$quiet"))
        self.query_exactly_one("#title", Static).update(words)
        self.notice.say("")
        await self.markdown.update(page.parts[part])
        self.text.scroll_home(animate=False)

    async def _show_heading(self, page_id: str, heading: str) -> None:
        await self._show(page_id, _page(page_id).part_of(heading))
        if heading:
            self.markdown.goto_anchor(heading)

    @on(Markdown.LinkClicked)
    async def follow(self, event: Markdown.LinkClicked) -> None:
        """To another page; what leads outside is written out, to be copied."""
        event.stop()
        found = page_linked(event.href)
        if found is None:
            words = OUTSIDE if "://" in event.href else UNKNOWN
            self.notice.say(words.format(link=event.href))
        else:
            self._before.append((self._shown, self._part))
            await self._show_heading(found[0] or self._shown, found[1])

    async def action_turn(self, by: int) -> None:
        """The next part or page, or the one before, round and round."""
        order = [(page.id, part) for page in manual_pages() for part in range(len(page.parts))]
        self._before.clear()
        await self._show(*order[(order.index((self._shown, self._part)) + by) % len(order)])

    async def action_leave(self) -> None:
        """To the page that a link led here from, else to the list."""
        if self._before:
            await self._show(*self._before.pop())
        else:
            self.dismiss(None)


def _page(id_: str) -> ManualText:
    return next(page for page in manual_pages() if page.id == id_)
