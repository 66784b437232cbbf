"""That a professional has looked at what was urgent: when that was, and who it was."""

import datetime as dt
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from textual import on
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui.diary.codec import read_record
from backcare_tui.diary.held_clock import HeldClock
from backcare_tui.diary.records.base import Record, new_id
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import DAYS, iso_day, read_day
from backcare_tui.guidance.red_flags import say_marked_since, seen_at
from backcare_tui.library.taxonomy import name_of
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.draft import Values
from backcare_tui.screens.frame.form import Form
from backcare_tui.text import clean, say_near_day
from backcare_tui.widgets.chips.chips import Chip, Chips
from backcare_tui.widgets.chips.single_chip import OneChip
from backcare_tui.widgets.fields.inputs import NoteField
from backcare_tui.wording.fields.table import field_of

ABOUT = (
    "It sets free what a warning sign keeps from starting, so it is taken down only once you "
    "were there."
)
NEAR = ("today", "yesterday")
ROLES = ("family-doctor", "pain-specialist", "orthopedist", "physical-therapist", "nurse")
"""Whom people see about a warning sign, beside their own care team."""
WHEN, WHO = "When", field_of(Check, "seen_by").label


class CheckUpForm(Form):
    """Nothing stands in it at first: a check-up that nobody had must not be one key away."""

    kind = Check
    NAME = "check-up"
    CSS_PATH = ["../frame/form.tcss", "check_up.tcss"]
    AUTO_FOCUS = "Chips"
    HELP = (
        "That a professional has looked at it: the day, and who it was, if you like. "
        "Another day or name can be typed. {form.save} saves."
    )

    def __init__(self, desk: Desk) -> None:
        """A new check-up."""
        super().__init__(desk)
        team = sorted(clean(each.name) for each in desk.repository.entries(Person))
        self._known = (*team, *(name_of("roles", role) for role in ROLES))
        self._meant = HeldClock(desk.clock)
        """When the day was chosen: `today` stays the day that it was then."""

    def compose_head(self) -> Iterable[Widget]:
        """What it is for."""
        yield Static(ABOUT, id="about", markup=False)

    def compose_fields(self) -> Iterable[Widget]:
        """The day, who it was, a note."""
        self.when = OneChip(tuple(Chip(day, day) for day in NEAR), label=WHEN, id="when")
        names = tuple(Chip(name, name) for name in dict.fromkeys(self._known))
        self.who = OneChip(names, label=WHO, max_rows=2, id="who")
        self.when.asks, self.who.asks = "type a day", "type a name"
        self.note = NoteField(field_of(Check, "note").label)
        yield from (self.when, self.who, self.note)

    def start_values(self) -> Values:
        """Nothing."""
        return {}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Fill the fields."""
        self._show_day(values.get("day"))
        self.who.one = values.get("seen_by")
        self.note.text = str(values.get("note", ""))

    def values(self) -> Values:
        """What the fields hold now."""
        with suppress(BadValue):
            return self._held(self._day().isoformat())
        return self._held(self.when.one)

    def _held(self, day: str | None) -> Values:
        held = {"day": day, "seen_by": self.who.one, "note": self.note.value}
        return {name: value for name, value in held.items() if value}

    @on(Chips.Changed, "#when")
    def hold_day(self) -> None:
        """`today` is meant from when it is chosen."""
        self._meant.hold()

    def look_at_clock(self) -> None:
        """The day that was chosen stays, and is called what it is by now."""
        is_another_day = self._today != self.desk.clock.today()
        day = self.values().get("day")
        super().look_at_clock()
        if is_another_day:
            self._show_day(day)

    def _show_day(self, day: str | None) -> None:
        """Call a day of the calendar as it is called today; what is none stays as it was typed."""
        self._meant.hold()
        known = iso_day(day)
        near = say_near_day(known, self._meant.today()) if known else ""
        self.when.one = near if near in NEAR else day

    def read_form(self) -> Record:
        """The check-up, of a day that was chosen."""
        held = self.values()
        document = {
            "id": new_id(),
            "at": seen_at(self._day(), self.desk.clock, self._checks()).isoformat(),
            "is_check_up": True,
            "seen_by": held.get("seen_by"),
            "note": held.get("note"),
        }
        return read_record(Check, document)

    def _day(self) -> dt.date:
        if self.when.one is None:
            raise BadValue(WHEN, None, DAYS)
        try:
            return read_day(self.when.one, self._meant)
        except BadValue as error:
            raise error.named(WHEN) from None

    def _checks(self) -> tuple[Check, ...]:
        return self.desk.repository.entries(Check)

    def follow_up(self, record: Record) -> None:
        """Say it where signs were marked after that day, as they still stand then."""
        today = self.desk.clock.today()
        if isinstance(record, Check) and (said := say_marked_since(self._checks(), record, today)):
            self.desk.say(f"saved; {said}")

    def say_title(self) -> str:
        """What is asked."""
        return "Has a professional looked at it?"
