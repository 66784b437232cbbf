"""A page: lies over a place, tells what it is, and goes back to where one came from."""

from collections.abc import Iterable
from typing import TypeVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui.commands.command import bindings
from backcare_tui.commands.guidance import CHECK_SIGNS, FLARE_PLAN, UNDERSTAND
from backcare_tui.commands.pages import CLOSE_PAGE, HELP
from backcare_tui.commands.places import ALWAYS
from backcare_tui.screens.frame.breakpoints import take_size
from backcare_tui.screens.frame.desk import Desk, Said
from backcare_tui.screens.frame.everywhere import Everywhere
from backcare_tui.screens.frame.place import Place
from backcare_tui.text import clean
from backcare_tui.widgets.keys import Keys

T = TypeVar("T")


class Page(Everywhere[T]):
    """One thing in full, under its name."""

    CSS_PATH = ["page.tcss"]
    BINDINGS = bindings(
        CLOSE_PAGE,
        *(replace(each, show=False) for each in ALWAYS),
        HELP,
        replace(CHECK_SIGNS, show=False),
        FLARE_PLAN,
        UNDERSTAND,
    )
    HORIZONTAL_BREAKPOINTS = Place.HORIZONTAL_BREAKPOINTS
    VERTICAL_BREAKPOINTS = Place.VERTICAL_BREAKPOINTS

    def __init__(self, desk: Desk) -> None:
        """Work with what the app hands down."""
        super().__init__()
        self.desk = desk
        self._title = Content("")

    def compose(self) -> ComposeResult:
        """Name, the page's own, footer."""
        take_size(self)
        yield Static(id="title", markup=False)
        yield from self.compose_page()
        yield Keys(HELP.action)

    def compose_page(self) -> Iterable[Widget]:
        """What only this page has."""
        raise NotImplementedError

    def entitle(self, name: str, more: str = "") -> None:
        """Say what is shown, and in quiet words what goes with it."""
        self.title = clean(name)
        self._title = Content.assemble((clean(name), "bold $here"), (f"  {clean(more)}", "$quiet"))
        self.query_exactly_one("#title", Static).update(self._title)

    def on_mount(self) -> None:
        """Say what is saved or undone while the page lies in front."""
        self.desk.noticed.subscribe(self, self._take_notice)

    def _take_notice(self, said: Said) -> None:
        if self.is_current:
            words = " · ".join(filter(None, (said.text, said.hint.plain)))
            self.show_notice(words, is_trouble=said.kind == "trouble")

    def show_notice(self, words: str, *, is_trouble: bool) -> None:
        """Show a notice: after the title, or after the name alone where there is no room for more."""
        style = "bold $text-error" if is_trouble else "$here"
        said = Content.styled(clean(words), style)
        line = self.query_exactly_one("#title", Static)
        whole = Content("   ").join([self._title, said])
        if whole.cell_length > line.content_size.width:
            whole = Content("   ").join([Content.styled(self.title or "", "bold $here"), said])
        line.update(whole)
