"""Every key once, every command with words, every screen with a purpose."""

import ast
import importlib
import re
import sys
from collections import Counter

import pytest
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.screen import Screen

from backcare_tui.app import BackcareApp
from backcare_tui.commands.command import Command
from backcare_tui.commands.pages import MANUAL
from backcare_tui.commands.palette import _name
from backcare_tui.commands.paper import as_written_here
from backcare_tui.commands.places import GO_TO_PLACES, PLACE_NAMES
from backcare_tui.commands.trends import ON_REPORT
from backcare_tui.screens.frame.form import Form
from backcare_tui.screens.frame.place import Place
from backcare_tui.widgets.rows import Rows
from tests.for_each import for_each
from tests.house.source import FILES, modules, name_of

MODULES = [name_of(file) for file in FILES]


def every(of: type[DOMNode], package: str) -> list[type[DOMNode]]:
    """All classes of a kind in a package, in the order of their names."""
    found = set()
    for module in MODULES:
        if module.startswith(f"backcare_tui.{package}"):
            names = vars(importlib.import_module(module)).values()
            found |= {each for each in names if isinstance(each, type) and issubclass(each, of)}
    ours = (each for each in found if each.__module__.startswith("backcare_tui"))
    return sorted(ours, key=lambda each: each.__name__)


DECLARED = [
    value
    for module in MODULES
    if module.startswith("backcare_tui.commands.")
    for value in vars(importlib.import_module(module)).values()
]
COMMANDS = list(dict.fromkeys(each for each in DECLARED if isinstance(each, Command)))
COMMANDS += GO_TO_PLACES
SCREENS = every(Screen, "screens")
GENERAL = {
    "Place",
    "DraftedForm",
    "Form",
    "MomentForm",
    "LongForm",
    "SaysMoved",
    "LeadsBack",
    "Searching",
    "Questions",
    "OnEntries",
    "SessionScreen",
    "Page",
    "WritingPage",
    "Claims",
    "Dialog",
    "DoesTheDay",
    "Everywhere",
    "MarksDialog",
    "ChoosingPage",
    "CustodyPage",
    "WeekPage",
    "OffersSearch",
    "OnCourse",
    "OnRoutines",
}
"""What several screens share; none of them is ever shown."""
SHOWN = [screen for screen in SCREENS if screen.__name__ not in GENERAL]
EXPLAINED = [screen for screen in SHOWN if issubclass(screen, Place | Form)]

each_command = for_each("command", COMMANDS, ids=lambda command: str(command.id))


def by_name(of: type[DOMNode]) -> str:
    return of.__name__


def own_bindings(of: type[DOMNode]) -> list[Binding]:
    """The bindings that we gave a class and those it stands on, one key each."""
    given: list[BindingType] = []
    for each in of.__mro__:
        if each.__module__.startswith("backcare_tui"):
            given += vars(each).get("BINDINGS", ())
    return list(Binding.make_bindings(given))


def is_binding(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id == "Binding"


def sentences(text: str) -> int:
    return len(re.findall(r"[.!?](?=\s|$)", text))


@each_command
def test_a_command_has_words(command: Command) -> None:
    assert command.words.strip() == command.words != ""
    assert len(command.words.split()) <= 3


@each_command
def test_a_command_has_a_sentence_or_stands_beside_one_that_speaks_for_both(
    command: Command,
) -> None:
    partner = COMMANDS[COMMANDS.index(command) - 1]
    speaking = command if command.tip else partner
    assert re.fullmatch(r"[A-Z].*\.", speaking.tip)
    assert command.tip or partner.action.partition("(")[0] == command.action.partition("(")[0]


def test_no_two_commands_have_one_id() -> None:
    assert not [name for name, n in Counter(each.id for each in COMMANDS).items() if n > 1]


def test_a_screen_takes_its_keys_from_the_commands() -> None:
    found = {
        module.name: [module.at(call) for call in module.calls if is_binding(call)]
        for module in modules()
        if module.name.startswith("backcare_tui.screens")
    }
    assert not {name: calls for name, calls in found.items() if calls}


def test_the_places_have_the_keys_1_to_6() -> None:
    assert [each.keys for each in GO_TO_PLACES] == ["1", "2", "3", "4", "5", "6"]


@for_each("screen", SHOWN, ids=by_name)
def test_no_two_commands_of_a_screen_share_a_key(screen: type[DOMNode]) -> None:
    ids: dict[str, set[str | None]] = {}
    for binding in [*own_bindings(screen), *own_bindings(BackcareApp)]:
        ids.setdefault(binding.key, set()).add(binding.id)
    shared = {key: each for key, each in ids.items() if len(each) > 1}
    assert not {key: each for key, each in shared.items() if not is_agreed(each)}


def is_agreed(ids: set[str | None]) -> bool:
    """A page over a place is left by the key that quits, and answers have the keys of the places."""
    is_picked = any(str(id_).startswith(("reading.answer-", "month.pain-")) for id_ in ids)
    return ids == {"page.close", "app.quit"} or is_picked


@for_each("place", [each for each in SHOWN if issubclass(each, Place)], ids=by_name)
def test_a_list_takes_no_key_from_its_place(place: type[DOMNode]) -> None:
    taken = {binding.key for binding in own_bindings(place)}
    assert not taken & {binding.key for binding in own_bindings(Rows)}


def test_every_place_is_a_screen() -> None:
    modes = {getattr(screen, "MODE", "") for screen in SHOWN if issubclass(screen, Place)}
    assert modes == set(PLACE_NAMES)


@for_each("screen", EXPLAINED, ids=by_name)
def test_a_place_or_form_says_in_at_most_three_sentences_what_it_is_for(
    screen: type[DOMNode],
) -> None:
    assert 1 <= sentences(vars(screen)["HELP"]) <= 3


@for_each("widget", every(DOMNode, "widgets"), ids=by_name)
def test_a_widget_with_keys_says_how_it_is_used(widget: type[DOMNode]) -> None:
    if own_bindings(widget):
        assert 1 <= sentences(widget.HELP or "") <= 3


def test_the_palette_keeps_the_letters_of_a_command() -> None:
    assert _name(Binding("c", "conditions", "what I have")) == "What I have (c)"
    assert _name(Binding("4", "go", "Massage", id="place.massage")) == "Go to Massage (4)"


def test_the_palette_names_a_command_without_a_key_by_its_words() -> None:
    assert _name(MANUAL.binding()) == "Manual"


def test_a_footer_says_html_where_no_pdf_can_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    assert as_written_here(*ON_REPORT) == ON_REPORT
    monkeypatch.setitem(sys.modules, "reportlab", None)
    assert [each.words for each in as_written_here(*ON_REPORT)] == [
        each.words.replace("PDF", "HTML") for each in ON_REPORT
    ]
    assert {"write HTML", "mark"} <= {each.words for each in as_written_here(*ON_REPORT)}
