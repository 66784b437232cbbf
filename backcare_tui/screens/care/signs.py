"""A look for signs of inflammation, while massage is put off."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from backcare_tui.commands.command import bindings
from backcare_tui.commands.dialogs import NO_SIGNS_SEEN, SAVE_SIGNS, closed_by
from backcare_tui.commands.guidance import MARK_SIGN
from backcare_tui.diary.records.check import Signs
from backcare_tui.guidance.advice.table import rules
from backcare_tui.library.taxonomy import words
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.text import clean
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.rows import Rows
from backcare_tui.wording.entries import say_entry

WHY = (
    "Mark what you see or feel where you were treated. After three days in a row without a sign, "
    "the next massage can be planned."
)
NOTHING = "Mark what you notice, or press n for no signs."
RESUME = "massage-resume"
"""The rule that counts the days without a sign."""


class SignsOfInflammation(ModalScreen[None]):
    """What is marked is one look, and saved as one."""

    CSS_PATH = ["../frame/dialogs.tcss", "signs.tcss"]
    AUTO_FOCUS = "Rows"
    BINDINGS = bindings(MARK_SIGN, NO_SIGNS_SEEN, SAVE_SIGNS, closed_by("q"))

    def __init__(self, desk: Desk) -> None:
        """Nothing is marked yet."""
        super().__init__()
        self.desk = desk
        self._marked: frozenset[str] = frozenset()

    def compose(self) -> ComposeResult:
        """Why it is asked, and the list."""
        with Vertical(classes="tile dialog") as dialog:
            dialog.border_title = "Signs of inflammation"
            dialog.border_subtitle = "space mark · enter save · n none · esc close"
            yield Static(Content(WHY), id="why")
            self.list = Rows(columns=(ListColumn(3), ListColumn()), id="signs")
            yield self.list
            yield Static(Content(f"Source: {rules()[RESUME].source}"), id="source")
            self.trouble = Static(id="trouble", markup=False)
            yield self.trouble

    def on_mount(self) -> None:
        """Show the list."""
        self._show()

    def on_rows_chosen(self, _event: Rows.Chosen) -> None:
        """A second click marks too."""
        self.action_mark()

    def action_mark(self) -> None:
        """Mark the one under the cursor, or take its mark away."""
        if self.list.row:
            self._marked ^= {self.list.row.key}
            self._complain("")
            self._show()

    def action_none(self) -> None:
        """No signs, which is an answer too."""
        self._keep(frozenset())

    def action_save(self) -> None:
        """Save what is marked; that nothing was looked at must not be taken for no signs."""
        if self._marked:
            self._keep(self._marked)
        else:
            self._complain(NOTHING)

    def _keep(self, marked: frozenset[str]) -> None:
        found = tuple(word.id for word in words("inflammation_signs") if word.id in marked)
        look = Signs(at=self.desk.clock.now(), inflammation=found)
        if self.desk.add(look, words=" ".join(say_entry(look)), complain=self._complain):
            self.dismiss(None)

    def _complain(self, sentence: str) -> None:
        self.trouble.display = bool(sentence)
        self.trouble.update(Content.styled(f"! {clean(sentence)}", "$text-error"))

    def _show(self) -> None:
        self.list.rows = tuple(
            _row(word.id, word.name, is_marked=word.id in self._marked)
            for word in words("inflammation_signs")
        )


def _row(id_: str, name: str, *, is_marked: bool) -> ListRow:
    """A box, and the name."""
    box = Content.styled("[x]", "bold $here") if is_marked else Content.styled("[ ]", "$quiet")
    return ListRow(id_, (box, Content.styled(name, "bold" if is_marked else "")))
