"""What every screen works with: the repository, the clock, and the word that something changed."""

from collections.abc import Callable
from typing import Literal

import msgspec
from textual.dom import DOMNode
from textual.signal import Signal

from backcare_tui.diary.repository import Change, Repository
from backcare_tui.diary.when import Clock
from backcare_tui.text import say_time


class Said(msgspec.Struct, frozen=True):
    """One notice: what was saved or undone, or what went wrong."""

    text: str
    kind: Literal["saved", "undone", "news", "trouble"] = "news"
    hint: str = ""
    """What can be done about it, such as `u undoes`; it is shown whole where the text is cut."""


class Desk:
    """Handed to each screen by the app, so that no screen needs to know the app."""

    def __init__(
        self, repository: Repository, clock: Clock, owner: DOMNode, aside: str = ""
    ) -> None:
        """Stand on a repository; `owner`, the app, sends the signal."""
        self.repository = repository
        self.clock = clock
        self.aside = aside
        """What the heading says all the time, such as `demo`."""
        self.said = Said("")
        self.latest = ""
        """The id of the entry that was saved last."""
        self.changed: Signal[Said] = Signal(owner, "diary changed")
        """Sent after the diary changed, here or elsewhere, and after each notice."""

    def keep(self, make: Callable[[], Change], words: str) -> Change:
        """Make a change, then say it is saved; only then is it on the disk.

        Raises:
            BadValue: If a value cannot be taken.
            CannotKeep: If it could not be made durable.
        """
        change = make()
        self.latest = change.ids[-1] if change.ids else ""
        self.say(f"saved {say_time(change.at)} · {words}", "saved", "u undoes")
        return change

    def undo(self) -> None:
        """Take back the last change, and say which it was.

        Raises:
            CannotKeep: If that could not be made durable.
        """
        change = self.repository.undo()
        if change is None:
            self.say("nothing left to undo", "news")
        else:
            self.say(f"undone: {change.summary}", "undone")

    def say(
        self,
        text: str,
        kind: Literal["saved", "undone", "news", "trouble"] = "news",
        hint: str = "",
    ) -> None:
        """Show a notice on every place, and have all of them look at the diary again."""
        self.said = Said(text, kind, hint)
        self.changed.publish(self.said)
