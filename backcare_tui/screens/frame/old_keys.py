"""What an old hand presses where nothing else has the key: said once, where it went."""

from typing import Any

from textual.events import Key
from textual.screen import Screen

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
