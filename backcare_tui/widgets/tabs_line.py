"""A few names in one line, of which one holds: to see at once, and to click on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Unpack

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from backcare_tui.widgets.options import Named

BESIDE = 3
"""Cells between two names."""


class OneOf(Widget):
    """Names side by side; the one that holds has a mark before it and a line beneath."""

    DEFAULT_CSS = "OneOf { height: 1; text-wrap: nowrap; }"

    @dataclass
    class Asked(Message):
        """A name was clicked."""

        names: "OneOf"
        """The line of names."""
        id: str
        """What it stands for."""

        @property
        def control(self) -> "OneOf":
            """The line of names."""
            return self.names

    chosen: reactive[str] = reactive("")
    """The id of the one that holds."""

    def __init__(self, names: Mapping[str, str], chosen: str, **named: Unpack[Named]) -> None:
        """Names by their ids."""
        super().__init__(**named)
        self._names = dict(names)
        self.set_reactive(OneOf.chosen, chosen)

    def render(self) -> Content:
        """All names."""
        return Content("").join(
            Content.assemble(("▸" if is_it else " ", "$here"), (name, LOOKS[is_it]))
            + " " * (BESIDE - 1)
            for id_, name in self._names.items()
            for is_it in (id_ == self.chosen,)
        )

    def on_click(self, event: events.Click) -> None:
        """Ask for the name under the pointer."""
        offset = event.get_content_offset(self)
        end = 0
        for id_, name in self._names.items():
            end += len(name) + BESIDE
            if offset and offset.x < end:
                event.stop()
                self.post_message(self.Asked(self, id_))
                return


LOOKS = {True: "bold underline $here", False: "$quiet"}
