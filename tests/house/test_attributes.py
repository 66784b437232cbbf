"""What a screen or a widget holds is there as soon as it is made: no method meets it before it is."""

import ast
from collections.abc import Iterable, Iterator, Mapping

from tests.house.source import modules

FLOORS = ("backcare_tui.screens.", "backcare_tui.widgets.")
MAKES = ("__init__", "compose")
"""Methods, and beginnings of their names, that run before anything else; what they call runs then, too."""
OF_TEXTUAL = {
    *(
        "border_title",
        "border_subtitle",
        "cursor",
        "display",
        "title",
        "tooltip",
        "value",
        "virtual_size",
    ),
    *("rows", "columns", "chosen", "severities", "view"),
}
"""Attributes that Textual makes, or a reactive of a class above."""


def test_what_a_screen_holds_is_made_with_it() -> None:
    classes = {of.name: of for each in _trees() for of in _classes(each)}
    assert len(classes) > 100
    late = {
        f"{name}.{attribute}"
        for name, of in classes.items()
        for attribute in _set(_methods(of).values()) - _made(of, classes) - OF_TEXTUAL
    }
    assert not late


def _trees() -> Iterator[ast.Module]:
    return (each.tree for each in modules() if each.name.startswith(FLOORS))


def _classes(tree: ast.Module) -> Iterator[ast.ClassDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def _methods(of: ast.ClassDef) -> dict[str, ast.AST]:
    return {
        node.name: node
        for node in of.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def _made(of: ast.ClassDef, classes: Mapping[str, ast.ClassDef]) -> set[str]:
    """The attributes that are there once it is made: of its class, of those above, and of what makes it."""
    methods, found = _methods(of), set(_named(of))
    makers = [node for name, node in methods.items() if name.startswith(MAKES)]
    called = {
        call.func.attr
        for maker in makers
        for call in ast.walk(maker)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)
    }
    found |= _set([*makers, *(methods[each] for each in called if each in methods)])
    for base in of.bases:
        name = base.value if isinstance(base, ast.Subscript) else base
        above = name.attr if isinstance(name, ast.Attribute) else getattr(name, "id", "")
        if above in classes:
            found |= _made(classes[above], classes)
    return found


def _named(of: ast.ClassDef) -> Iterator[str]:
    """What the class itself names: values, annotations, reactives, properties."""
    for node in of.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        yield from (each.id for each in targets if isinstance(each, ast.Name))
        if isinstance(node, ast.FunctionDef) and node.decorator_list:
            yield node.name


def _set(nodes: Iterable[ast.AST]) -> set[str]:
    """What is set on `self` in some methods."""
    return {
        target.attr
        for node in nodes
        for target in ast.walk(node)
        if isinstance(target, ast.Attribute)
        and isinstance(target.ctx, ast.Store)
        and isinstance(target.value, ast.Name)
        and target.value.id == "self"
    }
