"""A list to mark: a box before each line, and lines that are too long go on below, whole."""

import textwrap
from collections.abc import Collection, Iterable, Iterator

from textual.content import Content

from backcare_tui.widgets.columns import ListColumn, ListRow

COLUMNS = (ListColumn(3), ListColumn())
ROOM = 7
"""Cells of a line that are not for words: the cursor, the box, gaps and a scrollbar."""
NARROWEST = 12


def mark_rows(
    asked: Iterable[tuple[str, str]], marked: Collection[str], width: int
) -> Iterator[ListRow]:
    """The rows of some lines; the cursor stands on the first row of each.

    Args:
        asked: The id and the words of each line.
        marked: The ids of those with a mark.
        width: Cells of the list within its frame.
    """
    for id_, words in asked:
        is_marked = id_ in marked
        box = Content.styled("[x]", "bold $here") if is_marked else Content.styled("[ ]", "$quiet")
        first, *rest = textwrap.wrap(words, max(width - ROOM, NARROWEST))
        style = "bold" if is_marked else ""
        yield ListRow(id_, (box, Content.styled(first, style)))
        for number, line in enumerate(rest):
            yield ListRow(f"{id_} {number}", ("", Content.styled(line, style)), enabled=False)


def heading(words: str, width: int) -> Iterator[ListRow]:
    """A line above some others, as many rows as it takes."""
    for number, line in enumerate(textwrap.wrap(words, max(width - 2, NARROWEST))):
        yield ListRow(f"{words} {number}", (line,), enabled=False, style="heading")
