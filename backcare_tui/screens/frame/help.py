"""What a screen is for, and its keys: what can be done here first, then what can be done everywhere."""

from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.screen import Screen
from textual.widgets import Static

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.dialogs import CLOSE, CLOSE_HELP
from backcare_tui.commands.hints import hint
from backcare_tui.commands.keymap import complaints, keyed
from backcare_tui.commands.pages import LIMITS, MANUAL_FROM_HELP
from backcare_tui.diary.settings import Settings
from backcare_tui.screens.frame.dialog import Dialog
from backcare_tui.screens.frame.entry_list import ENTRIES_CLASS
from backcare_tui.screens.frame.help_lines import sections, told
from backcare_tui.widgets.key_table import KeyTable

FRAME = 5
"""Rows of the frame, of the sentence at the foot, and of what backcare is not."""


class Help(Dialog[None]):
    """Lies over the screen that it explains; a line does what it says."""

    CSS_PATH = "help.tcss"
    AUTO_FOCUS = "KeyTable"
    BINDINGS = bindings(CLOSE, CLOSE_HELP, MANUAL_FROM_HELP, LIMITS)

    def __init__(self, of: Screen[Any], settings: Settings) -> None:
        """Explain a screen, with the field that has the focus there.

        Args:
            of: The screen.
            settings: Where one lives, for whom to call.
        """
        super().__init__()
        self._of, self._settings = of, settings
        self._told = told(of)

    def compose(self) -> ComposeResult:
        """Purpose and keys; at the foot how the field is used, or the sentence of the key under the cursor."""
        with Vertical(classes="tile dialog") as dialog:
            dialog.border_title = Content(self._of.title or "Help")
            dialog.border_subtitle = hint("{help.manual} the manual · {dialog.close} closes")
            with VerticalScroll(id="explained", can_focus=False) as self.scroll:
                if wrong := complaints():
                    yield Static(Content("\n").join(map(Content, wrong)), id="wrong")
                if self._of.HELP:
                    yield Static(_plain(self._of.HELP), id="purpose")
                yield KeyTable(sections(self._of), id="keys")
            focused = self._of.focused
            how = _plain(focused.HELP) if focused and focused.HELP else ""
            self.tip = Static(how, id="tip", markup=False)
            yield self.tip
            yield Static(_limits(), id="limits")

    def on_resize(self) -> None:
        """What is explained scrolls; its frame and the sentence at the foot stay."""
        self.scroll.styles.max_height = max(self.size.height - FRAME, 1)

    def on_key_table_highlighted(self, event: KeyTable.Highlighted) -> None:
        """Say the whole sentence of the line under the cursor."""
        self.tip.update(Content(keyed(event.line.tip)))
        if event.y > 1:  # with the first line the purpose stays in view
            top = self.query_exactly_one(KeyTable).virtual_region.y + event.y
            self.scroll.scroll_to_region(Region(0, top, 1, 1), animate=False)
        else:
            self.scroll.scroll_home(animate=False)

    def on_key_table_chosen(self, event: KeyTable.Chosen) -> None:
        """Close, and do what the line says on the screen that was explained."""
        event.stop()
        if active := self._told.get(event.line.id):
            self.dismiss(None)
            self.app.call_later(self.app.run_action, active.binding.action, active.node)
        elif event.line.id:  # of an entry: first one goes to it
            self.dismiss(None)
            self._of.query(f".{ENTRIES_CLASS}").first().focus()

    def action_manual(self) -> None:
        """The manual, in the place of the help."""
        self.app.switch_screen(screens.Manual())

    def action_limits(self) -> None:
        """What backcare is not, over the help."""
        self.app.push_screen(screens.Boundaries(self._settings))


def _limits() -> Content:
    """Always in view: what backcare is not, with where to read on."""
    return hint("{help.limits} It is no medical device: what it is not, and when to get help")


def _plain(words: str) -> Content:
    """Our own texts mark keys as `**n**` or with backticks, and name a command in braces."""
    return Content(keyed(words).replace("**", "").replace("`", ""))
