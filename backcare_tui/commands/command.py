"""A command: id, keys, action, words and tip.

A key of a screen is named in this package and nowhere else; what a widget does by keys of its own
stands with the widget.
"""

import msgspec
from textual.binding import Binding, BindingType

NO_KEY = "no-key:"
"""What the key of a command begins with that has none."""


class Command(msgspec.Struct, frozen=True):
    """Something a person can do."""

    id: str
    """Stable name, by which a key can be given anew: `entry.undo`."""
    keys: str
    """Keys of Textual, with commas between; empty where the palette and the help lead to it."""
    action: str
    """The action that the screen or the app has."""
    words: str
    """One to three words for the footer and the palette."""
    tip: str
    """A sentence for the help; empty where another command's sentence speaks for both."""
    show: bool = True
    """Whether the footer names it."""
    shown_as: str | None = None
    """The key as the footer writes it, where Textual would write something longer."""
    priority: bool = False
    """Whether it comes before the keys of the field that has the focus."""

    def binding(self) -> Binding:
        """The command as a binding of Textual.

        Without a key it has one that no keyboard has: so the palette and the help know of it, and a
        person can give it a key.
        """
        return Binding(
            self.keys or f"{NO_KEY}{self.id}",
            self.action,
            self.words,
            id=self.id,
            tooltip=self.tip,
            show=self.show and bool(self.keys),
            key_display=self.shown_as,
            priority=self.priority,
        )


def bindings(*commands: Command) -> list[BindingType]:
    """The bindings of commands, for a screen's `BINDINGS`."""
    return [command.binding() for command in commands]


def has_key(key: str) -> bool:
    """Whether a key of a binding is one of the keyboard."""
    return not key.startswith(NO_KEY)
