"""What a person is told, and what every screen is told of the diary."""

import datetime as dt
from collections.abc import Callable
from typing import Literal

import msgspec
from textual.content import Content
from textual.dom import DOMNode
from textual.signal import Signal

from backcare_tui.diary.repository import Change
from backcare_tui.diary.when import Clock

NEWS_FOR = dt.timedelta(minutes=2)
"""How long a notice stays that is of nothing a person did."""
Complain = Callable[[str], object]
"""Says to the person, where they look, why something could not be done."""


class Said(msgspec.Struct, frozen=True):
    """One notice: what was saved or undone, or what went wrong."""

    text: str
    kind: Literal["saved", "undone", "news", "trouble"] = "news"
    hint: Content = Content()
    """What can be done about it, its keys as buttons; it is shown whole where the text is cut."""


class DiaryChanged(msgspec.Struct, frozen=True):
    """The diary is another one now than a screen has read."""

    reason: Literal["saved", "undone", "setting", "elsewhere", "new day"]
    """`elsewhere` is another process; of a `new day` nothing was written, but today is another one,
    or the clock here is, after a journey."""
    change: Change | None = None
    """What was made or taken back here; None where undo knows of none."""

    @property
    def saved_id(self) -> str:
        """The id of the entry that was saved, of several the last one; empty where none was."""
        ids = self.change.ids if self.change and self.reason == "saved" else ()
        return ids[-1] if ids else ""


class Speaker:
    """Says in a notice what was done, and announces to all screens that the diary is another one."""

    def __init__(self, clock: Clock, owner: DOMNode) -> None:
        """Nothing is said yet; `owner`, the app, sends the signals."""
        self.clock = clock
        self.said = Said("")
        """The last notice."""
        self._said_at = clock.now()
        self.noticed: Signal[Said] = Signal(owner, "noticed")
        """Sent with each notice, for the screen in front."""
        self.changed: Signal[DiaryChanged] = Signal(owner, "diary changed")
        """Sent after the diary changed, here or elsewhere."""

    def announce(self, changed: DiaryChanged, words: str = "") -> None:
        """Have every screen look at the diary again; say why, where there are words for it."""
        if words:
            self.say(words)
        self.changed.publish(changed)

    def say(
        self,
        text: str,
        kind: Literal["saved", "undone", "news", "trouble"] = "news",
        hint: Content | str = "",
    ) -> None:
        """Show a notice; words of a person may stand in it, as it is taken to the letter."""
        said = hint if isinstance(hint, Content) else Content(hint)
        self.said, self._said_at = Said(text, kind, said), self.clock.now()
        self.noticed.publish(self.said)

    def forget_news(self) -> None:
        """News of a while ago is none; what was saved, and what went wrong, stays until the next."""
        is_old = self.clock.now() - self._said_at >= NEWS_FOR
        if is_old and self.said.kind == "news" and self.said.text:
            self.say("")

    def complain(self, sentence: str) -> None:
        """Say in a notice what is wrong."""
        self.say(sentence, "trouble")

    def refuse(self, error: Exception, complain: Complain | None) -> Literal[False]:
        """The one place in which it is said that something cannot be done.

        What is refused may be so because another process wrote, which only this attempt has read.
        """
        (complain or self.complain)(str(error))
        self.changed.publish(DiaryChanged("elsewhere"))
        return False
