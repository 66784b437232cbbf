"""The boundary text: what backcare is, what it is not, and when to get help right away."""

from functools import cache

import msgspec

from backcare_tui.library.data_files import load
from backcare_tui.library.regions import Region, in_region, region


class _Boundaries(msgspec.Struct, frozen=True):
    paragraphs: tuple[str, ...]


@cache
def _boundaries() -> _Boundaries:
    return load("library", "boundaries", _Boundaries)


def boundary_text(where: Region | None = None) -> tuple[str, ...]:
    """The paragraphs of the first run and of the help, in the words of a region."""
    return tuple(in_region(each, where or region()) for each in _boundaries().paragraphs)
