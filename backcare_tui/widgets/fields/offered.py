"""A line that is typed into, and under it the words or numbers that it takes, each a click away."""

from collections.abc import Callable
from typing import Any, Generic, Literal, TypeVar, Unpack

import msgspec
from textual import events
from textual.binding import Binding
from textual.content import Content

from backcare_tui.text import clean
from backcare_tui.widgets.chips.flow import FlowPiece, flow
from backcare_tui.widgets.fields.inputs import ParsedField
from backcare_tui.widgets.label import LABEL_WIDTH
from backcare_tui.widgets.options import Named

T = TypeVar("T")


class Offer(msgspec.Struct, frozen=True):
    """Something that the line takes."""

    text: str
    """As it is typed."""
    words: str
    """As it is read."""


class OfferedField(ParsedField[T], Generic[T]):
    """What is chosen stands in the line as if it had been typed, so that nothing else is kept than before."""

    HELP = "Type it, or go through what is offered with the up and down arrows; a click takes one."

    BINDINGS = [
        Binding("up", "take_next(-1)", "The one before", show=False),
        Binding("down", "take_next(1)", "The next one", show=False),
    ]

    def __init__(  # noqa: PLR0913 - as the line itself has them
        self,
        label: str,
        read: Callable[[str], T],
        say: Callable[[T], str],
        *,
        offers: tuple[Offer, ...],
        hint: str = "",
        text: str = "",
        **named: Unpack[Named],
    ) -> None:
        """A field of `T` that takes one of `offers`, or whatever else can be read."""
        super().__init__(label, read, say, hint=hint, text=text, **named)
        self.offers = offers

    def action_take_next(self, step: Literal[-1, 1]) -> None:
        """To the one before or after; from none to the first or the last."""
        at = self._chosen()
        following = (0 if step > 0 else -1) if at is None else at + step
        self._take(max(min(following, len(self.offers) - 1), -1 if at is None else 0))

    def _take(self, at: int) -> None:
        self.text = self.offers[at].text
        self.input.action_end()

    def _chosen(self) -> int | None:
        """Which of them the line says, if any."""
        value: Any = self.value
        if value is None:
            return None
        same = (at for at, offer in enumerate(self.offers) if self.read(offer.text) == value)
        return next(same, None)

    def _pieces(self) -> tuple[FlowPiece, ...]:
        chosen = self._chosen()
        pieces = (
            FlowPiece("chip", str(at), _drawn(clean(offer.words), is_chosen=at == chosen))
            for at, offer in enumerate(self.offers)
        )
        return flow(pieces, max(self.size.width - LABEL_WIDTH, 1))

    def watch_complaint(self) -> None:
        """Makes room for what is offered, under all else."""
        super().watch_complaint()
        if self.size.width:
            self.styles.min_height = 1 + len(self._below()) + self._pieces()[-1].y + 1

    def draw_body(self) -> Content:
        """What a line says, and under it what is offered."""
        lines: list[Content] = []
        for piece in self._pieces():
            if piece.y == len(lines):
                lines.append(Content(" " * LABEL_WIDTH))
            line = lines[-1].pad_right(piece.x + LABEL_WIDTH - lines[-1].cell_length)
            is_chosen = piece.text.startswith(("●", "["))
            lines[-1] = line + Content.styled(
                piece.text, "bold $primary" if is_chosen else "$quiet"
            )
        return Content("\n").join([super().draw_body(), *lines])

    def on_click(self, event: events.Click) -> None:
        """A click on something that is offered takes it."""
        offset = event.get_content_offset(self)
        below = 1 + len(self._below())
        if offset is not None and offset.y >= below:
            x, y = offset.x - LABEL_WIDTH, offset.y - below
            for piece in self._pieces():
                if piece.y == y and piece.x <= x < piece.x + piece.width:
                    self._take(int(piece.key))


def _drawn(words: str, *, is_chosen: bool) -> str:
    """A word with its mark; a number in brackets where it is chosen, as on a scale."""
    if words.isdigit():
        return f"[{words}]" if is_chosen else words
    return f"{'●' if is_chosen else '○'} {words}"
