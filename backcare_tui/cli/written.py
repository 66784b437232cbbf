"""What a command answers programs of a page that it made: where it is, how large, and what is on it."""

import re
from pathlib import Path
from typing import Any

from backcare_tui.report.hand_over import HandOverData

SHEET = re.compile(rb"/Type\s*/Page\b")
"""What stands once in a PDF for each of its sheets."""


def of_data(about: HandOverData) -> str:
    """The verdict of a page: `yes` where anything was taken down in its time, else `no`."""
    is_anything = about.pain or about.sleep or about.visits or about.sessions.count
    return "yes" if is_anything else "no"


def page_as_json(
    page: bytes, ending: str, target: Path | None, *, verdict: str, on_it: str
) -> dict[str, Any]:
    """What was made.

    Args:
        page: The whole of it.
        ending: What kind of file it is: `.pdf`.
        target: Where it was written to; None where it was not, and so is in the answer itself.
        verdict: As the command says it.
        on_it: What is on the page and what is not, in a sentence.
    """
    return {
        "verdict": verdict,
        "file": None if target is None else str(target),
        "format": ending.removeprefix("."),
        "pages": len(SHEET.findall(page)) if ending == ".pdf" else None,
        "bytes": len(page),
        "on_it": on_it,
        **({"text": page.decode()} if target is None else {}),
    }
