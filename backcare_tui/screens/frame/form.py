"""A form: fields to a document and back, drafts that survive closing, one way to save."""

import asyncio
import datetime as dt
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import ScreenResume
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.forms import FORM_HELP, IN_FORMS
from backcare_tui.commands.keymap import keyed
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.repository import CannotKeep
from backcare_tui.diary.values import BadValue
from backcare_tui.screens.frame.breakpoints import take_size
from backcare_tui.screens.frame.desk import Desk, DiaryChanged, Keeping
from backcare_tui.screens.frame.first_key import (
    NOW,
    FirstKey,
    dated,
    other_day_of_draft,
    written_days,
)
from backcare_tui.text import say_day, sentence_case
from backcare_tui.widgets.body.body_map import BodyMap
from backcare_tui.widgets.chips.chips import Chips
from backcare_tui.widgets.fields.field import Field
from backcare_tui.widgets.fields.inputs import ParsedField, TextField
from backcare_tui.widgets.fields.pain_scale import PainScale
from backcare_tui.widgets.keys import Keys
from backcare_tui.widgets.notice import Notice
from backcare_tui.wording.entries import say_entry
from backcare_tui.wording.fields.table import labeled

Values = dict[str, Any]
"""What the fields hold, as plain values under the names that they have in the file."""
DRAFT_EVERY_S, DRAFT_AFTER_S = 3.0, 0.5
"""Seconds between two drafts of one who types on, and of pause after which one is kept at once."""
WAITING = "waiting"
"""What a draft has beside the fields where one of another day waits behind it."""


class Form(Screen[None]):
    """Fills in one record. What is typed is kept as a draft until it is saved or emptied."""

    kind: type[Record] = Record
    """What it fills in; errors name a field of it as the form does."""
    NAME: ClassVar[str] = ""
    """Names the draft: `check-in`."""
    CSS_PATH = Path(__file__).with_name("form.tcss")  # also for forms that stand elsewhere
    BINDINGS = bindings(*IN_FORMS, FORM_HELP)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-normal"), (116, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (34, "-tall")]

    def __init__(self, desk: Desk, record: Record | None = None) -> None:
        """Begin a new record, or change one."""
        super().__init__()
        self.desk = desk
        self.title = self.TITLE or sentence_case(self.NAME.replace("-", " ")) or "Help"
        self._first_key = FirstKey(desk.clock)
        self.clock = self._first_key.clock
        """When what stands here was typed."""
        self.record = record
        self._draft_name = record.id if record else self.NAME
        self._kept: Values = {}
        self._has_draft = False
        self._emptied: Values = {}
        self._waiting: Values = {}
        """A draft of another day, which what is typed now must not take the place of."""
        self.is_warned = False
        self._drafting = asyncio.Lock()
        """Held while a draft is written: one after the other, and the last one stays."""
        self._today = desk.clock.today()
        self._pause: Timer | None = None
        """Until what was typed is kept."""

    def compose(self) -> ComposeResult:
        """Title, fields, a line for notices, footer."""
        take_size(self)
        yield Static(id="title", markup=False)
        yield from self.compose_head()
        with VerticalScroll(id="fields", can_focus=False):
            yield from self.compose_fields()
        yield Notice(id="notice")
        yield Keys()

    def compose_head(self) -> Iterable[Widget]:
        """What stays in view above the fields."""
        return ()

    def compose_fields(self) -> Iterable[Widget]:
        """The fields."""
        raise NotImplementedError

    def start_values(self) -> Values:
        """What the fields hold at first: those of the record, or what is usual."""
        raise NotImplementedError

    def values(self) -> Values:
        """What the fields hold now; a field without anything is left out."""
        raise NotImplementedError

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Fill the fields."""
        raise NotImplementedError

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

    def moment_field(self) -> ParsedField[dt.datetime] | None:
        """The field of the moment that the form is about; None where it has none."""
        return None

    def is_of_now(self) -> bool:
        """Whether it begins a new entry of this moment."""
        is_new = self.record is None and self.moment_field() is not None
        return is_new and self.start_values().get("at") == NOW

    def day_fields(self) -> Mapping[str, ParsedField[Any]]:
        """The fields of days, such as `today`, by their names among the values."""
        return {}

    def follow_day(self, before: dt.date) -> None:  # noqa: ARG002 - a form of a day asks for it
        """A day has begun, and nothing was typed yet: begin anew, as if opened now.

        Args:
            before: What was today until then.
        """
        if self.record is None:
            self.begin()

    async def shift_day(self, days: int) -> None:
        """Make the form about an earlier or later day."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a form that is about a day steps it."""
        if action == "step_day" and type(self).shift_day is Form.shift_day:
            return False
        return super().check_action(action, parameters)

    def _on_screen_resume(self, event: ScreenResume) -> None:
        """What was made a moment ago has its styles; after that a theme may have changed."""
        if not self.stack_updates:
            event.refresh_styles = False

    def on_mount(self) -> None:
        """Begin, and keep what is typed from now on."""
        if at := self.moment_field():
            self._first_key.attach(at, self.kind)
        self.begin()
        self.ready_line()
        if reason := self.desk.repository.read_only:
            self.complain(reason)
        self.show_title()
        self.desk.changed.subscribe(self, self._take_change)
        self.set_interval(DRAFT_EVERY_S, self._look_and_keep)
        self._pause = self.set_timer(DRAFT_AFTER_S, self._keep_quietly)

    def ready_line(self) -> None:
        """What is typed takes the place of what is usual, as after tab; own words are gone on with."""
        if isinstance(line := self.focused, Input):
            is_own = self._has_draft or bool(self.record and isinstance(line.parent, TextField))
            # Behind the message that brings the focus, which selects too.
            line.call_later(line.action_end if is_own else line.action_select_all)

    def begin(self) -> None:
        """Fill in what is known, or the draft from before."""
        draft = dict(self.desk.repository.draft(self._draft_name) or {})
        other_day = self._other_day(draft)
        self._has_draft = bool(draft) and other_day is None
        self._waiting = draft if other_day else draft.pop(WAITING, {})
        self.show_values(draft if self._has_draft else self.start_values())
        self._kept = self.values()
        self._first_key.begin(self._kept, is_typed=self._has_draft)
        words = (
            keyed("Your draft from before; {form.discard} empties it.") if self._has_draft else ""
        )
        if other_day:
            self._emptied = draft
            which = "from before" if other_day == dt.date.min else f"of {say_day(other_day)}"
            words = f"A draft {which} is kept; " + keyed("{form.discard} opens it.")
        self.query_exactly_one(Notice).say(words)

    def _other_day(self, draft: Mapping[str, Any]) -> dt.date | None:
        """The day of a new entry's draft, if it is not today: three keys must not land there."""
        is_asked = bool(draft) and self.is_of_now()
        return other_day_of_draft(draft, self.desk.clock.today()) if is_asked else None

    async def on_unmount(self) -> None:
        """Closing the program in the middle of a form keeps its draft, where that can be."""
        self.desk.changed.unsubscribe(self)
        if not self.is_warned:
            with suppress(BadValue, CannotKeep):
                await self._write_draft()

    def show_title(self) -> None:
        """Write the title anew."""
        title = self.say_title()
        self.query_exactly_one("#title", Static).update(
            Content(title) if isinstance(title, str) else title
        )

    def on_field_changed(self, event: Field.Changed) -> None:
        """The title names the day, which a field may have changed."""
        if event.field is self.moment_field():
            self.clock.hold()  # `20 min ago` is meant from when it is typed
        self.show_title()

    @on(Field.Changed)
    @on(Chips.Changed)
    @on(BodyMap.Changed)
    @on(PainScale.Chosen)
    def take_first_key(self) -> None:
        """From what is typed first the moment stands; with the next pause it is kept."""
        self.is_warned = False
        if self._pause:
            self._pause.stop()
        self._pause = self.set_timer(DRAFT_AFTER_S, self._keep_quietly)
        if self._first_key.take(self.values()):
            self.show_title()

    def _take_change(self, _changed: DiaryChanged) -> None:
        self.look_at_clock()

    def _look_and_keep(self) -> None:
        self.look_at_clock()
        self._keep_quietly()

    def _keep_quietly(self) -> None:
        """Keep what was typed; while that takes its time, the next look keeps what came since."""
        if not self._drafting.locked():
            self.desk.saves.quietly(self.keep_state())

    def look_at_clock(self) -> None:
        """An untouched form goes along with the time; of what was typed it is said when that was."""
        before, self._today = self._today, self.desk.clock.today()
        is_untouched = self._first_key.go_along(self.values())
        if before != self._today and is_untouched:
            self.follow_day(before)
        elif before != self._today:
            for name, day in written_days(self.day_fields()).items():
                self.day_fields()[name].text = day
        for field in self.day_fields().values():
            field.refresh()
        if at := self.moment_field():
            self._first_key.settle(at)
        self.show_title()

    def on_field_entered(self, event: Field.Entered) -> None:
        """Enter in a field saves, if the field can be read."""
        if event.field.is_valid:
            self.action_save()

    def complain(self, sentence: str) -> None:
        """Say what is wrong; everything typed stays."""
        self.query_exactly_one(Notice).say(sentence, "trouble")

    async def keep_state(self) -> bool:
        """Keep as a draft what was typed since the last time; False where that cannot be, which is said."""
        try:
            await self._write_draft()
        except (BadValue, CannotKeep) as error:
            if self.is_attached:
                self.complain(str(error))
            return False
        return True

    async def _write_draft(self) -> None:
        async with self._drafting:
            values = self.values()
            if values != self._kept and not self.desk.repository.read_only:
                waiting = {WAITING: self._waiting} if self._waiting else {}
                await self._put_draft(self._dated(values) | waiting)
                self._kept, self._has_draft = values, True

    async def _put_draft(self, draft: Values | None) -> None:
        keep = partial(self.desk.repository.keep_draft, self._draft_name, draft)
        await self.desk.saves.make(keep)

    def _dated(self, values: Values) -> Values:
        at = self.moment_field()
        written = dated(values, at.value if at else None, self.clock.today())
        return written | written_days(self.day_fields())

    async def forget_draft(self) -> None:
        """The draft was saved as an entry, or emptied; one that stays behind is said."""
        async with self._drafting:
            self._kept = self.values()
            if self._has_draft:
                try:
                    await self._put_draft(self._waiting or None)
                except CannotKeep as error:
                    self.complain(str(error))
                self._has_draft = False

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
        if self._has_draft:
            self.desk.say("kept as a draft; open the form again to go on")
        self.app.pop_screen()

    def warn(self, key: str) -> None:
        """Say that closing once more is closing without what was typed."""
        self.is_warned = True
        self.complain(f"What you typed cannot be kept now; {key} once more closes without it.")

    @work
    async def action_discard(self) -> None:
        """Empty the form; once more brings back what stood there."""
        stood = self.values()
        self.show_values(self._emptied or self.start_values())
        if self._emptied:
            self._waiting = self._emptied.get(WAITING, {})
            self._emptied, self._has_draft, words = {}, True, "Brought back."
        else:
            self._emptied, words = stood, keyed("Emptied; {form.discard} once more brings it back.")
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
