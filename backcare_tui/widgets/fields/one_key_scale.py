"""A scale of pain in a question of one key."""

from backcare_tui.widgets.fields.pain_scale import PainScale


class OneKeyScale(PainScale):
    """A scale whose number counts at once, so that arrows and a moving pointer choose nothing."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """All but steps."""
        return action != "step" and super().check_action(action, parameters)

    def capture_mouse(self, capture: bool = True) -> None:  # noqa: FBT001, FBT002 - Textual's way
        """A click is one answer, wherever the pointer goes on to."""
