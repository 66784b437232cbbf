"""Words and tables of a PDF: no word is broken without a hyphen. Imports reportlab."""

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph
from reportlab.platypus import Table as Grid

from backcare_tui.report.pages.inks import INKS
from backcare_tui.report.pages.pdf_fonts import BOLD, PLAIN, Letters
from backcare_tui.report.paper import PaperTable

BODY = ParagraphStyle("body", fontName=PLAIN, fontSize=9.5, leading=12.5, alignment=TA_LEFT)
STYLES = {
    "title": ParagraphStyle("title", BODY, fontName=BOLD, fontSize=16, leading=20, spaceAfter=3),
    "heading": ParagraphStyle(
        "heading", BODY, fontName=BOLD, fontSize=11.5, leading=14.5, spaceBefore=8, spaceAfter=2
    ),
    "body": BODY,
    "whose": ParagraphStyle("whose", BODY, leading=15, spaceAfter=3),
    "warning": ParagraphStyle("warning", BODY, fontName=BOLD, fontSize=11, leading=14.5),
    "name": ParagraphStyle("name", BODY, fontName=BOLD, fontSize=8.5, leading=11, spaceBefore=3),
    "small": ParagraphStyle("small", BODY, fontSize=8, leading=10),
    "item": ParagraphStyle("item", BODY, leftIndent=10, bulletIndent=2),
    "cell": ParagraphStyle("cell", BODY, fontSize=8.5, leading=10.5),
    "head": ParagraphStyle("head", BODY, fontName=BOLD, fontSize=8.5, leading=10.5),
}
GAP = 6.0
"""Points between the columns of a table."""
AIR = 0.5
"""Points by which a column is wider than its words, as sums of widths are not exact."""
SHORT = 14
"""A cell of so many letters stays on one line, if the page is wide enough."""
LONGEST_WORD = 40
"""Longer ones, and those with digits or signs in them, are addresses and the like: a hyphen would change them."""
WIDEST_WORD = 0.3
"""What part of the page a word may take of a column before it is broken."""


def paragraph(
    words: str, style: str, letters: Letters, room: float, bullet: str | None = None
) -> Paragraph:
    """A paragraph in which nothing a person typed is taken for mark-up.

    Args:
        words: What it says.
        style: One of `STYLES`.
        letters: What can be printed.
        room: How wide its lines are at most.
        bullet: What stands before its first line.
    """
    shown = _fitted(letters.shown(words), style, room - STYLES[style].leftIndent)
    return Paragraph(escape(shown).replace("\n", "<br/>"), STYLES[style], bulletText=bullet)


def table(of: PaperTable, letters: Letters, room: float) -> Grid:
    """Columns without a word are left out; wide ones share what narrow ones leave."""
    kept = [at for at, _ in enumerate(of.headings) if any(row[at] for row in of.rows)]
    columns = [[letters.shown(row[at]) for row in (of.headings, *of.rows)] for at in kept]
    widths = _widths(columns, room)
    cells = [
        [
            paragraph(words, "cell" if number else "head", letters, width - GAP)
            for number, words in enumerate(column)
        ]
        for column, width in zip(columns, widths, strict=True)
    ]
    grid = Grid(
        [list(row) for row in zip(*cells, strict=True)],
        colWidths=widths,
        repeatRows=1,
        splitInRow=1,
        hAlign="LEFT",
    )
    grid.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEBELOW", (0, 0), (-1, 0), 0.8, colors.HexColor(INKS["light"]["axis"])),
            ("LINEBELOW", (0, 1), (-1, -1), 0.3, colors.HexColor(INKS["light"]["grid"])),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), GAP),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
        ]
    )
    return grid


def _widths(columns: Sequence[Sequence[str]], room: float) -> list[float]:
    """Each column's longest word and its short cells first; what is left goes to those that could use it."""
    widest = GAP + room * WIDEST_WORD
    widths = [min(GAP + AIR + _widest(column, _unbroken), widest) for column in columns]
    wanted = [GAP + AIR + _widest(column, str.splitlines) for column in columns]
    lacks = [max(want - width, 0.0) for want, width in zip(wanted, widths, strict=True)]
    given = _shared(lacks, max(room - sum(widths), 0.0))
    widths = [width + more for width, more in zip(widths, given, strict=True)]
    return [width * room / sum(widths) for width in widths]


def _shared(lacks: Sequence[float], rest: float) -> list[float]:
    """What is left among columns: little lacks are filled, the others get as much as they are large."""
    given = [0.0 for _ in lacks]
    hungry = [at for at, lack in enumerate(lacks) if lack]
    while hungry:
        small = [at for at in hungry if lacks[at] <= rest / len(hungry)]
        whole = sum(lacks[at] for at in hungry)
        for at in small or hungry:
            given[at] = lacks[at] if small else rest * lacks[at] / whole
        if not small:
            break
        rest -= sum(lacks[at] for at in small)
        hungry = [at for at in hungry if at not in small]
    return given


def _unbroken(cell: str) -> Sequence[str]:
    """What of a cell stays on one line."""
    return [cell] if len(cell) <= SHORT else cell.split()


def _widest(column: Sequence[str], parted: Callable[[str], Sequence[str]]) -> float:
    heading, *cells = column
    pieces = [(word, "head") for word in heading.split()]
    pieces += [(piece, "cell") for cell in cells for piece in parted(cell)]
    return max((_width(piece, style) for piece, style in pieces), default=0.0)


def _fitted(words: str, style: str, room: float) -> str:
    """The words, those that are wider than a line broken at hyphens."""
    if len(words) * STYLES[style].fontSize < room:  # no letter is wider than it is high, nearly
        return words
    return "".join(
        piece
        if piece.isspace() or _width(piece, style) <= room
        else " ".join(_broken(piece, style, room))
        for piece in re.split(r"(\s+)", words)
    )


def _broken(word: str, style: str, room: float) -> Iterator[str]:
    if len(word) > LONGEST_WORD or not word.replace("-", "").isalpha():
        yield word
        return
    line = ""
    for letter in word:
        if line and _width(f"{line}{letter}-", style) > room:
            yield line if line.endswith("-") else f"{line}-"
            line = ""
        line += letter
    yield line


def _width(words: str, style: str) -> float:
    """What words take on one line, in points."""
    return float(stringWidth(words, STYLES[style].fontName, STYLES[style].fontSize))
