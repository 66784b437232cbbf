"""One to five in one line."""

from typing import Literal, Unpack

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive

from backcare_tui.text import clean
from backcare_tui.widgets.fields.field import Field
from backcare_tui.widgets.label import LABEL_WIDTH
from backcare_tui.widgets.options import Named

SLOT = 3
"""Cells of one figure."""


class RatingField(Field, can_focus=True):
    """One to five, chosen by its figure, by arrow or by mouse."""

    HELP = "Type 1 to 5, or use the arrow keys; `backspace` takes the answer away."

    BINDINGS = [
        *(Binding(str(figure), f"rate({figure})", "Rate", show=False) for figure in range(1, 6)),
        Binding("left", "step(-1)", "Less", show=False),
        Binding("right", "step(1)", "More", show=False),
        Binding("backspace,delete", "clear", "No answer", show=False),
        Binding("enter", "enter", "Done", show=False),
    ]

    rating: reactive[int | None] = reactive[int | None](None)
    """The answer, 1 to 5, or `None`."""

    def __init__(
        self,
        label: str,
        words: tuple[str, str, str, str, str],
        *,
        rating: int | None = None,
        **named: Unpack[Named],
    ) -> None:
        super().__init__(label, **named)
        self.words = words
        self.set_reactive(RatingField.rating, rating)

    @property
    def value(self) -> int | None:
        """The answer, 1 to 5, or `None`."""
        return self.rating

    def action_rate(self, rating: int | None) -> None:
        """The answer is this one."""
        if rating != self.rating:
            self.rating = rating
            self.post_message(self.Changed(self, rating))

    def action_step(self, step: Literal[-1, 1]) -> None:
        """One less or one more; from no answer to the middle."""
        self.action_rate(3 if self.rating is None else min(max(self.rating + step, 1), 5))

    def action_clear(self) -> None:
        """No answer."""
        self.action_rate(None)

    def action_enter(self) -> None:
        """Tells that the field is done."""
        self.post_message(self.Entered(self))

    def on_click(self, event: events.Click) -> None:
        """A click on a figure is the answer; on the one that is the answer, it takes it away."""
        offset = event.get_content_offset(self)
        if offset is not None and 0 <= offset.x - LABEL_WIDTH < 5 * SLOT:
            rating = (offset.x - LABEL_WIDTH) // SLOT + 1
            is_again = rating == self.rating and event.chain == 1
            self.action_rate(None if is_again else rating)

    def draw_body(self) -> Content:
        """The five figures, the chosen one in brackets, and its word."""
        slots = []
        for figure in range(1, 6):
            if figure == self.rating:
                slots.append(Content.styled(f"[{figure}]", "bold $primary"))
            else:
                slots.append(Content.styled(f" {figure} ", "$quiet"))
        word = "" if self.rating is None else self.words[self.rating - 1]
        return Content.assemble(*slots, f"  {clean(word)}")
