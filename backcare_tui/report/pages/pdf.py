"""A page as PDF on A4: text that can be selected, drawings as vectors. Imports reportlab."""

import io
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Any

from reportlab.graphics import shapes as vector
from reportlab.lib import colors
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Paragraph, SimpleDocTemplate
from reportlab.platypus import Table as Grid

from backcare_tui.library.data_files import load
from backcare_tui.report.drawing import Box, Caption, Disc, Drawing, PageInk, Patch, Shape, Stroke
from backcare_tui.report.pages.pdf_fonts import BOLD, PLAIN, Letters
from backcare_tui.report.paper import Paper, PaperTable, Section
from backcare_tui.text import clean

MARGIN = 15 * mm
ROOM = A4[0] - 2 * MARGIN - 12
"""The width of the page without its margins and the padding of its frame."""
GAP, GUTTER = 8.0, 24.0
"""Points between the columns of a table, and between a drawing and what stands beside it."""
LEAST_TABLE, AIR = 72.0, 3.0
"""Points that the beginning of a table takes, and above a drawing."""
BODY = ParagraphStyle("body", fontName=PLAIN, fontSize=9, leading=12, alignment=TA_LEFT)
STYLES = {
    "title": ParagraphStyle("title", BODY, fontName=BOLD, fontSize=16, leading=20, spaceAfter=3),
    "heading": ParagraphStyle(
        "heading", BODY, fontName=BOLD, fontSize=11, leading=14, spaceBefore=8, spaceAfter=2
    ),
    "body": BODY,
    "boundary": ParagraphStyle("boundary", BODY, fontName=BOLD, fontSize=8, leading=10),
    "small": ParagraphStyle("small", BODY, fontSize=7.5, leading=9.5),
    "item": ParagraphStyle("item", BODY, leftIndent=10, bulletIndent=2),
    "cell": ParagraphStyle("cell", BODY, fontSize=8, leading=10),
    "head": ParagraphStyle("head", BODY, fontName=BOLD, fontSize=8, leading=10),
}
COLORS = load("report", "paper", dict[PageInk, str])
"""On white paper, whatever the theme; every shape stands out by form as well."""
OVERLAP = 0.2
"""Points by which a box reaches over the one below, so that no seam is seen."""
UNKNOWN = "Characters that could not be printed here are shown as ?; the HTML file has them all."


def pdf_page(paper: Paper) -> bytes:
    """The page as a PDF of as many pages as it takes."""
    letters = Letters()
    story = list(_story(paper, letters))
    if letters.is_missing:
        story.append(_words(UNKNOWN, "small", letters))
    target = io.BytesIO()
    document = SimpleDocTemplate(
        target,
        pagesize=A4,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN,
        bottomMargin=MARGIN,
        title=paper.title,
        author="backcare",
        lang="en-US",
    )

    def number(canvas: Canvas, _document: object) -> None:
        canvas.setFont(PLAIN, 7.5)
        canvas.drawRightString(A4[0] - MARGIN, MARGIN / 2, str(canvas.getPageNumber()))

    document.build(story, onFirstPage=number, onLaterPages=number)
    return target.getvalue()


def _story(paper: Paper, letters: Letters) -> Iterator[Flowable]:
    yield _words(paper.title, "title", letters)
    for words in paper.about:
        yield _words(words, "body", letters)
    yield _words(paper.boundary, "boundary", letters)
    for section in paper.sections:
        yield from _section(section, letters)


class _Heading(Paragraph):
    """The title of a section, by which a reader of the file can go to it."""

    def __init__(self, title: str, letters: Letters) -> None:
        """A title of our own words."""
        super().__init__(escape(letters.known(title)), STYLES["heading"])
        self._title = title

    def draw(self) -> None:
        """Mark the place, then write the title there."""
        self.canv.bookmarkHorizontal(self._title, 0, self.height)
        self.canv.addOutlineEntry(self._title, self._title)
        super().draw()


def _section(section: Section, letters: Letters) -> Iterator[Flowable]:
    """A heading that is never left alone at the foot of a page."""
    heading, parts = _Heading(section.title, letters), list(_parts(section, letters))
    if isinstance(parts[0], Grid) and not section.is_beside:
        yield from (CondPageBreak(LEAST_TABLE), heading, *parts)
        return
    kept = len(section.lines) + 1 if section.drawings else 1
    yield KeepTogether([heading, *parts[:kept]])
    yield from parts[kept:]


def _parts(section: Section, letters: Letters) -> Iterator[Flowable]:
    yield from (_words(words, "body", letters) for words in section.lines)
    listed = [_words(words, "item", letters, bullet="•") for words in section.items]
    if section.is_beside:
        yield _beside(section.drawings[0], listed, letters)
        return
    for drawing in section.drawings:
        yield _drawn(drawing, letters)
    if section.legend:
        yield _words(section.legend, "small", letters)
    if section.table:
        yield _grid(section.table, letters)
    yield from listed


def _beside(drawing: Drawing, listed: Sequence[Flowable], letters: Letters) -> Flowable:
    """The drawing, and the list at its right."""
    left = drawing.width + GUTTER
    grid = Grid([[_drawn(drawing, letters), list(listed)]], colWidths=[left, ROOM - left])
    grid.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)])
    return grid


def _words(words: str, style: str, letters: Letters, bullet: str | None = None) -> Paragraph:
    """A paragraph in which nothing a person typed is taken for mark-up."""
    safe = escape(letters.known(clean(words, lines=True))).replace("\n", "<br/>")
    return Paragraph(safe, STYLES[style], bulletText=bullet)


def _grid(table: PaperTable, letters: Letters) -> Grid:
    """Columns without a word are left out; wide ones share what narrow ones leave."""
    kept = [at for at, _ in enumerate(table.headings) if any(row[at] for row in table.rows)]
    head = [_words(table.headings[at], "head", letters) for at in kept]
    rows = [[_words(row[at], "cell", letters) for at in kept] for row in table.rows]
    widths = _widths([[table.headings[at], *(row[at] for row in table.rows)] for at in kept])
    grid = Grid([head, *rows], colWidths=widths, repeatRows=1, splitInRow=1)
    grid.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEBELOW", (0, 0), (-1, 0), 0.8, colors.HexColor(COLORS["axis"])),
            ("LINEBELOW", (0, 1), (-1, -1), 0.3, colors.HexColor(COLORS["grid"])),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
        ]
    )
    return grid


def _widths(columns: Sequence[Sequence[str]]) -> list[float]:
    """What each column's words take, the longest ones giving way where there is too little room."""
    natural = [
        GAP + max([*(_width(word, "head") for word in heading.split()), *map(_cell_width, cells)])
        for heading, *cells in columns
    ]
    room = ROOM
    short = [width for width in natural if width <= room / len(natural)]
    rest = room - sum(short)
    long = sum(natural) - sum(short)
    if not long:
        return [width * room / sum(natural) for width in natural]
    return [width if width <= room / len(natural) else width * rest / long for width in natural]


def _cell_width(words: str) -> float:
    return _width(words, "cell")


def _width(words: str, style: str) -> float:
    """What words take on one line, in points."""
    return stringWidth(words, STYLES[style].fontName, STYLES[style].fontSize)


def _drawn(drawing: Drawing, letters: Letters) -> Flowable:
    """The drawing as wide as the page, or in its own size where it is smaller."""
    scale = min(ROOM / drawing.width, 1.0)
    ground = vector.Drawing(drawing.width * scale, drawing.height * scale + AIR)
    group = vector.Group(*_shapes(drawing, letters), transform=(scale, 0, 0, scale, 0, 0))
    ground.add(group)
    return ground


def _shapes(drawing: Drawing, letters: Letters) -> Iterable[Any]:
    for shape in drawing.shapes:
        yield _shape(shape, drawing.height, letters)


def _shape(shape: Shape, height: float, letters: Letters) -> Any:
    """The shape with y growing upward, as paper has it."""
    match shape:
        case Stroke():
            line = vector.PolyLine([each for x, y in shape.points for each in (x, height - y)])
            line.strokeColor, line.strokeWidth = colors.HexColor(COLORS[shape.ink]), shape.width
            if shape.is_dashed:
                line.strokeDashArray = [4, 3]
            return line
        case Box():
            floor = height - shape.y - shape.height
            box = vector.Rect(shape.x, floor - OVERLAP, shape.width, shape.height + OVERLAP)
            box.fillColor, box.strokeColor = _faded(COLORS[shape.ink], shape.strength), None
            return box
        case Patch():
            form = vector.Polygon([each for x, y in shape.points for each in (x, height - y)])
            form.fillColor, form.strokeColor = _faded(COLORS[shape.ink], shape.strength), None
            return form
        case Disc():
            fill = colors.HexColor(COLORS[shape.ink])
            return vector.Circle(
                shape.x, height - shape.y, shape.radius, fillColor=fill, strokeColor=None
            )
        case Caption():
            return vector.String(
                shape.x,
                height - shape.y,
                letters.known(clean(shape.text)),
                fontName=BOLD if shape.is_bold else PLAIN,
                fontSize=shape.size,
                textAnchor=shape.anchor,
            )


def _faded(color: str, strength: float) -> colors.Color:
    """The color mixed with the white of the paper."""
    whole = colors.HexColor(color)
    parts = (1 - (1 - part) * strength for part in (whole.red, whole.green, whole.blue))
    return colors.Color(*parts)
