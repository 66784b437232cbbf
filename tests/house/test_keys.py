"""One grammar of keys: a letter or a sign means one thing on all screens, dialogs, forms and in the player."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator

from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import format_key
from textual.screen import ModalScreen

from backcare_tui import screens
from backcare_tui.app import BackcareApp
from backcare_tui.commands.command import has_key
from backcare_tui.commands.grammar import ALWAYS, GRAMMAR, PICKS, STEPS
from backcare_tui.commands.keymap import (
    FILE_NAME,
    NAMED,
    OF_WIDGETS,
    all_commands,
    key_of,
    keyed,
    read_keys,
)
from backcare_tui.commands.moved import MOVED, moved_to
from backcare_tui.screens.frame.old_keys import SaysMoved
from backcare_tui.screens.frame.page import Page
from backcare_tui.screens.frame.place import Place
from tests.for_each import for_each
from tests.house.source import modules
from tests.house.test_commands import SHOWN, by_name, every, own_bindings

NODES = every(DOMNode, "screens") + every(DOMNode, "widgets")
ON_SCALES = "minus"
"""On a scale it is 10, as 1 and 0 would be two keys."""


def bound() -> Iterator[tuple[str, Binding, type[DOMNode]]]:
    """Every letter, digit and sign that is bound anywhere, as it is written."""
    for node in NODES:
        for binding in Binding.make_bindings(vars(node).get("BINDINGS", ())):
            written = format_key(binding.key)
            if has_key(binding.key) and len(written) == 1 and written.isascii():
                yield written, binding, node


def is_pick(binding: Binding) -> bool:
    """Whether it picks an answer: a number of a scale, or what the table names."""
    is_of_scale = binding.id is None and (binding.key.isdigit() or binding.key == ON_SCALES)
    return is_of_scale or any(str(binding.id).startswith(pick) for pick in PICKS)


def letters_with_several_meanings() -> dict[str, set[str]]:
    """What each letter means, where that is more than one thing; `=` is `+` without shift."""
    found = defaultdict(set)
    for key, binding, _ in bound():
        if not is_pick(binding):
            found[key.replace("=", "+")].add(meaning_of(key, str(binding.id)))
    return {key: meant for key, meant in found.items() if len(meant) > 1}


def meaning_of(key: str, id_: str) -> str:
    """What the table says of a key that something has; else what has it."""
    is_it = (m.words for m in GRAMMAR if m.key == key.replace("=", "+") and id_ in m.ids)
    return next(is_it, id_)


def test_a_letter_means_one_thing_in_the_whole_program() -> None:
    assert letters_with_several_meanings() == {}


def test_every_key_stands_in_the_table_under_what_it_means() -> None:
    keys = {meaning.key: set(meaning.ids) for meaning in GRAMMAR}
    assert len(keys) == len(GRAMMAR)
    wrong = [
        (key, binding.id, node.__name__)
        for key, binding, node in bound()
        if not is_pick(binding) and binding.id not in keys.get(key.replace("=", "+"), ())
    ]
    assert not wrong


def test_the_table_names_nothing_that_is_not_there() -> None:
    known = all_commands().keys() | OF_WIDGETS.keys() | {"search.help"}
    assert {id_ for meaning in GRAMMAR for id_ in meaning.ids} <= known
    assert all(any(id_.startswith(pick) for id_ in known) for pick in PICKS)
    assert STEPS.keys() <= known


@for_each("screen", [each for each in SHOWN if issubclass(each, Place | Page)], ids=by_name)
def test_what_always_holds_holds_on_every_place_and_page(screen: type[DOMNode]) -> None:
    held = {(format_key(each.key), each.id) for each in own_bindings(screen)}
    picks = {format_key(each.key) for each in own_bindings(screen) if is_pick(each)}
    for meaning in ALWAYS:
        assert meaning.key in picks or (meaning.key, meaning.ids[0]) in held, meaning.key


@for_each("screen", SHOWN, ids=by_name)
def test_esc_and_q_are_one_step_back_but_for_what_the_table_names(
    screen: type[DOMNode],
) -> None:
    ids = {
        key: next((b.id for b in own_bindings(screen) if b.key == key), None)
        for key in ("escape", "q")
    }
    is_of_the_six = issubclass(screen, Place) and ids["q"] == "app.quit"
    if not is_of_the_six and ids["escape"] not in STEPS:
        assert ids["escape"] == ids["q"] is not None or issubclass(screen, ModalScreen)


def test_every_key_that_can_be_given_anew_has_a_name_of_its_own() -> None:
    nameless = [
        (key, node.__name__)
        for key, binding, node in bound()
        if not (binding.id or is_pick(binding))
    ]
    assert not nameless


def said_on_screens() -> Iterator[tuple[str, str]]:
    """Every text of a screen that is no docstring, with its module."""
    for module in modules():
        if module.name.startswith("backcare_tui.screens"):
            told = {
                id(node.value)
                for node in ast.walk(module.tree)
                if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
            }
            yield from (
                (module.name, str(each.value)) for each in module.strings if id(each) not in told
            )


def test_a_text_names_a_key_by_its_command() -> None:
    named = {id_ for _, text in said_on_screens() for id_ in NAMED.findall(text)}
    assert "entry.check-in" in named
    assert not named - all_commands().keys()


def test_no_text_of_a_screen_names_a_letter_by_itself() -> None:
    letter = re.compile(
        r"(?:[Pp]ress |with |[;:·.,] |^)(?:[b-zB-HJ-Z]|f\d|[Cc]trl\+[a-z])(?= [a-z]|[,.;]|$)"
    )
    found = [each for each in said_on_screens() if " " in each[1] and letter.search(each[1])]
    assert not found


def test_no_screen_draws_a_letter_of_its_own_as_a_key() -> None:
    drawn = re.compile(r"""\(f?"[A-Za-z] ?", "[^"]*\$next""")
    assert not [each.name for each in modules() if drawn.search(each.text)]


def test_a_key_that_moved_is_a_key_of_a_screen_that_is_there() -> None:
    for screen, letters in MOVED.items():
        assert issubclass(getattr(screens, screen), SaysMoved), screen
        for letter in letters:
            command = moved_to(screen, letter)
            assert command is not None
            assert letter not in command.keys.split(",")


def test_a_file_of_keys_moves_a_command_and_every_text_that_names_it() -> None:
    given = read_keys('[entry]\nwater = "f5"\n"check-in" = "f7, X"\n')
    assert given.complaints == ()
    assert given.keys == {"entry.water": "f5", "entry.check-in": "f7,X"}
    assert keyed("{entry.water} {app.help}") == "w ?"
    assert key_of(all_commands()["entry.redo"]) == "U"


@for_each(
    ("text", "told"),
    [
        ('entry.tea = "f5"', "line 1: nothing is called entry.tea"),
        ('\n\nentry.water = ""', "line 3: entry.water has no key"),
        ("entry.water = 3", "line 1: entry.water has no key"),
        ('entry.water = "hyper"', "hyper is no key. Allowed is a letter, a sign, or a name"),
        ('entry.water = "esc"', "escape does the same everywhere"),
        ('entry.water = "p"', "p means plan already"),
        ('entry.water = "X"\nentry.night = "X"', "X means last night already"),
        ("entry.water = ", "A line reads as"),
        ("entry.water", "A line reads as"),
        (f"entry.water = {'9' * 5000}", "it is no list of keys. A line reads as"),
        (f"entry.water = {'[' * 30000}", "it is no list of keys. A line reads as"),
        (f"{'a.' * 3000}a = 1", "it is no list of keys. A line reads as"),
    ],
)
def test_a_line_that_cannot_be_followed_is_a_sentence(text: str, told: str) -> None:
    given = read_keys(text)
    assert told in given.complaints[0]
    assert given.complaints[0].startswith(FILE_NAME)


def test_every_letter_can_be_given_anew_in_one_file() -> None:
    anew = dict(zip((each.key for each in GRAMMAR), map(chr, range(0x410, 0x460)), strict=False))
    letters: dict[str, list[str]] = {}
    for meaning in GRAMMAR:
        for id_ in meaning.ids:
            if id_ in all_commands():
                letters.setdefault(id_, []).append(anew[meaning.key])
    given = read_keys("\n".join(f'{id_} = "{", ".join(keys)}"' for id_, keys in letters.items()))
    assert given.complaints == ()
    assert given.keys.keys() == letters.keys()


def test_two_commands_can_change_places() -> None:
    given = read_keys('entry.water = "n"\nentry.check-in = "w"')
    assert given.keys == {"entry.water": "n", "entry.check-in": "w"}
    assert not given.complaints


@for_each("screen", SHOWN, ids=by_name)
def test_what_a_key_does_is_there(screen: type[DOMNode]) -> None:
    """A command whose action nothing has would be a key that does nothing, unseen."""
    homes = (screen, BackcareApp)
    for binding in own_bindings(screen):
        name = binding.action.partition("(")[0].rpartition(".")[2]
        assert any(hasattr(home, f"action_{name}") for home in homes), binding
