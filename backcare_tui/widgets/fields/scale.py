"""0 to 10 in one line."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Unpack

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from backcare_tui.text import clean
from backcare_tui.widgets.fields.field import Field
from backcare_tui.widgets.label import LABEL_WIDTH
from backcare_tui.widgets.options import Named

HIGHEST = 10
WIDE, TIGHT = 3, 2
"""Cells of one figure, with room and without."""
HINT = "0-9, - is 10"


class ScaleField(Field, can_focus=True):
    """A number from 0 to 10, chosen by its digit, by arrow or by mouse."""

    HELP = "Type **0** to **9**, **-** for 10, or use the arrow keys; `backspace` takes the number away."

    BINDINGS = [
        *(Binding(str(number), f"rate({number})", "Rate", show=False) for number in range(HIGHEST)),
        Binding("minus", f"rate({HIGHEST})", "10", show=False),
        Binding("left", "step(-1)", "Less", show=False),
        Binding("right", "step(1)", "More", show=False),
        Binding("backspace,delete", "clear", "No number", show=False),
    ]

    number: reactive[int | None] = reactive[int | None](None)
    """The number, 0 to 10, or `None`."""

    @dataclass
    class Typed(Message):
        """A digit was typed or clicked, which needs no `enter` after it: whoever listens may go on."""

        field: "ScaleField"
        """The field."""

        @property
        def control(self) -> "ScaleField":
            """The field."""
            return self.field

    def __init__(
        self,
        label: str,
        say: Callable[[int], str],
        *,
        ink: str = "$primary",
        hint: str = HINT,
        **named: Unpack[Named],
    ) -> None:
        """A field for a number.

        Args:
            label: The name before it.
            say: The word for a number.
            ink: The style of the chosen one; `{}` in it stands for the number.
            hint: What stands after the numbers while the focus is here.
            named: `id` and `classes`.
        """
        super().__init__(label, **named)
        self.say, self.ink, self.hint = say, ink, hint

    def validate_number(self, number: int | None) -> int | None:
        """Keep it within 0 to 10."""
        return None if number is None else min(max(number, 0), HIGHEST)

    @property
    def value(self) -> int | None:
        """The number, 0 to 10, or `None`."""
        return self.number

    def action_rate(self, number: int) -> None:
        """This one, by its digit."""
        self._choose(number)
        self.post_message(self.Typed(self))

    def action_step(self, step: Literal[-1, 1]) -> None:
        """One less or one more; from nothing to 0 or to 5, as on the large scale."""
        if self.number is None:
            self._choose(0 if step > 0 else 5)
        else:
            self._choose(min(max(self.number + step, 0), HIGHEST))

    def action_clear(self) -> None:
        """No number."""
        self._choose(None)

    def on_click(self, event: events.Click) -> None:
        """A click on a number chooses it; on the one that is chosen, it takes it away."""
        offset, slot = event.get_content_offset(self), self._slot
        if offset is None or not slot:
            return
        x = offset.x - LABEL_WIDTH
        if 0 <= x < _width(slot):
            number = min(x // slot, HIGHEST)
            if number == self.number and event.chain == 1:
                self.action_clear()
            else:
                self.action_rate(number)

    def _choose(self, number: int | None) -> None:
        if number != self.number:
            self.number = number
            self.post_message(self.Changed(self, number))

    @property
    def _room(self) -> int:
        return self.content_size.width - LABEL_WIDTH

    @property
    def _slot(self) -> int:
        """Cells of one number; 0 where there is no room for all of them."""
        fitting = (slot for slot in (WIDE, TIGHT) if _width(slot) <= self._room)
        return next(fitting, 0)

    def draw_body(self) -> Content:
        """The numbers, the chosen one in brackets, then its word, as far as there is room."""
        word = "" if self.number is None else clean(self.say(self.number))
        hint = self.hint if self.has_focus else ""
        slot = self._slot
        if not slot:
            known = f"[{self.number}] {word}" if self.number is not None else hint or "·"
            return Content(known).truncate(max(self._room, 1), ellipsis=True)
        line = self._draw_numbers(slot)
        for words, style in ((word, ""), (hint, "$next")):
            if words and line.cell_length + 2 + len(words) <= self._room:
                line += Content("  ") + Content.styled(words, style)
        return line

    def _draw_numbers(self, slot: int) -> Content:
        parts = []
        for number in range(HIGHEST + 1):
            if number == self.number:
                parts.append(Content.styled(f"[{number}]", f"bold {self.ink.format(number)}"))
            else:
                # The chosen one's last bracket stands in the gap before the next.
                after_chosen = slot == TIGHT and number and number - 1 == self.number
                text = f"{'' if after_chosen else ' '}{number}{' ' if slot == WIDE else ''}"
                parts.append(Content.styled(text, "$quiet"))
        return Content.assemble(*parts)


def _width(slot: int) -> int:
    """Cells of all numbers: the last has two digits, and a bracket may come after it."""
    return slot * (HIGHEST + 1) + (1 if slot == WIDE else 2)
