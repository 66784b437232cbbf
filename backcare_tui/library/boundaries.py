"""The boundary text: what backcare is, what it is not, and when to get help right away."""

from functools import cache

import msgspec

from backcare_tui.library.data_files import load
from backcare_tui.library.regions import Region, in_region, region


class _Boundaries(msgspec.Struct, frozen=True):
    paragraphs: tuple[str, ...]
    urgent: int
    """Which of them says when to get help right away, counted from 0."""
    number_unstated: str
    """Where the number to call can be stated; said as long as it is not."""


@cache
def _boundaries() -> _Boundaries:
    return load("library", "boundaries", _Boundaries)


def boundary_text(where: Region | None = None) -> tuple[str, ...]:
    """The paragraphs of the first run and of the help, in the words of a region."""
    place, held = where or region(), _boundaries()
    said = tuple(in_region(each, place) for each in held.paragraphs)
    return said if place.emergency != region().emergency else (*said, held.number_unstated)


def urgent_text(where: Region | None = None) -> str:
    """When to get help right away, and whom to call in a region."""
    held = _boundaries()
    return in_region(held.paragraphs[held.urgent], where or region())
