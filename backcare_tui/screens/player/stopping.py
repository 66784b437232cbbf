"""Short questions while a routine is played: why one stops, and how the back is."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from backcare_tui.commands.command import bindings
from backcare_tui.commands.dialogs import closed_by
from backcare_tui.commands.hints import hint
from backcare_tui.guidance.safety import STOP_RISE, reasons_to_stop
from backcare_tui.library.exercises import Exercise
from backcare_tui.library.taxonomy import name_of
from backcare_tui.screens.frame.choice import ChoiceAnswer, ChoiceDialog
from backcare_tui.screens.frame.dialog import Dialog
from backcare_tui.widgets.fields.one_key_scale import OneKeyScale
from backcare_tui.widgets.fields.pain_scale import PainScale

PAUSED = ""
"""It stands still, and nothing is ended."""
DONE = "done"
"""Done for now: no reason is kept."""


class Stopping(ChoiceDialog):
    """Gives the id of the reason, `DONE` for done for now, `PAUSED` to stay, None to go on."""

    def __init__(self, exercise: Exercise) -> None:
        """Ask with the reasons that belong to an exercise."""
        reasons = [
            ChoiceAnswer(str(key), reason, name_of("stop_reasons", reason))
            for key, reason in enumerate(reasons_to_stop(exercise), start=1)
        ]
        stay = ChoiceAnswer("enter", PAUSED, "Not yet: stay paused, space goes on")
        done = ChoiceAnswer("d", DONE, "Done for now")
        super().__init__("Why do you stop?", Content(""), stay, (done, *reasons), "esc goes on")

    def take(self, value: str) -> None:
        """To stay paused is an answer too: only esc goes on at once."""
        self.dismiss(value)


class HowIsIt(Dialog[int | None]):
    """Gives a severity, or None."""

    CSS_PATH = "player.tcss"
    AUTO_FOCUS = "PainScale"
    BINDINGS = bindings(closed_by("enter", "space"))

    def compose(self) -> ComposeResult:
        """The scale."""
        with Vertical(classes="tile dialog") as dialog:
            dialog.border_title = "How is your back now?"
            dialog.border_subtitle = hint("one digit · esc goes on")
            yield Static(
                Content(f"A rise of {STOP_RISE} points ends the session, kindly."), id="words"
            )
            yield OneKeyScale()

    def on_pain_scale_chosen(self, event: PainScale.Chosen) -> None:
        """One number is enough."""
        self.dismiss(event.severity)
