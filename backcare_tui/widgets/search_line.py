"""A line to search by: typing narrows a list, the arrow keys move in it, enter takes from it."""

from dataclasses import dataclass
from typing import Literal, Unpack

from textual import on
from textual.binding import Binding
from textual.message import Message

from backcare_tui.widgets.fields.inputs import LineInput
from backcare_tui.widgets.options import Named
from backcare_tui.widgets.rows import Rows


class SearchLine(LineInput):
    """Stands over a list and works it, so that one need not leave the line."""

    @dataclass
    class Typed(Message):
        """Other words are searched for."""

        line: "SearchLine"
        """The line."""
        words: str
        """The words."""

        @property
        def control(self) -> "SearchLine":
            """The line."""
            return self.line

    HELP = "Type to search; the arrow keys move in the list, `enter` takes the row of the cursor."

    BINDINGS = [
        Binding("up", "move_cursor(-1)", "Up", show=False),
        Binding("down", "move_cursor(1)", "Down", show=False),
        Binding("pageup", "move_page(-1)", "Page up", show=False),
        Binding("pagedown", "move_page(1)", "Page down", show=False),
        Binding("enter", "choose", "Open", show=False),
        # Nobody searches for a question mark: it stays the key of the help.
        Binding(
            "question_mark", "screen.help", "Help", show=False, priority=True, id="search.help"
        ),
    ]

    def __init__(self, rows: Rows, placeholder: str, **named: Unpack[Named]) -> None:
        super().__init__(placeholder=placeholder, compact=True, **named)
        self.cursor_blink = False
        self._rows = rows

    @property
    def has_rows(self) -> bool:
        """Whether the list has any row."""
        return self._rows.row is not None

    def appear(self) -> None:
        """Stand there, to be typed into; until then it takes no room."""
        self.display = True
        self.focus()
        self.screen.refresh_bindings()

    def vanish(self) -> None:
        """Search for nothing and take no room; the list is gone on in."""
        self.value = ""
        self.display = False
        self._rows.focus()
        self.screen.refresh_bindings()

    @on(LineInput.Changed)
    def tell(self, event: LineInput.Changed) -> None:
        """Say what is searched for by now."""
        event.stop()
        self.post_message(self.Typed(self, event.value))

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """All that prints, but for the key of the help."""
        return character != "?" and super().check_consume_key(key, character)

    def action_move_cursor(self, step: Literal[-1, 1]) -> None:
        """One row up or down in the list."""
        self._rows.action_move_cursor(step)

    def action_move_page(self, step: Literal[-1, 1]) -> None:
        """A page up or down in the list."""
        self._rows.action_move_page(step)

    def action_choose(self) -> None:
        """Takes the row under the cursor."""
        self._rows.action_choose()
