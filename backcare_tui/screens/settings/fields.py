"""Which fields the long forms have: each on or off, and kept at once."""

from collections.abc import Iterator

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from backcare_tui.commands.command import bindings
from backcare_tui.commands.dialogs import CLOSE
from backcare_tui.commands.guidance import MARK
from backcare_tui.commands.hints import hint
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.dialog import Dialog
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.marked import complaint
from backcare_tui.widgets.rows import Rows
from backcare_tui.wording.form_rows import rows_to_choose

ABOUT = (
    "Take away what you never use. The number, and what tells of warning signs, always stay; "
    "nothing that is in the diary changes."
)
TITLE = "Fields"


class FieldsDialog(Dialog[None]):
    """A line for each field that may be off; one that holds something in an entry is shown there still."""

    CSS_PATH = "../frame/dialogs.tcss"
    AUTO_FOCUS = "#list"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (34, "-tall")]
    BINDINGS = bindings(MARK, CLOSE)

    def __init__(self, desk: Desk) -> None:
        """Read and keep what is off in the settings."""
        super().__init__()
        self.desk = desk

    def compose(self) -> ComposeResult:
        """What it does, and the list."""
        with Vertical(classes="tile dialog") as dialog:
            dialog.border_title = TITLE
            dialog.border_subtitle = hint("enter on or off · {dialog.close} closes")
            self.about = Static(ABOUT, markup=False, classes="about")
            yield self.about
            self.list = Rows(columns=(ListColumn(3), ListColumn()), id="list")
            yield self.list

    def on_mount(self) -> None:
        """Show what is on."""
        self._show()

    def _show(self) -> None:
        self.list.rows = tuple(self._lines())

    def _lines(self) -> Iterator[ListRow]:
        settings, heading = self.desk.repository.settings(), ""
        for form, row in rows_to_choose():
            if form.name != heading:
                heading = form.name
                yield ListRow(heading, (heading,), enabled=False, style="heading")
            is_on = row not in form.off(settings)
            box = Content.styled("[x]", "bold $here") if is_on else Content.styled("[ ]", "$quiet")
            words = Content.styled(form.label(row), "" if is_on else "$quiet")
            yield ListRow(form.setting_of(row), (box, words))

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Turn the field of the line on or off."""
        event.stop()
        self._turn(event.row.key)

    def action_mark(self) -> None:
        """Turn the field under the cursor on or off."""
        self.list.action_choose()

    @work
    async def _turn(self, name: str) -> None:
        off = self.desk.repository.settings().fields_off ^ {name}
        label = next(
            form.label(row) for form, row in rows_to_choose() if form.setting_of(row) == name
        )
        words = f"{label.lower()}: {'off' if name in off else 'on'}"
        if await self.desk.set("fields_off", off or None, words=words, complain=self._complain):
            self._show()

    def _complain(self, sentence: str) -> None:
        self.about.update(complaint(sentence))
