"""One step of a routine in a small dialog: how much, on which side, how long to get ready."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any

import msgspec
from msgspec.structs import replace
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from backcare_tui.commands.command import bindings
from backcare_tui.commands.dialogs import CLOSE, TAKE_STEP
from backcare_tui.commands.hints import hint
from backcare_tui.diary.records.routine import DoseChange, ModeWord, Routine, RoutineStep
from backcare_tui.diary.values import BadValue, allowed_in, field_types
from backcare_tui.library.exercises import dose_of, exercise_of, sides_of
from backcare_tui.library.routine_editing import with_dose
from backcare_tui.player.timeline import length_s
from backcare_tui.screens.frame.dialog import Dialog
from backcare_tui.text import clean
from backcare_tui.widgets.fields.inputs import ParsedField, TextField
from backcare_tui.widgets.fields.offered import Offer, OfferedField
from backcare_tui.wording.routines import say_dose, say_seconds

LINES: dict[ModeWord, dict[str, str]] = {
    "hold": {"hold_s": "Hold", "reps": "Times", "sets": "Sets", "rest_s": "Rest between"},
    "reps": {
        "reps": "Times",
        "rep_s": "One takes",
        "hold_s": "Held",
        "sets": "Sets",
        "rest_s": "Rest between",
    },
    "time": {"hold_s": "For", "reps": "Times", "sets": "Sets", "rest_s": "Rest between"},
}
"""The parts of a dose that matter to a mode, and what they are called."""
SIDES = tuple(Offer(side, side) for side in ("both", "left", "right"))
_LENGTH = r"(?:(\d{1,3})\s*min)?\s*(?:(\d{1,4})\s*s?)?"


class StepForm(Dialog[RoutineStep | None]):
    """Gives the step as it was changed, or None when closed."""

    CSS_PATH = "../frame/dialogs.tcss"
    AUTO_FOCUS = "Input"
    BINDINGS = bindings(CLOSE, TAKE_STEP)

    def __init__(self, step: RoutineStep) -> None:
        """Change a step whose exercise is known."""
        super().__init__()
        self._step = step
        known = exercise_of(step)
        if known is None:
            raise ValueError(f"{step.exercise} is not known here")
        self._exercise = known
        self._dose = dose_of(step)
        self.fields: dict[str, ParsedField[Any]] = {
            name: _number_line(DoseChange, name, label, getattr(self._dose, name))
            for name, label in LINES[self._dose.mode].items()
        }
        if self._exercise.sides == "each":
            self.fields["sides"] = OfferedField(
                "Sides", _read_sides, lambda _: "", offers=SIDES, text=step.sides or "both"
            )
        self.fields["ready_s"] = _number_line(RoutineStep, "ready_s", "Get ready", step.ready_s)
        self.note = TextField("Note", text=step.note or "")

    def compose(self) -> ComposeResult:
        """A line for each part, and how long it takes."""
        with VerticalScroll(classes="tile dialog", can_focus=False) as dialog:
            dialog.border_title = Content(clean(self._exercise.name))
            dialog.border_subtitle = hint("enter takes it · esc closes")
            yield from self.fields.values()
            yield self.note
            yield Static(id="said", markup=False)

    def on_mount(self) -> None:
        """Say how long it takes."""
        self._say()

    def on_field_changed(self) -> None:
        """Say it anew."""
        self._say()

    def on_field_entered(self) -> None:
        """Take it."""
        self.action_take()

    def action_take(self) -> None:
        """Give the step, if every line can be read."""
        wrong = next((each for each in self.fields.values() if not each.is_valid), None)
        if wrong is None:
            self.dismiss(self._changed())
            return
        wrong.complain()
        wrong.focus()

    def _changed(self) -> RoutineStep:
        values = {name: field.value for name, field in self.fields.items()}
        stated = {
            name: values[name] for name in LINES[self._dose.mode] if values.get(name) is not None
        }
        left_out = {
            name: getattr(self._exercise.dose, name)
            for name in LINES[self._dose.mode]
            if values.get(name) is None
        }
        step = with_dose(self._step, replace(self._dose, **stated, **left_out))
        sides = values.get("sides")
        return replace(
            step,
            sides=None if sides in {None, "each"} else sides,
            ready_s=values["ready_s"],
            note=self.note.value,
        )

    def _say(self) -> None:
        if not all(field.is_valid for field in self.fields.values()):
            return
        step = self._changed()
        whole = say_seconds(length_s(Routine(name="step", steps=(step,))))
        said = f"{say_dose(dose_of(step), sides_of(step))} · {whole} in all"
        self.query_exactly_one("#said", Static).update(Content.styled(said, "$next"))


def _number_line(
    kind: type[msgspec.Struct], name: str, label: str, number: int | None
) -> ParsedField[int]:
    """A line for a count, or for a length in seconds."""
    is_length = name.endswith("_s")
    if number == 0 and name == "hold_s":
        number = None  # a repetition without a pause, which is not a length that can be typed
    text = "" if number is None else say_seconds(number) if is_length else str(number)
    read: Callable[[str], int] = partial(_read_number, kind, name, label)
    hint = "as usual" if name == "ready_s" else "as the exercise has it"
    return ParsedField(label, read, lambda _: "", text=text, hint=hint)


def _read_number(kind: type[msgspec.Struct], name: str, label: str, text: str) -> int:
    """A whole number; of lengths also `20 s`, `1 min`, `1 min 30`.

    Raises:
        BadValue: With what is allowed.
    """
    allowed = field_types(kind)[name]
    found = re.fullmatch(_LENGTH, text) if name.endswith("_s") else None
    number = 60 * int(found[1] or 0) + int(found[2] or 0) if found and text else text
    try:
        return int(msgspec.convert(number, allowed, strict=False))
    except msgspec.ValidationError:
        raise BadValue(label, text, allowed_in(allowed)) from None


def _read_sides(text: str) -> str:
    """`each`, `left` or `right`.

    Raises:
        BadValue: For other words.
    """
    words = {"both": "each", "each": "each", "left": "left", "right": "right"}
    if text.lower() not in words:
        raise BadValue("Sides", text, "one of both, left and right")
    return words[text.lower()]
