"""The sources of advice: the short names that it uses, spelled out."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec

from backcare_tui.library.data_files import load

_SAYS = {"secondary": " (seen through others)", "seed": " (an article; no study stands behind it)"}


class Reference(msgspec.Struct, frozen=True):
    """A source in full."""

    key: str
    """Its short name: `Farrar 2001`."""
    title: str
    """Authors, title, where and when it appeared."""
    mark: Literal["ok", "secondary", "seed"]
    """How sure it is that it says so: looked at, or seen through others; the seed is the article
    that the program grew from, which no study stands behind."""
    names: tuple[str, ...] = ()
    """Other short names of it."""

    def __str__(self) -> str:
        """It in one line; what was not seen itself, or is no study, says so."""
        return f"{self.title}{_SAYS.get(self.mark, '')}"


class _References(msgspec.Struct, frozen=True):
    references: tuple[Reference, ...]


@cache
def references() -> tuple[Reference, ...]:
    """Every source."""
    return load("library", "references", _References).references


def named_in(source: str) -> tuple[Reference, ...]:
    """What a source of advice names, in its order, each once.

    Args:
        source: Short names with `;` between, such as `Farrar 2001; bands: Boonstra 2016`.
    """
    found = (each for part in source.split(";") for each in _named(part))
    return tuple(dict.fromkeys(found))


def _named(part: str) -> Iterator[Reference]:
    """What a part names; nothing for what is the program's own rule."""
    for each in references():
        if any(re.search(rf"\b{re.escape(name)}\b", part) for name in (each.key, *each.names)):
            yield each
