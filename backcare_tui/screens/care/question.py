"""A question for an appointment, in one line."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from textual.widget import Widget

from backcare_tui.diary.codec import read_record, write_document
from backcare_tui.diary.records.base import Record, new_id
from backcare_tui.diary.records.team import Person, Question
from backcare_tui.guidance.care.team import NO_LONGER, names_of, with_whom
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.draft import Values
from backcare_tui.screens.frame.field_lines import parsed
from backcare_tui.screens.frame.form import Form
from backcare_tui.text import shortened
from backcare_tui.widgets.chips.chips import Chip
from backcare_tui.widgets.chips.single_chip import OneChip
from backcare_tui.widgets.fields.inputs import ParsedField, TextField
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.table import fields_of

SHOWN = 50
"""Characters of a question that a notice repeats."""


class QuestionForm(Form):
    """What to ask, and whom; once it is asked, what was said."""

    kind = Question
    NAME = "question"
    AUTO_FOCUS = "Input"
    HELP = (
        "A question for an appointment, so that it is not forgotten there; it stands on the "
        "hand-over page until it is answered. Enter saves."
    )

    def __init__(self, desk: Desk, question: Question | None = None) -> None:
        """A new question, or one to change."""
        super().__init__(desk, question)
        self._question = question
        people = sorted(desk.repository.entries(Person), key=lambda each: each.name.casefold())
        self._names = names_of(people)

    def compose_fields(self) -> Iterable[Widget]:
        """One line, and for whom; an answer only where there may be one."""
        names = dict(self._names)
        if self._question and self._question.person:
            names.setdefault(self._question.person, NO_LONGER)
        named = {field.name: field for field in fields_of(Question)}
        self.text_field = TextField(named["text"].label)
        self.person = OneChip(
            tuple(Chip(id_, name) for id_, name in names.items()),
            label=named["person"].label,
            max_rows=2,
        )
        self.person.asks = "type a name"
        self.answer = TextField(named["answer"].label)
        seen = FieldContext(self.desk.clock)
        self.answered = parsed(named["answered"], FieldContext(self.clock), seen=seen)
        for field in (self.answer, self.answered):
            field.display = self._question is not None
        yield from (self.text_field, self.person, self.answer, self.answered)

    def day_fields(self) -> Mapping[str, ParsedField[Any]]:
        """The day of it."""
        return {"answered": self.answered}

    def start_values(self) -> Values:
        """Those of the question."""
        return write_document(self._question) if self._question else {}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Fill the fields."""
        self.text_field.text = str(values.get("text", ""))
        self.person.one = values.get("person")
        self.answer.text = str(values.get("answer", ""))
        self.answered.text = str(values.get("answered", ""))

    def values(self) -> Values:
        """What the fields hold now."""
        held = {
            "text": self.text_field.value,
            "person": self.person.one,
            "answer": self.answer.value,
            "answered": self.answered.text.strip(),
        }
        return {field: value for field, value in held.items() if value}

    def read_form(self) -> Record:
        """The question; an answer without a day is of today."""
        held = self.values()
        now = self.clock.now()
        document = write_document(self._question) if self._question else {"id": new_id(), "at": now}
        answered = self.answered.value or (now.date() if self.answer.value else None)
        own = {field: held.get(field) for field in ("text", "person", "answer")}
        document |= own | {"answered": msgspec.to_builtins(answered)}
        return read_record(Question, document)

    def read_records(self) -> tuple[Record, ...]:
        """The question, after somebody new whom it is for."""
        return with_whom(self.read_form(), self._names, self._question)

    def say_record(self, record: Record) -> str:
        """The question itself."""
        return shortened(record.text, SHOWN) if isinstance(record, Question) else ""

    def say_title(self) -> str:
        """Whether the question is new."""
        return "Change the question" if self._question else "A question for an appointment"
