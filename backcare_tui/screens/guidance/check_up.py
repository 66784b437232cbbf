"""That a professional has looked at what was urgent: when that was, and who it was."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from textual.widget import Widget
from textual.widgets import Static

from backcare_tui.diary.codec import read_record
from backcare_tui.diary.records.base import Record, new_id
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import DAYS, read_day
from backcare_tui.guidance.red_flags import seen_at, standing
from backcare_tui.library.taxonomy import name_of
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.form import Form, Values
from backcare_tui.text import clean, say_near_day
from backcare_tui.widgets.chips.chips import Chip
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
    CSS_PATH = ["../frame/form.tcss", "check_up.tcss"]  # type: ignore[assignment]  # Textual takes both
    AUTO_FOCUS = "Chips"
    HELP = (
        "That a professional has looked at it: the day, and who it was, if you like. "
        "Another day or name can be typed. Ctrl+s saves."
    )

    def __init__(self, desk: Desk) -> None:
        """A new check-up."""
        super().__init__(desk)
        team = sorted(clean(each.name) for each in desk.repository.entries(Person))
        self._known = (*team, *(name_of("roles", role) for role in ROLES))

    def compose_head(self) -> Iterable[Widget]:
        """What it is for."""
        yield Static(ABOUT, id="about", markup=False)

    def compose_fields(self) -> Iterable[Widget]:
        """The day, who it was, a note."""
        self.when = OneChip(tuple(Chip(day, day) for day in NEAR), label=WHEN, id="when")
        names = tuple(Chip(name, name) for name in dict.fromkeys(self._known))
        self.who = OneChip(names, label=WHO, max_rows=2, id="who")
        self.note = NoteField(field_of(Check, "note").label)
        yield from (self.when, self.who, self.note)

    def start_values(self) -> Values:
        """Nothing."""
        return {}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Fill the fields."""
        self.when.one, self.who.one = values.get("day"), values.get("seen_by")
        self.note.text = str(values.get("note", ""))

    def values(self) -> Values:
        """What the fields hold now."""
        held = {"day": self.when.one, "seen_by": self.who.one, "note": self.note.value}
        return {name: value for name, value in held.items() if value}

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
            return read_day(self.when.one, self.desk.clock)
        except BadValue as error:
            raise error.named(WHEN) from None

    def _checks(self) -> tuple[Check, ...]:
        return self.desk.repository.entries(Check)

    def follow_up(self, record: Record) -> None:
        """Say it where signs were marked after that day, as they still stand then."""
        held = standing(self._checks())
        if record.at and held.at and held.at > record.at:
            marked = say_near_day(held.at.date(), self.desk.clock.today())
            self.desk.say(f"saved; the signs marked {marked} stand, as they came after it")

    def say_title(self) -> str:
        """What is asked."""
        return "Has a professional looked at it?"
