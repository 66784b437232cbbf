"""A page as plain text in 80 columns; each fact on lines of its own, without frames or columns."""

import textwrap
from collections.abc import Iterator

from backcare_tui.report.own_words import unmarked
from backcare_tui.report.paper import Paper, Section
from backcare_tui.text import clean

WIDTH = 80


def text_page(paper: Paper) -> str:
    """The page, as a screen reader or a pipe takes it; ends with a line end."""
    blocks = [
        [
            paper.title,
            *(clean(unmarked(f"{label}: {words}")) for label, words in paper.whose if words),
            *(line for words in paper.about for line in _wrap(words)),
        ],
        *(list(_section(section)) for section in paper.sections),
        [line for words in (*paper.foot, *paper.sources, paper.boundary) for line in _wrap(words)],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _section(section: Section) -> Iterator[str]:
    yield clean(section.title)
    for words in section.lines:
        yield from _wrap(words, "  ")
    for drawing in section.drawings:
        yield from _wrap(f"{drawing.title}: {drawing.description}", "  ")
    table = section.table.lines if section.table else ()
    for words in (*table, *section.items):
        yield from _wrap(words, "- ")


def _wrap(words: str, first: str = "") -> Iterator[str]:
    """Lines within the width; those after the first are set in as far as its mark is wide."""
    indent = " " * len(first)
    for number, line in enumerate(clean(unmarked(words), lines=True).splitlines()):
        yield from textwrap.wrap(
            line, WIDTH, initial_indent=indent if number else first, subsequent_indent=indent
        )
