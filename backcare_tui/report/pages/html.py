"""A page as one HTML file: no script, nothing fetched, headings and tables that can be read out."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from html import escape
from pathlib import Path

from backcare_tui.report.own_words import parted, unmarked
from backcare_tui.report.pages.inks import INKS, Ground
from backcare_tui.report.pages.svg import svg
from backcare_tui.report.paper import (
    KEPT_ROWS,
    SHORT_CELL,
    Numbers,
    Paper,
    PaperTable,
    Section,
    may_have_hyphen,
)
from backcare_tui.text import clean

SHEET = Path(__file__).parents[1].joinpath("data") / "page.css"
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser lets the file do: show itself."""
LONG_WORD, PIECE = 18, 8
"""A word in a cell that is longer may be broken every so many letters, so that its column stays narrow."""
NUMBERS = "The numbers of this chart"
SOFT_HYPHEN = "&shy;"


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
            f"<title>{escape(clean(paper.title))}</title>",
            f"<style>\n{_style(paper)}</style>",
            "</head>",
            "<body>",
            "<main>",
            "<header>",
            f"<h1>{in_html(paper.title)}</h1>",
            *_whose(paper),
            *map(_line, paper.about),
            "</header>",
            *(
                line
                for number, each in enumerate(paper.sections)
                for line in _section(each, number)
            ),
            "<footer>",
            *map(_line, (*paper.foot, *paper.sources, paper.boundary)),
            "</footer>",
            "</main>",
            "</body>",
            "</html>",
            "",
        )
    )


def _style(paper: Paper) -> str:
    """The sheet of style, the colors, and what stands at the foot of each printed sheet."""
    foot = " · ".join(filter(None, (paper.name, paper.title, paper.made)))
    page = (
        f"@page {{ size: {paper.sheet}; "
        f"@bottom-left {{ content: {_css_string(foot)}; }} "
        '@bottom-right { content: counter(page) " of " counter(pages); } }'
    )
    dark = f"@media screen and (prefers-color-scheme: dark) {{ {_inks('dark')} }}"
    return f"{_inks('light')}\n{dark}\n{page}\n{_sheet()}"


def _inks(ground: Ground) -> str:
    return f":root {{ {' '.join(f'--{ink}: {color};' for ink, color in INKS[ground].items())} }}"


def _css_string(words: str) -> str:
    """A string of CSS in which every sign that could end it is spelled by its number."""
    safe = clean(unmarked(words))
    return '"' + "".join(c if c.isalnum() or c in " ·,:" else f"\\{ord(c):06x}" for c in safe) + '"'


@cache
def _sheet() -> str:
    return SHEET.read_text("utf-8")


def _whose(paper: Paper) -> Iterator[str]:
    """Whose it is, or lines to write it on by pen."""
    if paper.whose:
        said = (
            f"<span>{in_html(label)}: <b>{in_html(words)}</b></span>"
            if words
            else f'<span class="blank">{in_html(label)}:</span>'
            for label, words in paper.whose
        )
        yield f'<p class="whose">{" ".join(said)}</p>'


def _section(section: Section, number: int) -> Iterator[str]:
    kinds = " ".join(_kinds(section))
    yield f'<section class="{kinds}">' if kinds else "<section>"
    yield f"<h2>{in_html(section.title)}</h2>"
    yield from map(_line, section.lines)
    if section.is_beside:
        yield '<div class="beside">'
    for at, drawing in enumerate(section.drawings, start=1):
        yield from svg(drawing, f"drawing-{number + 1}-{at}")
    if section.is_beside:
        yield from _items(section)
        yield "</div>"
    if section.legend:
        yield f'<p class="legend" dir="auto">{in_html(section.legend)}</p>'
    if section.numbers:
        yield from _numbers(section.numbers, section.title)
    if section.table:
        yield from _table(section.table, section.title)
    if not section.is_beside:
        yield from _items(section)
    yield "</section>"


def _kinds(section: Section) -> Iterator[str]:
    if section.is_warning:
        yield "warning"
    if section.is_detail:
        yield "detail"


def _items(section: Section) -> Iterator[str]:
    if section.items:
        yield "<ul>"
        yield from (f'<li dir="auto">{in_html(words)}</li>' for words in section.items)
        yield "</ul>"


def _numbers(numbers: Numbers, title: str) -> Iterator[str]:
    """What the drawings show, for whom they show nothing; folded, as the others have seen it."""
    yield f"<details><summary>{NUMBERS}</summary>"
    yield f"<table><caption>{in_html(title)}</caption>"
    yield from _rows(numbers.headings, numbers.rows)
    yield "</table></details>"


def _table(table: PaperTable, title: str) -> Iterator[str]:
    """A table whose first column names its rows; columns without a word are left out."""
    told = table.told
    kind = "cards kept" if len(table.rows) <= KEPT_ROWS else "cards"
    yield f'<table class="{kind}" role="table"><caption>{in_html(title)}</caption>'
    yield from _rows(told.headings, told.rows, is_cards=True)
    yield "</table>"


def _rows(
    headings: tuple[str, ...], rows: Iterable[tuple[str, ...]], *, is_cards: bool = False
) -> Iterator[str]:
    """The rows under their headings.

    On a telephone a row of cards is laid out as a block, by which a browser may forget that it is one of a
    table, so it is said (ARIA), and each cell has its heading with it.
    """

    def role(name: str) -> str:
        return f' role="{name}"' if is_cards else ""

    row, group = role("row"), role("rowgroup")
    heads = "".join(
        f'<th scope="col"{role("columnheader")}>{_in_cell(words)}</th>' for words in headings
    )
    yield f"<thead{group}><tr{row}>{heads}</tr></thead>"
    yield f"<tbody{group}>"
    for first, *rest in rows:
        cells = "".join(
            f'<td{role("cell")}{_label(heading) if is_cards else ""}{_short(words)} dir="auto">{_in_cell(words)}</td>'
            for heading, words in zip(headings[1:], rest, strict=True)
        )
        name = (
            f'<th scope="row"{role("rowheader")}{_short(first)} dir="auto">{_in_cell(first)}</th>'
        )
        yield f"<tr{row}>{name}{cells}</tr>"
    yield "</tbody>"


def _label(heading: str) -> str:
    return f' data-label="{escape(clean(heading))}"'


def _short(words: str) -> str:
    return ' class="short"' if 0 < len(words) <= SHORT_CELL else ""


def _line(words: str) -> str:
    return f'<p dir="auto">{in_html(words)}</p>'


def in_html(words: str) -> str:
    """Words that a browser shows as they are, line ends too; a person's in letters from the right by themselves."""
    return _said(words, _plain)


def _in_cell(words: str) -> str:
    """The same, with places in long words where they may be broken: what is no word gets no hyphen there."""
    return _said(words, lambda piece: " ".join(map(_breakable, piece.split(" "))))


def _said(words: str, say: Callable[[str], str]) -> str:
    return "".join(
        f"<bdi>{say(piece)}</bdi>" if is_own else say(piece) for piece, is_own in parted(words)
    )


def _plain(words: str) -> str:
    return escape(clean(words, lines=True)).replace("\n", "<br>")


def _breakable(word: str) -> str:
    if len(word) <= LONG_WORD:
        return _plain(word)
    pieces = (_plain(word[at : at + PIECE]) for at in range(0, len(word), PIECE))
    return (SOFT_HYPHEN if may_have_hyphen(word) else "<wbr>").join(pieces)
