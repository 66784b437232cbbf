"""What holds for every file of the program."""

import ast

import pytest

from tests.house.source import Module, modules

each_module = pytest.mark.parametrize("module", modules(), ids=lambda module: str(module.name))
MOST_LINES = 350


@each_module
def test_a_module_says_what_it_is_for(module: Module) -> None:
    assert ast.get_docstring(module.tree)


@each_module
def test_a_module_is_short_enough_to_be_read_at_once(module: Module) -> None:
    assert len([line for line in module.text.splitlines() if line.strip()]) <= MOST_LINES


@each_module
def test_only_the_command_line_prints(module: Module) -> None:
    prints = [
        module.at(call)
        for call in module.calls
        if isinstance(call.func, ast.Name) and call.func.id == "print"
    ]
    assert module.name.startswith("backcare_tui.cli") or not prints


@each_module
def test_nothing_is_left_to_do(module: Module) -> None:
    assert not [word for word in ("TODO", "FIXME", "XXX") if word in module.text]
