"""A page to read: sections of lines, lists and tables, the same whatever it is drawn as."""

import msgspec

from backcare_tui.report.drawing import Drawing


class PaperTable(msgspec.Struct, frozen=True):
    """Rows under headings, and the same rows in words for where columns read badly."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """As many cells as there are headings; the first one names the row."""
    lines: tuple[str, ...]
    """Each row as a line of its own."""


class Numbers(msgspec.Struct, frozen=True):
    """What the drawings show, for a page that cannot draw."""

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
    """What the letters and shapes of the drawings stand for."""
    numbers: Numbers | None = None
    is_beside: bool = False
    """Whether the list stands beside the drawing, where the page is wide enough."""

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
