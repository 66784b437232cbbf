"""A therapist's sheet is typed, and read line by line while one types; what is unknown is asked about."""

from collections.abc import Iterable, Mapping
from typing import Any

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static, TextArea

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.keymap import keyed
from backcare_tui.commands.move import ON_SHEET
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.routine import OwnExercise, Routine
from backcare_tui.library.exercises import exercise
from backcare_tui.library.routine_editing import own_copy
from backcare_tui.player.timeline import measured, say_length
from backcare_tui.screens.frame.choice import LEAVE, ChoiceAnswer
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.draft import Values
from backcare_tui.screens.frame.form import Form
from backcare_tui.screens.move.sheet_text import COLUMNS, NARROW_COLUMNS, row_of, say_sheet
from backcare_tui.text import clean
from backcare_tui.widgets.fields.note import AreaInput
from backcare_tui.widgets.marked import CAUTION
from backcare_tui.widgets.rows import Rows
from backcare_tui.wording.therapy.likeness import CHECKED, NOTHING, with_likeness
from backcare_tui.wording.therapy.read import (
    Misread,
    SheetLine,
    TherapySheet,
    read_sheet,
    routine_of,
)
from backcare_tui.wording.therapy.write import text_of

EXAMPLE = """# The name of the sheet
Bird dog  3 x 8 each side, hold 5 s  "slow"
Bridge  2 x 10
Walk  20 min"""
ROOMY = 100
"""Columns of the screen from which it is said how long each line takes."""
TEACHES = "What is understood of each line will stand here."
FIND, NONE = "find", "none"
"""What may be answered besides an exercise that comes near: look for one, and like none."""


class SheetForm(Form):
    """Types a sheet of exercises, a line each; or a routine of one's own as text."""

    kind = Routine
    NAME = "sheet"
    CSS_PATH = ["../frame/form.tcss", "sheet_form.tcss"]
    AUTO_FOCUS = "TextArea"
    HELP = (
        "Type what your therapist gave you, a line for each exercise: its name, how much, and a cue in "
        'quotes, such as Bird dog 3 x 8 each side, hold 5 s "slow". Of a name that nobody knows, {sheet.likeness} '
        "asks what it is like; a line that begins with # is the name of the whole."
    )
    BINDINGS = bindings(*ON_SHEET)

    def __init__(self, desk: Desk, routine: Routine | None = None) -> None:
        """A new sheet, or a routine as text: one's own, or a copy of one of the library."""
        own = {each.id for each in desk.repository.entries(Routine)}
        is_own = routine is not None and routine.id in own
        super().__init__(desk, routine if is_own else None)
        self.draft.name = f"sheet.{routine.id}" if routine else self.NAME
        self._before = routine if is_own or routine is None else own_copy(routine)
        self.read = TherapySheet("", ())

    def compose_fields(self) -> Iterable[Widget]:
        """The text, and what is understood of it."""
        self.area = AreaInput(
            id="typed", classes="tile", placeholder=Content(EXAMPLE), highlight_cursor_line=False
        )
        self.area.cursor_blink = False
        self.area.border_title = "Sheet"
        self.list = Rows(empty=TEACHES, columns=COLUMNS, id="reading", classes="tile")
        self.list.border_title = "Understood"
        self.said = Static(id="said", markup=False)
        yield Vertical(self.area, self.list, self.said, id="columns")

    def start_values(self) -> Values:
        """The routine as text; nothing of a new sheet."""
        if self._before is None:
            return {}
        return {"text": text_of(self._before, self._own())}

    def values(self) -> Values:
        """The text, as typed."""
        return {"text": self.area.text} if self.area.text.strip() else {}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Fill in the text."""
        self.area.text = clean(str(values.get("text", "")), lines=True)
        self.area.move_cursor(self.area.document.end)
        self._read()

    def read_form(self) -> Record:
        """The routine that the text makes."""
        if self.read.troubles:
            raise Misread(self.read.troubles[0])
        made = routine_of(self.read, before=self._before if self.read.lines else None)
        return measured(made)

    def read_records(self) -> tuple[Record, ...]:
        """The exercises that the text brings, and the routine."""
        routine = self.read_form()
        return (*self.read.own, routine)

    def say_record(self, record: Record) -> str:
        """The name and the length."""
        if not isinstance(record, Routine):
            return super().say_record(record)
        return f"{clean(record.name)} · {say_length(record)}"

    def say_title(self) -> str:
        """What is typed."""
        if self.record:
            return "The routine as text"
        return "Your own copy, as text" if self._before else "Type a sheet"

    def on_resize(self) -> None:
        """What is understood says more where there is room."""
        self.list.columns = COLUMNS if self.size.width >= ROOMY else NARROW_COLUMNS
        self._show()

    @on(TextArea.Changed)
    def read_again(self, event: TextArea.Changed) -> None:
        """Read it as one types."""
        event.stop()
        self._read()
        self.take_first_key()

    @on(TextArea.SelectionChanged)
    def go_along(self, event: TextArea.SelectionChanged) -> None:
        """Say what is understood of the line under the cursor."""
        event.stop()
        self._show_cursor()

    def on_rows_highlighted(self) -> None:
        """Say more of the line."""
        if self.list.has_focus:
            self._say(self._listed())

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Go to the line; of an unknown exercise ask what it is like."""
        event.stop()
        line = self._listed()
        if line is None:
            return
        self.area.move_cursor((line.number - 1, len(line.text)))
        self.area.focus()
        if line.unknown:
            self._ask(line)

    def action_likeness(self) -> None:
        """Ask what the exercise of the line under the cursor is like, else the first unknown one."""
        here = self._here()
        line = here if here and here.unknown else next(filter(_is_open, self.read.lines), None)
        if line is None:
            self.complain("Every exercise here is known.")
            return
        self._ask(line)

    def _ask(self, line: SheetLine) -> None:
        """Whether it is like one that comes near, like another one, or like none."""
        near = [
            ChoiceAnswer(str(place), id_, f"like {exercise(id_).name}")
            for place, id_ in enumerate(line.near, start=1)
        ]
        find = ChoiceAnswer("f", FIND, "like another one of the library: find it")
        none = ChoiceAnswer("n", NONE, "like none of them")
        words = Content(
            "What it is like gives it a figure, its cautions, and what is done in its place where a "
            "condition rules it out."
        )

        def take(answer: str | None) -> None:
            if answer == FIND:
                self.app.push_screen(
                    screens.Exercises(self.desk, picks=True, is_of_library=True), found
                )
            elif answer == NONE:
                self._ask_who_gave_it(line)
            elif answer:
                self._put(line, exercise(answer).name)

        def found(chosen: str | None) -> None:
            if chosen:
                self._put(line, exercise(chosen).name)

        title = f"What is {clean(line.unknown)} like?"
        self.app.push_screen(screens.ChoiceDialog(title, words, LEAVE, [*near, find, none]), take)

    def _ask_who_gave_it(self, line: SheetLine) -> None:
        """Nothing is known of the safety of what is like none: that is asked, never assumed."""
        no = ChoiceAnswer("n", "no", "No, or I do not know")
        yes = ChoiceAnswer("y", "yes", "Yes: for this back, knowing what I have")
        words = Content(
            "Nothing is known here of its safety. Until a professional gave it to you, it is marked "
            "as not checked, and left out while you have stated a condition."
        )

        def take(answer: str | None) -> None:
            if answer:
                self._put(line, f"{NOTHING}, {CHECKED}" if answer == "yes" else NOTHING)

        title = f"Did a professional give you {clean(line.unknown)}?"
        self.app.push_screen(screens.ChoiceDialog(title, words, LEAVE, [yes, no]), take)

    def _put(self, line: SheetLine, like: str) -> None:
        """Write into the line what its exercise is like."""
        row = line.number - 1
        text = with_likeness(line.text, line.unknown, like)
        self.area.replace(text, (row, 0), (row, len(self.area.document.get_line(row))))
        self.area.focus()

    def _own(self) -> tuple[OwnExercise, ...]:
        return self.desk.repository.entries(OwnExercise)

    def _read(self) -> None:
        before = self._before.steps if self._before else ()
        conditions = self.desk.repository.settings().conditions
        self.read = read_sheet(self.area.text, self._own(), before, conditions)
        self._show()

    def _show(self) -> None:
        is_narrow = self.list.columns is NARROW_COLUMNS
        conditions = self.desk.repository.settings().conditions
        self.list.rows = tuple(
            row_of(line, conditions, is_narrow=is_narrow) for line in self.read.lines
        )
        self.list.border_subtitle = say_sheet(self.read)
        self._show_cursor()

    def _show_cursor(self) -> None:
        row = self.area.cursor_location[0] + 1
        above = sum(line.number <= row for line in self.read.lines)
        if not self.list.has_focus:
            self.list.cursor = max(above - 1, 0)
        self._say(self._here())

    def _say(self, line: SheetLine | None) -> None:
        trouble = line.trouble if line else ""
        words = Content.assemble(CAUTION, trouble) if trouble else Content("")
        if line and line.unknown:
            words = Content.assemble(words, (keyed(" {sheet.likeness} asks it."), "$quiet"))
        self.said.update(words)

    def _here(self) -> SheetLine | None:
        row = self.area.cursor_location[0] + 1
        return next((line for line in self.read.lines if line.number == row), None)

    def _listed(self) -> SheetLine | None:
        at = self.list.cursor
        return self.read.lines[at] if 0 <= at < len(self.read.lines) else None


def _is_open(line: SheetLine) -> bool:
    return bool(line.unknown)
