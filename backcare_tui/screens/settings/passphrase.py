"""Asks for a passphrase, which does not show: the one that holds, a new one twice, or both."""

from collections.abc import Callable
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from backcare_tui.commands.command import bindings
from backcare_tui.commands.dialogs import CLOSE
from backcare_tui.commands.hints import hint
from backcare_tui.diary.values import BadValue
from backcare_tui.screens.frame.dialog import Dialog
from backcare_tui.widgets.fields.field import Field
from backcare_tui.widgets.fields.inputs import InputField
from backcare_tui.widgets.marked import complaint

HELD, NEW, AGAIN = "Passphrase", "New one", "Once more"
NOT_THE_SAME = "The two are not the same."


class TypedPassphrase(NamedTuple):
    """What was typed; empty where it was not asked for."""

    held: str = ""
    new: str = ""


class AskPassphrase(Dialog[TypedPassphrase | None]):
    """Gives what was typed, or None to who closes it."""

    CSS_PATH = ["../frame/dialogs.tcss", "passphrase.tcss"]
    AUTO_FOCUS = "Input"
    BINDINGS = bindings(CLOSE)

    def __init__(
        self,
        title: str,
        about: str,
        say_strength: Callable[[str], str],
        *,
        held: bool = False,
        new: bool = False,
    ) -> None:
        """Ask.

        Args:
            title: What it is for.
            about: What is to be known first.
            say_strength: Says how strong a new one is; raises BadValue.
            held: Whether the one that holds is asked for.
            new: Whether a new one is asked for, twice.
        """
        super().__init__()
        self._title, self._about, self._say_strength = title, about, say_strength
        labels = (*((HELD,) if held else ()), *((NEW, AGAIN) if new else ()))
        # Where none holds yet, the new one is the passphrase.
        self._fields = {
            label: InputField(HELD if label == NEW and not held else label) for label in labels
        }
        for field in self._fields.values():
            field.input.password = True

    def compose(self) -> ComposeResult:
        """What to know, the lines, and what is said of what was typed."""
        with Vertical(classes="tile dialog") as dialog:
            dialog.border_title = self._title
            dialog.border_subtitle = hint("enter goes on · esc closes")
            yield Static(self._about, classes="about", markup=False)
            yield from self._fields.values()
            self.said = Static("", id="said", markup=False)
            yield self.said

    def on_field_changed(self, event: Field.Changed) -> None:
        """Say how strong a new one is."""
        event.stop()
        if event.field is self._fields.get(NEW):
            self.said.update(Content(self._strength(self._text(NEW))[1]))

    def on_field_entered(self, event: Field.Entered) -> None:
        """On to the next line; after the last, all of it is taken if it can be."""
        event.stop()
        fields = list(self._fields.values())
        after = fields[fields.index(event.field) + 1 :] if event.field in fields else []
        if after:
            after[0].input.focus()
        elif trouble := self._trouble():
            self.said.update(complaint(trouble))
        else:
            self.dismiss(TypedPassphrase(self._text(HELD), self._text(NEW)))

    def _trouble(self) -> str:
        if HELD in self._fields and not self._text(HELD):
            return "The passphrase is not typed yet."
        if NEW not in self._fields:
            return ""
        is_fit, said = self._strength(self._text(NEW))
        if not is_fit:
            return said
        return "" if self._text(NEW) == self._text(AGAIN) else NOT_THE_SAME

    def _strength(self, words: str) -> tuple[bool, str]:
        try:
            return True, self._say_strength(words)
        except BadValue as error:
            return False, str(error)

    def _text(self, label: str) -> str:
        return self._fields[label].text if label in self._fields else ""
