"""A scale of pain in a question of one key."""

from textual import events

from backcare_tui.widgets.fields.pain_scale import PainScale


class OneKeyScale(PainScale):
    """A scale whose number counts at once, so that arrows and a moving pointer choose nothing."""

    _meant: int | None = None
    """Where the button went down."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """All but steps."""
        return action != "step" and super().check_action(action, parameters)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """What is under the pointer is meant, wherever that goes on to; only the whole click is the answer."""
        event.prevent_default()
        self._meant = self._severity_at(event.x)

    def on_click(self, event: events.Click) -> None:
        """One answer; the second of a double click would be that of the next question, which stands here by then."""
        event.prevent_default()
        if event.chain == 1:
            self._choose(None if self._meant == self.severity else self._meant)
