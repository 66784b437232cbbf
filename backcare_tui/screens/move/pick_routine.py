"""Picks a routine: one's own first, then those of the library, found as one types."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from backcare_tui.commands.command import bindings
from backcare_tui.commands.dialogs import CLOSE, EARLIER_FOUND, LATER_FOUND
from backcare_tui.commands.hints import hint
from backcare_tui.diary.records.routine import Routine
from backcare_tui.library.routines import routines
from backcare_tui.player.timeline import say_length
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.dialog import Dialog
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.fields.inputs import TextField
from backcare_tui.widgets.rows import Rows


class PickRoutine(Dialog[str | None]):
    """Gives the id of a routine, or None when closed."""

    CSS_PATH = ["../frame/dialogs.tcss", "pick_routine.tcss"]
    AUTO_FOCUS = "Input"
    BINDINGS = bindings(CLOSE, EARLIER_FOUND, LATER_FOUND)

    def __init__(self, desk: Desk, title: str) -> None:
        """Offer what the diary and the library have."""
        super().__init__()
        own = sorted(desk.repository.entries(Routine), key=lambda each: each.name.casefold())
        self._known = (*own, *routines())
        self._own = {each.id for each in own}
        self._title = title

    def compose(self) -> ComposeResult:
        """What is typed, and what fits it."""
        with Vertical(classes="tile dialog") as dialog:
            dialog.border_title = Content(self._title)
            dialog.border_subtitle = hint("type to find · enter takes it · esc closes")
            self.line = TextField("Find")
            yield self.line
            self.list = Rows(
                columns=(ListColumn(), ListColumn(8), ListColumn(8, "right")), id="found"
            )
            yield self.list

    def on_mount(self) -> None:
        """All of them at first."""
        self._show("")

    def on_field_changed(self) -> None:
        """Those that have what was typed."""
        self._show(self.line.text)

    def on_field_entered(self) -> None:
        """Take the one under the cursor."""
        if self.list.row:
            self.dismiss(self.list.row.key)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Take it."""
        self.dismiss(event.row.key)

    def action_move(self, by: int) -> None:
        """The cursor of the list moves while one types."""
        self.list.action_move_cursor(1 if by > 0 else -1)

    def _show(self, typed: str) -> None:
        sought = typed.strip().casefold()
        self.list.rows = tuple(
            ListRow(
                each.id,
                (
                    each.name,
                    "yours" if each.id in self._own else "",
                    say_length(each),
                ),
            )
            for each in self._known
            if sought in each.name.casefold()
        )
