"""The boundary text: what backcare is, what it is not, and when to get help right away."""

from functools import cache

import msgspec

from backcare_tui.library.data_files import load


class _Boundaries(msgspec.Struct, frozen=True):
    paragraphs: tuple[str, ...]


@cache
def _boundaries() -> _Boundaries:
    return load("library", "boundaries", _Boundaries)


def boundary_text() -> tuple[str, ...]:
    """The paragraphs of the first run and of the About page."""
    return _boundaries().paragraphs
