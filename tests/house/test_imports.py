"""The contract of pyproject.toml, read from there, held without any tool that must be installed."""

import ast
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from tests.house.source import ROOT, Module, modules

CONTRACTS: list[dict[str, Any]] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))[
    "tool"
]["importlinter"]["contracts"]
LAYERS = [contract for contract in CONTRACTS if contract["type"] == "layers"]
FORBIDDEN = [contract for contract in CONTRACTS if contract["type"] == "forbidden"]


def imported(tree: ast.AST) -> Iterator[str]:
    """All that is imported in a module, also inside functions and for types only."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are written in full"
            yield str(node.module)
            yield from (f"{node.module}.{name.name}" for name in node.names)


def is_in(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def heights(layers: list[str]) -> dict[str, int]:
    """Each package's height over the ground."""
    return {
        f"backcare_tui.{name.strip()}": height
        for height, names in enumerate(reversed(layers))
        for name in names.split("|")
    }


def height_of(name: str, layers: dict[str, int]) -> int | None:
    return next((height for layer, height in layers.items() if is_in(name, layer)), None)


def upward(name: str, tree: ast.AST, layers: dict[str, int]) -> list[str]:
    """What a module imports from above itself, or from beside itself in another package."""
    own = height_of(name, layers)
    return [
        wanted
        for wanted in imported(tree)
        if (height := height_of(wanted, layers)) is not None
        and (own is None or height >= own)
        and wanted.split(".")[1] != name.split(".")[1]
    ]


def test_both_kinds_of_contract_are_there() -> None:
    assert LAYERS
    assert FORBIDDEN


@pytest.mark.parametrize("layers", [heights(contract["layers"]) for contract in LAYERS])
def test_imports_go_down(layers: dict[str, int]) -> None:
    found = {m.name: upward(m.name, m.tree, layers) for m in modules() if m.name != "backcare_tui"}
    assert not {name: wrong for name, wrong in found.items() if wrong}


@pytest.mark.parametrize("layers", [heights(contract["layers"]) for contract in LAYERS])
def test_every_module_has_its_floor(layers: dict[str, int]) -> None:
    homeless = [m.name for m in modules() if height_of(m.name, layers) is None]
    assert homeless == ["backcare_tui"]


def test_an_upward_import_would_be_seen() -> None:
    layers = heights(LAYERS[0]["layers"])
    tree = ast.parse("def late():\n    from backcare_tui.screens.today import Today")
    assert upward("backcare_tui.diary.when", tree, layers)
    assert not upward("backcare_tui.app", tree, layers)


@pytest.mark.parametrize("contract", FORBIDDEN, ids=lambda contract: str(contract["name"]))
def test_what_is_forbidden_is_not_imported(contract: dict[str, Any]) -> None:
    def breaks(module: Module) -> list[str]:
        if not any(is_in(module.name, source) for source in contract["source_modules"]):
            return []
        return [
            name
            for name in imported(module.tree)
            if any(is_in(name, forbidden) for forbidden in contract["forbidden_modules"])
        ]

    assert not {module.name: wrong for module in modules() if (wrong := breaks(module))}
