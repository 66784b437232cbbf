"""Answers with a digit before each: to see all at once, and to click on."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Unpack

import msgspec
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from backcare_tui.text import clean
from backcare_tui.widgets.options import Named

TEN = 10
"""Its key is `-`, as on the scale of pain."""


class NumberedLine(msgspec.Struct, frozen=True):
    """One answer, or where it has no number the words over those below."""

    words: str
    number: int | None = None
    is_many: bool = False
    """Whether others may hold beside it."""


class Numbered(Widget):
    """A line an answer; the digits are keys of the screen, so that no line needs a cursor."""

    DEFAULT_CSS = "Numbered { height: auto; }"

    @dataclass
    class Picked(Message):
        """An answer was clicked."""

        numbered: "Numbered"
        """The lines."""
        number: int

        @property
        def control(self) -> "Numbered":
            """The lines."""
            return self.numbered

    answers: reactive[tuple[NumberedLine, ...]] = reactive[tuple[NumberedLine, ...]](
        (), layout=True
    )
    """What can be answered."""
    chosen: reactive[Collection[int]] = reactive[Collection[int]](frozenset())
    """The numbers that hold."""

    def __init__(self, **named: Unpack[Named]) -> None:
        super().__init__(**named)

    def get_content_height(self, _container: Size, _viewport: Size, _width: int) -> int:
        """A line each, and one before a heading that is not the first."""
        return len(self._lines())

    def render(self) -> Content:
        """All of them."""
        return Content("\n").join(content for content, _ in self._lines())

    def on_click(self, event: events.Click) -> None:
        """The answer under the pointer; by the second of a double click another question may stand there."""
        offset = event.get_content_offset(self)
        lines = self._lines()
        if offset is None or offset.y >= len(lines):
            return
        event.stop()
        if (number := lines[offset.y][1]) is not None and event.chain == 1:
            self.post_message(self.Picked(self, number))

    def _lines(self) -> list[tuple[Content, int | None]]:
        lines: list[tuple[Content, int | None]] = []
        for answer in self.answers:
            if answer.number is not None:
                lines.append((self._draw(answer, answer.number), answer.number))
                continue
            if lines:
                lines.append((Content(""), None))
            lines.append((Content.styled(clean(answer.words), "$quiet"), None))
        return lines

    def _draw(self, answer: NumberedLine, number: int) -> Content:
        is_chosen = number in self.chosen
        on, off = ("[x]", "[ ]") if answer.is_many else (" ● ", " ○ ")
        key = "-" if number == TEN else str(number)
        return Content.assemble(
            (f" {key} ", "bold $next"),
            (f" {on if is_chosen else off} ", "bold $here" if is_chosen else "$quiet"),
            (clean(answer.words), "bold" if is_chosen else ""),
        )
