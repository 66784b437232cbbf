"""What a person states about themselves once: each optional, each with why it is asked."""

from functools import partial
from typing import Any

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.dialogs import CLOSE
from backcare_tui.commands.hints import hint
from backcare_tui.diary.settings import SettingName
from backcare_tui.guidance.about import ABOUT, stated
from backcare_tui.guidance.stated import NONE, Stated, kept
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.dialog import Dialog
from backcare_tui.screens.settings.region import ask_region
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.marked import complaint
from backcare_tui.widgets.rows import Rows
from backcare_tui.widgets.steady_text import SteadyText

TYPED: dict[SettingName, str] = {
    "birth_year": "Year",
    "pain_since": "Year",
    "emergency_number": "Number",
}
"""What the line of a value is called, where that is not what it is about."""


class AboutYou(Dialog[None]):
    """A list; enter states or changes a line."""

    CSS_PATH = ["../frame/dialogs.tcss", "about_you.tcss"]
    AUTO_FOCUS = "Rows"
    HELP = "What you state here makes advice fit you. All of it is optional and stays here."
    BINDINGS = bindings(CLOSE)

    def __init__(
        self, desk: Desk, rows: tuple[Stated, ...] = ABOUT, title: str = "About you"
    ) -> None:
        """Read and keep settings in the diary: of these rows, under this title."""
        super().__init__()
        self.desk = desk
        self._rows, self._title = rows, title

    def compose(self) -> ComposeResult:
        """The lines, and why the one under the cursor is asked."""
        with Vertical(classes="tile dialog") as dialog:
            dialog.border_title = self._title
            dialog.border_subtitle = hint("enter changes · esc closes")
            self.list = Rows(columns=(ListColumn(18), ListColumn()), id="lines")
            self.why = SteadyText((Content(row.why) for row in self._rows), id="why")
            yield from (self.list, self.why)

    def on_mount(self) -> None:
        """Show what is stated."""
        self._show()

    def on_rows_highlighted(self, event: Rows.Highlighted) -> None:
        """Say why it is asked."""
        self.why.update(stated(event.row.key, self._rows).why)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """State it: typed, marked in a list, or turned from yes to no."""
        row, settings = stated(event.row.key, self._rows), self.desk.repository.settings()
        if row.setting == "conditions":
            self.app.push_screen(screens.Conditions(self.desk), lambda _: self._show())
        elif row.setting == "region":
            ask_region(self, self.desk, self._show, self._complain)
        elif row.question:
            self.app.push_screen(screens.Checklist(self.desk, row), lambda _: self._show())
        elif row.setting == "fluid_limit":
            self._keep(row, not settings.fluid_limit)
        else:
            self.app.push_screen(self._asked(row), partial(self._take, row))

    def _asked(self, row: Stated) -> screens.AskLine[tuple[Any]]:
        """One line; what is read goes through as the one of a tuple, as None would be no answer."""
        name = TYPED.get(row.setting, row.label)

        def read(text: str) -> tuple[Any]:
            return (row.read(text, self.desk.clock, name.lower()),)

        def say(found: tuple[Any]) -> str:
            return NONE if found[0] is None else row.tells(found[0])

        return screens.AskLine(row.label, name, read, say, row.hint)

    def _take(self, row: Stated, found: tuple[Any] | None) -> None:
        if found is not None:
            self._keep(row, found[0])

    @work
    async def _keep(self, row: Stated, value: object) -> None:
        words = f"{row.label.lower()}: {'taken back' if value is None else 'kept'}"
        values = kept(row, value, self.desk.repository.settings())
        if await self.desk.set_all(values, words=words, complain=self._complain):
            self._show()

    def _complain(self, sentence: str) -> None:
        self.why.update(complaint(sentence))

    def _show(self) -> None:
        settings = self.desk.repository.settings()
        self.list.rows = tuple(
            ListRow(row.setting, (row.label, Content.styled(row.say_shortly(settings), "$next")))
            for row in self._rows
        )
