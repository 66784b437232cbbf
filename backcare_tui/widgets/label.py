"""The name before a field: one width for all, so that forms line up."""

from textual.content import Content

from backcare_tui.text import shortened

LABEL_WIDTH = 16
"""Cells of the label with the mark before it and the gap after it."""


def draw_label(label: str, *, here: bool) -> Content:
    """The label in `LABEL_WIDTH` cells, with a bar before it where the focus is."""
    words = shortened(label, LABEL_WIDTH - 2).ljust(LABEL_WIDTH - 1)
    if here:
        return Content.assemble(("▌", "$here"), (words, "bold"))
    return Content.assemble(" ", (words, "$quiet"))
