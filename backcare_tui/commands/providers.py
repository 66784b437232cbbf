"""What the palette asks, each imported when it is first opened."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.command import Provider


def _provider(name: str) -> "Callable[[], type[Provider]]":
    def load() -> "type[Provider]":
        from backcare_tui.commands import palette  # noqa: PLC0415 - only an opened palette needs it

        found: type[Provider] = getattr(palette, name)
        return found

    return load


PROVIDERS = frozenset(map(_provider, ("Commands", "DayByName", "MovementByName", "EntryByWords")))
"""For `App.COMMANDS`."""
