"""Colors have names, and only the themes know what they look like."""

import re

import pytest
from textual._color_constants import COLOR_NAME_TO_RGB

from tests.house.source import SHEETS, modules

NOT_COLORS = {"auto", "transparent"}
NAMES = set(COLOR_NAME_TO_RGB) - NOT_COLORS
STYLE_WORDS = {"bold", "dim", "italic", "not", "on", "reverse", "strike", "underline"}
FIGURES = re.compile(
    # Three letters are more likely an id, such as `#bed`.
    r"#(?:[0-9a-f]{8}|[0-9a-f]{6}|(?=\w*\d)[0-9a-f]{3,4}|([a-f])\1{2,3})(?![\w-])"
    r"|\b(?:rgba?|hsla?)\(",
    re.IGNORECASE,
)
DECLARED = re.compile(r"[\w-]+\s*:\s*([^;{}]+)[;}]")


def literals(text: str) -> list[str]:
    """Colors in a style or a sheet: as figures, or by a name of their own."""
    values = DECLARED.findall(text)
    words = set(text.split())
    if words <= NAMES | STYLE_WORDS:
        values.append(text)
    named = [word for value in values for word in value.split() if word in NAMES]
    return [found[0] for found in FIGURES.finditer(text)] + named


@pytest.mark.parametrize(
    "style", ["#a0b1c2", "x { color: #fff; }", "bold red", "x { color: teal; }", "rgb(1, 2, 3)"]
)
def test_a_literal_color_would_be_seen(style: str) -> None:
    assert literals(style)


@pytest.mark.parametrize(
    "style", ["bold $here", "#bed Input", "x { color: $next 20%; }", "salmon, peas"]
)
def test_a_variable_is_no_literal(style: str) -> None:
    assert not literals(style)


def test_a_module_has_no_color_of_its_own() -> None:
    assert not [
        module.at(text)
        for module in modules()
        for text in module.strings
        if module.name != "backcare_tui.themes" and literals(str(text.value))
    ]


def test_a_sheet_has_no_color_of_its_own() -> None:
    texts = {
        sheet: re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
        for sheet in SHEETS
    }
    assert texts
    assert not {sheet.name: found for sheet, text in texts.items() if (found := literals(text))}
