"""What a person has that leaves out an exercise or changes it."""

from collections.abc import Sequence

from textual.content import Content

from backcare_tui.diary.settings import SettingName
from backcare_tui.library.taxonomy import words
from backcare_tui.screens.frame.desk import Desk, Keeping
from backcare_tui.screens.frame.marks import MarksDialog
from backcare_tui.screens.settings.checklist import say_marked
from backcare_tui.text import sentence_case
from backcare_tui.widgets.rows import Rows

WHY = (
    "With some of these an exercise is left out, or done otherwise. Mark what you have, so that you "
    "are shown what suits you better. It stays on this computer."
)


class Conditions(MarksDialog):
    """Asks about some conditions, or shows all of them to change."""

    def __init__(self, desk: Desk, ids: Sequence[str] = ()) -> None:
        """Ask about those of these ids; about all where none are given."""
        self._words = {each.id: each for each in words("conditions") if not ids or each.id in ids}
        self._ids = frozenset(self._words)
        held = desk.repository.settings().conditions
        asked = tuple((id_, word.name) for id_, word in self._words.items())
        super().__init__(desk, "Do you have any of these?", WHY, {"": asked}, held & self._ids)

    def on_mount(self) -> None:
        """Leave room for what the condition under the cursor means."""
        self.note.display = True

    def on_rows_highlighted(self, event: Rows.Highlighted) -> None:
        """Say what the condition under the cursor means for exercise."""
        word = self._words.get(event.row.key)
        self.note.update(Content(sentence_case(word.note) if word else ""))

    def keep(self, marked: frozenset[str]) -> Keeping:
        """Keep what is marked, and that all of these were asked; of others nothing is said."""
        settings = self.desk.repository.settings()
        values: dict[SettingName, frozenset[str]] = {
            "conditions": settings.conditions - self._ids | marked,
            "conditions_asked": settings.conditions_asked | self._ids,
        }
        words = f"conditions: {say_marked(marked)}"
        return self.desk.set_all(values, words=words, complain=self.complain)
