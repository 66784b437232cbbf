"""The contract of pyproject.toml, read from there, held without any tool that must be installed."""

import ast
import tomllib
from collections.abc import Collection, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Any

import pytest

from tests.house.source import ROOT, Module, modules

CONTRACTS: list[dict[str, Any]] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))[
    "tool"
]["importlinter"]["contracts"]
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


class Floors:
    """The packages of a container, each with its height over the ground."""

    def __init__(self, contract: Mapping[str, Any]) -> None:
        (self.container,) = contract["containers"]
        self._heights = {
            f"{self.container}.{name.strip()}": height
            for height, names in enumerate(reversed(contract["layers"]))
            for name in names.split("|")
        }

    def package_of(self, name: str) -> str | None:
        return next((package for package in self._heights if is_in(name, package)), None)

    def upward(self, name: str, tree: ast.AST) -> list[str]:
        """What a module imports from above itself, or from beside itself in another package."""
        own = self.package_of(name)
        return [
            wanted
            for wanted in imported(tree)
            if own
            and (package := self.package_of(wanted))
            and package != own
            and self._heights[package] >= self._heights[own]
        ]


LAYERS = [Floors(contract) for contract in CONTRACTS if contract["type"] == "layers"]


def test_each_kind_of_contract_is_there() -> None:
    kinds = {contract["type"] for contract in CONTRACTS}
    assert kinds == {"layers", "forbidden", "acyclic_siblings"}


@pytest.mark.parametrize("floors", LAYERS, ids=lambda floors: str(floors.container))
def test_imports_go_down(floors: Floors) -> None:
    found = {module.name: floors.upward(module.name, module.tree) for module in modules()}
    assert not {name: wrong for name, wrong in found.items() if wrong}


@pytest.mark.parametrize("floors", LAYERS, ids=lambda floors: str(floors.container))
def test_every_module_has_its_floor(floors: Floors) -> None:
    within = [module.name for module in modules() if is_in(module.name, floors.container)]
    assert [name for name in within if not floors.package_of(name)] == [floors.container]


def test_an_upward_import_would_be_seen() -> None:
    whole, screens = LAYERS
    tree = ast.parse("def late():\n    from backcare_tui.screens.today.place import Today")
    assert whole.upward("backcare_tui.diary.when", tree)
    assert not whole.upward("backcare_tui.app", tree)
    for name in ("diary.place", "frame.place"):
        assert screens.upward(f"backcare_tui.screens.{name}", tree)
    assert not screens.upward("backcare_tui.screens.today.welcome", tree)


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


def at_run_time(tree: ast.AST) -> Iterator[ast.AST]:
    """A module without what is there for the type checker alone."""
    for node in ast.iter_child_nodes(tree):
        is_for_types = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for kept in node.orelse if is_for_types and isinstance(node, ast.If) else [node]:
            yield kept
            yield from at_run_time(kept)


def reached(node: ast.AST, known: Collection[str]) -> Iterator[str]:
    """The modules that one import is about: of a package and a module in it only the module."""
    if isinstance(node, ast.Import):
        yield from (name.name for name in node.names)
    elif isinstance(node, ast.ImportFrom):
        for name in node.names:
            within = f"{node.module}.{name.name}"
            yield within if within in known else str(node.module)


def graph_of(trees: Mapping[str, ast.AST]) -> dict[str, set[str]]:
    """The modules that each module imports, also inside functions."""
    return {
        name: {each for node in at_run_time(tree) for each in reached(node, trees)} & trees.keys()
        for name, tree in trees.items()
    }


def test_no_modules_import_each_other_in_a_circle() -> None:
    TopologicalSorter(graph_of({module.name: module.tree for module in modules()})).prepare()


def test_a_circle_would_be_seen() -> None:
    late = ast.parse("def late():\n    from b import thing")
    typed = ast.parse("if TYPE_CHECKING:\n    import a\nelse:\n    import c")
    assert graph_of({"a": late, "b": typed, "c": late}) == {"a": {"b"}, "b": {"c"}, "c": {"b"}}
    with pytest.raises(CycleError):
        TopologicalSorter(graph_of({"a": late, "b": typed, "c": late})).prepare()
