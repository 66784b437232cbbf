"""A page as PDF: text that can be selected, drawings as vectors, sheets that say whose they are. Imports reportlab."""

import io
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, SimpleDocTemplate

from backcare_tui.report.pages.inks import INKS
from backcare_tui.report.pages.pdf_fonts import PLAIN, Letters
from backcare_tui.report.pages.pdf_sections import GUTTER, OneSheet, beside, sections_in_order
from backcare_tui.report.pages.pdf_tags import TaggedCanvas, TaggedTable
from backcare_tui.report.pages.pdf_words import Typesetter
from backcare_tui.report.paper import Paper, Section, SheetSize
from backcare_tui.text import say_list

SHEETS: dict[SheetSize, tuple[float, float]] = {"A4": A4, "Letter": LETTER}
MARGIN, TOP_MARGIN, BOTTOM_MARGIN, PADDING = 15 * mm, 9 * mm, 11.5 * mm, 6.0
"""Of the sheet, and within it of the frame that the words stand in."""
LEAST_DETAIL = 0.45
"""The detail begins a sheet if less than this part of one is left (a choice of ours)."""
SIZES = (9.5, 9.0, 8.5, 8.0)
"""Points of the letters of the body: the first with which the fewest sheets are needed (the smallest is still read at
arm's length, as the letters are wide ones; a choice of ours)."""
Sizes = tuple[float, ...]
"""The size of each block."""
FOOT_SIZE, FOOT_GAP, LONGEST_FOOT = 8.0, 12.0, 200
SUBJECT = "Self-reported diary data, for discussion with a health professional"
BETWEEN = "\u00a0 \u00a0 "
"""Between a name and the next label; spaces alone would become one."""
BLANK = "_" * 26
"""Where something is filled in by pen."""


class SetBlock(NamedTuple):
    """Sections that are set in one size of letters, and the small words after them."""

    sections: Sequence[Section]
    foot: Sequence[str]


def pdf_page(paper: Paper) -> bytes:
    """The page as a PDF of as few sheets as can be read well, in as large letters as these have room for."""
    letters = Letters()
    sizes: list[float] = []
    blocks = _blocks(paper, letters)
    for number in range(1, len(blocks) + 1):
        before, upto = tuple(sizes), blocks[:number]

        def sheets(size: float, before: Sizes = before, upto: Sequence[SetBlock] = upto) -> int:
            return _built(paper, letters, upto, (*before, size))[0]

        sizes.append(_best(sheets, fewest=number))
    return _built(paper, letters, blocks, tuple(sizes))[1]


def _blocks(paper: Paper, letters: Letters) -> Sequence[SetBlock]:
    """The glance and the detail; what words mean stands after the glance, if they have one sheet together."""
    at_the_end = (*paper.sources, paper.boundary)
    glance = paper.at_a_glance
    detail = paper.sections[len(glance) :]
    if not detail:
        return [SetBlock(glance, (*paper.foot, *at_the_end))]
    first = SetBlock(glance, paper.foot)
    if _built(paper, letters, [first], (SIZES[-1],))[0] == 1:
        return [first, SetBlock(detail, at_the_end)]
    return [SetBlock(glance, ()), SetBlock(detail, (*paper.foot, *at_the_end))]


def _best(sheets: Callable[[float], int], fewest: int) -> float:
    """The largest size of letters that takes the fewest sheets; one with a foot alone counts as two."""
    tried: dict[float, int] = {}
    for points in SIZES:
        tried[points] = sheets(points)
        if tried[points] <= fewest:
            break
    return min(tried, key=lambda points: (tried[points], -points))


def _built(
    paper: Paper, letters: Letters, blocks: Sequence[SetBlock], sizes: Sizes
) -> tuple[int, bytes]:
    """How many sheets some blocks take, and the file."""
    target = io.BytesIO()
    document = SimpleDocTemplate(
        target,
        pagesize=SHEETS[paper.sheet],
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=TOP_MARGIN,
        bottomMargin=BOTTOM_MARGIN,
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

    document.build(list(_story(paper, letters, blocks, sizes)), canvasmaker=Sheets)
    canvas: Any = document.canv
    return canvas.count + canvas.has_lone_foot, target.getvalue()


def missing_letters(paper: Paper, letters: Letters | None = None) -> tuple[str, ...]:
    """Of which scripts the page has letters that a PDF made here cannot show: `Hebrew`, `emoji`."""
    letters = letters or Letters()
    for words in paper.words():
        letters.shown(words)
    return letters.missing


class _Sheets(TaggedCanvas):
    """Counts the sheets, so that each can say of how many it is one."""

    words = ""
    """What stands at the foot of each."""

    def __init__(self, *given: Any, **named: Any) -> None:
        """As reportlab makes it."""
        super().__init__(*given, **named)
        self._width = named["pagesize"][0]
        self._sheets: list[dict[str, Any]] = []
        self.showOutline()

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._sheets)

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """Keep the sheet until it is known how many there are."""
        self._sheets.append(dict(self.__dict__))
        self.next_sheet()
        self._startPage()  # type: ignore[attr-defined] # not in the stubs

    def save(self) -> None:
        """Write the foot of each sheet, then all of them."""
        for number, sheet in enumerate(self._sheets, start=1):
            self.__dict__.update(sheet)
            self._foot(f"{number} of {len(self._sheets)}")
            Canvas.showPage(self)
        self.keep_tags()
        super().save()

    def _foot(self, number: str) -> None:
        right, floor = self._width - MARGIN - PADDING, MARGIN / 2
        room = right - MARGIN - PADDING - stringWidth(number, PLAIN, FOOT_SIZE) - FOOT_GAP
        words = self.words[:LONGEST_FOOT]
        while words and stringWidth(words, PLAIN, FOOT_SIZE) > room:
            words = words[:-2].rstrip() + "…"
        with self.untold():
            self.setFont(PLAIN, FOOT_SIZE)
            self.drawString(MARGIN + PADDING, floor, words)
            self.drawRightString(right, floor, number)


def _story(
    paper: Paper, letters: Letters, blocks: Sequence[SetBlock], sizes: Sizes
) -> Iterator[Flowable]:
    """The whole page; what cannot be shown is known last, and said first."""
    size = SHEETS[paper.sheet]
    room = size[0] - 2 * (MARGIN + PADDING)
    yield from _head(paper, Typesetter(letters, sizes[0]), room)
    for block, points in zip(blocks, sizes, strict=True):
        setter = Typesetter(letters, points)
        parts = list(sections_in_order(block.sections, setter, room))
        if block is not blocks[0]:
            yield CondPageBreak(size[1] * LEAST_DETAIL)
        *before, last = parts or [[]]
        foot = list(_foot(block.foot, setter, room))
        # The foot goes with what stands before it; a long table cannot be kept whole.
        kept = (*parts, foot) if _is_long(last) else (*before, [*last, *foot])
        yield from (KeepTogether(each) if len(each) > 1 else each[0] for each in kept if each)


def _is_long(kept: OneSheet) -> bool:
    return any(isinstance(each, TaggedTable) and each.is_long for each in kept)


def _head(paper: Paper, setter: Typesetter, room: float) -> Iterator[Flowable]:
    yield setter.paragraph(paper.title, "title", room)
    if missing := missing_letters(paper, setter.letters):
        sentence = f"{say_missing(missing)} The HTML file shows them all."
        yield setter.paragraph(sentence, "body", room)
    if paper.whose:
        said = BETWEEN.join(f"{label}: {words or BLANK}" for label, words in paper.whose)
        yield setter.paragraph(said, "whose", room)
    for words in paper.about:
        yield setter.paragraph(words, "body", room)


def _foot(words: Sequence[str], setter: Typesetter, room: float) -> Iterator[Flowable]:
    """In two columns, as small letters in long lines are hard to read."""
    said = " ".join(filter(None, words))
    if not said:
        return
    half, middle = (room - GUTTER) / 2, said.find(" ", len(said) // 2)
    halves = (said[:middle], said[middle:]) if middle > 0 else (said,)
    yield _Rule(room)
    small = [setter.paragraph(each.strip(), "small", half) for each in halves]
    yield beside([small], [half + GUTTER, half][: len(small)])


def say_missing(scripts: Sequence[str]) -> str:
    """That letters cannot be shown, and of which scripts."""
    return f"Some letters cannot be shown in a PDF ({say_list(scripts)}): each is a ? in it."


class _Rule(Flowable):
    """A line across, with some room around it."""

    canv: TaggedCanvas

    def __init__(self, room: float) -> None:
        """As wide as the words."""
        super().__init__()
        self.width, self.height = room, 10.0

    def draw(self) -> None:
        """Draw it in the middle of its height."""
        self.canv.begin_foot()
        with self.canv.untold():
            self.canv.setStrokeColor(colors.HexColor(INKS["light"]["axis"]))
            self.canv.setLineWidth(0.5)
            self.canv.line(0, 4, self.width, 4)
