"""A routine of one's own: its steps, how much of each, and how long it takes as one goes."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from msgspec.structs import replace
from textual import events
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.diary import UNDO
from backcare_tui.commands.keymap import keyed
from backcare_tui.commands.move import ON_STEPS
from backcare_tui.diary.codec import read_record, write_document
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.routine import OwnExercise, Routine, RoutineStep, step_with
from backcare_tui.diary.values import BadValue
from backcare_tui.library.exercises import LEVELS, exercise_of, step_name
from backcare_tui.library.routine_editing import (
    equipment_of,
    level_of,
    more_of,
    own_copy,
    step_moved,
)
from backcare_tui.player.timeline import LONGEST_S, length_s, measured, say_length
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.draft import Values
from backcare_tui.screens.frame.form import Form
from backcare_tui.text import clean, name_of_id, say_minutes
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.fields.field import Field
from backcare_tui.widgets.fields.inputs import TextField
from backcare_tui.widgets.marked import complaint
from backcare_tui.widgets.rows import Rows
from backcare_tui.wording.entries import say_entry
from backcare_tui.wording.fields.table import field_of
from backcare_tui.wording.routines import say_needs, say_seconds, say_step_dose

NARROW = 72
"""Columns below which the dose of a step stands in its page alone."""
AN_HOUR_S = 3600
"""Length from which on nobody counts the seconds."""
WIDE_COLUMNS = (ListColumn(3, "right"), ListColumn(), ListColumn(30), ListColumn(9, "right"))
NARROW_COLUMNS = (ListColumn(2, "right"), ListColumn(), ListColumn(9, "right"))
TEACHES = (
    "The exercises will stand here in their order, each with its dose and its length. "
    "Press {step.add} to add one from the library."
)


class RoutineEditor(Form):
    """Makes a routine, changes one of one's own, or makes a copy of one of the library."""

    kind = Routine
    NAME = "routine"
    ENTER_SAVES = False
    CSS_PATH = ["../frame/form.tcss", "routine_editor.tcss"]
    AUTO_FOCUS = "#steps"
    HELP = (
        "A routine of your own: add exercises, put them in order, and say how much of each; the "
        "length follows. Enter on a step changes its dose, sides and rest. {form.save} saves."
    )
    BINDINGS = bindings(*ON_STEPS, UNDO)

    def __init__(self, desk: Desk, routine: Routine | None = None) -> None:
        """Begin a new routine, or change this one; one of the library stays as it is."""
        own = {each.id for each in desk.repository.entries(Routine)}
        self._own = {each.id: each for each in desk.repository.entries(OwnExercise)}
        is_own = routine is not None and routine.id in own
        super().__init__(desk, routine if is_own else None)
        if routine is None:
            self.routine = Routine(name="My routine")
        else:
            self.routine = routine if is_own else own_copy(routine)
        self._copy_of = "" if routine is None or is_own else routine.name
        if self._copy_of and routine:
            self.draft.name = f"routine.{routine.id}"
        self.steps: tuple[RoutineStep, ...] = ()
        self._before: list[tuple[RoutineStep, ...]] = []

    def compose_head(self) -> Iterable[Widget]:
        """The name, and the whole in a line."""
        self.name_field = TextField(field_of(Routine, "name").label)
        self.name_field.input.has_brackets = True
        yield self.name_field
        yield Static(id="total", markup=False)

    def compose_fields(self) -> Iterable[Widget]:
        """The steps, and beside them what the one under the cursor is."""
        self.list = Rows(empty=keyed(TEACHES), columns=WIDE_COLUMNS, id="steps", classes="tile")
        self.list.border_title = "Steps"
        self.about = Static(id="about", classes="tile", markup=False)
        yield Horizontal(self.list, self.about)

    def start_values(self) -> Values:
        """Those of the routine."""
        document = write_document(self.routine)
        return {name: document[name] for name in ("name", "steps") if name in document}

    def values(self) -> Values:
        """The name and the steps, as in the file."""
        steps = msgspec.to_builtins(self._as_played().bare().steps)
        values = {"name": self.name_field.value, "steps": steps}
        return {name: value for name, value in values.items() if value}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Fill the name and the list."""
        self.name_field.text = str(values.get("name", ""))
        try:
            steps = msgspec.convert(values.get("steps", ()), tuple[RoutineStep, ...])
        except msgspec.ValidationError:  # a draft that another program wrote
            steps = self.routine.steps
        self.steps = tuple(step_with(step, self._own) for step in steps)
        self._before.clear()
        self._show()

    def read_form(self) -> Record:
        """The routine; its length and level follow from the steps."""
        made = measured(self._as_played())
        return read_record(Routine, {**write_document(made), "name": self.name_field.value})

    def say_record(self, record: Record) -> str:
        """The name and the length."""
        length = say_length(self._as_played())
        return " · ".join((*say_entry(record)[1:], length))

    def say_title(self) -> str:
        """What is made or changed."""
        if self._copy_of:
            return clean(f"Your own copy of {self._copy_of}")
        return "Change the routine" if self.record else "New routine"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Steps are moved where the cursor is on them."""
        if action in {"add_step", "remove_step", "move_step", "dose_step", "undo"}:
            return self.is_mounted and self.focused is not self.name_field.input
        return super().check_action(action, parameters)

    def on_mount(self) -> None:
        """A new routine begins with its name, with what stands there chosen."""
        if self.record is None and not self._copy_of:
            self.name_field.focus()

    def on_resize(self, event: events.Resize) -> None:
        """Leave the dose out where there is no room for it."""
        self.list.columns = NARROW_COLUMNS if event.size.width < NARROW else WIDE_COLUMNS
        self._show()

    def on_descendant_focus(self) -> None:
        """The footer names what can be done here."""
        self.refresh_bindings()

    def on_field_entered(self, event: Field.Entered) -> None:
        """From the name to the steps."""
        event.stop()
        event.prevent_default()
        self.list.focus()

    def on_rows_highlighted(self) -> None:
        """Say what the exercise under the cursor is."""
        self._show_about()

    def on_rows_chosen(self) -> None:
        """Change the step."""
        at = self.list.cursor
        step = self.steps[at]
        if exercise_of(step) is None:
            self.complain("This exercise is of a newer backcare; it is kept as it is.")
            return

        def take(changed: RoutineStep | None) -> None:
            if changed is not None:
                self._put((*self.steps[:at], changed, *self.steps[at + 1 :]), at)

        self.app.push_screen(screens.StepForm(step), take)

    def action_add_step(self) -> None:
        """One more exercise, below the cursor."""
        at = self.list.cursor + 1

        def take(chosen: str | None) -> None:
            if chosen:
                step = step_with(RoutineStep(chosen), self._own)
                self._put((*self.steps[:at], step, *self.steps[at:]), at)

        self.app.push_screen(screens.Exercises(self.desk, picks=True), take)

    def action_remove_step(self) -> None:
        """Take the step under the cursor out."""
        at = self.list.cursor
        if self.list.row:
            self._put((*self.steps[:at], *self.steps[at + 1 :]), at)

    def action_move_step(self, by: int) -> None:
        """Move the step under the cursor."""
        if self.list.row:
            self._put(*step_moved(self.steps, self.list.cursor, by))

    def action_dose_step(self, by: int) -> None:
        """A little more or less of the exercise under the cursor."""
        at = self.list.cursor
        if not self.list.row or exercise_of(self.steps[at]) is None:
            return
        try:
            changed = more_of(self.steps[at], by)
        except BadValue as error:
            self.complain(str(error))
            return
        self._put((*self.steps[:at], changed, *self.steps[at + 1 :]), at)

    def action_undo(self) -> None:
        """Take the last change of the steps back."""
        if self._before:
            self.steps = self._before.pop()
            self._show()

    def _put(self, steps: tuple[RoutineStep, ...], at: int) -> None:
        self._before.append(self.steps)
        self.steps = steps
        self._show()
        self.list.cursor = at

    def _as_played(self) -> Routine:
        return replace(self.routine, steps=self.steps)

    def _show(self) -> None:
        is_narrow = self.list.columns is NARROW_COLUMNS
        self.list.rows = tuple(
            _row(number, self.steps, is_narrow=is_narrow) for number in range(len(self.steps))
        )
        self.query_exactly_one("#total", Static).update(self._total())
        self._show_about()

    def _total(self) -> Content:
        if not self.steps:
            return Content("")
        seconds = length_s(self._as_played())
        if seconds > LONGEST_S:
            return complaint("Longer than 4 hours: too much for one routine.")
        needs = equipment_of(self.steps)
        words = (
            say_seconds(seconds) if seconds < AN_HOUR_S else say_minutes(seconds / 60),
            LEVELS[level_of(self.steps)],
            f"needs {say_needs(needs)}" if needs else "",
        )
        first, *rest = filter(None, words)
        return Content.assemble((first, "bold $next"), *((f" · {each}", "$quiet") for each in rest))

    def _show_about(self) -> None:
        at = self.list.cursor
        known = exercise_of(self.steps[at]) if 0 <= at < len(self.steps) else None
        self.about.set_class(known is None, "-empty")
        if known is None:
            self.about.update(Content(""))
            self.about.border_title = ""
            return
        note = self.steps[at].note
        self.about.border_title = Content(known.name)
        lines = [clean(known.setup), "", *(f"· {clean(cue)}" for cue in known.cues)]
        if note:
            lines += ["", f"Your note: {clean(note)}"]
        self.about.update(Content("\n".join(lines)))


def _row(number: int, steps: tuple[RoutineStep, ...], *, is_narrow: bool) -> ListRow:
    """One step: number, name, dose, length."""
    step = steps[number]
    key, place = str(number), f"{number + 1}"
    if exercise_of(step) is None:
        return ListRow(key, (place, f"? {name_of_id(step.exercise)} (not in this version)"))
    name = step_name(step) + (" *" if step.note else "")
    length = say_seconds(_length(number, steps))
    dose = say_step_dose(step)
    return ListRow(key, (place, name, length) if is_narrow else (place, name, dose, length))


def _length(number: int, steps: tuple[RoutineStep, ...]) -> int:
    """The seconds that a step adds, with getting ready for it after the one before."""
    before = tuple(each for each in steps[:number] if exercise_of(each))[-1:]
    whole = length_s(Routine(name="both", steps=(*before, steps[number])))
    return whole - length_s(Routine(name="before", steps=before))
