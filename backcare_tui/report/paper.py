"""A page to read: sections of lines, lists and tables, the same whatever it is drawn as."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from backcare_tui.diary.settings import RegionId
from backcare_tui.report.drawing import Drawing

SheetSize = Literal["A4", "Letter"]
_LETTER: frozenset[RegionId] = frozenset(("us", "ca"))
"""Where sheets are Letter, 8.5 by 11 inches; everywhere else they are A4."""
KEPT_ROWS = 16
"""A table of up to so many rows stands on one sheet, if it fits on one (a choice of ours)."""
SHORT_CELL = 14
"""A cell of so many letters stays on one line, where the page is wide enough."""
LONGEST_WORD = 40
"""What is longer, or has digits or signs in it, is an address or the like: a hyphen would change it."""


class PaperTable(msgspec.Struct, frozen=True):
    """Rows under headings, and the same rows in words for where columns read badly."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """As many cells as there are headings; the first one names the row."""
    lines: tuple[str, ...]
    """Each row as a line of its own."""
    is_facts: bool = False
    """Whether it is of names and values alone, which may stand as lines in two columns."""

    @property
    def told(self) -> "PaperTable":
        """The same without columns in which no row says anything."""
        kept = [at for at, _ in enumerate(self.headings) if any(row[at] for row in self.rows)]
        headings, *rows = (tuple(cells[at] for at in kept) for cells in (self.headings, *self.rows))
        return msgspec.structs.replace(self, headings=headings, rows=tuple(rows))


class Numbers(msgspec.Struct, frozen=True):
    """What the drawings show, for a page that cannot draw and for those who do not see it."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Section(msgspec.Struct, frozen=True):
    """One part of the page: what is there of it stands in this order."""

    title: str
    lines: tuple[str, ...] = ()
    """Sentences."""
    table: PaperTable | None = None
    items: tuple[str, ...] = ()
    """A list."""
    drawings: tuple[Drawing, ...] = ()
    legend: str = ""
    """What the shapes of the drawings stand for."""
    numbers: Numbers | None = None
    is_beside: bool = False
    """Whether the drawings stand in a row and the list beside them, where the page is wide enough."""
    is_half: bool = False
    """Whether it may stand beside its neighbor, if that may too, where the page is wide enough."""
    is_warning: bool = False
    """Whether it is to be seen before all else: the heaviest thing on the page."""
    is_detail: bool = False
    """Whether the detail begins with it: on a sheet of its own, if the glance before it fills one."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing of it."""
        return not (self.lines or self.table or self.items or self.drawings)


class Paper(msgspec.Struct, frozen=True):
    """The whole page, as parts to read: what it says, not how it looks.

    `report.report_paper` and `report.hand_over_paper` make one; `report.pages` writes it as PDF, HTML, Markdown or
    text, so that all of them say the same. A person's words in it are plain text, and each page escapes
    them in its own way.
    """

    title: str
    about: tuple[str, ...]
    """For whom it is, and of what time."""
    boundary: str
    """What it is not."""
    sections: tuple[Section, ...]
    whose: tuple[tuple[str, str], ...] = ()
    """Whose it is, each with its label: `("Name", "Ada Kim")`; without a word it is a line for the pen."""
    made: str = ""
    """When it was made, for the foot of each sheet: `made on Sat 28 Nov 2026`."""
    foot: tuple[str, ...] = ()
    """What words and figures mean: small, after everything else, or after the glance where that has a sheet of its own."""
    sources: tuple[str, ...] = ()
    """The sources in full, after everything else."""
    sheet: SheetSize = "A4"

    def of(self, name: str | None, born: str | None) -> "Paper":
        """The same with whose it is, as far as it is said; else there is a line for the pen."""
        said = (name, born)
        whose = (
            (label, words or by_pen)
            for (label, by_pen), words in zip(self.whose, said, strict=True)
        )
        return msgspec.structs.replace(self, whose=tuple(whose))

    @property
    def name(self) -> str:
        """Whose it is on one line, as far as it was said: `Ada Kim, 1 Jan 1970`."""
        return ", ".join(words for _, words in self.whose if words)

    @property
    def at_a_glance(self) -> tuple[Section, ...]:
        """The sections before the detail; all of them where there is none."""
        first = next((at for at, each in enumerate(self.sections) if each.is_detail), None)
        return self.sections[:first]

    def words(self) -> Iterator[str]:
        """All that is said on it, piece by piece."""
        yield from (self.title, *self.about, self.boundary, self.made, *self.foot, *self.sources)
        for pair in self.whose:
            yield from pair
        for section in self.sections:
            yield from (section.title, section.legend, *section.lines, *section.items)
            for drawing in section.drawings:
                yield from (drawing.title, drawing.description)
            for table in (section.table, section.numbers):
                if table:
                    yield from table.headings
                    yield from (cell for row in table.rows for cell in row)


def may_have_hyphen(word: str) -> bool:
    """Whether a long word may be broken by a hyphen and still be read as what it is."""
    return len(word) <= LONGEST_WORD and word.replace("-", "").isalpha()


def sheet_of(region: RegionId) -> SheetSize:
    """The paper that is in the printers of a region."""
    return "Letter" if region in _LETTER else "A4"
