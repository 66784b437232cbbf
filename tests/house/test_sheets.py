"""Style sheets: a screen's own sheet stays in force after the screen is gone, so it names whom it is for."""

import re
from pathlib import Path

from tests.for_each import for_each
from tests.house.source import PACKAGE

SHEETS = sorted((PACKAGE / "screens").rglob("*.tcss"))
SHARED = {".dialog"}
"""What a sheet may name for all screens."""


def selectors(text: str) -> list[str]:
    """Each selector of a sheet, the outermost ones of nested rules alone."""
    found, depth, start = [], 0, 0
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    for at, char in enumerate(text):
        if char == "{":
            if depth == 0:
                found += text[start:at].split(",")
            depth += 1
        elif char == "}":
            depth -= 1
            start = at + 1
    return [each.strip() for each in found]


@for_each("sheet", SHEETS, ids=lambda path: path.name)
def test_a_rule_begins_with_a_screen_or_a_widget_of_ours(sheet: Path) -> None:
    named = selectors(sheet.read_text("utf-8"))
    assert named
    assert not [
        each for each in named if not re.match(r"[A-Z]", each.lstrip()) and each not in SHARED
    ]
