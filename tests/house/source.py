"""The program as text: its modules, parsed, and the strings in them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "backcare_tui"
FILES = tuple(sorted(PACKAGE.rglob("*.py")))
SHEETS = tuple(sorted(PACKAGE.rglob("*.tcss")))


def name_of(path: Path) -> str:
    """What the module in a file of the program is imported as."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


class Module(msgspec.Struct, frozen=True):
    """One file of the program."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """As it is imported: `backcare_tui.screens.today.place`."""
        return name_of(self.path)

    @property
    def lines(self) -> int:
        """How many lines it has that are not empty."""
        return sum(bool(line.strip()) for line in self.text.splitlines())

    @property
    def strings(self) -> Iterator[ast.Constant]:
        """Every piece of text in it, docstrings and the fixed parts of f-strings too."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node

    @property
    def calls(self) -> Iterator[ast.Call]:
        """Everything that is called in it."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))

    def at(self, node: ast.expr) -> str:
        """Where it stands, and how it reads, for the message of a test."""
        place = self.path.relative_to(ROOT)
        return f"{place}:{node.lineno}: {ast.get_source_segment(self.text, node)}"


@cache
def modules() -> tuple[Module, ...]:
    """All files of the program."""
    texts = ((path, path.read_text("utf-8")) for path in FILES)
    return tuple(Module(path, text, ast.parse(text)) for path, text in texts)
