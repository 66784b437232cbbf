"""The two lines over every place: the day and the last notice, and the six places."""

from dataclasses import dataclass
from typing import Unpack

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from backcare_tui.text import clean
from backcare_tui.widgets.clickable import clickable
from backcare_tui.widgets.options import Named

MENU = "app.command_palette"
AROUND = {"menu": MENU, "settings": "screen.settings", "quit": "app.quit"}
"""What can be done from every place and is named in no footer: its word, and its action."""
LEAST_GAP = 2
"""Cells between the places and those words; with less room a sign opens the menu, which has them all."""
AROUND_A_NAME = 4
"""Cells of the number of a place, and of the gaps."""


class Heading(Widget):
    """Drawn by one widget; a click on a name asks for that place."""

    DEFAULT_CSS = """
    Heading {
        dock: top; height: 2; background: $background; color: $quiet;
        link-color: $quiet; link-style: none; link-background: $background;
        link-color-hover: $here; link-style-hover: underline; link-background-hover: $background;
    }
    """

    @dataclass
    class PlaceAsked(Message):
        """A name was clicked."""

        mode: str
        """The place's id."""

    day: reactive[str] = reactive("")
    """Today, as people write it."""
    notice: reactive[str] = reactive("")
    """What was saved or undone last; it stays until the next."""
    hint: reactive[str] = reactive("")
    """What can be done about the notice; it stays whole where the notice is cut."""
    trouble: reactive[bool] = reactive(default=False)
    """Whether the notice is of something that went wrong; it is marked with `!` besides color."""
    aside: reactive[str] = reactive("")
    """What holds all the time, such as `demo` or `read-only`."""

    def __init__(self, here: str, places: dict[str, str], **named: Unpack[Named]) -> None:
        """Show these places, `here` as the one that is open."""
        super().__init__(**named)
        self._here = here
        self._places = places

    def render(self) -> Content:
        """Both lines."""
        return Content("\n").join([self._first_line(), self._second_line()])

    def _first_line(self) -> Content:
        name = Content.styled(" backcare", "bold $here")
        if not self._around():
            name = clickable("≡", MENU).stylize("bold $here") + name
        left = Content.assemble(name, (f" · {self.day}", ""))
        if self.aside:
            left = Content.assemble(left, (f" · {clean(self.aside)}", "$next"))
        room = self.size.width - left.cell_length - 3
        words = Content(clean(self.notice))
        if self.trouble:
            words = Content.styled(f"! {words.plain}", "bold $text-error")
        hint = Content(f" · {clean(self.hint)}" if self.hint else "")
        words = words.truncate(max(room - hint.cell_length, 0), ellipsis=True) + hint
        return left + words.pad_left(max(room - words.cell_length, 0) + 2)

    def _second_line(self) -> Content:
        parts = []
        for number, (mode, name) in enumerate(self._places.items(), start=1):
            key = Content.styled(f" {number} ", "$next" if mode != self._here else "bold $here")
            word = Content.styled(name, "bold underline $here" if mode == self._here else "")
            parts.append(key + word + " ")
        places, around = Content("").join(parts), self._around()
        return places + around.pad_left(self.size.width - places.cell_length - around.cell_length)

    def _around(self) -> Content:
        """What can be done from every place; nothing where there is no room for it."""
        said = Content("  ").join(clickable(word, action) for word, action in AROUND.items()) + " "
        places = sum(len(name) + AROUND_A_NAME for name in self._places.values())
        is_room = places + LEAST_GAP + said.cell_length <= self.size.width
        return said if is_room else Content("")

    def on_click(self, event: events.Click) -> None:
        """Find the name under the pointer."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y != 1:
            return
        end = 0
        for mode, name in self._places.items():
            end += len(name) + AROUND_A_NAME
            if offset.x < end:
                self.post_message(self.PlaceAsked(mode))
                return
