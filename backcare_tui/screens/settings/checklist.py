"""A list of things that may hold for a person, kept in a setting."""

from backcare_tui.guidance.stated import Stated, kept
from backcare_tui.screens.frame.desk import Desk, Keeping
from backcare_tui.screens.frame.marks import MarksDialog


class Checklist(MarksDialog):
    """Keeps the ids of what is marked; that there is none of it is kept too."""

    def __init__(self, desk: Desk, row: Stated) -> None:
        """Ask for the things of a list that a person may state."""
        held: frozenset[str] = getattr(desk.repository.settings(), row.setting) or frozenset()
        asked = frozenset(id_ for id_, _ in row.choices())
        super().__init__(desk, row.question, row.why, {"": row.choices()}, held & asked)
        self._row = row
        self._others = held - asked
        """What a later version knows stays beside it."""

    def keep(self, marked: frozenset[str]) -> Keeping:
        """Keep what is marked, and nothing else of what was asked."""
        words = f"{self._row.label.lower()}: {say_marked(marked)}"
        values = kept(self._row, marked | self._others, self.desk.repository.settings())
        return self.desk.set_all(values, words=words, complain=self.complain)


def say_marked(marked: frozenset[str]) -> str:
    """How many, for a notice: `2 stated`, `none`."""
    return f"{len(marked)} stated" if marked else "none"
