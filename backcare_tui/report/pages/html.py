"""A page as one HTML file: no script, nothing fetched, headings and tables that can be read out."""

from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from pathlib import Path

from backcare_tui.report.pages.svg import svg
from backcare_tui.report.paper import Paper, PaperTable, Section
from backcare_tui.text import clean

SHEET = Path(__file__).parents[1].joinpath("data") / "page.css"
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser lets the file do: show itself."""
SHORT = 14
"""A cell of so many characters stays on one line where there is room."""


def html_page(paper: Paper) -> str:
    """The page with its style in it; every word is escaped."""
    return "\n".join(
        (
            "<!DOCTYPE html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            _tag("title", paper.title),
            f"<style>\n{_sheet()}</style>",
            "</head>",
            "<body>",
            "<main>",
            "<header>",
            _tag("h1", paper.title),
            *(_tag("p", words) for words in paper.about),
            f'<p class="boundary">{_safe(paper.boundary)}</p>',
            "</header>",
            *(line for section in paper.sections for line in _section(section)),
            "</main>",
            "</body>",
            "</html>",
            "",
        )
    )


@cache
def _sheet() -> str:
    return SHEET.read_text("utf-8")


def _section(section: Section) -> Iterator[str]:
    yield "<section>"
    yield _tag("h2", section.title)
    yield from (_tag("p", words) for words in section.lines)
    name = "".join(letter if letter.isalnum() else "-" for letter in section.title.lower())
    if section.is_beside:
        yield '<div class="beside">'
    for number, drawing in enumerate(section.drawings, start=1):
        yield f"<figure>{svg(drawing, f'{name}-{number}')}</figure>"
    if section.legend:
        yield f'<p class="legend">{_safe(section.legend)}</p>'
    if section.table:
        yield from _table(section.table, section.title)
    if section.items:
        yield "<ul>"
        yield from (_tag("li", words) for words in section.items)
        yield "</ul>"
    if section.is_beside:
        yield "</div>"
    yield "</section>"


def _table(table: PaperTable, title: str) -> Iterator[str]:
    """A table whose first column names its rows; columns without a word are left out."""
    kept = [
        column
        for column, heading in enumerate(table.headings)
        if heading and any(row[column] for row in table.rows)
    ]
    yield f"<table><caption>{_safe(title)}</caption>"
    yield f"<thead><tr>{_cells((table.headings[at] for at in kept), 'col')}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        first, *rest = (row[at] for at in kept)
        yield f"<tr>{_cells((first,), 'row')}{''.join(map(_cell, rest))}</tr>"
    yield "</tbody></table>"


def _cells(cells: Iterable[str], scope: str) -> str:
    return "".join(f'<th scope="{scope}">{_safe(cell)}</th>' for cell in cells)


def _cell(words: str) -> str:
    short = ' class="short"' if 0 < len(words) <= SHORT else ""
    return f"<td{short}>{_safe(words)}</td>"


def _tag(name: str, words: str) -> str:
    return f"<{name}>{_safe(words)}</{name}>"


def _safe(words: str) -> str:
    """Words that a browser shows as they are, line ends too."""
    return escape(clean(words, lines=True)).replace("\n", "<br>")
