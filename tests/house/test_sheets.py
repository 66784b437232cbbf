"""Style sheets: a screen's own sheet stays in force after the screen is gone, so it names whom it is for."""

import importlib
import re
from collections.abc import Iterator
from pathlib import Path

from textual.dom import DOMNode

from tests.for_each import for_each
from tests.house.source import PACKAGE, modules

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


def test_every_type_that_a_rule_names_is_there() -> None:
    for module in modules():
        importlib.import_module(module.name)
    there = {each.__name__ for each in descendants(DOMNode)}
    named = {
        (sheet.name, name)
        for sheet in PACKAGE.rglob("*.tcss")
        for selector in selectors(sheet.read_text("utf-8"))
        for name in re.findall(r"(?<![\w.#:-])[A-Z]\w+", selector)
    }
    assert not {(sheet, name) for sheet, name in named if name not in there}


def descendants(of: type[DOMNode]) -> Iterator[type[DOMNode]]:
    for each in of.__subclasses__():
        yield each
        yield from descendants(each)
