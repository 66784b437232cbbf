"""Words with a mark before them, so that it is not their color alone that tells them apart."""

from textual.content import Content

from backcare_tui.text import clean

CAUTION = ("! ", "bold $next")
"""Stands before what is to be heeded, as a part of `Content.assemble`."""


def complaint(sentence: str, *, is_bold: bool = False) -> Content:
    """What went wrong, or what cannot be: `! Not saved: the disk is full`."""
    return Content.styled(f"! {clean(sentence)}", "bold $text-error" if is_bold else "$text-error")
