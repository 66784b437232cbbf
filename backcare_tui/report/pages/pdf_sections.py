"""The sections of a PDF: what stays together, and what stands beside each other. Imports reportlab."""

import math
from collections.abc import Iterator, Sequence
from html import escape
from itertools import takewhile
from typing import Any

from msgspec.structs import replace
from reportlab.lib import colors
from reportlab.platypus import CondPageBreak, Flowable

from backcare_tui.report.drawing import Drawing
from backcare_tui.report.pages.inks import INKS
from backcare_tui.report.pages.pdf_drawing import drawn
from backcare_tui.report.pages.pdf_tags import Layout, TaggedTable, TaggedWords
from backcare_tui.report.pages.pdf_words import Typesetter
from backcare_tui.report.paper import KEPT_ROWS, PaperTable, Section

GUTTER = 20.0
"""Points between what stands beside each other."""
LEFT_LINES = 0.52
"""The part of the width that the first of two columns of lines takes, as the longer ones are there."""
MOST_DRAWN = 0.5
"""The part of the width that drawings take beside words (a choice of ours)."""
LEAST_NAME = 140.0
"""Points of a column of a drawing, so that its name takes few lines."""
HIGHEST = 114.0
"""Points of drawings beside words, at most."""
MOST_BESIDE = 1.5
"""Words more than so many times as high as the drawings stand below them, not beside."""
LEAST_TABLE = 92.0
"""Points that the beginning of a table takes, with its heading."""
KEPT_PARTS = 8
"""A section of no more lines and drawings stands on one sheet."""
OneSheet = list[Flowable]
"""What stands on one sheet, if it fits on one."""
Part = tuple[Flowable, bool]
"""A part of a section, and whether it and all before it stay with the heading."""


def sections_in_order(
    sections: Sequence[Section], setter: Typesetter, room: float
) -> Iterator[OneSheet]:
    """All sections; those that are short enough stand beside each other."""
    rest = list(sections)
    while rest:
        section, *rest = rest
        halves = list(takewhile(lambda each: each.is_half, rest))
        taken, row = _row(section, halves, setter, room)
        rest = rest[taken:]
        if row:
            yield [row]
        else:
            yield from _section(section, setter, room)


def _row(
    first: Section, halves: Sequence[Section], setter: Typesetter, room: float
) -> tuple[int, Layout | None]:
    """Two halves beside each other, or drawings with as many short sections at their right as are no higher.

    Returns:
        How many of the halves are in it; and nothing where there is no such row.
    """
    space = setter.styles["heading"].spaceBefore
    if first.is_half and halves:
        half = (room - GUTTER) / 2
        cells = [_unsplit(_narrow(each), setter, half) for each in (first, halves[0])]
        return 1, beside([cells], [half + GUTTER, half], space)
    if not first.is_beside:
        return 0, None
    drawings, wide, high = _in_a_row(first, setter, room * MOST_DRAWN, HIGHEST)
    width = room - wide - GUTTER
    left = [_heading(first.title, setter), drawings, setter.paragraph(first.legend, "small", wide)]
    right, taken = _words(first, setter, width), 0
    for each in halves:
        more = [*right, *_unsplit(each, setter, width)]
        if _height(more, width) > MOST_BESIDE * high:
            break
        right, taken = more, taken + 1
    return taken, beside([[left, right]], [wide + GUTTER, width], space) if taken else None


def beside(rows: list[list[Any]], widths: list[float], space: float = 0.0) -> Layout:
    """Things beside each other, with some space above.

    The widths hold what stays free at the right of each but the last.
    """
    grid = Layout(rows, colWidths=widths, hAlign="LEFT", splitInRow=1, spaceBefore=space)
    grid.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-2, -1), GUTTER),
            ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ]
    )
    return grid


class TitleWords(TaggedWords):
    """The title of a section, by which a reader of the file can go to it."""

    def draw(self) -> None:
        """Mark the place, then write the title there."""
        title = self.getPlainText()
        self.canv.bookmarkHorizontal(title, 0, self.height)
        self.canv.addOutlineEntry(title, title)
        super().draw()


def _heading(title: str, setter: Typesetter) -> TitleWords:
    return TitleWords(escape(setter.letters.shown(title), quote=False), setter.styles["heading"])


def _unsplit(section: Section, setter: Typesetter, room: float) -> list[Flowable]:
    parts = (part for part, _ in _parts(section, setter, room))
    return [_heading(section.title, setter), *parts]


def _narrow(section: Section) -> Section:
    drawings = tuple(each.narrow or each for each in section.drawings)
    return replace(section, drawings=drawings)


def _section(section: Section, setter: Typesetter, room: float) -> Iterator[OneSheet]:
    """A heading that is never left alone at the foot of a sheet, with what has to stay with it."""
    if section.is_warning:
        yield [_warning(section, setter, room)]
        return
    parts = list(_parts(section, setter, room))
    flowables = [_heading(section.title, setter), *(part for part, _ in parts)]
    is_long = section.table is not None and len(section.table.rows) > KEPT_ROWS
    if is_long:
        kept = next(at for at, part in enumerate(flowables) if isinstance(part, TaggedTable))
    elif len(parts) <= KEPT_PARTS:
        kept = len(flowables)
    else:
        kept = 1 + max((at for at, (_, is_kept) in enumerate(parts, start=1) if is_kept), default=1)
    if is_long:
        yield [CondPageBreak(LEAST_TABLE)]
    yield flowables[:kept]
    yield from ([each] for each in flowables[kept:])


def _parts(section: Section, setter: Typesetter, room: float) -> Iterator[Part]:
    if section.is_beside:
        yield from _beside(section, setter, room)
        return
    yield from ((words, False) for words in _lines(section, setter, room))
    for drawing in section.drawings:
        yield from ((each, True) for each in _named(drawing, setter, room))
    if section.legend:
        yield setter.paragraph(section.legend, "small", room), True
    if section.table:
        yield _table(section.table, setter, room), True
    yield from ((item, False) for item in _items(section, setter, room))


def _lines(section: Section, setter: Typesetter, room: float) -> Iterator[Flowable]:
    return (setter.paragraph(words, "body", room) for words in section.lines)


def _items(section: Section, setter: Typesetter, room: float) -> Iterator[Flowable]:
    return (setter.paragraph(words, "item", room, bullet="•") for words in section.items)


def _named(drawing: Drawing, setter: Typesetter, room: float) -> list[Flowable]:
    return [setter.paragraph(drawing.title, "name", room), drawn(drawing, setter.letters, room)]


def _table(of: PaperTable, setter: Typesetter, room: float) -> Flowable:
    """The table; one of names and values as lines in two columns, as that is shorter."""
    if not of.is_facts:
        return setter.table(of, room)
    left, middle = room * LEFT_LINES, -(-len(of.lines) // 2)
    right = room - left - GUTTER
    halves = (of.lines[:middle], left), (of.lines[middle:], right)
    cells = [[setter.paragraph(each, "body", width) for each in lines] for lines, width in halves]
    return beside([cells], [left + GUTTER, right])


def _beside(section: Section, setter: Typesetter, room: float) -> Iterator[Part]:
    """The drawings in a row with the words at their right; or the words below, where they are more."""
    has_words = bool(section.lines or section.items)
    part, highest = (MOST_DRAWN, HIGHEST) if has_words else (1.0, math.inf)
    drawings, wide, high = _in_a_row(section, setter, room * part, highest)
    left = room - wide - GUTTER
    words = _words(section, setter, left) if has_words else []
    legend = setter.paragraph(section.legend, "small", room)
    if words and _height(words, left) <= MOST_BESIDE * high:
        yield beside([[drawings, words]], [wide + GUTTER, left]), True
        yield legend, True
        return
    yield from ((each, False) for each in _lines(section, setter, room))
    yield drawings, True
    yield legend, True
    if section.items:
        yield _in_columns(section, setter, room), True


def _words(section: Section, setter: Typesetter, room: float) -> list[Flowable]:
    return [*_lines(section, setter, room), *_items(section, setter, room)]


def _height(words: Sequence[Flowable], room: float) -> float:
    return float(sum(each.wrap(room, room)[1] for each in words))


def _in_a_row(
    section: Section, setter: Typesetter, room: float, highest: float
) -> tuple[Layout, float, float]:
    """The drawings, and how wide and high they are together."""
    widths = [drawing.width + GUTTER for drawing in section.drawings]
    tallest = max(drawing.height for drawing in section.drawings)
    scale = min((room + GUTTER) / sum(widths), highest / tallest, 1.0)
    least = min(LEAST_NAME, (room + GUTTER) / len(widths))
    widths = [max(width * scale, least) for width in widths]
    cells = [
        [
            setter.paragraph(drawing.title, "name", width - GUTTER),
            drawn(drawing, setter.letters, drawing.width * scale),
        ]
        for drawing, width in zip(section.drawings, widths, strict=True)
    ]
    grid = beside([cells], [*widths[:-1], widths[-1] - GUTTER])
    wide, high = grid.wrap(room, room)
    return grid, wide, high


def _in_columns(section: Section, setter: Typesetter, room: float, columns: int = 3) -> Flowable:
    """A list in columns, read down each of them."""
    width = room / columns
    items = list(_items(section, setter, width - GUTTER))
    tall = -(-len(items) // columns)
    row = [items[at : at + tall] for at in range(0, len(items), tall)]
    return beside([row], [width] * len(row))


def _warning(section: Section, setter: Typesetter, room: float) -> Flowable:
    """A frame around it, and the heaviest letters of the page in it."""
    inner = room - 16
    parts: list[Flowable] = [_heading(section.title, setter)]
    parts += [setter.paragraph(words, "warning", inner) for words in section.lines]
    parts += list(_items(section, setter, inner))
    grid = Layout(
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
