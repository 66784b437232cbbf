"""What a person has at home: ticked off once, and kept as a setting."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen

from backcare_tui.commands.command import bindings
from backcare_tui.commands.dialogs import CLOSE, TAKE_OR_LET_GO
from backcare_tui.library.exercises import exercises
from backcare_tui.library.taxonomy import words
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.rows import Rows


class Belongings(ModalScreen[None]):
    """One line for each thing that an exercise needs."""

    CSS_PATH = "../frame/dialogs.tcss"
    AUTO_FOCUS = "Rows"
    BINDINGS = bindings(TAKE_OR_LET_GO, CLOSE)

    def __init__(self, desk: Desk) -> None:
        """Begin with what was said before."""
        super().__init__()
        self.desk = desk
        self._mine = desk.repository.settings().equipment or frozenset()

    def compose(self) -> ComposeResult:
        """A list with a mark before each thing."""
        self.list = Rows(
            columns=(ListColumn(1), ListColumn()), classes="tile dialog", id="belongings"
        )
        self.list.border_title = "What you have"
        self.list.border_subtitle = "space takes or lets go · esc closes"
        yield self.list

    def on_mount(self) -> None:
        """Show what there is."""
        self._show()

    def _show(self) -> None:
        self.list.rows = tuple(
            ListRow(thing, (_mark(is_mine=thing in self._mine), name)) for thing, name in _things()
        )

    def on_rows_chosen(self) -> None:
        """Enter or a click takes a thing, or lets it go."""
        self.action_take_or_let_go()

    def action_take_or_let_go(self) -> None:
        """Take the thing of the cursor, or let it go; it is kept at once."""
        if self.list.row is None:
            return
        mine = self._mine ^ {self.list.row.key}
        if self.desk.set("equipment", mine, complain=self._complain):
            self._mine = mine
            self._show()

    def _complain(self, sentence: str) -> None:
        self.list.border_subtitle = Content(sentence)


def _mark(*, is_mine: bool) -> Content:
    return Content.styled("●", "$here") if is_mine else Content.styled("○", "$quiet")


def _things() -> Iterable[tuple[str, str]]:
    """The id and name of whatever an exercise needs, the most needed first."""
    needed = [thing for each in exercises() for thing in each.equipment]
    known = ((word.id, word.name) for word in words("equipment") if word.id in needed)
    return sorted(known, key=lambda pair: -needed.count(pair[0]))
