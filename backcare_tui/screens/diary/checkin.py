"""The check-in: pain in three keys, everything else beneath, optional."""

import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

import msgspec
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from backcare_tui.commands.command import bindings
from backcare_tui.commands.forms import AS_YESTERDAY, MARK_FLARE
from backcare_tui.commands.keymap import key_of
from backcare_tui.diary.codec import read_record, write_document
from backcare_tui.diary.habits import (
    DAYS_LOOKED_AT,
    most_used,
)
from backcare_tui.diary.medicines import read_medicine, taken_on, write_medicine
from backcare_tui.diary.records.base import Record, new_id
from backcare_tui.diary.records.pain import Interference, Pain
from backcare_tui.diary.values import BadValue
from backcare_tui.insight.peg import is_asked
from backcare_tui.library.measures import PEG_DAYS
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.dialogs import ask_area
from backcare_tui.screens.frame.draft import Values
from backcare_tui.screens.frame.field_lines import chips_of, parsed, rated
from backcare_tui.screens.frame.first_key import NOW
from backcare_tui.screens.frame.folding import LongForm
from backcare_tui.screens.frame.moment_form import MomentForm, shifted
from backcare_tui.screens.frame.now import offer_something_now
from backcare_tui.widgets.body.body_map import BodyMap
from backcare_tui.widgets.chips.again_chips import AgainChips
from backcare_tui.widgets.chips.chips import Chips
from backcare_tui.widgets.chips.flow import Chip
from backcare_tui.widgets.fields.choice import Pick, PickField
from backcare_tui.widgets.fields.inputs import NoteField
from backcare_tui.widgets.fields.pain_scale import PainScale
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.pain import RELIEF_MARKS
from backcare_tui.wording.fields.table import field_of
from backcare_tui.wording.form_rows import CHECK_IN


class CheckIn(LongForm, MomentForm):
    """Only the number is required."""

    kind = Pain
    NAME = "check-in"
    ROWS = CHECK_IN
    AUTO_FOCUS = "PainScale"
    BINDINGS = bindings(MARK_FLARE, AS_YESTERDAY)
    HELP = (
        "How much it hurts, from 0 to 10: a digit, then enter. Where, how, what set it off and "
        "what eased it can be added now, later, or never; tab goes to the next field. {check-in.flare} marks a "
        "flare-up; a medicine may have its time, as ibuprofen 400 mg 7:30."
    )
    record: Pain | None

    def __init__(self, desk: Desk, record: Pain | None = None, day: dt.date | None = None) -> None:
        """A new check-in, of now or of an earlier day, or one to change."""
        super().__init__(desk, record)
        self._first_day = None if day == desk.clock.today() else day
        if self._first_day and day:
            self.draft.name += f".{day.isoformat()}"
        self._relief: dict[str, str] = {}

    def compose_head(self) -> Iterable[Widget]:
        """The scale."""
        self.scale = PainScale(id="severity")
        yield self.scale

    def compose_fields(self) -> Iterable[Widget]:
        """The body beside the words, then what is asked rarely."""
        self._make_fields()
        rows: dict[str, tuple[Widget, ...]] = {
            "is_flare": (self.flare,),
            "qualities": (self.qualities,),
            "triggers": (self.triggers,),
            "relievers": (self.relievers,),
            "medicines": (self.medicines,),
            "mood": (self.mood,),
            "stiffness_min": (self.stiffness,),
        }
        if self._asks_impact():
            rows["interference"] = (self.enjoyment, self.activity)
        fields = (
            self.when,
            *chain.from_iterable(rows.values()),
            self.make_more(rows),
            self.note,
        )
        yield Horizontal(self.areas, Vertical(*fields, id="words"), id="columns")

    def _make_fields(self) -> None:
        context = FieldContext(self.desk.clock)
        self.when = parsed(field_of(Pain, "at"), context)
        flare = field_of(Pain, "is_flare")
        self.flare = PickField(flare.label, (Pick("f", value=True, words="a flare-up"),))
        self.areas = BodyMap(id="areas")
        self.qualities = self._chips("qualities")
        self.triggers = self._chips("triggers")
        self.relievers = self._chips("relievers", tuple(RELIEF_MARKS.values()))
        self.medicines = self._medicine_chips()
        self.mood = rated(field_of(Pain, "mood"))
        self.stiffness = parsed(field_of(Pain, "stiffness_min"), context)
        self.enjoyment = parsed(field_of(Interference, "enjoyment"), context)
        self.activity = parsed(field_of(Interference, "activity"), context)
        self.note = NoteField(field_of(Pain, "note").label)

    def _medicine_chips(self) -> AgainChips:
        """Medicines, and before them all those of the day before, which one key takes again."""
        field, day = field_of(Pain, "medicines"), self._first_day or self.desk.clock.today()
        if self.record:
            day = self.record.day
        before = day - dt.timedelta(days=1)
        again = taken_on(self.desk.repository.entries(Pain, (before, before)), before)
        is_yesterday = day == self.desk.clock.today()
        words = f"{key_of(AS_YESTERDAY)} {'as yesterday' if is_yesterday else 'as the day before'}"
        used = (tuple(each.words for each in entry.medicines) for entry in self._recent())
        options = tuple(Chip(each, each) for each in most_used(used, ()))
        return AgainChips(options, label=field.label, id="medicines", again=again, words=words)

    def _recent(self) -> tuple[Pain, ...]:
        """The check-ins of the last months, by whose words the chips stand."""
        today = self.desk.clock.today()
        return self.desk.repository.entries(Pain, (today - dt.timedelta(DAYS_LOOKED_AT), today))

    def _chips(self, name: str, states: tuple[str, ...] = ()) -> Chips:
        """Words for a field, those used most in the last months first."""
        return chips_of(field_of(Pain, name), self._recent(), states)

    def _asks_impact(self) -> bool:
        """Whether the weekly questions are due, or were answered in this entry."""
        if self.record is not None:
            return self.record.interference is not None
        today = self.desk.clock.today()
        week = (today - dt.timedelta(days=PEG_DAYS), today)
        return is_asked(self.desk.repository.entries(Pain, week), today)

    def start_values(self) -> Values:
        """Those of the entry; a new one is of now."""
        if self.record:
            values = write_document(self.record)
            values["at"] = self.start_at()
            values["medicines"] = list(map(write_medicine, self.record.medicines))
            return values
        now = self.desk.clock.now()
        if self._first_day is None:
            return {"at": NOW}
        return {"at": shifted(now, (self._first_day - now.date()).days, now)}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Fill the fields."""
        self.scale.severity = self.areas.severity = values.get("severity")
        self.when.text = str(values.get("at", "now"))
        self.flare.picked = values.get("is_flare")
        self.areas.chosen = tuple(values.get("areas", ()))
        self.areas.severities = dict(values.get("area_severity", {}))
        self.qualities.chosen = tuple(values.get("qualities", ()))
        self.triggers.chosen = tuple(values.get("triggers", ()))
        self._relief = dict(values.get("relief", {}))
        self.relievers.state_of = {
            word: RELIEF_MARKS.get(self._relief.get(word, ""), "")
            for word in values.get("relievers", ())
        }
        self.medicines.chosen = tuple(values.get("medicines", ()))
        self.mood.rating = values.get("mood")
        self.stiffness.text = str(values.get("stiffness_min", ""))
        interference = values.get("interference", {})
        self.enjoyment.text = str(interference.get("enjoyment", ""))
        self.activity.text = str(interference.get("activity", ""))
        self.note.text = str(values.get("note", ""))
        self.fold()

    def values(self) -> Values:
        """What the fields hold now."""
        ids = {words: id_ for id_, words in RELIEF_MARKS.items()}
        eased = {word: ids[state] for word, state in self.relievers.state_of.items() if state}
        taken = {read_medicine(words).name for words in self.medicines.chosen}
        of_medicines = {word: state for word, state in self._relief.items() if word in taken}
        values = {
            "at": self.when.text,
            "severity": self.scale.severity,
            "is_flare": self.flare.value,
            "areas": list(self.areas.chosen),
            "area_severity": dict(self.areas.severities),
            "qualities": list(self.qualities.chosen),
            "triggers": list(self.triggers.chosen),
            "relievers": list(self.relievers.chosen),
            "medicines": list(self.medicines.chosen),
            "relief": {**of_medicines, **eased},
            "mood": self.mood.value,
            "stiffness_min": self.stiffness.kept,
            "interference": _without_nothing(
                {"enjoyment": self.enjoyment.kept, "activity": self.activity.kept}
            ),
            "note": self.note.value,
        }
        return _without_nothing(values)

    def read_form(self) -> Record:
        """The entry; a digit is all it needs."""
        values = self.values()
        if "severity" not in values:
            self.scale.focus()
            raise BadValue("severity", None, "a whole number from 0 to 10; type one digit")
        medicines = [msgspec.to_builtins(read_medicine(m)) for m in values.pop("medicines", [])]
        document = {
            "id": self.record.id if self.record else new_id(),
            **values,
            "at": self.read_at().isoformat(),
            "medicines": medicines,
        }
        made = read_record(Pain, document)
        return msgspec.structs.replace(made, imported=self.record.imported) if self.record else made

    def say_title(self) -> Content:
        """The form and its moment."""
        return self.say_at("Change the check-in" if self.record else "Check-in")

    def action_mark_flare(self) -> None:
        """Worse than is usual, in the person's own view, or not after all."""
        self.flare.pick(value=True)
        self.fold()

    def action_as_yesterday(self) -> None:
        """Take the medicines of the day before again; the row stands from then on."""
        self.medicines.take_again()
        self.fold()

    def follow_up(self, record: Record) -> None:
        """After the pain of now, say what there is for it."""
        if self.record is None and isinstance(record, Pain):
            self.app.call_later(offer_something_now, self.desk, record, self.desk.said)

    def on_body_map_name_asked(self, event: BodyMap.NameAsked) -> None:
        """Ask where it hurts, in words."""
        ask_area(self.app, "Where does it hurt?", event.map)

    def on_pain_scale_chosen(self, event: PainScale.Chosen) -> None:
        """The map's colors follow the number."""
        self.areas.severity = event.severity


def _without_nothing(values: Mapping[str, Any]) -> Values:
    return {field: value for field, value in values.items() if value not in (None, "", [], {})}
