"""What holds for every file of the program."""

import ast

from tests.house.source import modules

MOST_LINES = 350
LEFT_TO_DO = ("TODO", "FIXME", "XXX")


def test_a_module_says_what_it_is_for() -> None:
    assert not [module.name for module in modules() if not ast.get_docstring(module.tree)]


def test_a_module_is_short_enough_to_be_read_at_once() -> None:
    assert not {module.name: n for module in modules() if (n := module.lines) > MOST_LINES}


def test_only_the_command_line_prints() -> None:
    silent = [each for each in modules() if not each.name.startswith("backcare_tui.cli")]
    assert silent
    assert not [
        module.at(call)
        for module in silent
        for call in module.calls
        if isinstance(call.func, ast.Name) and call.func.id == "print"
    ]


def test_nothing_is_left_to_do() -> None:
    found = {
        module.name: [word for word in LEFT_TO_DO if word in module.text] for module in modules()
    }
    assert not {name: words for name, words in found.items() if words}


def test_no_handler_calls_the_one_it_stands_on() -> None:
    """Textual calls both: the second time a click, a beginning or a save would be made twice."""
    assert not [
        module.at(call)
        for module in modules()
        for call in module.calls
        if isinstance(call.func, ast.Attribute)
        and ast.unparse(call.func.value) == "super()"
        and call.func.attr.startswith("on_")
    ]
