"""Writes what is handed over to a file: for its owner only, whole or not at all, never over another unasked."""

from collections.abc import Callable
from pathlib import Path

from backcare_tui.extras import how_to_get, is_here
from backcare_tui.files import refuse_to_write_over, write_whole
from backcare_tui.report.pages.html import html_page
from backcare_tui.report.pages.markdown import markdown_page
from backcare_tui.report.pages.text import text_page
from backcare_tui.report.paper import Paper
from backcare_tui.text import say_list


def _pdf(paper: Paper) -> bytes:
    from backcare_tui.report.pages.pdf import pdf_page  # noqa: PLC0415 - takes long to import

    return pdf_page(paper)


def _as_bytes(page: Callable[[Paper], str]) -> Callable[[Paper], bytes]:
    return lambda paper: page(paper).encode("utf-8", "replace")


RENDERED: dict[str, Callable[[Paper], bytes]] = {
    ".html": _as_bytes(html_page),
    ".txt": _as_bytes(text_page),
    ".md": _as_bytes(markdown_page),
    ".pdf": _pdf,
}
"""What makes a page, by how the file's name ends."""
PAGE = (".pdf", ".html", ".md", ".txt")
REPORT = (".pdf", ".html", ".md")


class NoPdf(ValueError):
    """What makes a PDF is not installed."""


def read_target(text: str, endings: tuple[str, ...] = PAGE) -> Path:
    """The file that is meant, with `~` for one's own folder.

    Args:
        text: As a person typed it.
        endings: What its name may end in.

    Raises:
        NoPdf: If it is to be a PDF, and what makes one is not installed.
        ValueError: If its name does not say what it is to be.
    """
    target = Path(text.strip())
    try:
        target = target.expanduser()
    except RuntimeError as error:
        raise ValueError(f"file: there is no such home as in {text}.") from error
    if target.suffix.lower() not in endings:
        allowed = say_list(endings, "or")
        raise ValueError(f'file: "{target.name}" does not end in {allowed}.')
    if target.suffix.lower() == ".pdf" and (missing := why_no_pdf()):
        raise NoPdf(missing)
    return target.absolute()


def why_no_pdf() -> str:
    """Why no PDF can be made here, what brings it, and what serves as well; empty where one can."""
    if is_here("pdf"):
        return ""
    return (
        "A PDF needs a library that is not installed here. HTML needs none: any browser opens it, and prints it or "
        f"saves it as PDF. To have PDFs from now on: {how_to_get('pdf')}"
    )


def not_shown(paper: Paper, target: Path) -> str:
    """What of a page cannot be shown in that kind of file, as a sentence; empty where all of it can.

    Args:
        paper: What is written.
        target: Where to; see `read_target`.
    """
    if target.suffix.lower() != ".pdf":
        return ""
    from backcare_tui.report.pages.pdf import missing_letters, say_missing  # noqa: PLC0415 - as above

    scripts = missing_letters(paper)
    return say_missing(scripts) if scripts else ""


def write_page(paper: Paper, target: Path, *, force: bool = False) -> bytes:
    """Write a page as HTML, text, Markdown or PDF, as the file's name ends; gives what was written.

    Args:
        paper: What is written.
        target: Where to; see `read_target`.
        force: Whether a file that is there is written over.

    Raises:
        IsThere: If there is one, and it is not to be written over.
        CannotWrite: If the system refuses.
    """
    refuse_to_write_over(target, force=force)
    page = RENDERED[target.suffix.lower()](paper)
    write_whole(target, page)
    return page
