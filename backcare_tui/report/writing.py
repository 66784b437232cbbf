"""Writes what is handed over to a file: for its owner only, whole or not at all, never over another unasked."""

import os
import tempfile
from pathlib import Path

from backcare_tui.report.html_page import html_page
from backcare_tui.report.paper import Paper
from backcare_tui.report.text_page import text_page

RENDERED = {".html": html_page, ".txt": text_page}
"""What makes the text of a page, by how the file's name ends."""


class CannotWrite(Exception):
    """The file could not be written; nothing was changed. `str()` is a sentence for a person."""


class IsThere(CannotWrite):
    """There is a file of that name already, and it was not said to write over it."""


def read_target(text: str) -> Path:
    """The file that is meant, with `~` for one's own folder.

    Raises:
        ValueError: If its name does not say what it is to be.
    """
    target = Path(text.strip())
    try:
        target = target.expanduser()
    except RuntimeError as error:
        raise ValueError(f"file: there is no such home as in {text}.") from error
    if target.suffix.lower() not in RENDERED:
        raise ValueError(f'file: "{target.name}" does not end in .html or .txt.')
    return target.absolute()


def write_page(paper: Paper, target: Path, *, force: bool = False) -> None:
    """Write a page as HTML or as text, as the file's name ends.

    Args:
        paper: What is written.
        target: Where to; see `read_target`.
        force: Whether a file that is there is written over.

    Raises:
        IsThere: If there is one, and it is not to be written over.
        CannotWrite: If the system refuses.
    """
    if target.exists() and not force:
        raise IsThere(f"{target} is there already.")
    page = RENDERED[target.suffix.lower()](paper)
    write_whole(target, page.encode("utf-8", "replace"))


def write_whole(target: Path, data: bytes) -> None:
    """Write a file for its owner only, whole or not at all.

    Raises:
        CannotWrite: If the system refuses.
    """
    beside: str | None = None
    try:
        descriptor, beside = tempfile.mkstemp(prefix=".backcare-", dir=target.parent)
        with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor, for its mode 0600
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(target)
    except OSError as error:
        if beside:
            Path(beside).unlink(missing_ok=True)
        reason = (error.strerror or "the system refused").lower()
        raise CannotWrite(f"Could not write {target}: {reason}.") from error
