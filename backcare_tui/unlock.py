"""The door of a locked diary in the full screen: a small app of its own, before the diary is open."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from backcare_tui.commands.command import bindings
from backcare_tui.commands.dialogs import LEAVE_LOCKED
from backcare_tui.commands.hints import hint
from backcare_tui.diary.repository import CannotOpen
from backcare_tui.diary.values import BadValue
from backcare_tui.looks import LookedApp
from backcare_tui.store.cipher import pyrage
from backcare_tui.store.keys import Key
from backcare_tui.store.locked import places_of
from backcare_tui.store.unlock_apart import unlocked_apart
from backcare_tui.text import clean

Open = Callable[[str], Awaitable[Key]]
"""Gives the key that a passphrase opens; raises BadValue and CannotOpen."""
ASKS = "Type the passphrase."
UNLOCKING = "Unlocking…"
FORGOTTEN = "Forgotten? The secret key of the sheet opens it, too."


class UnlockApp(LookedApp[Key]):
    """Asks for the passphrase until it opens; gives the key, or None to whoever leaves."""

    TITLE = "backcare"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = bindings(LEAVE_LOCKED)
    CSS = """
    Screen { align: center middle; background: $background; color: $foreground; }
    #door {
      width: 62; max-width: 96%; height: auto; padding: 1 2;
      border: round $here; border-title-color: $here; border-title-style: bold;
      border-subtitle-color: $quiet; background: $raised;
    }
    #name { color: $quiet; height: 1; text-overflow: ellipsis; text-wrap: nowrap; }
    #door Input { margin: 1 0; border: none; height: 1; padding: 0 1; background: $background; }
    #said { height: auto; min-height: 2; }
    """

    def __init__(self, name: str, open_key: Open) -> None:
        """Ask for the diary of this name."""
        super().__init__()
        self._called, self._open_key = name, open_key

    def compose(self) -> ComposeResult:
        """One tile with one line to type in."""
        with Vertical(id="door") as door:
            door.border_title = "The diary is locked"
            door.border_subtitle = hint("enter opens · esc leaves")
            yield Static(Content(clean(self._called)), id="name")
            yield Input(password=True, placeholder="passphrase")
            yield Static(ASKS, id="said", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Try what was typed, while the screen stays alive."""
        event.input.disabled = True
        self.query_one("#said", Static).update(UNLOCKING)
        self.run_worker(self._try(event.value), exclusive=True)

    async def _try(self, words: str) -> None:
        try:
            key = await self._open_key(words)
        except (BadValue, CannotOpen) as error:
            self._again(str(error))
        else:
            self.exit(key)

    def _again(self, sentence: str) -> None:
        self.query_one("#said", Static).update(
            Content(f"{clean(sentence)}\n").append(Content.styled(FORGOTTEN, "$quiet"))
        )
        line = self.query_one(Input)
        line.disabled = False
        line.clear()
        line.focus()

    def action_leave(self) -> None:
        """Leave; the diary stays locked."""
        self.exit(None)


def ask_for_key(path: Path) -> Key | None:
    """The key to the locked diary, asked for in the full screen; None where the person left.

    Raises:
        CannotLock: If the library that opens it is not installed.
    """
    pyrage()
    places = places_of(path)

    async def open_key(words: str) -> Key:
        return await unlocked_apart(places.read_key(), words)

    return UnlockApp(places.locked.name, open_key).run()
