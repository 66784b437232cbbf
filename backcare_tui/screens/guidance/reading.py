"""A page to read: what to know before something is done, with where each of it is from."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from backcare_tui.commands.command import bindings
from backcare_tui.commands.guidance import ON_READING
from backcare_tui.guidance.reading import UNCITED, ReadingPoint, ReadingSection, reading_pages
from backcare_tui.library.regions import region_of
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.page import Page
from backcare_tui.widgets.sheet import Entry, Sheet


class PageToRead(Page[None]):
    """One of the pages; brackets turn to the others."""

    CSS_PATH = ["../frame/page.tcss", "reading.tcss"]
    AUTO_FOCUS = "#text"
    BINDINGS = bindings(*ON_READING)
    HELP = (
        "A page to read, with the source of each thing that it says. What is backcare's own rule is "
        "called that. Brackets turn to the other pages."
    )

    def __init__(self, desk: Desk, page_id: str) -> None:
        """A page by its id."""
        super().__init__(desk)
        self._pages = reading_pages(region_of(desk.repository.settings()))
        self._shown = page_id

    def compose_page(self) -> ComposeResult:
        """The words in a tile that scrolls."""
        self.sheet = Sheet(id="sheet")
        self.sheet.is_loose = True
        self.scroll = VerticalScroll(self.sheet, id="text", classes="tile")
        yield self.scroll

    def on_mount(self) -> None:
        """Write it."""
        self._show()

    def action_turn(self, by: int) -> None:
        """To the next page, or the one before, from its top."""
        order = list(self._pages)
        self._shown = order[(order.index(self._shown) + by) % len(order)]
        self._show()
        self.scroll.scroll_home(animate=False)

    def _show(self) -> None:
        page, order = self._pages[self._shown], list(self._pages)
        self.entitle(page.title, f"page {order.index(page.id) + 1} of {len(order)}")
        lead = Entry("", (Content(page.lead),))
        end = Entry("", (Content.styled(UNCITED, "$quiet"),))
        self.sheet.entries = (lead, *map(_section, page.sections), end)


def _section(section: ReadingSection) -> Entry:
    mark, ink = ("▲ ", "bold $text-error") if section.is_urgent else ("", "bold $here")
    title = Content.styled(f"{mark}{section.title}", ink)
    points = (line for point in section.points for line in _point(point))
    return Entry("", (title, *points), hang=2)


def _point(point: ReadingPoint) -> Iterator[Content]:
    yield Content.assemble(("· ", "$quiet"), point.says)
    if point.cited:
        yield Content.styled(f"  From: {point.cited}", "$quiet")
