"""0 to 10: a digit, a shape that grows, a color and a word."""

from dataclasses import dataclass
from typing import Unpack

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from backcare_tui.library.scales import severity_band
from backcare_tui.widgets.fields.scale import HIGHEST, HINT
from backcare_tui.widgets.ink import ink
from backcare_tui.widgets.options import Named

_SHAPES = "·▁▂▃▃▄▅▅▆▇█"
_UNKNOWN = "0 is no pain, 10 the worst you can imagine"


class PainScale(Widget, can_focus=True):
    """A severity, chosen with one key or one click.

    Three lines high; at best 44 to 100 columns wide.
    """

    HELP = "How much it hurts: **0** to **9**, and **-** for 10. Backspace takes the number away again."

    DEFAULT_CSS = """
    PainScale {
        width: 1fr;
        min-width: 44;
        max-width: 100;
        height: 3;
        background: $surface;
        color: $foreground;
        &:focus { background: $raised; }
    }
    """

    BINDINGS = [
        *(
            Binding(str(severity), f"choose({severity})", str(severity), show=False)
            for severity in range(HIGHEST)
        ),
        Binding("minus", f"choose({HIGHEST})", str(HIGHEST), show=False),
        Binding("left", "step(-1)", "Less", show=False),
        Binding("right", "step(1)", "More", show=False),
        Binding("backspace,delete", "clear", "No number", show=False),
    ]

    severity: reactive[int | None] = reactive(None)
    """The chosen severity, 0 to 10, or nothing yet."""

    @dataclass
    class Chosen(Message):
        """A person chose a severity, or took it away."""

        scale: "PainScale"
        severity: int | None

        @property
        def control(self) -> "PainScale":
            """The scale it was chosen on."""
            return self.scale

    def __init__(self, severity: int | None = None, **named: Unpack[Named]) -> None:
        super().__init__(**named)
        self.set_reactive(PainScale.severity, severity)
        self._before = severity
        """What was chosen before the button went down."""

    def validate_severity(self, severity: int | None) -> int | None:
        """Keep it within 0 to 10."""
        return None if severity is None else min(max(severity, 0), HIGHEST)

    def render_line(self, y: int) -> Strip:
        """One of three lines: the shapes, the digits, the word."""
        segments = (self._shapes, self._digits, self._words)[y]() if y < 3 else []
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def action_choose(self, severity: int) -> None:
        """Choose a severity."""
        self._choose(severity)

    def action_step(self, by: int) -> None:
        """One less or one more; the first step starts at 0 from the left, at 5 from the right."""
        if self.severity is None:
            self._choose(0 if by > 0 else 5)
        else:
            self._choose(min(max(self.severity + by, 0), HIGHEST))

    def action_clear(self) -> None:
        """Take the number away."""
        self._choose(None)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Choose what is under the pointer and follow it."""
        self.capture_mouse()
        self._before = self.severity
        self._choose(self._severity_at(event.x))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the pointer while its button is down."""
        if self.app.mouse_captured is self:
            self._choose(self._severity_at(event.x))

    def on_mouse_up(self) -> None:
        """Let go of the pointer."""
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """A click on the number that was chosen takes it away."""
        if event.chain == 1 and self.severity == self._before == self._severity_at(event.x):
            self._choose(None)

    @property
    def _cell_width(self) -> int:
        return max(self.size.width // (HIGHEST + 1), 3)

    def _severity_at(self, x: int) -> int:
        return min(max(x // self._cell_width, 0), HIGHEST)

    def _choose(self, severity: int | None) -> None:
        if severity != self.severity:
            self.severity = severity
            self.post_message(self.Chosen(self, severity))

    def _shapes(self) -> list[Segment]:
        width = self._cell_width
        chosen = HIGHEST if self.severity is None else self.severity
        return [
            Segment(
                f"{shape * (width - 1)} ",
                ink(self, f"$pain-{severity}" if severity <= chosen else "$line"),
            )
            for severity, shape in enumerate(_SHAPES)
        ]

    def _digits(self) -> list[Segment]:
        inner = self._cell_width - 1
        space = Segment(" ", self.rich_style)
        segments = []
        for severity in range(HIGHEST + 1):
            if severity == self.severity:
                digit = Segment(
                    f"[{severity:^{inner - 2}}]", ink(self, f"bold $on-pain on $tint-{severity}")
                )
            else:
                digit = Segment(f"{severity:^{inner}}", ink(self, "$quiet"))
            segments += [digit, space]
        return segments

    def _words(self) -> list[Segment]:
        room = self._cell_width * (HIGHEST + 1) - 1
        hint = HINT if self.has_focus else ""
        room -= len(hint) + 1 if hint else 0
        if self.severity is None:
            said = [Segment(_clauses(_UNKNOWN, room), ink(self, "$quiet"))]
        else:
            band = severity_band(self.severity)
            word = f"{self.severity} {band.name}"
            help_ = _clauses(band.help, room - len(word) - 3)
            said = [Segment(word, ink(self, "bold $foreground"))]
            said += [Segment(f" · {help_}", ink(self, "$quiet"))] if help_ else []
        gap = room - sum(len(part.text) for part in said) + 1
        return [*said, Segment(" " * gap, self.rich_style), Segment(hint, ink(self, "$next"))]


def _clauses(text: str, width: int) -> str:
    """As many of the text's comma-separated parts as fit, never half of one."""
    parts = text.split(", ")
    while parts and len(", ".join(parts)) > width:
        parts.pop()
    return ", ".join(parts)
