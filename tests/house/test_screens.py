"""A screen is known by its name in `backcare_tui.screens`, and opened by that alone."""

import ast
from collections.abc import Iterator

import pytest

from backcare_tui import screens
from tests.house.source import Module, modules
from tests.house.test_commands import SHOWN

PACKAGE = "backcare_tui.screens"


def homes(tree: ast.Module) -> dict[str, str]:
    """The screens that a module imports, and from where."""
    return {
        name.name: str(node.module).removeprefix(f"{PACKAGE}.")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for name in node.names
        if name.name in screens.HOMES
    }


def bases(tree: ast.Module) -> Iterator[str]:
    """What the classes of a module stand on."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield from map(ast.unparse, node.bases)


def by_hand(module: Module) -> set[str]:
    """The screens that a module imports to open them itself."""
    return homes(module.tree).keys() - set(bases(module.tree))


def test_every_screen_that_is_shown_has_a_name() -> None:
    assert {screen.__name__: screen for screen in SHOWN} == {
        name: getattr(screens, name) for name in screens.HOMES
    }


def test_the_type_checker_knows_every_screen() -> None:
    (package,) = (module for module in modules() if module.name == PACKAGE)
    assert homes(package.tree) == screens.HOMES


def test_no_module_imports_the_screens_that_it_opens() -> None:
    found = {module.name: by_hand(module) for module in modules() if module.name != PACKAGE}
    assert not {name: wrong for name, wrong in found.items() if wrong}


def test_a_name_that_no_screen_has_is_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Nowhere'"):
        getattr(screens, "Nowhere")  # noqa: B009 - the type checker would know
