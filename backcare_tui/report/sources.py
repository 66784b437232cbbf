"""The sources that a page names, spelled out for its foot. Pure."""

import re
from collections.abc import Iterable, Iterator

from backcare_tui.library.references import references

_SHORT_NAME = re.compile(r"\b[A-Z]\w+ \d{4}\b")
"""How a source is named within a sentence: `Farrar 2001`."""


def spelled_out(words: Iterable[str]) -> Iterator[str]:
    """Each source that is named, once, in the order in which it is: `Farrar 2001: Farrar JT et al., …`.

    Args:
        words: All that a page says.
    """
    full = {name: each for each in references() for name in (each.key, *each.names)}
    named = (name for text in words for name in _SHORT_NAME.findall(text))
    for name in dict.fromkeys(named):
        if name in full:
            yield f"{name}: {full[name]}."
