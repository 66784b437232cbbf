"""The two lines over every place: the day and the last notice, and the six places."""

from dataclasses import dataclass
from typing import Unpack

import msgspec
from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from backcare_tui.text import clean
from backcare_tui.widgets.clickable import clickable
from backcare_tui.widgets.marked import complaint
from backcare_tui.widgets.options import Named

AROUND_A_NAME = 4
"""Cells of the number of a place, and of the gaps."""
WAYS = ((True, 1), (False, 2), (False, 1))
"""Whether words say what the signs at the right do, and cells at both sides of each to be hit as well: the first that fits."""


class Aside(msgspec.Struct, frozen=True):
    """What can be done from every place and is named in no footer: at the right of the places."""

    sign: str
    """Its key, or what stands for it."""
    words: str
    action: str
    """As Textual writes it: `app.quit`."""


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
    hint: reactive[Content] = reactive(Content())
    """What can be done about the notice, a button; it stays whole where the notice is cut."""
    trouble: reactive[bool] = reactive(default=False)
    """Whether the notice is of something that went wrong; it is marked with `!` besides color."""
    aside: reactive[str] = reactive("")
    """What holds all the time, such as `demo` or `read-only`."""

    def __init__(
        self,
        here: str,
        places: dict[str, str],
        asides: tuple[Aside, ...] = (),
        **named: Unpack[Named],
    ) -> None:
        """Show these places, `here` as the one that is open."""
        super().__init__(**named)
        self._asides = asides
        self._here = here
        self._places = places

    def render(self) -> Content:
        """Both lines."""
        return Content("\n").join([self._first_line(), self._second_line()])

    def _first_line(self) -> Content:
        name = Content.styled(" backcare", "bold $here")
        if self._asides and not self._around():  # the first of them leads to the others
            name = clickable(self._asides[0].sign, self._asides[0].action) + name
        left = Content.assemble(name, (f" · {self.day}", ""))
        if self.aside:
            left = Content.assemble(left, (f" · {clean(self.aside)}", "$next"))
        room = self.size.width - left.cell_length - 3
        words = Content(clean(self.notice))
        if self.trouble:
            words = complaint(words.plain, is_bold=True)
        hint = Content(" · ") + self.hint if self.hint else self.hint
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
        places = sum(len(name) + AROUND_A_NAME for name in self._places.values())
        for has_words, beside in WAYS:
            drawn = (_draw(each, beside, has_words=has_words) for each in self._asides)
            said = Content("").join(drawn)
            if places + said.cell_length <= self.size.width:
                return said
        return Content("")

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


def _draw(aside: Aside, beside: int, *, has_words: bool) -> Content:
    """Its sign, with its words or without, and so many cells at both sides."""
    gap = " " * beside
    words = f" {aside.words}" if has_words else ""
    drawn = clickable(f"{gap}{aside.sign}{words}{gap}", aside.action)
    return drawn.stylize("$next", beside, beside + len(aside.sign))
