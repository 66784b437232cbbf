"""The footer: the keys that fit whole, and always the one that names all of them."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Footer

HELP = "help"
"""The action of the key that is always named, at the end."""
ROOMY = 116
"""Columns of the screen from which on two cells stand between keys, as the app's sheet has it."""


class Keys(Footer):
    """Names what can be done here in the order of the bindings, as far as there is room."""

    def __init__(self, last: Sequence[str] = ()) -> None:
        """The actions in `last` are named after all others, in this order."""
        super().__init__(show_command_palette=False, compact=True)
        self._ranks = {action: rank for rank, action in enumerate((*last, HELP), start=1)}
        self._width = 0

    def compose(self) -> ComposeResult:
        """What fits, and the help."""
        self._width = self.size.width
        # Textual makes one key for each action, in this very order.
        keys = list(zip(self._shown(), super().compose(), strict=False))
        keys.sort(key=lambda pair: self._ranks.get(pair[0].action, 0))
        room = self._width - sum(self._cells(each) for each, _ in keys if each.action == HELP)
        for binding, key in keys:
            if binding.action != HELP:
                room -= self._cells(binding)
            if room >= 0 or binding.action == HELP:
                yield key

    def on_resize(self, event: events.Resize) -> None:
        """Other keys fit another width."""
        if self.children and event.size.width != self._width:
            self.call_after_refresh(self.recompose)

    def _shown(self) -> list[Binding]:
        """The first binding of each action that is to be named."""
        shown: dict[str, Binding] = {}
        for _, binding, _, _ in self.screen.active_bindings.values():
            if binding.show:
                shown.setdefault(binding.action, binding)
        return list(shown.values())

    def _cells(self, of: Binding) -> int:
        """What a key takes with its words and the gap after it."""
        words = Content(f"{self.app.get_key_display(of)} {of.description}")
        return words.cell_length + (2 if self.app.size.width >= ROOMY else 1)
