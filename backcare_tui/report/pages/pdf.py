"""A page as PDF: text that can be selected, drawings as vectors, sheets that say whose they are. Imports reportlab.

The file has no tags for screen readers, which reportlab cannot write; it says that the HTML file has what they need.
"""

import io
from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    KeepTogether,
    Paragraph,
    SimpleDocTemplate,
)
from reportlab.platypus import Table as Grid

from backcare_tui.report.drawing import Drawing
from backcare_tui.report.pages.inks import INKS
from backcare_tui.report.pages.pdf_drawing import drawn
from backcare_tui.report.pages.pdf_fonts import PLAIN, Letters
from backcare_tui.report.pages.pdf_words import STYLES, paragraph, table
from backcare_tui.report.paper import KEPT_ROWS, Paper, Section, SheetSize
from backcare_tui.text import say_list

SHEETS: dict[SheetSize, tuple[float, float]] = {"A4": A4, "Letter": LETTER}
MARGIN, TOP_MARGIN, PADDING = 15 * mm, 12 * mm, 6.0
"""Of the sheet, and within it of the frame that the words stand in."""
GUTTER = 24.0
"""Points between a drawing and what stands beside it."""
LEAST_LIST = 130.0
"""Points that a list needs beside drawings; with less it stands below them."""
LEAST_TABLE = 72.0
"""Points that the beginning of a table takes."""
LEAST_DETAIL = 0.45
"""The detail begins a sheet if less than this part of one is left (a choice of ours)."""
KEPT_PARTS = 8
"""A section of no more lines and drawings stands on one sheet."""
FOOT_SIZE, FOOT_GAP, LONGEST_FOOT = 8.0, 12.0, 200
SUBJECT = "Self-reported diary data, for discussion with a health professional"
BETWEEN = "\u00a0 \u00a0 "
"""Between a name and the next label; spaces alone would become one."""
BLANK = "_" * 26
"""Where something is filled in by pen."""
NO_TAGS = (
    "For a screen reader the same page as an HTML file is the better one: it has headings, tables, and what each "
    "chart shows in words and numbers. This PDF has only its text."
)


def pdf_page(paper: Paper) -> bytes:
    """The page as a PDF of as many sheets as it takes."""
    letters, size = Letters(), SHEETS[paper.sheet]
    story = list(_story(paper, letters, size))
    target = io.BytesIO()
    document = SimpleDocTemplate(
        target,
        pagesize=size,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=TOP_MARGIN,
        bottomMargin=MARGIN,
        title=paper.title,
        author="backcare",
        subject=SUBJECT,
        creator="backcare",
        lang="en-US",
        displayDocTitle=True,
    )
    foot = letters.shown(" · ".join(filter(None, (paper.name, paper.title, paper.made))))

    class Sheets(_Sheets):
        words = foot

    document.build(story, canvasmaker=Sheets)
    return target.getvalue()


def missing_letters(paper: Paper, letters: Letters | None = None) -> tuple[str, ...]:
    """Of which scripts the page has letters that a PDF made here cannot show: `Hebrew`, `emoji`."""
    letters = letters or Letters()
    for words in paper.words():
        letters.shown(words)
    return letters.missing


class _Sheets(Canvas):
    """Counts the sheets, so that each can say of how many it is one."""

    words = ""
    """What stands at the foot of each."""

    def __init__(self, *given: Any, **named: Any) -> None:
        """As reportlab makes it."""
        super().__init__(*given, **named)
        self._width = named["pagesize"][0]
        self._sheets: list[dict[str, Any]] = []
        self.showOutline()

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """Keep the sheet until it is known how many there are."""
        self._sheets.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined] # not in the stubs

    def save(self) -> None:
        """Write the foot of each sheet, then all of them."""
        for number, sheet in enumerate(self._sheets, start=1):
            self.__dict__.update(sheet)
            self._foot(f"{number} of {len(self._sheets)}")
            super().showPage()
        super().save()

    def _foot(self, number: str) -> None:
        right, floor = self._width - MARGIN - PADDING, MARGIN / 2
        room = right - MARGIN - PADDING - stringWidth(number, PLAIN, FOOT_SIZE) - FOOT_GAP
        words = self.words[:LONGEST_FOOT]
        while words and stringWidth(words, PLAIN, FOOT_SIZE) > room:
            words = words[:-2].rstrip() + "…"
        self.setFont(PLAIN, FOOT_SIZE)
        self.drawString(MARGIN + PADDING, floor, words)
        self.drawRightString(right, floor, number)


def _story(paper: Paper, letters: Letters, size: tuple[float, float]) -> Iterator[Flowable]:
    """The whole page; what cannot be shown is known last, and said first."""
    room = size[0] - 2 * (MARGIN + PADDING)
    yield paragraph(paper.title, "title", letters, room)
    if missing := missing_letters(paper, letters):
        yield paragraph(
            f"{say_missing(missing)} The HTML file shows them all.", "body", letters, room
        )
    if paper.whose:
        said = BETWEEN.join(f"{label}: {words or BLANK}" for label, words in paper.whose)
        yield paragraph(said, "whose", letters, room)
    for words in paper.about:
        yield paragraph(words, "body", letters, room)
    for section in paper.sections:
        if section.is_detail:
            yield CondPageBreak(size[1] * LEAST_DETAIL)
        yield from _section(section, letters, room)
    foot = (" ".join(paper.foot), paper.boundary, NO_TAGS)
    small = (paragraph(each, "small", letters, room) for each in foot if each)
    yield KeepTogether([_Rule(room), *small])


def say_missing(scripts: Sequence[str]) -> str:
    """That letters cannot be shown, and of which scripts."""
    return f"Some letters cannot be shown in a PDF ({say_list(scripts)}): each is a ? in it."


class _Rule(Flowable):
    """A line across, with some room around it."""

    def __init__(self, room: float) -> None:
        """As wide as the words."""
        super().__init__()
        self.width, self.height = room, 14.0

    def draw(self) -> None:
        """Draw it in the middle of its height."""
        self.canv.setStrokeColor(colors.HexColor(INKS["light"]["axis"]))
        self.canv.setLineWidth(0.5)
        self.canv.line(0, 4, self.width, 4)


class _Heading(Paragraph):
    """The title of a section, by which a reader of the file can go to it."""

    def __init__(self, title: str, letters: Letters, style: str = "heading") -> None:
        """A title of our own words."""
        shown = letters.shown(title)
        super().__init__(shown.replace("&", "&amp;").replace("<", "&lt;"), STYLES[style])
        self._title = shown

    def draw(self) -> None:
        """Mark the place, then write the title there."""
        self.canv.bookmarkHorizontal(self._title, 0, self.height)
        self.canv.addOutlineEntry(self._title, self._title)
        super().draw()


def _section(section: Section, letters: Letters, room: float) -> Iterator[Flowable]:
    """A heading that is never left alone at the foot of a sheet, with what has to stay with it."""
    if section.is_warning:
        yield _warning(section, letters, room)
        return
    heading, parts = _Heading(section.title, letters), list(_parts(section, letters, room))
    if section.table and len(section.table.rows) > KEPT_ROWS:
        until = next(at for at, (part, _) in enumerate(parts) if isinstance(part, Grid))
        yield KeepTogether([heading, *(part for part, _ in parts[:until])])
        yield CondPageBreak(LEAST_TABLE)
        yield from (part for part, _ in parts[until:])
        return
    if len(parts) <= KEPT_PARTS:
        yield KeepTogether([heading, *(part for part, _ in parts)])
        return
    kept = max((at for at, (_, is_kept) in enumerate(parts, start=1) if is_kept), default=1)
    yield KeepTogether([heading, *(part for part, _ in parts[:kept])])
    yield from (part for part, _ in parts[kept:])


Part = tuple[Flowable, bool]
"""A part of a section, and whether it and all before it stay with the heading."""


def _parts(section: Section, letters: Letters, room: float) -> Iterator[Part]:
    yield from ((paragraph(words, "body", letters, room), False) for words in section.lines)
    if section.is_beside:
        yield from _beside(section, letters, room)
        return
    for drawing in section.drawings:
        yield paragraph(drawing.title, "name", letters, room), True
        yield drawn(drawing, letters, room), True
    if section.legend:
        yield paragraph(section.legend, "small", letters, room), True
    if section.table:
        yield table(section.table, letters, room), True
    yield from ((item, False) for item in _items(section, letters, room))


def _items(section: Section, letters: Letters, room: float) -> Iterator[Flowable]:
    return (paragraph(words, "item", letters, room, bullet="•") for words in section.items)


def _beside(section: Section, letters: Letters, room: float) -> Iterator[Part]:
    """The drawings in a row, and the list at their right, or below them in columns."""
    widths = [drawing.width + GUTTER for drawing in section.drawings]
    scale = min((room + GUTTER) / sum(widths), 1.0)
    widths = [width * scale for width in widths]
    row = [
        _named(drawing, letters, width - GUTTER)
        for drawing, width in zip(section.drawings, widths, strict=True)
    ]
    left = room - sum(widths)
    if is_at_right := left >= LEAST_LIST:
        row.append(list(_items(section, letters, left)))
        widths.append(left)
    yield _row([row], widths), True
    if section.legend:
        yield paragraph(section.legend, "small", letters, room), True
    if section.items and not is_at_right:
        yield _in_columns(section, letters, room), True


def _named(drawing: Drawing, letters: Letters, room: float) -> list[Flowable]:
    return [paragraph(drawing.title, "name", letters, room), drawn(drawing, letters, room)]


def _in_columns(section: Section, letters: Letters, room: float, columns: int = 3) -> Flowable:
    """A list in columns, read down each of them."""
    items = list(_items(section, letters, room / columns - GUTTER))
    tall = -(-len(items) // columns)
    row = [items[at : at + tall] for at in range(0, len(items), tall)]
    return _row([row], [room / columns] * len(row))


def _row(rows: list[list[Any]], widths: list[float]) -> Flowable:
    grid = Grid(rows, colWidths=widths, hAlign="LEFT", splitInRow=1)
    grid.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), GUTTER / 2),
        ]
    )
    return grid


def _warning(section: Section, letters: Letters, room: float) -> Flowable:
    """A frame around it, and the heaviest letters of the page in it."""
    inner = room - 16
    parts: list[Flowable] = [_Heading(section.title, letters)]
    parts += [paragraph(words, "warning", letters, inner) for words in section.lines]
    parts += list(_items(section, letters, inner))
    grid = Grid(
        [[part] for part in parts],
        colWidths=[room],
        hAlign="LEFT",
        spaceBefore=6,
        spaceAfter=4,
        splitInRow=1,
    )
    grid.setStyle(
        [
            ("BOX", (0, 0), (-1, -1), 2.0, colors.HexColor(INKS["light"]["mark"])),
            ("LEFTPADDING", (0, 0), (-1, -1), 8),
            ("TOPPADDING", (0, 0), (-1, -1), 1),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ]
    )
    return grid
