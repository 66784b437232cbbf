"""Filters over a list: small menus in a row, each open to key and mouse, plain to see when one holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Unpack

import msgspec
from textual.app import ComposeResult
from textual.containers import ItemGrid
from textual.content import Content
from textual.message import Message
from textual.widgets import Select

from backcare_tui.widgets.options import Named

MENU_WIDTH = 17
"""Cells of a menu at least."""


class Filter(msgspec.Struct, frozen=True):
    """One thing that can be asked of what is listed."""

    id: str
    name: str
    """What it says while it asks for nothing."""
    choices: tuple[tuple[str, str], ...]
    """Value and words of each choice."""


class Menu(Select[str]):
    """A filter as a menu; its first line asks for nothing."""

    HELP = "`enter` opens the menu, the arrow keys move in it, `escape` closes it."

    def __init__(self, of: Filter) -> None:
        """All that can be asked."""
        options = [(Content(words), value) for value, words in of.choices]
        super().__init__(options, prompt=of.name, compact=True, id=of.id)


class Filters(ItemGrid):
    """Menus side by side, in as many rows as the width asks for."""

    DEFAULT_CSS = """
    Filters {
        height: auto; grid-gutter: 0 1;
        & > Select {
            &.-textual-compact > SelectCurrent { padding: 0 1; background: $surface; color: $quiet; }
            & > SelectCurrent > #label { color: $quiet; }
            & > SelectCurrent.-has-value { color: $next; text-style: bold; }
            & > SelectCurrent.-has-value > #label { color: $next; }
            &:focus > SelectCurrent, &:focus > SelectCurrent > #label { background: $cursor; color: $foreground; }
            &.-textual-compact > SelectOverlay {
                border: round $here !important; background: $raised; width: 30; max-height: 14;
                padding: 0 1; scrollbar-size-vertical: 1; constrain: inside;
            }
        }
    }
    """

    @dataclass
    class Changed(Message):
        """Something else is asked for."""

        filters: "Filters"
        """The row of menus."""
        values: Mapping[str, str]
        """The value of each filter that asks for something, by its id."""

        @property
        def control(self) -> "Filters":
            """The row of menus."""
            return self.filters

    def __init__(self, filters: tuple[Filter, ...], **named: Unpack[Named]) -> None:
        super().__init__(min_column_width=MENU_WIDTH, regular=True, **named)
        self.filters = filters

    def compose(self) -> ComposeResult:
        """A menu for each."""
        yield from map(Menu, self.filters)

    @property
    def values(self) -> dict[str, str]:
        """The value of each filter that asks for something, by its id."""
        return {
            str(menu.id): menu.value for menu in self.query(Menu) if isinstance(menu.value, str)
        }

    def choose(self, filter_id: str, value: str | None) -> None:
        """Ask one thing; None asks for nothing there."""
        menu = self.query_exactly_one(f"#{filter_id}", Menu)
        menu.value = Select.NULL if value is None else value

    def clear(self) -> None:
        """Ask for nothing."""
        for menu in self.query(Menu):
            menu.clear()

    def on_select_changed(self, event: Select.Changed) -> None:
        """Tell what is asked for now."""
        event.stop()
        self.post_message(self.Changed(self, self.values))
