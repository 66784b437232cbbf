"""The boundary text: what backcare is, what it is not, and when to get help right away."""

from functools import cache
from pathlib import Path

import msgspec


class _Boundaries(msgspec.Struct, frozen=True):
    paragraphs: tuple[str, ...]


@cache
def _boundaries() -> _Boundaries:
    data = Path(__file__).with_name("data") / "boundaries.json"
    return msgspec.json.decode(data.read_bytes(), type=_Boundaries)


def boundary_text() -> tuple[str, ...]:
    """The paragraphs of the first run and of the About page."""
    return _boundaries().paragraphs
