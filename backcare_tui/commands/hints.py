"""What a frame says of keys, `enter opens it · esc closes`: each of them is a button as well."""

import re
from collections.abc import Iterator

from textual.content import Content

from backcare_tui.commands.command import Command
from backcare_tui.commands.keymap import NAMED, all_commands, key_of, keyed, pressed_by
from backcare_tui.text import clean
from backcare_tui.widgets.clickable import clickable
from backcare_tui.widgets.keys import parts_of

BETWEEN = " · "
KEYS = {"enter": "enter", "esc": "escape", "space": "space", "end": "end"}
"""The keys that are called by name where no command has them, as lists and fields do."""
_BEGINS = re.compile(rf"({NAMED.pattern}|(?:{'|'.join(KEYS)})\b)")


def hint(text: str) -> Content:
    """A hint in which each part that begins with a key is a button that does what the key does.

    Keys are those of `KEYS`, and those of commands that are named by their ids in braces.

    >>> hint("type to find · esc closes").plain
    'type to find · esc closes'
    """
    return Content(BETWEEN).join(_part(words) for words in text.split(BETWEEN))


def button(command: Command, words: str) -> Content:
    """The key of a command and what it does, in words that may be a person's, as one button."""
    return _button(key_of(command), f" {clean(words)}", pressed_by(command))


def _part(words: str) -> Content:
    if not (begins := _BEGINS.match(words)):
        return Content(keyed(words))
    rest = keyed(words[begins.end() :])
    buttons = list(_buttons(begins))
    *before, (shown, key) = buttons
    parts = [_button(shown, "", key) for shown, key in before]
    return Content(" ").join([*parts, _button(shown, rest, key)])


def _buttons(begins: re.Match[str]) -> Iterator[tuple[str, str]]:
    """Each key as it is shown, and what Textual calls it; `[ ]` are two."""
    if id_ := begins[2]:
        command = all_commands()[id_]
        yield from parts_of(key_of(command), pressed_by(command))
    else:
        yield begins[0], KEYS[begins[0]]


def _button(shown: str, words: str, key: str) -> Content:
    """The key in the color of keys, its words after it, and both a button."""
    said = clickable(shown + words, f"app.simulate_key('{key}')")
    return said.stylize("$next", 0, len(shown))
