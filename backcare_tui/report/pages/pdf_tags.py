"""What the words of a PDF are: headings, paragraphs, lists, tables, figures in words. Imports reportlab.

A screen reader goes by these tags (ISO 32000-1, 14.8): without them a file is letters at places. reportlab writes none
itself, so each flowable here says what it is while it is drawn, and the tree of them is put into the file at its end.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import msgspec
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph
from reportlab.platypus import Table as Grid

TAGS = {
    "title": "H1",
    "heading": "H2",
    "name": "Caption",
    "item": "LI",
    "head": "TH",
    "row": "TH",
    "cell": "TD",
}
"""What words of a style are; all others are paragraphs."""
SCOPES = {"head": "Column", "row": "Row"}
"""What headings of a table name, by their style."""
_WITHIN = {"LI": "L", "TH": "TR", "TD": "TR"}
"""What stands within something else, which the first of them begins."""


class Tag(msgspec.Struct):
    """A part of the page, and what is in it."""

    kind: str
    alt: str = ""
    """What a figure shows, in words."""
    scope: str = ""
    """What a heading of a table names: `Column` or `Row`."""
    parts: list["Tag"] = []
    place: tuple[int, int] | None = None
    """The sheet and the number on it of what is drawn."""


class TaggedCanvas(Canvas):
    """Remembers what each thing that is drawn on it is."""

    def __init__(self, *given: Any, **named: Any) -> None:
        """As reportlab makes it."""
        super().__init__(*given, **named)
        self.whole = Tag("Document")
        self._open = [self.whole]
        self._marked: list[list[Tag]] = [[]]
        """By sheet, what is marked on it."""
        self.has_lone_foot = False
        """Whether the last foot stands on a sheet of its own."""

    @contextmanager
    def tagged(self, kind: str, alt: str = "", scope: str = "") -> Iterator[None]:
        """What is drawn meanwhile is one thing."""
        sheet = self._marked[-1]
        tag = Tag(kind, alt, scope, place=(len(self._marked) - 1, len(sheet)))
        self._parent(kind).parts.append(tag)
        sheet.append(tag)
        with self._content(f"/{kind} <</MCID {len(sheet) - 1}>> BDC"):
            yield

    @contextmanager
    def within(self, kind: str) -> Iterator[None]:
        """What is drawn meanwhile are the parts of something."""
        tag = Tag(kind)
        self._open[-1].parts.append(tag)
        self._open.append(tag)
        yield
        self._open.pop()

    def begin(self, kind: str) -> None:
        """What stands within one of these does so in a new one from here on."""
        self._open[-1].parts.append(Tag(kind))

    @contextmanager
    def untold(self) -> Iterator[None]:
        """What is drawn meanwhile says nothing: lines, grounds, the foot of a sheet."""
        with self._content("/Artifact BMC"):
            yield

    def begin_foot(self) -> None:
        """What comes now is the foot, and whether anything stands above it is remembered."""
        self.has_lone_foot = not self._marked[-1]

    def next_sheet(self) -> None:
        """What comes now is on the next sheet."""
        self._marked.append([])

    def keep_tags(self) -> None:
        """Put the tree into the file; its sheets have to be in it."""
        doc: Any = self._doc  # type: ignore[attr-defined] # not in the stubs
        references: dict[int, Any] = {}
        _keep(doc, self.whole, pdfdoc.PDFObjectReference("tags"), references)
        numbers: list[object] = []
        for number, (page, tags) in enumerate(zip(doc.Pages.pages, self._marked, strict=False)):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, pdfdoc.PDFName("S")
            numbers += (number, pdfdoc.PDFArray([references[id(tag)] for tag in tags]))
        root = {
            "Type": pdfdoc.PDFName("StructTreeRoot"),
            "K": references[id(self.whole)],
            "ParentTree": _dictionary({"Nums": pdfdoc.PDFArray(numbers)}),
        }
        doc.Catalog.StructTreeRoot = doc.Reference(_dictionary(root), "tags")
        doc.Catalog.MarkInfo = _dictionary({"Marked": pdfdoc.PDFtrue})

    def _parent(self, kind: str) -> Tag:
        group = _WITHIN.get(kind)
        parent = self._open[-1]
        if group is None:
            return parent
        if not (parent.parts and parent.parts[-1].kind == group):
            parent.parts.append(Tag(group))
        return parent.parts[-1]

    @contextmanager
    def _content(self, begin: str) -> Iterator[None]:
        code: list[str] = self._code  # type: ignore[attr-defined] # not in the stubs
        code.append(begin)
        yield
        code.append("EMC")


def _keep(doc: Any, tag: Tag, parent: object, references: dict[int, Any]) -> None:
    """Keep a tag and all in it as objects of the file, each by its own name."""
    name = f"tag-{len(references)}"
    own = references[id(tag)] = pdfdoc.PDFObjectReference(name)
    for part in tag.parts:
        _keep(doc, part, own, references)
    held: dict[str, object] = {
        "Type": pdfdoc.PDFName("StructElem"),
        "S": pdfdoc.PDFName(tag.kind),
        "P": parent,
    }
    if tag.alt:
        held["Alt"] = pdfdoc.PDFString(tag.alt)
    if tag.scope:
        scope: dict[str, object] = {
            "O": pdfdoc.PDFName("Table"),
            "Scope": pdfdoc.PDFName(tag.scope),
        }
        held["A"] = _dictionary(scope)
    if tag.place:
        sheet, number = tag.place
        held |= {"Pg": pdfdoc.PDFObjectReference(f"Page{sheet + 1}"), "K": number}
    else:
        held["K"] = pdfdoc.PDFArray([references[id(part)] for part in tag.parts])
    doc.Reference(_dictionary(held), name)


def _dictionary(of: Mapping[str, object]) -> Any:
    return pdfdoc.PDFDictionary(of)


class TaggedWords(Paragraph):
    """A paragraph that says what it is, by its style."""

    canv: TaggedCanvas

    def draw(self) -> None:
        """Draw it as that."""
        style = self.style.name
        with self.canv.tagged(TAGS.get(style, "P"), scope=SCOPES.get(style, "")):
            super().draw()


class TaggedFigure(Flowable):
    """A drawing with what it shows in words."""

    canv: TaggedCanvas

    def __init__(self, drawing: Any, alt: str) -> None:
        """Of a drawing of reportlab."""
        super().__init__()
        self.width, self.height = drawing.width, drawing.height
        self._drawing, self._alt = drawing, alt

    def draw(self) -> None:
        """Draw it as one thing."""
        with self.canv.tagged("Figure", self._alt):
            self._drawing.drawOn(self.canv, 0, 0)


class Layout(Grid):
    """Things beside each other; its lines and grounds say nothing."""

    canv: TaggedCanvas

    def _drawBkgrnd(self) -> None:  # noqa: N802 - reportlab's name
        with self.canv.untold():
            super()._drawBkgrnd()  # type: ignore[misc] # not in the stubs

    def _drawLines(self) -> None:  # noqa: N802 - reportlab's name
        with self.canv.untold():
            super()._drawLines()  # type: ignore[misc] # not in the stubs


class TaggedTable(Layout):
    """A table: the first row names the columns, and the first column the rows."""

    is_long = False
    """Whether it may go on from one sheet to the next."""

    def draw(self) -> None:
        """Draw it as a table."""
        self._floor = -1.0
        with self.canv.within("Table"):
            super().draw()

    def _drawCell(self, cell: Any, style: Any, place: Any, size: Any) -> None:  # noqa: N802 - reportlab's name
        if place[1] != self._floor:
            self.canv.begin("TR")
            self._floor = place[1]
        super()._drawCell(cell, style, place, size)  # type: ignore[misc] # not in the stubs
