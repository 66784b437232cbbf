"""A long form: the few rows that are used most stand first, and `more` beneath opens the others."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from textual.widget import Widget

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.forms import CHOOSE_FIELDS, MORE_ROWS
from backcare_tui.commands.keymap import key_of
from backcare_tui.diary.records.base import Record
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
        self._rows = rows
        self.more = MoreLine(key_of(MORE_ROWS), id="more")
        self.find_standing()
        return self.more

    def find_standing(self) -> None:
        """Find which rows stand, by what was used in the last months."""
        today, not_asked = self.desk.clock.today(), self.not_asked()
        rows = {row: self.ROWS.fields(row) for row in self.ROWS.rows if row not in not_asked}
        entries = self.past_entries(days_asked(today))
        self._standing = standing_rows(entries, rows, today, self.ROWS.standing)

    def past_entries(self, days: tuple[dt.date, dt.date]) -> Iterable[Record]:
        """The entries like this one, by whose fields the rows stand."""
        return self.desk.repository.entries(self.kind, days)

    def not_asked(self) -> frozenset[str]:
        """The rows that this entry has no use for; they are away, and not beneath `more`."""
        return frozenset()

    def fold(self) -> None:
        """Show the rows that stand now, those that say something among them."""
        values, not_asked = self.values().keys(), self.not_asked()
        said = {row for row in self._rows if not values.isdisjoint(self.ROWS.fields(row))}
        off = self.ROWS.off(self.desk.repository.settings()) - said | not_asked
        away = self._rows.keys() - self._standing - said if not self.more.is_open else set[str]()
        away = (away & set(self.ROWS.rows)) | off
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
