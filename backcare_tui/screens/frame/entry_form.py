"""Any other entry as a form: one line a field, each read and checked as the file would be."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from textual.content import Content
from textual.widget import Widget

from backcare_tui.diary.codec import read_record, write_document
from backcare_tui.diary.habits import DAYS_LOOKED_AT, most_used
from backcare_tui.diary.records.activity import ActiveDay
from backcare_tui.diary.records.base import Record, new_id
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.kinds import ENTRIES
from backcare_tui.diary.records.pain import Feeling
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.trial import Trial
from backcare_tui.guidance.care.team import with_whom
from backcare_tui.library.routines import routine_name, routines
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.draft import Values
from backcare_tui.screens.frame.field_lines import MOST_OFFERED, chips_of, parsed, words_held
from backcare_tui.screens.frame.first_key import marked
from backcare_tui.screens.frame.form import Form
from backcare_tui.screens.frame.moment_form import shifted
from backcare_tui.text import write_moment
from backcare_tui.widgets.chips.chips import Chips
from backcare_tui.widgets.fields.inputs import NoteField, ParsedField
from backcare_tui.widgets.fields.offered import Offer
from backcare_tui.wording.fields.context import context_of
from backcare_tui.wording.fields.field import RecordField
from backcare_tui.wording.fields.table import field_of, fields_of

KIND_NAMES: dict[type[Record], str] = {
    Session: "session",
    Feeling: "note",
    Course: "course",
    Plan: "plan",
    Trial: "trial",
    ActiveDay: "active day",
}
"""What the form calls an entry in its title."""


class EntryForm(Form):
    """A session, a visit, a meal, and whatever else is neither pain nor a night."""

    AUTO_FOCUS = "Input"
    HELP = (
        "One line a field; only the first ones matter, the rest can stay empty. "
        "In a list of words space marks, and typing finds or adds one; enter saves from any line, {form.save} from everywhere."
    )

    def __init__(
        self,
        desk: Desk,
        kind: type[Record],
        record: Record | None = None,
        given: Mapping[str, Any] | None = None,
    ) -> None:
        """A new entry of a kind, in which some values are given, or one to change."""
        self.kind = kind
        self._given = given or {}
        super().__init__(desk, record)
        if record is None:
            self.draft.name = kind.table
        self._known = context_of(desk.repository, self.clock)

    def compose_fields(self) -> Iterable[Widget]:
        """A line for each field, or words to choose from where it holds several."""
        asked = {field.name: field for field in fields_of(self.kind) if field.is_asked}
        note = asked.pop("note", None)
        recent = self._recent()
        self.words = {
            name: chips_of(field, recent) for name, field in asked.items() if field.is_several
        }
        self.fields = {
            name: self._line(field, recent) for name, field in asked.items() if not field.is_several
        }
        for name, field in self.fields.items():
            field.input.has_brackets = name != "at" and self.kind is not ActiveDay
        yield from ((self.fields | self.words)[name] for name in asked)
        self.note = NoteField(note.label) if note else None
        if self.note:
            yield self.note

    def _recent(self) -> tuple[Record, ...]:
        """The entries of the last months; all of what is of no day."""
        today = self.desk.clock.today()
        entries = self.desk.repository.entries
        if self.kind not in ENTRIES:
            return entries(self.kind)
        return entries(self.kind, (today - dt.timedelta(DAYS_LOOKED_AT), today))

    def _line(self, field: RecordField, recent: Iterable[Record]) -> ParsedField[Any]:
        """A line, under it what was meant most so far: a routine, or somebody of the care team."""
        seen = msgspec.structs.replace(self._known, clock=self.desk.clock)
        offers: tuple[Offer, ...] = ()
        if field.name in {"routine", "person"}:
            known = {
                "routine": [each.id for each in (*self._known.routines, *routines())],
                "person": [each.id for each in self._known.people],
            }[field.name]
            used = [[held] for each in recent if (held := getattr(each, field.name))]
            ids = [each for each in most_used(used, known) if each in known][:MOST_OFFERED]
            names = [field.write(each, self._known) for each in ids]
            offers = tuple(Offer(name, name) for name in names)
        return parsed(field, self._known, seen=seen, offers=offers, id=field.name)

    def start_values(self) -> Values:
        """Those of the entry; a new one is of now."""
        if self.record is None:
            usual = {} if self.kind is Plan else {"treatment": "massage"}
            return {"at": "now", "started": "today", **usual, **self._given}
        values = write_document(self.record)
        if self.record.at:
            values["at"] = write_moment(self.record.at)
        return values

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Fill the fields."""
        for name, field in self.fields.items():
            field.text = self._as_text(name, values.get(name))
        for name, chips in self.words.items():
            chips.chosen = words_held(values.get(name))
        if self.note:
            self.note.text = str(values.get("note", ""))

    def _as_text(self, field: str, value: object) -> str:
        """A value as text; a person and a routine by name."""
        return field_of(self.kind, field).write(value, self._known)

    def values(self) -> Values:
        """What the fields hold now, as typed; of a closed list in its order."""
        values: Values = {name: field.text.strip() for name, field in self.fields.items()}
        values |= {name: _in_order(chips) for name, chips in self.words.items()}
        values["note"] = str(self.note.value or "") if self.note else ""
        return {name: held for name, held in values.items() if held}

    def read_form(self) -> Record:
        """The entry; whoever is new in it stands there by name."""
        document: Values = write_document(self.record) if self.record else {"id": new_id()}
        for name, field in self.fields.items():
            document[name] = msgspec.to_builtins(field.value, builtin_types=(dt.datetime,))
        for name, chips in self.words.items():
            document[name] = _in_order(chips)
        if "at" in self.fields and document["at"] is None:
            document["at"] = self.clock.now()
        if self.note:
            document["note"] = self.note.value
        if self.record and self.fields.get("at") and not self._moved():
            document["at"] = self.record.at
        document = {k: v for k, v in document.items() if v is not None}
        if "routine" in document:
            document |= self._routine(document["routine"])
        return read_record(self.kind, document)

    def read_records(self) -> tuple[Record, ...]:
        """The entry, after whoever joins the care team by it."""
        return with_whom(self.read_form(), {each.id for each in self._known.people}, self.record)

    def _moved(self) -> bool:
        return self.fields["at"].text != self._as_text("at", self.start_values()["at"])

    def _routine(self, routine: str) -> Values:
        """The routine that is meant; a session keeps the name that its routine has now."""
        if self.kind is not Session or routine == getattr(self.record, "routine", None):
            return {"routine": routine}
        return {"routine": routine, "name": routine_name(routine, self._known.routines)}

    async def shift_day(self, days: int) -> None:
        """The same time of day, or the day alone, a day earlier or later."""
        if field := self.fields.get("at"):
            now = self.desk.clock.now()
            field.text = shifted(field.value or now, days, now)
        elif day := self.fields.get("day"):
            today = self.desk.clock.today()
            on = min((day.value or today) + dt.timedelta(days=days), today)
            day.text = "today" if on == today else on.isoformat()

    def say_title(self) -> str | Content:
        """What kind of entry this is, and its moment if it has one."""
        name = KIND_NAMES[self.kind]
        title = f"Change the {name}" if self.record else f"New {name}"
        if (at := self.moment_field()) is None or at.value is None:
            return title
        return Content.assemble(
            f"{title} · ", marked(at.say(at.value), at.value.date(), self.desk.clock.today())
        )

    def day_fields(self) -> Mapping[str, ParsedField[Any]]:
        """When it began and ended, for a kind that has such days."""
        kinds = (name for name, field in self.fields.items() if type(field.value) is dt.date)
        return {name: self.fields[name] for name in kinds}

    def moment_field(self) -> ParsedField[dt.datetime] | None:
        """When it was, for a kind that has a moment."""
        return self.fields.get("at")


def _in_order(chips: Chips) -> list[str]:
    """What is chosen: of a closed list in its order, else in that of choosing."""
    chosen = [*chips.chosen, *chips.unknown]
    order = [chip.id for chip in chips.options] if chips.is_closed else []
    return sorted(chosen, key=lambda word: order.index(word) if word in order else len(order))
