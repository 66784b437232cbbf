"""The keys that hold: those of the commands, or those that a person gave anew in a file."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Any

import msgspec
from textual.keys import Keys, _character_to_key, format_key

from backcare_tui.commands.command import Command
from backcare_tui.commands.grammar import GRAMMAR
from backcare_tui.text import clean

FILE_NAME = "keys.toml"
"""The file beside the diary in which keys are given anew."""
LARGEST = 64 * 1024
"""Bytes of it that are read; what is longer is no list of keys."""
ALLOWED = "a letter, a sign, or a name such as f5 or ctrl+b; several with commas between"
MOVES = frozenset(("enter", "escape", "tab", "space", "up", "down", "left", "right", "backspace"))
"""Keys that mean the same in every list and field, and so cannot be given to anything."""
STAYS = frozenset(("enter", "escape", "space", "delete", "f1"))
"""Keys that a command keeps, whatever letter it is given, so that nobody is locked in."""
UNDOES, REDOES = "{entry.undo} undoes", "{entry.redo} redoes"
"""The hints of what was saved, and of what was taken back."""
SAID_AS = MappingProxyType({"escape": "esc", "enter": "enter", "space": "space", "comma": ","})
OF_WIDGETS = MappingProxyType(
    {
        "list.up": "up,k",
        "list.down": "down,j",
        "body.turn": "v",
        "body.name": "slash",
    }
)
"""Keys of widgets that can be given anew, too, by their ids."""
GROUPS = (
    "backups",
    "care",
    "dialogs",
    "diary",
    "diet",
    "forms",
    "guidance",
    "move",
    "pages",
    "places",
    "player",
    "questions",
    "settings",
    "trends",
)
"""The modules of this package that have commands."""


class GivenKeys(msgspec.Struct, frozen=True):
    """What a file of keys says."""

    keys: Mapping[str, str] = MappingProxyType({})
    """Keys of Textual with commas between, by the id of what has them."""
    complaints: tuple[str, ...] = ()
    """A sentence for each line that cannot be followed; the others hold."""


@cache
def all_commands() -> Mapping[str, Command]:
    """Every command by its id."""
    modules = (import_module(f"{__package__}.{name}") for name in GROUPS)
    values = (each for module in modules for each in vars(module).values())
    groups = (each if isinstance(each, tuple) else (each,) for each in values)
    return {each.id: each for group in groups for each in group if isinstance(each, Command)}


@cache
def _default_keys() -> Mapping[str, str]:
    return {id_: each.keys for id_, each in all_commands().items()} | dict(OF_WIDGETS)


@cache
def _meanings() -> Mapping[str, tuple[str, ...]]:
    """What the letters of an id mean; some have two, as what `x` and `q` both end."""
    found: dict[str, tuple[str, ...]] = {}
    for meaning in GRAMMAR:
        for id_ in meaning.ids:
            found[id_] = (*found.get(id_, ()), meaning.words)
    return found


def read_keys(text: str) -> GivenKeys:
    r"""What a file of keys says; a line that cannot be followed is a sentence, and the others hold.

    >>> dict(read_keys('entry.water = "z"').keys)
    {}
    >>> dict(read_keys('entry.water = "f5"').keys)
    {'entry.water': 'f5'}
    >>> read_keys('entry.wasser = "f5"').complaints[0]
    'keys.toml, line 1: nothing is called entry.wasser. The manual lists what is.'
    """
    import tomllib  # noqa: PLC0415 - who gives no keys anew does not wait for it

    try:
        found = dict(_flat(tomllib.loads(text)))
    except (ValueError, RecursionError) as error:  # a number too long, what is nested too deep
        is_toml = isinstance(error, tomllib.TOMLDecodeError)
        wrong = str(error).rstrip(".") if is_toml else "it is no list of keys"
        return GivenKeys(complaints=(f'{FILE_NAME}: {wrong}. A line reads as: entry.water = "f5"',))
    good: dict[str, str] = {}
    wrongs = {}
    for id_, value in found.items():
        if wrong := _what_is_wrong(id_, value):
            wrongs[id_] = wrong
        else:
            good[id_] = _normal(value)
    for id_ in tuple(good):
        if wrong := _clash(id_, good):
            wrongs[id_] = wrong
            del good[id_]
    said = (f"{FILE_NAME}, line {_line_of(id_, text)}: {wrong}" for id_, wrong in wrongs.items())
    kept = {id_: _with_kept(id_, keys) for id_, keys in good.items()}
    return GivenKeys(kept, tuple(map(clean, said)))


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Dotted names, as they were written, however TOML groups them."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def _line_of(id_: str, text: str) -> int:
    """The line that names an id, from 1; one in a group is found by its own name."""
    lines = [line.strip().replace('"', "").replace(" ", "") for line in text.splitlines()]
    names = (f"{id_}=", f"{id_.rpartition('.')[2]}=")
    found = (at for name in names for at, line in enumerate(lines, 1) if line.startswith(name))
    return next(found, 1)


def _what_is_wrong(id_: str, value: object) -> str:
    if id_ not in _default_keys():
        return f"nothing is called {id_}. The manual lists what is."
    if not isinstance(value, str) or not _split(value):
        return f"{id_} has no key. Allowed is {ALLOWED}."
    wrong = [key for key in _split(value) if not _is_key(key)]
    if wrong:
        return f"{id_}: {wrong[0]} is no key. Allowed is {ALLOWED}."
    moves = [key for key in _split(_normal(value)) if key in MOVES]
    if moves:
        return f"{id_}: {moves[0]} does the same everywhere, and stays. Allowed is {ALLOWED}."
    return ""


def _clash(id_: str, given: Mapping[str, str]) -> str:
    """Who else has one of the keys, and means something else by it."""
    own = frozenset(_meanings().get(id_, (id_,)))
    for key in _split(given[id_]):
        for other, keys in {**_default_keys(), **given}.items():
            is_other = other != id_ and own.isdisjoint(_meanings().get(other, (other,)))
            if is_other and key in _split(keys):
                means = _meanings().get(other, (_words(other),))[0]
                return (
                    f"{id_}: {say_key(key)} means {means} already ({other}). Allowed is a key that "
                    "nothing has; give that one another first."
                )
    return ""


def _words(id_: str) -> str:
    command = all_commands().get(id_)
    return command.words if command else id_


def _split(keys: str) -> list[str]:
    """Keys of a list; a comma alone is the key of that name."""
    if keys.strip() == ",":
        return ["comma"]
    return [key.strip() for key in keys.split(",") if key.strip()]


def _normal(keys: str) -> str:
    named = {"esc": "escape"}
    return ",".join(
        _character_to_key(key) if len(key) == 1 else named.get(key, key) for key in _split(keys)
    )


def _is_key(key: str) -> bool:
    known = {each.value for each in Keys} | {"esc"}
    return key.isprintable() if len(key) == 1 else key in known or _character_named(key)


def _character_named(key: str) -> bool:
    """Whether Textual calls a sign so: `question_mark`."""
    return len(format_key(key)) == 1 and "+" not in key


def _with_kept(id_: str, keys: str) -> str:
    kept = [key for key in _split(_default_keys()[id_]) if key in STAYS]
    return ",".join(dict.fromkeys([*_split(keys), *kept]))


NO_KEYS = GivenKeys()
"""All commands have their own keys."""


class _Holding:
    """The keys that were given; there is one keyboard, so there is one of it."""

    given: GivenKeys = NO_KEYS


def hold_keys(given: GivenKeys) -> None:
    """From now on these are said, where a text names a key."""
    _Holding.given = given


def complaints() -> tuple[str, ...]:
    """What is wrong with the file of keys, a sentence each."""
    return _Holding.given.complaints


def say_key(key: str) -> str:
    """A key of Textual as people write it: `?` for `question_mark`."""
    return SAID_AS.get(key) or format_key(key)


def key_of(command: Command) -> str:
    """The key of a command as it is said now; empty where it has none.

    >>> from backcare_tui.commands.diary import CHECK_IN
    >>> key_of(CHECK_IN)
    'n'
    """
    if given := _Holding.given.keys.get(command.id):
        return say_key(_split(given)[0])
    if command.shown_as is not None:
        return command.shown_as
    return say_key(_split(command.keys)[0]) if command.keys else ""


def pressed_by(command: Command) -> str:
    """What Textual calls the first key that a command has now; empty where it has none."""
    keys = _split(_Holding.given.keys.get(command.id) or command.keys)
    return keys[0] if keys else ""


def keyed(text: str) -> str:
    """A sentence with the key of each command that it names by its id, in braces.

    >>> keyed("Press {entry.check-in} for pain now.")
    'Press n for pain now.'
    """
    return NAMED.sub(lambda found: _in_words(key_of(all_commands()[found[1]])), text)


def _in_words(key: str) -> str:
    """`ctrl+n` for the `^n` of the footer."""
    return f"ctrl+{key[1:]}" if len(key) > 1 and key.startswith("^") else key


NAMED = re.compile(r"\{([a-z]+(?:-[a-z]+)*\.[a-z0-9-]+)\}")
"""The id of a command in braces."""
