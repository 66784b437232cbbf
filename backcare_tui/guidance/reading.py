"""Pages to read: what to know before something is done, each point with its source."""

from collections.abc import Mapping
from functools import cache

import msgspec
from msgspec.structs import replace

from backcare_tui.library.data_files import load
from backcare_tui.library.regions import Region, in_region, region

WHEN_NOT = "massage-when-not"
"""The page to read before a massage is booked."""

OWN = "backcare's own rule"
UNCITED = "What names no source is backcare's own rule."
"""Stands once on every page, in place of a line at each point."""


class ReadingPoint(msgspec.Struct, frozen=True):
    """One thing that is said."""

    says: str
    source: str
    """Short names of sources with `;` between; see `library.references`."""

    @property
    def cited(self) -> str:
        """The source, where it is more than a rule of the program's own; the page says so of those once."""
        return "" if self.source == OWN else self.source


class ReadingSection(msgspec.Struct, frozen=True):
    """Points that belong together."""

    title: str
    points: tuple[ReadingPoint, ...]
    is_urgent: bool = False
    """Whether it says when to get help at once."""


class ReadingPage(msgspec.Struct, frozen=True):
    """A page, to be read from top to bottom."""

    id: str
    title: str
    lead: str
    """What it is for, in a sentence or two."""
    sections: tuple[ReadingSection, ...]
    names: tuple[str, ...] = ()
    """What else a person may ask for it by."""


class _Pages(msgspec.Struct, frozen=True):
    pages: tuple[ReadingPage, ...]


@cache
def _written() -> tuple[ReadingPage, ...]:
    return load("guidance", "reading", _Pages).pages


def reading_pages(where: Region | None = None) -> Mapping[str, ReadingPage]:
    """Every page by its id, in the order in which they are offered.

    Args:
        where: In whose words they are; without one in those that are right everywhere.
    """
    place = where or region()
    return {page.id: _in_words(page, place) for page in _written()}


def _in_words(page: ReadingPage, where: Region) -> ReadingPage:
    sections = tuple(
        replace(
            section,
            points=tuple(
                replace(point, says=in_region(point.says, where)) for point in section.points
            ),
        )
        for section in page.sections
    )
    return replace(page, sections=sections)
