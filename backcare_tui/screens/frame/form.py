"""A form: fills in one record, and is closed once that is on the disk."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import ActiveBinding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.types import CSSPathType
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.forms import FORM_HELP, IN_FORMS
from backcare_tui.commands.keymap import keyed
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.values import BadValue
from backcare_tui.screens.frame.breakpoints import WIDTHS, take_size
from backcare_tui.screens.frame.desk import Keeping
from backcare_tui.screens.frame.drafted_form import DraftedForm
from backcare_tui.widgets.chips.chips import Chips
from backcare_tui.widgets.fields.field import Field
from backcare_tui.widgets.fields.inputs import ParsedField
from backcare_tui.widgets.keys import Keys
from backcare_tui.widgets.notice import Notice
from backcare_tui.wording.entries import say_entry
from backcare_tui.wording.fields.table import labeled

FIELD_IS_DONE = frozenset({"submit", "enter"})
"""The actions by which enter says that a field is done, which saves here."""


class Form(DraftedForm):
    """Fills in one record. What is typed is kept as a draft until it is saved or emptied."""

    CSS_PATH: ClassVar[CSSPathType | None] = Path(__file__).with_name("form.tcss")
    """Whole, also for forms that stand elsewhere."""
    BINDINGS = bindings(*IN_FORMS, FORM_HELP)
    ENTER_SAVES: ClassVar[bool] = True
    """Whether enter in a line saves; else the form says what it does there."""
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = [(0, "-low"), (34, "-tall")]

    def compose(self) -> ComposeResult:
        """Title, fields, a line for notices, footer."""
        take_size(self)
        yield Static(id="title", markup=False)
        yield from self.compose_head()
        with VerticalScroll(id="fields", can_focus=False):
            yield from self.compose_fields()
        yield Notice(id="notice")
        yield Keys()

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """As the toolkit has them, but for enter in a line: it is named by what comes of it, that it saves."""
        found = super().active_bindings
        enter = found.get("enter")
        if self.ENTER_SAVES and enter and enter.binding.action in FIELD_IS_DONE:
            saves, *_ = self._bindings.get_bindings_for_key("enter")
            found["enter"] = ActiveBinding(self, saves, enabled=True, tooltip=saves.tooltip)
        return found

    def compose_head(self) -> Iterable[Widget]:
        """What stays in view above the fields."""
        return ()

    def read_form(self) -> Record:
        """The record that the fields make. It is only read: nothing is written by that.

        Raises:
            BadValue: With the sentence for the person.
        """
        raise NotImplementedError

    def read_records(self) -> tuple[Record, ...]:
        """All that is kept by the same change: the record last, before it whatever comes with it.

        Raises:
            BadValue: With the sentence for the person.
        """
        return (self.read_form(),)

    def say_record(self, record: Record) -> str:
        """The record in a few words, for the notice: `Pain 4 moderate`."""
        return " ".join(say_entry(record)).strip()

    def say_title(self) -> str | Content:
        """The form's name and the day that it is about."""
        raise NotImplementedError

    async def shift_day(self, days: int) -> None:
        """Make the form about an earlier or later day."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a form that is about a day steps it."""
        if action == "step_day" and type(self).shift_day is Form.shift_day:
            return False
        return super().check_action(action, parameters)

    def show_title(self) -> None:
        """Write the title anew."""
        title = self.say_title()
        self.query_exactly_one("#title", Static).update(
            Content(title) if isinstance(title, str) else title
        )

    def on_field_entered(self, event: Field.Entered) -> None:
        """Enter in a field saves, if the field can be read."""
        if event.field.is_valid:
            self.action_save()

    def action_save(self) -> None:
        """Save, and close only once it is on the disk."""
        for chips in self.query(Chips):
            chips.settle()
        if wrong := next((field for field in self.query(Field) if not field.is_valid), None):
            wrong.focus()
            if isinstance(wrong, ParsedField):
                wrong.complain()
            self.complain(f"{wrong.label}: this cannot be read yet.")
            return
        try:
            records = self.read_records()
        except BadValue as error:
            self.complain(str(labeled(error, self.kind)))
            return
        self._keep_and_close(*records)

    @work
    async def _keep_and_close(self, *records: Record) -> None:
        if await self._keep(*records):
            await self.desk.saves.shown(self.forget_draft())
            self.app.pop_screen()
            self.follow_up(records[-1])

    def _keep(self, *records: Record) -> Keeping:
        """Keep what was read; whether it is on the disk."""
        *others, record = records
        words = self.say_record(record)
        if self.record is None:
            return self.desk.put(*records, words=words, complain=self.complain)
        return self.desk.revise(self.record, record, *others, words=words, complain=self.complain)

    def follow_up(self, record: Record) -> None:
        """What comes of the record that was saved, once the form is closed."""

    @work
    async def action_leave(self) -> None:
        """Close; a half-filled form is a draft. One that cannot be kept is closed the second time."""
        if not await self.desk.saves.shown(self.keep_state()) and not self.is_warned:
            self.warn("esc")
            return
        if self.draft.is_kept:
            self.desk.say("kept as a draft; open the form again to go on")
        self.app.pop_screen()

    @work
    async def action_discard(self) -> None:
        """Empty the form; once more brings back what stood there."""
        stood = self.values()
        if brought := self.draft.bring_back():
            self.show_values(brought)
            words = "Brought back."
        else:
            self.show_values(self.start_values())
            self.draft.empty(stood)
            words = keyed("Emptied; {form.discard} once more brings it back.")
            await self.desk.saves.shown(self.forget_draft())
        self.query_exactly_one(Notice).say(words)
        self.ready_line()
        self.show_title()

    def action_step_day(self, days: int) -> None:
        """A day earlier or later."""
        self._step_day(days)

    @work
    async def _step_day(self, days: int) -> None:
        await self.desk.saves.shown(self.shift_day(days))
        self.ready_line()
        self.show_title()

    def action_help(self) -> None:
        """Say what this form is for, and its keys."""
        self.app.push_screen(screens.Help(self, self.desk.repository.settings()))
