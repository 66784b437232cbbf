"""One question with a few answers, each with a key of its own."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click, Key
from textual.widgets import Static

from backcare_tui.commands.command import bindings
from backcare_tui.commands.dialogs import CLOSE
from backcare_tui.commands.hints import hint
from backcare_tui.screens.frame.dialog import Dialog
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.rows import Rows


class ChoiceAnswer(msgspec.Struct, frozen=True):
    """One answer."""

    key: str
    """The key of Textual that gives it; `enter` for the one under the cursor."""
    value: str
    """What is given; the empty text leaves the question open."""
    words: str


LEAVE = ChoiceAnswer("l", "", "Leave it open")
"""Closes without an answer."""


class Answers(Rows):
    """A list that one click is enough for: nothing is shown beside it that could be looked at."""

    def on_click(self, event: Click) -> None:
        """Take the answer under the pointer."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        event.prevent_default()
        event.stop()
        # Of a double click the second may come before the dialog is gone.
        is_first = event.chain == 1
        if is_first and 0 <= (at := self.row_at(offset.y)) < len(self.rows):
            self.cursor = at
            self.action_choose()


class ChoiceDialog(Dialog[str | None]):
    """Gives the value of an answer, None when closed.

    The first answer, under the cursor, is one that records nothing, so that `enter` alone never
    answers.
    """

    CSS_PATH = Path(__file__).with_name("choice.tcss")  # also for those that stand elsewhere
    AUTO_FOCUS = "Rows"
    BINDINGS = bindings(CLOSE)

    def __init__(
        self,
        title: str,
        words: Content,
        safe: ChoiceAnswer,
        answers: Sequence[ChoiceAnswer],
        hint: str = "esc closes",
    ) -> None:
        """Ask.

        Args:
            title: The question, or what it is about.
            words: What to know; nothing is left out.
            safe: The answer that records nothing; `LEAVE` where none of the others is.
            answers: The others.
            hint: What the frame says of the keys.
        """
        super().__init__()
        self._title, self._words, self._hint = title, words, hint
        self._answers = (safe, *answers)

    def compose(self) -> ComposeResult:
        """What to know, then a line for each answer."""
        with Vertical(classes="tile dialog") as dialog:
            dialog.border_title = Content(self._title)
            dialog.border_subtitle = hint(self._hint)
            words = Static(self._words, id="words", markup=False)
            words.display = bool(self._words.plain)
            yield words
            self.list = Answers(columns=(ListColumn(5), ListColumn()), id="answers")
            self.list.rows = tuple(
                ListRow(str(place), (Content.styled(answer.key, "$next"), answer.words))
                for place, answer in enumerate(self._answers)
            )
            self.list.styles.height = len(self._answers)
            yield self.list

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """By enter or by a click."""
        event.stop()
        self.take(self._answers[int(event.row.key)].value)

    def on_key(self, event: Key) -> None:
        """By its own key."""
        for answer in self._answers:
            if answer.key in {event.key, event.character}:
                event.stop()
                self.take(answer.value)
                return

    def take(self, value: str) -> None:
        """An answer was given; the empty one leaves the question open."""
        self.dismiss(value or None)
