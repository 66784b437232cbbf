"""The shared plan as a form: goals, who does what, and when that was agreed."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from textual.widget import Widget

from backcare_tui.diary.codec import read_record, write_document
from backcare_tui.diary.records.base import Record, new_id
from backcare_tui.diary.records.team import Agreement, Person, PlanPart
from backcare_tui.guidance.care.team import ME, NO_LONGER, OWN_NAME, in_force, names_of, part_of
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.draft import Values
from backcare_tui.screens.frame.field_lines import parsed
from backcare_tui.screens.frame.form import Form
from backcare_tui.text import say_day
from backcare_tui.widgets.fields.inputs import NoteField, ParsedField, TextField
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.table import fields_of


class AgreementForm(Form):
    """What all work for. A new one begins with what was agreed before, and is kept beside it."""

    kind = Agreement
    NAME = "agreement"
    AUTO_FOCUS = "TextArea"
    HELP = (
        "What everybody works for, one goal a line, and what each one does; your own part is diet, "
        "gentle exercise and stretching. A new plan leaves the older ones as they were."
    )

    def __init__(self, desk: Desk, agreement: Agreement | None = None) -> None:
        """A new plan, or one to change."""
        super().__init__(desk, agreement)
        self._base = agreement or in_force(desk.repository.entries(Agreement), self._today)
        people = sorted(desk.repository.entries(Person), key=lambda each: each.name.casefold())
        self._names = {ME: OWN_NAME} | names_of(people)
        named = (part.person for part in self._base.parts) if self._base else ()
        self._names |= {each: NO_LONGER for each in named if each not in self._names}

    def compose_fields(self) -> Iterable[Widget]:
        """The goals, a line for each of the team, the day."""
        named = {field.name: field for field in fields_of(Agreement)}
        self.goals = NoteField(named["goals"].label, placeholder=named["goals"].hint)
        self.parts = {each: TextField(name) for each, name in self._names.items()}
        self.parts[ME].input.placeholder = "diet, gentle exercise, stretching"
        seen = FieldContext(self.desk.clock)
        self.agreed = parsed(named["agreed"], FieldContext(self.clock), seen=seen)
        self.note = NoteField(named["note"].label)
        yield from (self.goals, *self.parts.values(), self.agreed, self.note)

    def day_fields(self) -> Mapping[str, ParsedField[Any]]:
        """The day of it."""
        return {"agreed": self.agreed}

    def start_values(self) -> Values:
        """Those of the plan, or of the one that holds now."""
        base = self._base
        if base is None:
            return {"agreed": "today"}
        parts = {each: does for each in self._names if (does := part_of(base, each))}
        values: Values = {"agreed": "today", "goals": "\n".join(base.goals), "parts": parts}
        own = {"agreed": base.agreed.isoformat(), "note": base.note or ""}
        return values | own if base is self.record else values

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Fill the fields."""
        parts = values.get("parts", {})
        for each, field in self.parts.items():
            field.text = str(parts.get(each, ""))
        self.goals.text = str(values.get("goals", ""))
        self.agreed.text = str(values.get("agreed", ""))
        self.note.text = str(values.get("note", ""))

    def values(self) -> Values:
        """What the fields hold now, as typed."""
        parts = {each: field.value for each, field in self.parts.items() if field.value}
        held = {
            "agreed": self.agreed.text.strip(),
            "goals": self.goals.text.strip(),
            "parts": parts,
            "note": self.note.value,
        }
        return {field: value for field, value in held.items() if value}

    def read_form(self) -> Record:
        """The plan."""
        held = self.values()
        document = write_document(self.record) if self.record else {"id": new_id()}
        goals = [goal.strip() for goal in held.get("goals", "").splitlines() if goal.strip()]
        parts = self._parts(held.get("parts", {}))
        agreed = self.agreed.value or self.clock.today()
        own = {"agreed": agreed, "goals": goals, "parts": parts, "note": held.get("note")}
        return read_record(Agreement, document | msgspec.to_builtins(own))

    def _parts(self, typed: Mapping[str, str]) -> tuple[PlanPart, ...]:
        """Those that stand as they were, then the new ones."""
        kept = {who for who, does in typed.items() if does == part_of(self._base, who)}
        stood = self._base.parts if self._base else ()
        new = (PlanPart(who, does) for who, does in typed.items() if who not in kept)
        return (*(part for part in stood if part.person in kept), *new)

    def say_record(self, record: Record) -> str:
        """Which plan it is."""
        return f"the shared plan of {say_day(record.day, self._today)}"

    def say_title(self) -> str:
        """Whether the plan is new."""
        return "Change the shared plan" if self.record else "New shared plan"

    async def shift_day(self, days: int) -> None:
        """Agreed a day earlier or later, at the latest today."""
        day = (self.agreed.value or self._today) + dt.timedelta(days=days)
        self.agreed.text = min(day, self._today).isoformat()
