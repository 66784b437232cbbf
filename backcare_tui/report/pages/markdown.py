"""A page as Markdown: tables and lists; a drawing is its numbers, or else its words."""

import re
from collections.abc import Iterator

from backcare_tui.report.own_words import unmarked
from backcare_tui.report.paper import Paper, Section
from backcare_tui.text import clean

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_AT_START = re.compile(r"^(\s*(?:\d{1,9}(?=[.)]\s))?)([-+=]|(?<=\d)[.)])", re.MULTILINE)


def markdown_page(paper: Paper) -> str:
    """The page; what a person typed is never taken for mark-up."""
    blocks = [
        f"# {_safe(paper.title)}",
        *(_safe(f"{label}: {words}") for label, words in paper.whose if words),
        *map(_safe, paper.about),
        *(block for section in paper.sections for block in _section(section)),
        *map(_safe, (*paper.foot, *paper.sources, paper.boundary)),
    ]
    return "\n\n".join(blocks) + "\n"


def _section(section: Section) -> Iterator[str]:
    yield f"## {_safe(section.title)}"
    yield from map(_safe, section.lines)
    if section.numbers:
        yield _table(section.numbers.headings, section.numbers.rows)
    else:
        yield from (_safe(f"{each.title}: {each.description}") for each in section.drawings)
    if section.table:
        told = section.table.told
        yield _table(told.headings, told.rows)
    if section.items:
        yield "\n".join(f"- {_in_line(words)}" for words in section.items)


def _table(headings: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    return "\n".join(
        (_row(headings), _row(("---",) * len(headings), is_rule=True), *map(_row, rows))
    )


def _row(cells: tuple[str, ...], *, is_rule: bool = False) -> str:
    shown = cells if is_rule else tuple(map(_in_line, cells))
    return f"| {' | '.join(shown)} |"


def _in_line(words: str) -> str:
    """On one line, as a cell or an item has it."""
    return _safe(words).replace("\n", " ")


def _safe(words: str) -> str:
    escaped = _SPECIAL.sub(r"\\\1", clean(unmarked(words), lines=True))
    return _AT_START.sub(r"\1\\\2", escaped)
