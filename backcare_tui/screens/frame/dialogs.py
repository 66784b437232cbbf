"""Small dialogs: one line of text, read and checked before it is taken."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from backcare_tui.commands.command import bindings
from backcare_tui.commands.dialogs import CLOSE
from backcare_tui.commands.hints import hint
from backcare_tui.library.areas import find_area
from backcare_tui.library.taxonomy_data import Area
from backcare_tui.screens.frame.dialog import Dialog
from backcare_tui.text import clean
from backcare_tui.widgets.body.body_map import BodyMap
from backcare_tui.widgets.fields.field import Field
from backcare_tui.widgets.fields.inputs import ParsedField

T = TypeVar("T")
HINT_OF_AREAS = "lower back left, neck, right hip"


class AskLine(Dialog[T | None], Generic[T]):
    """Asks for one line; gives what it means, or None when closed."""

    CSS_PATH = "dialogs.tcss"
    AUTO_FOCUS = "Input"
    BINDINGS = bindings(CLOSE)

    def __init__(  # noqa: PLR0913, PLR0917 - what is asked, how it is read, and what it is about
        self,
        title: str,
        label: str,
        read: Callable[[str], T],
        say: Callable[[T], str],
        hint: str,
        about: str = "",
    ) -> None:
        """Ask under a title.

        Args:
            title: What is asked for.
            label: The field's name.
            read: Gives the meaning of the line; raises ValueError with a sentence.
            say: How the meaning is echoed.
            hint: An example of what can be typed.
            about: What is to be known first, a paragraph a line; nothing in most cases.
        """
        super().__init__()
        self._title, self._about = title, about
        self.line = ParsedField(label, read, say, hint=hint)

    def compose(self) -> ComposeResult:
        """A tile with the field."""
        with Vertical(classes="tile dialog") as dialog:
            dialog.border_title = self._title
            dialog.border_subtitle = hint("enter takes it · esc closes")
            if self._about:
                paragraphs = map(clean, self._about.splitlines())
                yield Static(Content("\n\n".join(paragraphs)), classes="about")
            yield self.line

    def on_field_entered(self, event: Field.Entered) -> None:
        """Take what was typed, if it can be read."""
        if event.field.is_valid and self.line.value is not None:
            self.dismiss(self.line.value)


def ask_area(app: App[Any], question: str, body: BodyMap) -> None:
    """Ask for a place by its name, and choose it on the body map."""

    def choose(area: Area | None) -> None:
        if area is not None:
            body.name_area(area.id)

    dialog = AskLine(question, "Place", find_area, lambda area: area.name, HINT_OF_AREAS)
    app.push_screen(dialog, choose)
