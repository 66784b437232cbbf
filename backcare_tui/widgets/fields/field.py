"""What all fields of a form have in common: the label, the mark of the focus, two messages."""

from dataclasses import dataclass
from typing import Self, Unpack

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from backcare_tui.widgets.label import draw_label
from backcare_tui.widgets.options import Named


class Field(Widget):
    """A label, and after it something to fill in.

    The label is drawn by the field itself; only what is typed into is a widget of its own.
    """

    DEFAULT_CSS = """
    Field {
        height: auto; min-height: 1; layout: horizontal;
        link-color: $next; link-style: bold; link-background: $background 0%;
        link-color-hover: $here; link-style-hover: bold; link-background-hover: $background 0%;
        & > Input, & > TextArea { margin-left: 16; background: $panel; background-tint: $panel 0%; text-style: $field-style; }
        & > TextArea { height: auto; min-height: 3; max-height: 8; padding: 0; }
        & > TextArea .text-area--cursor-line { background: $panel; }
    }
    """

    @dataclass
    class Changed(Message):
        """What the field holds became another."""

        field: "Field"
        """The field."""
        value: object
        """What it holds now; `None` for nothing and for what cannot be read."""

        @property
        def control(self) -> "Field":
            """The field."""
            return self.field

    @dataclass
    class Entered(Message):
        """`enter` was pressed in the field."""

        field: "Field"
        """The field."""

        @property
        def control(self) -> "Field":
            """The field."""
            return self.field

    def __init__(
        self,
        label: str,
        **named: Unpack[Named],
    ) -> None:
        super().__init__(**named)
        self.label = label

    @property
    def value(self) -> object:
        """What the field holds, `None` for nothing."""
        return None

    @property
    def is_valid(self) -> bool:
        """Whether what was typed could be read."""
        return True

    def draw_body(self) -> Content:
        """What stands after the label."""
        return Content("")

    def render(self) -> Content:
        """The label, marked while the focus is here, and what stands after it."""
        here = self.has_pseudo_class("focus-within")
        return draw_label(self.label, here=here) + self.draw_body()

    def focus(self, scroll_visible: bool = True) -> Self:  # noqa: FBT001, FBT002 - Textual's way
        """Goes to what is typed into, once it is there."""
        if self.can_focus:
            return super().focus(scroll_visible)
        if self.children:
            self._focus_child()
        else:
            self.call_after_refresh(self._focus_child)
        return self

    def _focus_child(self) -> None:
        for child in self.children:
            child.focus()

    def on_descendant_focus(self) -> None:
        """Marks the label."""
        self.refresh()

    def on_descendant_blur(self) -> None:
        """Takes the mark off the label."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click on the label goes into the field."""
        event.stop()
        self._focus_child()
