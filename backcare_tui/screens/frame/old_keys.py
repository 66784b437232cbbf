"""What an old hand presses where nothing else has the key: said once, where it went."""

from typing import Any

from textual.content import Content
from textual.events import Key
from textual.screen import Screen

from backcare_tui.commands.hints import BETWEEN
from backcare_tui.commands.moved import moved_to, say_moved
from backcare_tui.screens.frame.desk import Desk


def moved_key(screen: Screen[Any], desk: Desk, event: Key) -> str:
    """Where a key of before went, the first time that it is pressed; else nothing.

    Args:
        screen: The screen that it was pressed on, and that no field of took it.
        desk: Knows what was said already, and keeps what is said now.
        event: The key.
    """
    name = type(screen).__name__
    command = moved_to(name, event.character or "")
    active = screen.active_bindings.get(event.key) if command else None
    if command is None or (active and active.enabled):
        return ""
    told, this = desk.repository.settings().keys_told, f"{name} {event.character}"
    if this in told:
        return ""
    desk.note("keys_told", told | {this})
    return say_moved(command)


class SaysMoved(Screen[Any]):
    """A screen on which keys had other meanings before."""

    desk: Desk

    def on_key(self, event: Key) -> None:
        """Say once where a key of before went."""
        if words := moved_key(self, self.desk, event):
            self.say_moved(words)

    def say_moved(self, words: str) -> None:
        """Say it where a dialog has its title; other screens have a line of their own."""
        for tile in self.query(".dialog"):
            first = str(tile.border_title).partition(BETWEEN)[0]
            tile.border_title = Content(f"{first}{BETWEEN}{words}")
