"""What is typed into a form: kept as a draft, and of the moment of the first key."""

import datetime as dt
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any, ClassVar

from textual import on
from textual.events import ScreenResume
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.repository import CannotKeep
from backcare_tui.diary.values import BadValue
from backcare_tui.screens.frame.desk import Desk, DiaryChanged
from backcare_tui.screens.frame.draft import Draft, Values
from backcare_tui.screens.frame.first_key import NOW, FirstKey, dated, written_days
from backcare_tui.text import sentence_case
from backcare_tui.widgets.body.body_map import BodyMap
from backcare_tui.widgets.chips.chips import Chips
from backcare_tui.widgets.fields.field import Field
from backcare_tui.widgets.fields.inputs import ParsedField, TextField
from backcare_tui.widgets.fields.pain_scale import PainScale
from backcare_tui.widgets.notice import Notice

DRAFT_EVERY_S, DRAFT_AFTER_S = 3.0, 0.5
"""Seconds between two drafts of one who types on, and of pause after which one is kept at once."""


class DraftedForm(Screen[None]):
    """Fields, and what they hold: nothing that was typed is lost, and it stays of its moment."""

    kind: type[Record] = Record
    """What it fills in; errors name a field of it as the form does."""
    NAME: ClassVar[str] = ""
    """Names the draft: `check-in`."""

    def __init__(self, desk: Desk, record: Record | None = None) -> None:
        """Begin a new record, or change one."""
        super().__init__()
        self.desk = desk
        self.title = self.TITLE or sentence_case(self.NAME.replace("-", " ")) or "Help"
        self._first_key = FirstKey(desk.clock)
        self.clock = self._first_key.clock
        """When what stands here was typed."""
        self.record = record
        self.draft = Draft(desk, record.id if record else self.NAME, self.values, self._dated)
        self.is_warned = False
        self._today = desk.clock.today()
        self._pause: Timer | None = None
        """Until what was typed is kept."""

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

    def on_screen_resume(self, event: ScreenResume) -> None:
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
            is_own = self.draft.is_kept or bool(self.record and isinstance(line.parent, TextField))
            # Behind the message that brings the focus, which selects too.
            line.call_later(line.action_end if is_own else line.action_select_all)

    def begin(self) -> None:
        """Fill in what is known, or the draft from before."""
        draft, words = self.draft.begin(is_of_now=self.is_of_now())
        self.show_values(draft or self.start_values())
        self.draft.held = self.values()
        self._first_key.begin(self.draft.held, is_typed=self.draft.is_kept)
        self.query_exactly_one(Notice).say(words)

    async def on_unmount(self) -> None:
        """Closing the program in the middle of a form keeps its draft, where that can be."""
        self.desk.changed.unsubscribe(self)
        if not self.is_warned:
            with suppress(BadValue, CannotKeep):
                await self.draft.write()

    def show_title(self) -> None:
        """Write the title anew."""
        raise NotImplementedError

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
        if not self.draft.is_writing:
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

    def complain(self, sentence: str) -> None:
        """Say what is wrong; everything typed stays."""
        self.query_exactly_one(Notice).say(sentence, "trouble")

    async def keep_state(self) -> bool:
        """Keep as a draft what was typed since the last time; False where that cannot be, which is said."""
        try:
            await self.draft.write()
        except (BadValue, CannotKeep) as error:
            if self.is_attached:
                self.complain(str(error))
            return False
        return True

    def _dated(self, values: Values) -> Values:
        at = self.moment_field()
        written = dated(values, at.value if at else None, self.clock.today())
        return written | written_days(self.day_fields())

    async def forget_draft(self) -> None:
        """The draft was saved as an entry, or emptied; one that stays behind is said."""
        try:
            await self.draft.forget()
        except CannotKeep as error:
            self.complain(str(error))

    def warn(self, key: str) -> None:
        """Say that closing once more is closing without what was typed."""
        self.is_warned = True
        self.complain(f"What you typed cannot be kept now; {key} once more closes without it.")
