"""A line beneath the rows of a form that opens the others, and leads to where they are chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Unpack

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from backcare_tui.text import clean
from backcare_tui.widgets.label import LABEL_WIDTH, draw_label
from backcare_tui.widgets.options import Named

GAP = "   "
CHOOSE = "choose fields"
MOST_USED = "back to those used most"


class MoreLine(Widget, can_focus=True):
    """Two words to press: more or fewer rows, and which there are."""

    HELP = (
        "`enter` opens the rows that you seldom use; right, then `enter`, chooses which there are."
    )

    BINDINGS = [
        Binding("left", "move(0)", "Left", show=False),
        Binding("right", "move(1)", "Right", show=False),
        Binding("enter,space", "press", "Press", show=False),
    ]

    DEFAULT_CSS = "MoreLine { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }"

    @dataclass
    class Pressed(Message):
        """One of the words was pressed."""

        line: "MoreLine"
        what: Literal["more", "fields"]

        @property
        def control(self) -> "MoreLine":
            """The line."""
            return self.line

    hidden: reactive[tuple[str, ...]] = reactive[tuple[str, ...]](())
    """The labels of the rows that are away."""
    is_open: reactive[bool] = reactive(default=False)
    """Whether all rows are shown."""
    at: reactive[int] = reactive(0)
    """Which word is under the cursor."""

    def __init__(self, key: str, **named: Unpack[Named]) -> None:
        """A line that names the key that does the same."""
        super().__init__(**named)
        self._key = key

    def action_move(self, at: int) -> None:
        """To this word."""
        self.at = at

    def action_press(self) -> None:
        """Tell that the word under the cursor was pressed."""
        self.post_message(self.Pressed(self, "fields" if self.at else "more"))

    def on_click(self, event: events.Click) -> None:
        """A click presses the word it is on; the first one is all that stands before the second."""
        offset = event.get_content_offset(self)
        if offset is not None:
            event.stop()
            second = LABEL_WIDTH + len(self._words()) + len(GAP)
            self.at = int(second <= offset.x < second + len(CHOOSE))
            self.action_press()

    def _words(self) -> str:
        if self.is_open:
            return MOST_USED
        room = self.content_size.width - LABEL_WIDTH - len(GAP) - len(CHOOSE)
        return named_within([clean(label) for label in self.hidden], room).lower()

    def render(self) -> Content:
        """Both words, that under the cursor marked."""
        words = (self._words(), CHOOSE)
        drawn = [
            Content.styled(
                each, "bold $background on $here" if self.has_focus and n == self.at else "$quiet"
            )
            for n, each in enumerate(words)
        ]
        name = f"{'Fewer' if self.is_open else 'More'} {self._key}"
        label = draw_label(name, here=self.has_focus).stylize("$next", 1, 1 + len(name))
        return label + Content(GAP).join(drawn)


def named_within(labels: Sequence[str], room: int) -> str:
    """As many labels as there is room for, and a sign of those that there is none for."""
    for count in range(len(labels), 0, -1):
        said = ", ".join((*labels[:count], *("…" for _ in labels[count : count + 1])))
        if len(said) <= room:
            return said
    return "…"
