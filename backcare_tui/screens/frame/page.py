"""A page: lies over a place, tells what it is, and goes back to where one came from."""

from collections.abc import Iterable
from typing import TypeVar

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.pages import CLOSE_PAGE, HELP
from backcare_tui.screens.frame.breakpoints import take_size
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.place import Place
from backcare_tui.text import clean
from backcare_tui.widgets.keys import Keys

T = TypeVar("T")


class Page(Screen[T]):
    """One thing in full, under its name."""

    CSS_PATH = ["page.tcss"]
    BINDINGS = bindings(CLOSE_PAGE, HELP)
    HORIZONTAL_BREAKPOINTS = Place.HORIZONTAL_BREAKPOINTS
    VERTICAL_BREAKPOINTS = Place.VERTICAL_BREAKPOINTS

    def __init__(self, desk: Desk) -> None:
        """Work with what the app hands down."""
        super().__init__()
        self.desk = desk

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
        words = Content.assemble((clean(name), "bold $here"), (f"  {clean(more)}", "$quiet"))
        self.query_exactly_one("#title", Static).update(words)

    def action_leave(self) -> None:
        """Back, with nothing."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Say what this page is for, and its keys."""
        self.app.push_screen(screens.Help(self, self.desk.repository.settings()))
