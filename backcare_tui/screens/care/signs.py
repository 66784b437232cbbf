"""A look for signs of inflammation, while massage is put off."""

from textual.content import Content

from backcare_tui.diary.records.check import Signs
from backcare_tui.guidance.advice.table import rules
from backcare_tui.library.taxonomy import words
from backcare_tui.screens.frame.desk import Desk, Keeping
from backcare_tui.screens.frame.marks import MarksDialog
from backcare_tui.wording.entries import say_entry

WHY = (
    "Mark what you see or feel where you were treated. After three days in a row without a sign, "
    "the next massage can be planned."
)
RESUME = "massage-resume"
"""The rule that counts the days without a sign."""


class SignsOfInflammation(MarksDialog):
    """What is marked is one look, and saved as one."""

    CSS_PATH = [*MarksDialog.CSS_PATH, "signs.tcss"]

    def __init__(self, desk: Desk) -> None:
        """Nothing is marked yet."""
        asked = tuple((word.id, word.name) for word in words("inflammation_signs"))
        super().__init__(desk, "Signs of inflammation", WHY, {"": asked}, frozenset())

    def on_mount(self) -> None:
        """Say where the three days are from."""
        self.note.display = True
        self.note.update(Content(f"Source: {rules()[RESUME].source}"))

    def keep(self, marked: frozenset[str]) -> Keeping:
        """Save one look; that there is no sign is one too."""
        found = tuple(word.id for word in words("inflammation_signs") if word.id in marked)
        look = Signs(at=self.desk.clock.now(), inflammation=found)
        return self.desk.add(look, words=" ".join(say_entry(look)), complain=self.complain)
