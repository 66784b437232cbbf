"""One of a few words in one line, each with a key of its own."""

from typing import Generic, Literal, TypeVar, Unpack

import msgspec
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive

from backcare_tui.widgets.chips.flow import FlowPiece, flow
from backcare_tui.widgets.fields.field import Field
from backcare_tui.widgets.label import LABEL_WIDTH, draw_label
from backcare_tui.widgets.options import Named

T = TypeVar("T")


class Pick(msgspec.Struct, Generic[T], frozen=True):
    """One of the words."""

    key: str
    """The letter of it that chooses it."""
    value: T
    """What is kept."""
    words: str
    """What is read; the key is a letter of it."""


class PickField(Field, Generic[T], can_focus=True):
    """At most one of a few words, chosen by its letter, by arrow or by mouse."""

    HELP = "Type the letter that is marked, or use the arrow keys; the same letter, or `backspace`, lets go."

    BINDINGS = [
        Binding("left", "step(-1)", "Left", show=False),
        Binding("right", "step(1)", "Right", show=False),
        Binding("backspace,delete", "clear", "No answer", show=False),
    ]

    DEFAULT_CSS = "PickField { text-wrap: nowrap; }"

    picked: reactive[T | None] = reactive[T | None](None)
    """What is kept of the chosen word, or `None`."""

    def __init__(self, label: str, options: tuple[Pick[T], ...], **named: Unpack[Named]) -> None:
        super().__init__(label, **named)
        self.options = options

    @property
    def value(self) -> T | None:
        """What is kept of the chosen word, or `None`."""
        return self.picked

    def on_key(self, event: events.Key) -> None:
        """A word by its letter."""
        for option in self.options:
            if event.character == option.key:
                event.stop()
                self.pick(option.value)

    def pick(self, value: T) -> None:
        """This word, or none if it was this one."""
        self._choose(None if value == self.picked else value)

    def action_step(self, step: Literal[-1, 1]) -> None:
        """To the word before or after; from none to the first or the last."""
        values = [option.value for option in self.options]
        if self.picked in values:
            at = values.index(self.picked) + step
            self._choose(values[min(max(at, 0), len(values) - 1)])
        else:
            self._choose(values[0 if step > 0 else -1])

    def action_clear(self) -> None:
        """None of them."""
        self._choose(None)

    def on_click(self, event: events.Click) -> None:
        """A click on a word chooses it; on the chosen one, it lets go, but a double click is meant once."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        x, y = offset.x - LABEL_WIDTH, offset.y
        for option, piece in zip(self.options, self._placed(self.content_size.width), strict=True):
            is_under = piece.y == y and piece.x <= x < piece.x + piece.width
            if is_under and (event.chain == 1 or option.value != self.picked):
                self.pick(option.value)

    def _choose(self, value: T | None) -> None:
        if value != self.picked:
            self.picked = value
            self.post_message(self.Changed(self, value))

    def _placed(self, width: int) -> tuple[FlowPiece, ...]:
        pieces = (
            FlowPiece(
                "chip", option.key, f"{'●' if option.value == self.picked else '○'} {option.words}"
            )
            for option in self.options
        )
        return flow(pieces, max(width - LABEL_WIDTH, 1))

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """As many lines as the words take."""
        return self._placed(width)[-1].y + 1

    def render(self) -> Content:
        """All words, the chosen one marked, the letter of each underlined."""
        placed = self._placed(self.content_size.width)
        lines = [draw_label(self.label, here=self.has_focus)]
        for piece in placed:
            if piece.y == len(lines):
                lines.append(Content(" " * LABEL_WIDTH))
            line = lines[-1].pad_right(piece.x + LABEL_WIDTH - lines[-1].cell_length)
            lines[-1] = line + self._draw(piece)
        return Content("\n").join(lines)

    def _draw(self, piece: FlowPiece) -> Content:
        is_chosen = piece.text.startswith("●")
        drawn = Content(piece.text).stylize("bold" if is_chosen else "")
        drawn = drawn.stylize("$primary" if is_chosen else "$quiet", 0, 1)
        letter = piece.text.find(piece.key)
        if not self.has_focus or letter < 0:
            return drawn
        return drawn.stylize("$next underline", letter, letter + 1)
