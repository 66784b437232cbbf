"""A long form: the few rows that are used most stand first, and `more` beneath opens the others."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.widget import Widget

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.forms import CHOOSE_FIELDS, MORE_ROWS
from backcare_tui.commands.keymap import key_of
from backcare_tui.diary.used_rows import days_asked, standing_rows
from backcare_tui.screens.frame.form import Form
from backcare_tui.widgets.more_line import MoreLine
from backcare_tui.wording.form_rows import FormRows


class LongForm(Form):
    """Which rows stand is found once, when it is opened; a row that says something always stands."""

    ROWS: ClassVar[FormRows]
    more: MoreLine
    BINDINGS = bindings(MORE_ROWS, CHOOSE_FIELDS)
    _rows: Mapping[str, Sequence[Widget]]
    _standing: frozenset[str]

    def make_more(self, rows: Mapping[str, Sequence[Widget]]) -> MoreLine:
        """The line that opens the others.

        Args:
            rows: The widgets of each row that may be away, by its name, in their order.
        """
        today = self.desk.clock.today()
        entries = self.desk.repository.entries(self.kind, days_asked(today))
        self._rows = rows
        self._standing = standing_rows(entries, self.ROWS.rows, today)
        self.more = MoreLine(key_of(MORE_ROWS), id="more")
        return self.more

    def fold(self) -> None:
        """Show the rows that stand now, those that say something among them."""
        said, off = self.values().keys(), self.ROWS.off(self.desk.repository.settings())
        away = self._rows.keys() - self._standing - said if not self.more.is_open else set[str]()
        away = (away & set(self.ROWS.rows)) | (off - said)
        focused = self.focused
        for row, widgets in self._rows.items():
            for widget in widgets:
                widget.display = row not in away
        if focused and not focused.display:
            self.more.focus()
        hidden = [row for row in self._rows if row in away - off]
        self.more.hidden = tuple(self.ROWS.label(row) for row in hidden)
        self.more.set_class(not hidden and not self.more.is_open, "-all")

    def action_more(self) -> None:
        """Open the rows that are away, or put them away again."""
        self.more.is_open = not self.more.is_open
        self.fold()
        if self.more.is_open:
            self.more.scroll_visible()

    def action_choose_fields(self) -> None:
        """Choose which rows there are at all."""
        self.app.push_screen(screens.FieldsDialog(self.desk), lambda _: self.fold())

    def on_more_line_pressed(self, event: MoreLine.Pressed) -> None:
        """More or fewer rows, or which."""
        if event.what == "fields":
            self.action_choose_fields()
        else:
            self.action_more()
