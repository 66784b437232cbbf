"""What is drawn of words to choose from: each with its mark, the entry for a new one, the key to the marks."""

from collections.abc import Iterator, Mapping, Sequence

from backcare_tui.text import clean
from backcare_tui.widgets.chips.flow import Chip, FlowPiece

MARKS = ("✓", "~", "×")  # noqa: RUF001 - a cross, not a letter
"""What stands before a word in its first, second and third state; there are at most three."""
ENTRY_WORDS = "type a word"
"""What the entry says before anything is typed, where it is not for a name or a day."""
UNKNOWN = "is none of these"
"""What stands after a word that a closed list does not have."""


def chip_piece(chip: Chip, state_of: Mapping[str, str], states: Sequence[str]) -> FlowPiece:
    """A word with its mark, by which it is seen without color whether and how it is chosen."""
    mark = "○"
    if chip.id in state_of:
        state = state_of[chip.id]
        mark = MARKS[states.index(state)] if state in states else "●"
    return FlowPiece("chip", f"={chip.id}", f"{mark} {clean(chip.name)}", mark)


def entry_pieces(typed: str, asks: str, *, is_known: bool, is_closed: bool) -> Iterator[FlowPiece]:
    """Where a word is typed; in a closed list it is there only while one is."""
    said = f"{clean(typed)}▏" if typed else asks
    if not is_closed:
        yield FlowPiece("entry", "+", f"+ {said}")
    elif typed:
        yield FlowPiece("entry", "+", said if is_known else f"{said} {UNKNOWN}")


def legend_pieces(states: Sequence[str]) -> Iterator[FlowPiece]:
    """What the marks mean, where there are several."""
    if states:
        pairs = zip(MARKS, states, strict=False)
        yield FlowPiece("legend", "", "  ".join(f"{mark} {state}" for mark, state in pairs))
