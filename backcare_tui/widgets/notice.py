"""One line that says what was saved, undone or went wrong; it stays until the next."""

from typing import Literal

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from backcare_tui.text import clean

NoticeKind = Literal["saved", "undone", "trouble"]


class Notice(Widget):
    """The last thing that was done; a timeout never takes it away."""

    DEFAULT_CSS = """
    Notice {
        height: 1; padding: 0 1; color: $quiet; text-overflow: ellipsis;
        &.-trouble { height: auto; max-height: 3; color: $text-error; text-style: bold; }
    }
    """

    words: reactive[Content] = reactive(Content(""), layout=True, always_update=True)
    """What it says."""
    kind: reactive[NoticeKind] = reactive[NoticeKind]("saved")
    """Whether this is good news; trouble is marked with `!` besides its color."""

    def say(self, text: Content | str, kind: NoticeKind = "saved") -> None:
        """Replaces what is said.

        Args:
            text: One short sentence.
            kind: Trouble may take up to three lines, so that it is read whole.
        """
        self.kind = kind
        self.words = Content(clean(text)) if isinstance(text, str) else text

    def watch_kind(self, kind: NoticeKind) -> None:
        """Trouble looks like trouble."""
        self.set_class(kind == "trouble", "-trouble")

    def render(self) -> Content:
        """The words, after a `!` where something went wrong."""
        return Content("! ") + self.words if self.kind == "trouble" else self.words
