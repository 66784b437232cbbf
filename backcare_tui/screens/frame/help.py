"""What a screen is for, and all of its keys, read from the bindings themselves."""

import textwrap
from typing import Any

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from backcare_tui.commands.command import bindings
from backcare_tui.commands.dialogs import closed_by
from backcare_tui.commands.places import PLACES
from backcare_tui.diary.settings import Settings
from backcare_tui.library.boundaries import boundary_text
from backcare_tui.library.regions import region_of

WIDEST, BESIDE_TIPS = 78, 34
"""Columns of the screen that the help uses at most, and those of them that are not for sentences."""
NARROWEST = 12
"""Columns of a sentence at least; a narrower window shows the beginning of each line."""


class Help(ModalScreen[None]):
    """Lies over the screen that it explains."""

    CSS_PATH = "help.tcss"
    AUTO_FOCUS = "VerticalScroll"
    BINDINGS = bindings(closed_by("question_mark", "f1", "q", "enter"))

    def __init__(self, of: Screen[Any], settings: Settings) -> None:
        """Explain a screen, with the field that has the focus there.

        Args:
            of: The screen.
            settings: Where one lives, for whom to call.
        """
        super().__init__()
        self._of, self._region = of, region_of(settings)

    def compose(self) -> ComposeResult:
        """Purpose, then keys."""
        with VerticalScroll(classes="tile dialog") as dialog:
            dialog.border_title = "Help"
            dialog.border_subtitle = "esc closes"
            yield Static(Content.from_markup(_emphasis(self._of.HELP or "")), id="purpose")
            focused = self._of.focused
            if focused is not None and focused.HELP:
                yield Static(Content.from_markup(_emphasis(focused.HELP)), id="focused")
            yield Static(self._keys(), id="keys")
            bounds = map(Content, boundary_text(self._region))
            yield Static(Content("\n\n").join(bounds), id="boundaries")

    def _keys(self) -> Content:
        has_places = any(
            (of.id or "").startswith("place.") for _, of, *_ in self._of.active_bindings.values()
        )
        room = max(min(self.app.size.width, WIDEST) - BESIDE_TIPS, NARROWEST)
        names = ", ".join(place.name for place in PLACES)
        tips = [(f"1 to {len(PLACES)}", "places", f"{names}.")] if has_places else []
        for key, (_, binding, enabled, _tip) in self._of.active_bindings.items():
            is_told = enabled and binding.tooltip and not (binding.id or "").startswith("place.")
            tip = (self.app.get_key_display(binding) or key, binding.description, binding.tooltip)
            if is_told and tip not in tips:
                tips.append(tip)
        return Content("\n").join(_line(*tip, room) for tip in tips)


def _line(key: str, words: str, tip: str, room: int) -> Content:
    """One key, what it does, and a sentence that keeps to its own column."""
    first, *rest = textwrap.wrap(tip, room)
    line = Content.assemble((f"{key:>8}", "$next"), f"  {words:<13} ", (first, "$quiet"))
    return Content("\n").join(
        [line, *(Content.styled(f"{'':24}{more}", "$quiet") for more in rest)]
    )


def _emphasis(words: str) -> str:
    """Our own texts mark keys as `**n**` or with backticks; nothing of a person's is in them."""
    return words.replace("**", "").replace("`", "").replace("[", "\\[")
