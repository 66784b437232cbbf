"""What people wrote, told from the program's own words, so that neither turns the other around.

Hebrew and Arabic run from the right. Where a name and a note of such letters stand in a sentence of ours,
numbers and stops between them would jump to the wrong place; so each is marked as standing by itself (the
isolates of Unicode's bidirectional algorithm, UAX 9), and a page that can say so does, with `<bdi>`.
"""

import re
import unicodedata
from collections.abc import Iterator

from backcare_tui.text import clean

FROM_RIGHT = frozenset(("R", "AL"))
"""The writing directions of Hebrew and of Arabic letters."""
_FIRST, _LAST = "\u2068", "\u2069"
_MARKED = re.compile(f"{_FIRST}([^{_FIRST}{_LAST}]*){_LAST}")


def own(words: str, *, lines: bool = False) -> str:
    """A person's words, safe to print, marked as standing by themselves if any of them runs from the right.

    Args:
        words: Anything that a person typed.
        lines: Keep line breaks.
    """
    safe = clean(words, lines=lines)
    return f"{_FIRST}{safe}{_LAST}" if runs_from_right(safe) else safe


def runs_from_right(words: str) -> bool:
    """Whether any of its letters is read from the right."""
    return not words.isascii() and any(
        unicodedata.bidirectional(letter) in FROM_RIGHT for letter in words
    )


def unmarked(words: str) -> str:
    """The words alone, for a page that cannot say where a person's begin."""
    return _MARKED.sub(r"\1", words)


def parted(words: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a sentence, each with whether it stands by itself."""
    for number, piece in enumerate(_MARKED.split(words)):
        if piece:
            yield piece, bool(number % 2)
