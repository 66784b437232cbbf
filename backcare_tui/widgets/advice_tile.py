"""Advice as people see it: a sign and a word for how urgent it is, then its text, whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Unpack

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from backcare_tui.guidance.advice.table import Advice, say_urgency
from backcare_tui.text import clean
from backcare_tui.widgets.options import Named

SIGNS = {"urgent": "▲", "caution": "◆", "info": "○"}
STYLES = {"urgent": "bold $text-error", "caution": "bold $next", "info": "bold $here"}


def draw_urgency(advice: Advice) -> Content:
    """`◆ Take care`."""
    words = f"{SIGNS[advice.severity]} {say_urgency(advice)}"
    return Content.styled(words, STYLES[advice.severity])


def draw_advice(advice: Advice) -> Content:
    """How urgent it is, and its text behind that; what is urgent is bold as a whole."""
    text = Content.styled(f"  {clean(advice.text)}", "bold" if advice.severity == "urgent" else "")
    return draw_urgency(advice) + text


def draw_reason(advice: Advice) -> Content:
    """Why it is said and from where, in quiet lines."""
    lines = (f"Why: {clean(advice.because)}", f"Source: {clean(advice.source)}")
    return Content.styled("\n".join(lines), "$quiet")


def _draw_short(advice: Advice) -> Content:
    """What is only good to know goes by its sign, so that its words come first."""
    if advice.severity != "info":
        return draw_advice(advice)
    return Content.assemble((SIGNS["info"], STYLES["info"]), f" {clean(advice.text)}")


def _with_lead(advice: Advice, lead: str, why: str) -> Content:
    """A piece, and below it the keys that do what it names; `why` opens all of them."""
    if not lead:
        return _draw_short(advice)
    keys = Content.assemble((why, "$next"), " ", ("enter", "$next"), f"  {clean(lead)}")
    return Content("\n").join([_draw_short(advice), keys])


class AdviceTile(VerticalScroll):
    """Some pieces of advice; enter or a click opens all of them with their reasons."""

    HELP = "What is worth knowing now. `enter` opens it with why it is said and from where."

    BINDINGS = [Binding("enter", "open", "Open", show=False)]

    DEFAULT_CSS = """
    AdviceTile {
        height: auto; scrollbar-size-vertical: 1;
        &.-urgent { border: heavy $error; border-title-color: $text-error; }
        & > Static { height: auto; }
    }
    """

    @dataclass
    class Opened(Message):
        """A person wants to read why."""

        tile: "AdviceTile"
        """The tile."""

        @property
        def control(self) -> "AdviceTile":
            """The tile."""
            return self.tile

    def __init__(self, title: str, **named: Unpack[Named]) -> None:
        super().__init__(**named)
        self.border_title = title
        self.why = "enter"
        """The key that opens the reasons from elsewhere on the screen."""
        self._words = Static(markup=False)

    def compose(self) -> ComposeResult:
        """One text, as high as it is."""
        yield self._words

    def show(
        self,
        advice: tuple[Advice, ...],
        before: str = "",
        after: str = "",
        aside: str = "",
        leads: Mapping[str, str] | None = None,
    ) -> None:
        """Show this advice between two sentences, and a quiet line last; without any of it there is no tile.

        Args:
            advice: The pieces.
            before: A sentence above them.
            after: A sentence below them.
            aside: A quiet line at the end.
            leads: What can be done of what a piece names, by its key.
        """
        parts = [Content(clean(before))] if before else []
        parts += [_with_lead(each, (leads or {}).get(each.key, ""), self.why) for each in advice]
        parts += [Content(clean(after))] if after and advice else []
        parts += [Content.styled(clean(aside), "$quiet")] if aside else []
        self._words.update(Content("\n\n").join(parts))
        self.set_class(any(each.severity == "urgent" for each in advice), "-urgent")
        self.display = bool(parts)
        self.scroll_home(animate=False)

    def action_open(self) -> None:
        """Ask for the reasons."""
        self.post_message(self.Opened(self))

    def on_click(self, event: events.Click) -> None:
        """As by key; a hint in the frame does what it says itself."""
        if "@click" not in event.style.meta:
            event.stop()
            self.action_open()
