"""What can be done with the entry under the cursor of any list: open, delete, repeat."""

import msgspec
from textual import on
from textual.screen import Screen

from backcare_tui import screens
from backcare_tui.commands.hints import BETWEEN
from backcare_tui.commands.keymap import keyed
from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.base import Record, new_id
from backcare_tui.diary.records.belief import Belief
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.team import Agreement, Person, Question
from backcare_tui.diary.records.visit import Visit
from backcare_tui.screens.frame.desk import Desk, day_of
from backcare_tui.screens.frame.place import Place
from backcare_tui.text import time_width
from backcare_tui.widgets.columns import ListColumn
from backcare_tui.widgets.rows import Rows
from backcare_tui.wording.entries import say_entry

ENTRIES_CLASS = "entries"
"""Lists whose rows have the ids of entries as keys."""


def entry_columns(*, is_tight: bool = False) -> tuple[ListColumn, ...]:
    """The time, what it is, and what it says; where it is tight, all that is left is for that."""
    what = ListColumn(10) if is_tight else ListColumn(10, most=26)
    return ListColumn(time_width()), what, ListColumn()


def parts_within(value: str, room: int) -> str:
    """The parts of a value that have room whole, the first of them always.

    >>> parts_within("3 mild · lower back left · stiff", 26)
    '3 mild · lower back left'
    >>> parts_within("croissant on the way", 8)
    'croissant on the way'
    """
    first, *rest = value.split(BETWEEN)
    for part in rest:
        if len(first + BETWEEN + part) > room:
            break
        first += BETWEEN + part
    return first


def form_of(desk: Desk, record: Record) -> Screen[None]:  # noqa: C901, PLR0911 - one for each kind
    """The form that changes an entry."""
    match record:
        case Pain():
            return screens.CheckIn(desk, record)
        case Night():
            return screens.NightForm(desk, record)
        case Meal():
            return screens.MealForm(desk, record)
        case Visit():
            return screens.VisitForm(desk, record)
        case Course():
            return screens.CourseForm(desk, record)
        case Person():
            return screens.PersonForm(desk, record)
        case Agreement():
            return screens.AgreementForm(desk, record)
        case Question():
            return screens.QuestionForm(desk, record)
        case Ability():
            return screens.Abilities(desk, record)
        case Belief():
            return screens.Beliefs(desk, record)
        case _:
            return screens.EntryForm(desk, type(record), record)


class OnEntries(Place):
    """A place with lists of entries."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Name what can be done with an entry only where the cursor is on one."""
        if action in {"remove_entry", "repeat_entry"}:
            return self.focused is None or (
                self.focused.has_class(ENTRIES_CLASS)
                and isinstance(self.focused, Rows)
                and self.focused.row is not None
            )
        return super().check_action(action, parameters)

    def on_descendant_focus(self) -> None:
        """The footer names other keys in another list."""
        self.refresh_bindings()

    @on(Rows.Chosen, f".{ENTRIES_CLASS}")
    def open_entry(self, event: Rows.Chosen) -> None:
        """Open the entry to change it."""
        event.stop()
        if record := self.desk.find(event.row.key):
            self.app.push_screen(form_of(self.desk, record))

    def action_remove_entry(self) -> None:
        """Delete the entry under the cursor."""
        if record := self._under_cursor():
            words = " ".join(say_entry(record))
            self.desk.remove(
                record.id, words=f"deleted {words}", said=f"deleted: {words}", day=day_of(record)
            )

    def action_repeat_entry(self) -> None:
        """The same entry again, now."""
        record = self._under_cursor()
        if record is None:
            return
        if "at" not in record.__struct_fields__:
            self.desk.say(
                keyed(
                    "only what has a time of day can be repeated; {entry.night} takes down a night"
                )
            )
            return
        again = msgspec.structs.replace(
            record,
            id=new_id(),
            updated=None,
            imported=None,
            at=self.desk.clock.now(),
        )
        self.desk.add(again, words=" ".join(say_entry(again)))

    def _under_cursor(self) -> Record | None:
        rows = self.focused
        if not isinstance(rows, Rows) or not rows.has_class(ENTRIES_CLASS) or rows.row is None:
            self.desk.say("go to an entry first: tab and the arrow keys")
            return None
        return self.desk.find(rows.row.key)
