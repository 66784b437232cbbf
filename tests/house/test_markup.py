"""A person's words are data: no text of theirs comes near what reads markup."""

import ast

import pytest

from tests.house.source import Module, modules

READS_MARKUP = {"Button", "Label", "Link", "Option", "Static"}
HITS = {"Hit", "DiscoveryHit"}
"""What the palette shows: the help of each is read as markup."""
TITLES = {"border_title", "border_subtitle", "tooltip"}


def name_of(func: ast.expr) -> str:
    """`Static`, or the last name of `self._keys`."""
    match func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def root_of(expression: ast.expr) -> ast.expr:
    """What a chain of calls and names begins with: `Content` of `Content(" ").join(words)`."""
    while isinstance(expression, ast.Call | ast.Attribute):
        expression = expression.func if isinstance(expression, ast.Call) else expression.value
    return expression


def makers(module: Module) -> set[str]:
    """The functions of a module that give a Content."""
    return {
        node.name
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef) and ast.unparse(node.returns or node) == "Content"
    }


def is_content(expression: ast.expr, module: Module) -> bool:
    if not isinstance(expression, ast.Call):
        return False
    root = root_of(expression)
    return (isinstance(root, ast.Name) and root.id == "Content") or name_of(
        expression.func
    ) in makers(module)


def is_fixed(expression: ast.expr) -> bool:
    """Written in the program: a text without brackets, at most with constants in it."""
    match expression:
        case ast.Constant(value=str(text)):
            return "[" not in text
        case ast.JoinedStr(values=parts):
            return all(map(is_fixed, parts))
        case ast.FormattedValue(value=ast.Name(id=name)):
            return name.isupper()
    return False


def escapes(expression: ast.expr) -> bool:
    """Only the help writes texts of our own through markup, with brackets made harmless."""
    return isinstance(expression, ast.Call) and name_of(expression.func) == "_emphasis"


def is_unsafe(call: ast.Call, module: Module) -> bool:
    if name_of(call.func) in READS_MARKUP:
        reads = not any(
            keyword.arg == "markup" and ast.unparse(keyword.value) == "False"
            for keyword in call.keywords
        )
        return reads and not (call.args and is_content(call.args[0], module))
    if name_of(call.func) == "update" and call.args:
        return isinstance(call.args[0], ast.JoinedStr | ast.Constant)
    if name_of(call.func) in HITS:
        helps = (keyword.value for keyword in call.keywords if keyword.arg == "help")
        return any(isinstance(each, ast.JoinedStr) and not is_fixed(each) for each in helps)
    if name_of(call.func) == "from_markup":
        return not isinstance(call.args[0], ast.Constant) and not escapes(call.args[0])
    return name_of(call.func) == "notify"


def test_what_reads_markup_is_given_content() -> None:
    assert not [
        module.at(call) for module in modules() for call in module.calls if is_unsafe(call, module)
    ]


def test_a_title_with_something_in_it_is_content() -> None:
    assert not [
        module.at(node.value)
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Assign)
        and any(name_of(target) in TITLES for target in node.targets)
        and isinstance(node.value, ast.JoinedStr | ast.BinOp | ast.Constant)
        and not is_fixed(node.value)
    ]


@pytest.mark.parametrize(
    ("line", "unsafe"),
    [
        ("Static(note)", True),
        ("Static(f'note {note}')", True),
        ("Static(note, markup=False)", False),
        ("Static(Content(note))", False),
        ("Static(Content(' ').join(map(Content, notes)))", False),
        ("app.notify(note)", True),
        ("box.update(f'{note}')", True),
        ("Hit(1, shown, go, help=f'{name}: open it')", True),
        ("Hit(1, shown, go, help='Open it.')", False),
        ("Content.from_markup(f'[b]{note}[/]')", True),
        ("Content.from_markup('[b]$note[/]', note=note)", False),
    ],
)
def test_the_check_sees_what_it_is_for(line: str, *, unsafe: bool) -> None:
    tree = ast.parse(line)
    module = Module(modules()[0].path, line, tree)
    assert any(is_unsafe(call, module) for call in module.calls) is unsafe
