"""Whoever looks for a type finds one: each name stands for a single thing in the whole program."""

import ast
from collections import defaultdict
from collections.abc import Iterator

from tests.house.source import modules


def types_in(tree: ast.Module) -> Iterator[str]:
    """The public classes and aliases of types of a module; a constant has no small letters."""
    for node in tree.body:
        match node:
            case ast.ClassDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                yield from _public(name)
            case ast.Assign(targets=[ast.Name(id=name)]):
                yield from _public(name)


def _public(name: str) -> Iterator[str]:
    if name[0].isupper() and not name.isupper():
        yield name


def test_a_type_has_a_name_of_its_own() -> None:
    places = defaultdict(list)
    for module in modules():
        for name in types_in(module.tree):
            places[name].append(module.name)
    assert len(places) > 500
    assert not {name: where for name, where in places.items() if len(where) > 1}


def test_classes_and_aliases_are_types_and_constants_and_private_names_are_not() -> None:
    tree = ast.parse(
        "class A1b: ...\nDay = int\nWord: TypeAlias = str\nMOST = 3\n_Own = str\nx = 1\nT = 2"
    )
    assert list(types_in(tree)) == ["A1b", "Day", "Word"]
