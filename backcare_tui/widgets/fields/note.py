"""A note of any length, in lines that grow with it."""

from typing import Any, Unpack

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.dom import DOMNode
from textual.widgets import TextArea

from backcare_tui.text import clean
from backcare_tui.widgets.fields.field import Field
from backcare_tui.widgets.options import Named


class AreaInput(TextArea):
    """Several lines to type into; what is pasted is made harmless."""

    DEFAULT_CSS = "AreaInput .text-area--placeholder { color: $quiet; }"

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Enter begins another line, so no key is named that would have it save."""
        return key == "enter" or super().check_consume_key(key, character)

    def on_mount(self) -> None:
        """Follow the theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self._app_theme_changed())

    def on_unmount(self) -> None:
        """No longer follow it: the signal would hold what it tells."""
        self.app.theme_changed_signal.unsubscribe(self)

    def watch(self, obj: DOMNode, *given: Any, **named: Any) -> None:
        """Leave the app out: it would hold each area that was ever shown until the theme changes."""
        if obj is not self.app:
            super().watch(obj, *given, **named)

    def on_paste(self, event: events.Paste) -> None:
        """Before Textual takes it in."""
        event.text = clean(event.text, lines=True)


class NoteField(Field):
    """A note of any length; three lines that grow to eight, then scroll."""

    def __init__(
        self,
        label: str,
        *,
        text: str = "",
        placeholder: str = "",
        **named: Unpack[Named],
    ) -> None:
        super().__init__(label, **named)
        self.area = AreaInput(
            clean(text, lines=True),
            placeholder=Content(placeholder),
            compact=True,
            highlight_cursor_line=False,
        )
        self.area.cursor_blink = False

    def compose(self) -> ComposeResult:
        """The one widget that is typed into."""
        yield self.area

    @property
    def text(self) -> str:
        """The note as it was typed."""
        return self.area.text

    @text.setter
    def text(self, text: str) -> None:
        self.area.text = clean(text, lines=True)
        self.area.move_cursor(self.area.document.end)

    @property
    def value(self) -> str | None:
        """The note, `None` for nothing."""
        return self.text.strip() or None

    def on_mount(self) -> None:
        """Writing goes on at the end."""
        self.area.move_cursor(self.area.document.end)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tells what the field holds now."""
        event.stop()
        self.post_message(self.Changed(self, self.value))
