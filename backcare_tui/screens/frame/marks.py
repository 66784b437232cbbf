"""A list to mark in a dialog: it is kept by an answer, and left open by anything else."""

from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from backcare_tui.commands.command import bindings
from backcare_tui.commands.guidance import ON_LIST
from backcare_tui.commands.hints import hint
from backcare_tui.screens.frame.desk import Desk, Keeping
from backcare_tui.screens.frame.dialog import Dialog
from backcare_tui.text import clean
from backcare_tui.widgets.marks import Marks, Sections
from backcare_tui.widgets.steady_text import SteadyText

KEYS = "enter marks · end: none, done · esc closes"
LEFT_OPEN = "left open: nothing was recorded"


class MarksDialog(Dialog[None]):
    """What was marked is kept once it is answered, so that a list nobody touched is no answer."""

    CSS_PATH = [Path(__file__).with_name("dialogs.tcss"), Path(__file__).with_name("marks.tcss")]
    AUTO_FOCUS = "Marks"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-normal")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high"), (34, "-tall")]
    BINDINGS = bindings(*ON_LIST)

    def __init__(
        self, desk: Desk, title: str, why: str, asked: Sections, marked: frozenset[str]
    ) -> None:
        """Ask.

        Args:
            desk: Where it is kept.
            title: The question.
            why: Why it is asked.
            asked: The lines, under their headings.
            marked: The ids of those that hold already.
        """
        super().__init__()
        self.desk = desk
        self._title, self._why = title, why
        self.list = Marks(asked, marked, id="list")

    def compose(self) -> ComposeResult:
        """Why it is asked, and the list."""
        with Vertical(classes="tile dialog") as dialog:
            dialog.border_title = Content(self._title)
            dialog.border_subtitle = hint(KEYS)
            yield SteadyText([Content(self._why)], id="why")
            yield self.list
            self.note = Static(id="note", markup=False)
            yield self.note

    def keep(self, marked: frozenset[str]) -> Keeping:
        """Keep an answer, empty for none of these; whether it is on the disk."""
        raise NotImplementedError

    def action_mark(self) -> None:
        """Mark the line under the cursor, or take its mark away."""
        self.list.action_choose()

    def action_done(self) -> None:
        """Answer with what is marked."""
        self.list.finish()

    def action_leave(self) -> None:
        """Close; nothing is answered, and that is said."""
        self.desk.say(LEFT_OPEN)
        self.dismiss(None)

    @work
    async def on_marks_answered(self, event: Marks.Answered) -> None:
        """Keep it, and close."""
        if await self.keep(event.marked):
            self.dismiss(None)

    def on_marks_unanswered(self, event: Marks.Unanswered) -> None:
        """Say what is missing."""
        self.complain(event.sentence)

    def on_marks_changed(self) -> None:
        """What was missing is no longer said."""
        self.say_why(self._why)

    def complain(self, sentence: str) -> None:
        """Say what is wrong, where one looks."""
        self.say_why(f"! {clean(sentence)}", "$text-error")

    def say_why(self, words: str, style: str = "") -> None:
        """Say why it is asked, or what is wrong with the answer; the list stays where it is."""
        self.query_exactly_one("#why", Static).update(Content.styled(words, style))
