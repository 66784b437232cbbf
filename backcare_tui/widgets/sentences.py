"""Sentences below one another: those that fit whole, and a word where there are more."""

from typing import Unpack

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from backcare_tui.text import clean
from backcare_tui.widgets.options import Named


class Sentences(Widget):
    """As many of its lines as there is room for; none is cut."""

    DEFAULT_CSS = "Sentences { height: 1fr; }"

    lines: reactive[tuple[str, ...]] = reactive[tuple[str, ...]](())
    """What is said, the foremost first."""

    def __init__(self, more: str, **named: Unpack[Named]) -> None:
        """Say `more` in the place of what does not fit."""
        super().__init__(**named)
        self._more = more

    def render(self) -> Content:
        """The lines that fit."""
        width, height = self.size
        wrapped = [Content(clean(line)).wrap(width) for line in self.lines] if width else []
        if sum(map(len, wrapped)) <= height:
            return Content("\n").join(line for lines in wrapped for line in lines)
        shown: list[Content] = []
        for lines in wrapped:
            if len(shown) + len(lines) >= height:
                break
            shown += lines
        return Content("\n").join([*shown, Content.styled(self._more, "$quiet")])
