"""What a person has that leaves out an exercise or changes it: a checklist, kept at once."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from backcare_tui.commands.command import bindings
from backcare_tui.commands.guidance import ON_LIST
from backcare_tui.library.taxonomy import words
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.text import sentence_case
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.rows import Rows

WHY = (
    "With some of these an exercise is left out, or done otherwise. Mark what you have, so that you "
    "are shown what suits you better. It stays on this computer."
)


class Conditions(ModalScreen[None]):
    """Asks about some conditions, or shows all of them to change."""

    CSS_PATH = ["../frame/dialogs.tcss", "conditions.tcss"]
    AUTO_FOCUS = "Rows"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-normal")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-high")]
    BINDINGS = bindings(*ON_LIST)

    def __init__(self, desk: Desk, ids: Sequence[str] = ()) -> None:
        """Ask about those of these ids; about all where none are given."""
        super().__init__()
        self.desk = desk
        known = words("conditions")
        self._asked = tuple(word for word in known if not ids or word.id in ids)

    def compose(self) -> ComposeResult:
        """Why it is asked, and the list."""
        with Vertical(classes="tile dialog") as dialog:
            dialog.border_title = "Do you have any of these?"
            dialog.border_subtitle = "space mark · n none · enter done"
            yield Static(WHY, id="why", markup=False)
            self.list = Rows(columns=(ListColumn(3), ListColumn()), id="conditions")
            self.note = Static(id="note", markup=False)
            yield from (self.list, self.note)

    def on_mount(self) -> None:
        """Show what holds."""
        self._show()

    def on_rows_highlighted(self, event: Rows.Highlighted) -> None:
        """Say what the condition under the cursor means for exercise."""
        notes = {word.id: word.note for word in self._asked}
        self.note.update(Content(sentence_case(notes[event.row.key])))

    def on_rows_chosen(self, _event: Rows.Chosen) -> None:
        """A second click marks too."""
        self.action_mark()

    def action_mark(self) -> None:
        """Mark the one under the cursor, or take its mark away."""
        if self.list.row:
            stated = self.desk.repository.settings().conditions
            self._keep(stated ^ {self.list.row.key})

    def action_none(self) -> None:
        """None of those that are asked about."""
        stated = self.desk.repository.settings().conditions
        if self._keep(stated - {word.id for word in self._asked}):
            self.action_done()

    def action_done(self) -> None:
        """Close; what was asked is not asked again."""
        asked = self.desk.repository.settings().conditions_asked
        asked = asked.union(word.id for word in self._asked)
        self.desk.set("conditions_asked", asked, complain=self._complain)
        self.dismiss(None)

    def _keep(self, conditions: frozenset[str]) -> bool:
        is_kept = self.desk.set("conditions", conditions, complain=self._complain)
        self._show()
        return is_kept

    def _complain(self, sentence: str) -> None:
        said = Content.styled(f"! {sentence}", "$text-error")
        self.query_exactly_one("#why", Static).update(said)
        self.desk.complain(sentence)

    def _show(self) -> None:
        stated = self.desk.repository.settings().conditions
        self.list.rows = tuple(_row(word.id, word.name, stated) for word in self._asked)


def _row(id_: str, name: str, stated: frozenset[str]) -> ListRow:
    """A box, and the name."""
    is_stated = id_ in stated
    box = Content.styled("[x]", "bold $here") if is_stated else Content.styled("[ ]", "$quiet")
    return ListRow(id_, (box, Content.styled(name, "bold" if is_stated else "")))
