"""A page to read: sections of lines, lists and tables, the same whatever it is drawn as."""

import msgspec


class Table(msgspec.Struct, frozen=True):
    """Rows under headings, and the same rows in words for where columns read badly."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """As many cells as there are headings; the first one names the row."""
    lines: tuple[str, ...]
    """Each row as a line of its own."""


class Section(msgspec.Struct, frozen=True):
    """One part of the page: what is there of it stands in this order."""

    title: str
    lines: tuple[str, ...] = ()
    """Sentences."""
    table: Table | None = None
    items: tuple[str, ...] = ()
    """A list."""


class Paper(msgspec.Struct, frozen=True):
    """The whole page."""

    title: str
    about: tuple[str, ...]
    """For whom it is, and of what time."""
    boundary: str
    """What it is not."""
    sections: tuple[Section, ...]
