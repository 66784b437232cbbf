"""Words to choose from, and before them one that chooses all that was chosen the last time."""

from typing import Any

from rich.cells import cell_len

from backcare_tui.text import clean, say_list
from backcare_tui.widgets.chips.chips import Chips
from backcare_tui.widgets.chips.flow import FlowPiece

AGAIN = "again"


class AgainChips(Chips):
    """Chips with a first piece, `as yesterday`, by a click or the key that it names; it stands until it is all chosen."""

    def __init__(self, *args: Any, again: tuple[str, ...], words: str, **named: Any) -> None:
        """Chips as any others.

        Args:
            args: As `Chips` has them.
            again: The ids of what was chosen the last time; without any the piece is not there.
            words: The key, and when that was: `^r as yesterday`.
            named: As `Chips` has them.
        """
        super().__init__(*args, **named)
        self._again, self._words = again, words

    def _laid_out(self, width: int, typed: str) -> tuple[FlowPiece, ...]:
        """The piece in a line of its own, above the words."""
        placed = super()._laid_out(width, typed)
        if typed or not (set(self._again) - set(self.chosen)):
            return placed
        said = f"{self._words}: {clean(say_list(self._again))}"
        text = said if cell_len(said) <= width else self._words
        first = FlowPiece("again", AGAIN, text)
        return (first, *(FlowPiece(p.kind, p.key, p.text, p.mark, p.x, p.y + 1) for p in placed))

    def _take(self, piece: FlowPiece) -> None:
        if piece.kind == AGAIN:
            self.take_again()
        else:
            super()._take(piece)

    def take_again(self) -> None:
        """Take all that was taken then, beside what is chosen already."""
        if missing := [word for word in self._again if word not in self.state_of]:
            states = {**self.state_of, **dict.fromkeys(missing, self._first_state)}
            self._settle(missing[-1], states)
