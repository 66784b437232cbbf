"""Words and tables of a PDF: no word is broken without a hyphen. Imports reportlab."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from html import escape
from typing import Any

from reportlab.lib import colors
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth

from backcare_tui.report.pages.inks import INKS
from backcare_tui.report.pages.pdf_fonts import BOLD, PLAIN, Letters
from backcare_tui.report.pages.pdf_tags import TaggedTable, TaggedWords
from backcare_tui.report.paper import KEPT_ROWS, SHORT_CELL, PaperTable, may_have_hyphen

SMALLEST = 7.0
"""Points of the smallest letters."""
_LEADING, _CLOSE = 1.28, 1.2
"""How far lines are apart, in parts of the size of their letters; and small ones."""
GAP = 6.0
"""Points between the columns of a table."""
AIR = 0.5
"""Points by which a column is wider than its words, as sums of widths are not exact."""
SHORT_HEADING = 10
"""A heading of so many letters stays on one line, as its column has more room than its name."""
WIDEST_WORD = 0.3
"""What part of the page a word may take of a column before it is broken."""


@cache
def styles(size: float) -> dict[str, ParagraphStyle]:
    """How words look, by what they are, where those of the body have a size in points."""

    def of(name: str, by: float = 0.0, *, bold: bool = False, **more: Any) -> ParagraphStyle:
        points = max(size + by, SMALLEST)
        font, leading = (
            BOLD if bold else PLAIN,
            round(points * (_CLOSE if by <= -1 else _LEADING), 1),
        )
        return ParagraphStyle(
            name, fontName=font, fontSize=points, leading=leading, alignment=TA_LEFT, **more
        )

    every = (
        of("title", 5.5, bold=True, spaceAfter=2),
        of("heading", 1.5, bold=True, spaceBefore=size - 3, spaceAfter=1.5),
        of("body"),
        of("whose", spaceBefore=2, spaceAfter=4),
        of("warning", 1.5, bold=True),
        of("name", -0.5, bold=True, spaceBefore=2),
        of("small", -1.5),
        of("item", leftIndent=10, bulletIndent=2),
        of("cell", -0.75),
        of("row", -0.75),
        of("head", -0.75, bold=True),
    )
    return {each.name: each for each in every}


class Typesetter:
    """Sets words in letters of one size."""

    def __init__(self, letters: Letters, size: float) -> None:
        """With what can be printed; the size is that of the body, in points."""
        self.letters, self.styles = letters, styles(size)

    def paragraph(
        self, words: str, style: str, room: float, bullet: str | None = None
    ) -> TaggedWords:
        """A paragraph in which nothing a person typed is taken for mark-up.

        Args:
            words: What it says.
            style: One of `styles`.
            room: How wide its lines are at most.
            bullet: What stands before its first line.
        """
        look = self.styles[style]
        shown = self._fitted(self.letters.shown(words), look, room - look.leftIndent)
        return TaggedWords(escape(shown).replace("\n", "<br/>"), look, bulletText=bullet)

    def table(self, of: PaperTable, room: float) -> TaggedTable:
        """Columns without a word are left out; wide ones share what narrow ones leave."""
        told = of.told
        cells_of = zip(told.headings, *told.rows, strict=True)
        columns = [[self.letters.shown(cell) for cell in column] for column in cells_of]
        widths = self._widths(columns, room)
        cells = [
            [
                self.paragraph(words, _cell(row, column), width - GAP)
                for row, words in enumerate(of_column)
            ]
            for column, (of_column, width) in enumerate(zip(columns, widths, strict=True))
        ]
        grid = TaggedTable(
            [list(row) for row in zip(*cells, strict=True)],
            colWidths=widths,
            repeatRows=1,
            splitInRow=1,
            hAlign="LEFT",
        )
        grid.is_long = len(of.rows) > KEPT_ROWS
        grid.setStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LINEBELOW", (0, 0), (-1, 0), 0.8, colors.HexColor(INKS["light"]["axis"])),
                ("LINEBELOW", (0, 1), (-1, -1), 0.3, colors.HexColor(INKS["light"]["grid"])),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), GAP),
                ("TOPPADDING", (0, 0), (-1, -1), 1),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
            ]
        )
        return grid

    def _widths(self, columns: Sequence[Sequence[str]], room: float) -> list[float]:
        """Each column's longest word and its short cells first; what is left goes to those that could use it."""
        widest = GAP + room * WIDEST_WORD
        widths = [min(GAP + AIR + self._widest(column, _unbroken), widest) for column in columns]
        wanted = [GAP + AIR + self._widest(column, str.splitlines) for column in columns]
        lacks = [max(want - width, 0.0) for want, width in zip(wanted, widths, strict=True)]
        given = _shared(lacks, max(room - sum(widths), 0.0))
        widths = [width + more for width, more in zip(widths, given, strict=True)]
        return [width * room / sum(widths) for width in widths]

    def _widest(self, column: Sequence[str], parted: Callable[[str], Sequence[str]]) -> float:
        heading, *cells = column
        is_short = len(heading) <= SHORT_HEADING
        pieces = [(word, "head") for word in ([heading] if is_short else heading.split())]
        pieces += [(piece, "cell") for cell in cells for piece in parted(cell)]
        return max((_width(piece, self.styles[style]) for piece, style in pieces), default=0.0)

    def _fitted(self, words: str, look: ParagraphStyle, room: float) -> str:
        """The words, those that are wider than a line broken at hyphens."""
        if len(words) * look.fontSize < room:  # no letter is wider than it is high, nearly
            return words
        return "".join(
            piece
            if piece.isspace() or _width(piece, look) <= room
            else " ".join(_broken(piece, look, room))
            for piece in re.split(r"(\s+)", words)
        )


def _cell(row: int, column: int) -> str:
    """What a cell is: a heading of its column or of its row, or neither."""
    return "cell" if row and column else "row" if row else "head"


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
    return [cell] if len(cell) <= SHORT_CELL else cell.split()


def _broken(word: str, look: ParagraphStyle, room: float) -> Iterator[str]:
    if not may_have_hyphen(word):
        yield word
        return
    line = ""
    for letter in word:
        if line and _width(f"{line}{letter}-", look) > room:
            yield line if line.endswith("-") else f"{line}-"
            line = ""
        line += letter
    yield line


def _width(words: str, look: ParagraphStyle) -> float:
    """What words take on one line, in points."""
    return float(stringWidth(words, look.fontName, look.fontSize))
