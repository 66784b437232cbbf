"""Somebody of the care team as a form: the name is enough."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from textual.widget import Widget

from backcare_tui.diary.codec import read_record, write_document
from backcare_tui.diary.records.base import Record, new_id
from backcare_tui.diary.records.team import Agreement, Person
from backcare_tui.diary.values import BadValue
from backcare_tui.guidance.care.team import in_force, part_of, say_person, with_part
from backcare_tui.library.taxonomy import words
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.draft import Values
from backcare_tui.screens.frame.form import Form
from backcare_tui.widgets.chips.chips import Chip
from backcare_tui.widgets.chips.single_chip import OneChip
from backcare_tui.widgets.fields.inputs import NoteField, TextField
from backcare_tui.wording.fields.table import fields_of


class PersonForm(Form):
    """Who it is, how to reach them, and what they do in the shared plan."""

    kind = Person
    NAME = "person"
    AUTO_FOCUS = "Input"
    HELP = (
        "One of your care team. Only the name is needed; what they do goes into the shared plan. "
        "Enter saves."
    )

    def __init__(self, desk: Desk, person: Person | None = None) -> None:
        """Somebody new, or one to change."""
        super().__init__(desk, person)
        self._person = person
        self._plan = in_force(desk.repository.entries(Agreement), desk.clock.today())

    def compose_fields(self) -> Iterable[Widget]:
        """A line each, the role as chips."""
        named = {field.name: field for field in fields_of(Person)}
        self.name_field = TextField(named["name"].label)
        self.contact = TextField(named["contact"].label, placeholder=named["contact"].hint)
        self.does = TextField("In the plan", placeholder="what they do, such as core work")
        roles = tuple(Chip(role.id, role.name) for role in words("roles"))
        self.role = OneChip(roles, label=named["role"].label, max_rows=3)
        self.note = NoteField(named["note"].label)
        yield from (self.name_field, self.contact, self.does, self.role, self.note)

    def start_values(self) -> Values:
        """Those of the person, and their part in the plan."""
        if self._person is None:
            return {}
        return {**write_document(self._person), "does": part_of(self._plan, self._person.id)}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Fill the fields."""
        self.name_field.text = str(values.get("name", ""))
        self.contact.text = str(values.get("contact", ""))
        self.does.text = str(values.get("does", ""))
        self.role.one = values.get("role")
        self.note.text = str(values.get("note", ""))

    def values(self) -> Values:
        """What the fields hold now."""
        held = {
            "name": self.name_field.value,
            "contact": self.contact.value,
            "does": self.does.value,
            "role": self.role.one,
            "note": self.note.value,
        }
        return {field: value for field, value in held.items() if value}

    def read_form(self) -> Record:
        """The person; nobody else of the team has the name."""
        held = self.values()
        document = write_document(self._person) if self._person else {"id": new_id()}
        fields = ("name", "contact", "role", "note")
        person = read_record(Person, document | {field: held.get(field) for field in fields})
        for other in self.desk.repository.entries(Person):
            if other.id != person.id and other.name.casefold() == person.name.casefold():
                raise BadValue("name", person.name, "a name that nobody else of the team has")
        return person

    def read_records(self) -> tuple[Record, ...]:
        """The person, after the plan where their part of it is another now."""
        person = self.read_form()
        plan = self._changed_plan(person.id)
        return (plan, person) if plan else (person,)

    def _changed_plan(self, person_id: str) -> Agreement | None:
        """The plan with what stands here; None where that is what it says already.

        What was agreed on an earlier day stays as it was: a change makes a plan of today.
        """
        does, plan, today = self.values().get("does", ""), self._plan, self.desk.clock.today()
        if does == part_of(plan, person_id):
            return None
        parts = with_part(plan.parts if plan else (), person_id, does)
        if plan is None:
            document: Values = {"id": new_id(), "agreed": today, "parts": parts}
        elif plan.agreed == today:
            document = {**write_document(plan), "parts": parts}
        else:
            document = {**write_document(plan), "id": new_id(), "agreed": today, "parts": parts}
        return read_record(Agreement, msgspec.to_builtins(document))

    def say_record(self, record: Record) -> str:
        """The name with the role."""
        return say_person(record) if isinstance(record, Person) else ""

    def say_title(self) -> str:
        """Whether somebody is new."""
        return "Change somebody of the care team" if self._person else "New in the care team"
