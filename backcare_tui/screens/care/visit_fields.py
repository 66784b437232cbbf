"""The fields of a visit, and what they hold."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Any, cast

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui.diary.habits import most_used
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.values import PressureWish, PressureWord, VisitResponse, choices
from backcare_tui.guidance.advice.table import rules
from backcare_tui.guidance.care.team import NO_LONGER
from backcare_tui.guidance.care.usual_visit import treatments_in_turn
from backcare_tui.library.scales import severity_word
from backcare_tui.library.taxonomy import WordKind, name_of, name_within, words
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.field_lines import parsed, rated
from backcare_tui.text import clean
from backcare_tui.widgets.body.body_map import BodyMap
from backcare_tui.widgets.chips.chips import Chip, Chips
from backcare_tui.widgets.chips.single_chip import OneChip
from backcare_tui.widgets.fields.choice import Pick, PickField
from backcare_tui.widgets.fields.inputs import NoteField, ParsedField
from backcare_tui.widgets.fields.scale import ScaleField
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.field import RecordField
from backcare_tui.wording.fields.table import field_of

POSTPONE = "massage-postpone"
"""The rule that speaks when the muscle does not let go."""
OF_MASSAGE = ("kind", "techniques", "pressure", "pressure_next", "response")
"""What is asked of a massage alone."""
_BENDS = ("not at all", *["a little"] * 3, *["half way"] * 3, *["nearly"] * 3, "all the way")
_RESPONSES = tuple(Pick(key=each[0], value=each, words=each) for each in choices(VisitResponse))
_PRESSURES = tuple(
    Pick(key=each[0], value=number, words=each)
    for number, each in enumerate(choices(PressureWord), start=1)
)
_WISHES = tuple(
    Pick(key=each[0], value=each, words=name_within("pressure_wishes", each))
    for each in choices(PressureWish)
)
_SPASMS = ("none", *["mild"] * 3, *["moderate"] * 3, *["strong"] * 3, "the worst there is")


class TreatedAreas(BodyMap):
    """Where one was treated: places without numbers."""

    HELP = (
        "Where you were treated. Arrows move, **space** chooses, **v** turns the body around, "
        "**/** asks for a name."
    )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """All but numbers."""
        return action not in {"rate", "unrate"} and super().check_action(action, parameters)


class VisitFields:
    """The widgets of the form, by what they are for, and their values as plain values."""

    def __init__(
        self,
        desk: Desk,
        treatment: str,
        visits: Sequence[Visit],
        people: Sequence[Person],
        gone: str | None,
    ) -> None:
        """Fields with the words that are usual.

        Args:
            desk: For the clock.
            treatment: What is offered first.
            visits: All of them, in the order of time.
            people: The care team.
            gone: The id of somebody whom the visit names and who was removed, if so.
        """
        self._visits, context = visits, FieldContext(desk.clock)
        known = [word.id for word in words("treatments")]
        self.treatment = OneChip(
            _chips("treatments", treatments_in_turn(treatment, visits, known)),
            label=_label("treatment"),
            is_needed=True,
            id="treatment",
        )
        pain = partial(ScaleField, say=severity_word, ink="$on-pain on $tint-{}")
        self.pain_before = pain(_label("pain_before"), id="pain-before")
        self.pain_after = pain(_label("pain_after"), id="pain-after")
        self.response = PickField(_label("response"), _RESPONSES, id="response")
        self.advice = Static(_say_postpone(), id="advice")
        self.inflammation = Chips(
            self._used("inflammation"), label=_label("inflammation"), id="inflammation"
        )
        self.areas = TreatedAreas(id="areas")
        self.when = parsed(_field("at"), context)
        self.kind = OneChip(self._used("kind"), label=_label("kind"), max_rows=2, id="kind")
        self.techniques = Chips(
            self._used("techniques"), label=_label("techniques"), max_rows=2, id="techniques"
        )
        self.pressure = PickField(_label("pressure"), _PRESSURES, id="pressure")
        team = [Chip(person.id, clean(person.name)) for person in self._by_visits(people)]
        self.pressure_next = PickField(_label("pressure_next"), _WISHES, id="pressure-next")
        self.person = OneChip(
            (*team, *([Chip(gone, NO_LONGER)] if gone else ())),
            label=_label("person"),
            max_rows=2,
            id="person",
        )
        self.person.asks = "type a name"
        self.minutes = parsed(_field("minutes"), context)
        self.cost = parsed(_field("cost"), context)
        spasm = partial(ScaleField, say=_SPASMS.__getitem__)
        self.spasm_before = spasm(
            _label("spasm_before"), hint=_field("spasm_before").hint, id="spasm-before"
        )
        self.spasm_after = spasm(
            _label("spasm_after"), hint=_field("spasm_after").hint, id="spasm-after"
        )
        bend = partial(ScaleField, say=_BENDS.__getitem__)
        self.bend_before = bend(
            _label("bend_before"), hint=_field("bend_before").hint, id="bend-before"
        )
        self.bend_after = bend(
            _label("bend_after"), hint=_field("bend_after").hint, id="bend-after"
        )
        self.mood_before = rated(_field("mood_before"))
        self.mood_after = rated(_field("mood_after"))
        self.sore = pain(_label("sore_next_day"))
        self.side_effects = Chips(
            _chips("side_effects", [word.id for word in words("side_effects")]),
            label=_label("side_effects"),
            is_closed=True,
            id="side-effects",
        )
        self.note = NoteField(_label("note"))

    def _used(self, name: str) -> tuple[Chip, ...]:
        """The words of a field, those used most first."""
        kind = _field(name).words
        if kind is None:
            return ()
        held = (getattr(visit, name) or () for visit in self._visits)
        used = ((each,) if isinstance(each, str) else each for each in held)
        return _chips(kind, most_used(used, [word.id for word in words(kind)]))

    def _by_visits(self, people: Sequence[Person]) -> list[Person]:
        """The care team, those first with whom there were the most visits."""
        seen = ((visit.person,) for visit in self._visits if visit.person)
        order = most_used(seen, [person.id for person in people])
        return sorted(people, key=lambda person: order.index(person.id))

    def compose(self, more: Widget) -> tuple[Widget, ...]:
        """All but the treatment: what is asked first in whole lines, the rest beside the body."""
        rest = (
            self.when,
            self.kind,
            self.techniques,
            self.pressure,
            *chain.from_iterable(self.rows.values()),
            self.sore,
            self.side_effects,
            more,
            self.note,
        )
        first = (self.pain_before, self.pain_after, self.response)
        signs = (self.advice, self.inflammation)
        return (*first, *signs, Horizontal(self.areas, Vertical(*rest, id="words"), id="columns"))

    @property
    def rows(self) -> dict[str, tuple[Widget, ...]]:
        """What may stand beneath `more`, in its order."""
        return {
            "pressure_next": (self.pressure_next,),
            "person": (self.person,),
            "minutes": (self.minutes,),
            "cost": (self.cost,),
            "spasm_before": (self.spasm_before, self.spasm_after),
            "bend_before": (self.bend_before, self.bend_after),
            "mood_before": (self.mood_before, self.mood_after),
        }

    def show(self, values: Mapping[str, Any]) -> None:
        """Fill them with a document's values; a moment is text."""
        for name, text in self._texts.items():
            text.text = _field(name).write(values.get(name), FieldContext())
        for field, chips in self._many.items():
            chips.chosen = tuple(values.get(field, ()))
        for field, chip in self._single.items():
            chip.one = values.get(field)
        for field, scale in self._scales.items():
            scale.number = values.get(field)
        self.areas.chosen = tuple(values.get("areas", ()))
        self.response.picked = values.get("response")
        self.pressure.picked = values.get("pressure")
        self.pressure_next.picked = values.get("pressure_next")
        self.mood_before.rating = values.get("mood_before")
        self.mood_after.rating = values.get("mood_after")
        self.note.text = str(values.get("note", ""))

    def values(self) -> dict[str, Any]:
        """What they hold, also those that are not shown; nothing is left out."""
        values: dict[str, Any] = {field: text.kept for field, text in self._texts.items()}
        values["at"] = self.when.text
        values |= {field: [*chips.chosen, *chips.unknown] for field, chips in self._many.items()}
        values |= {field: chip.one for field, chip in self._single.items()}
        values |= {field: scale.number for field, scale in self._scales.items()}
        values |= {
            "areas": list(self.areas.chosen),
            "response": self.response.value,
            "pressure": self.pressure.value,
            "pressure_next": self.pressure_next.value,
            "mood_before": self.mood_before.value,
            "mood_after": self.mood_after.value,
            "note": self.note.value,
        }
        return {field: value for field, value in values.items() if value not in (None, "", [])}

    def show_what_fits(self, *, is_massage: bool, asks_signs: bool, is_over: bool) -> None:
        """Hide what is not asked of this treatment, this response, this day; rows that fold are left alone."""
        for field in set(OF_MASSAGE) - self.rows.keys():
            cast("Widget", getattr(self, field)).display = is_massage
        self.advice.display = self.inflammation.display = asks_signs
        self.sore.display = is_over

    @property
    def _texts(self) -> dict[str, ParsedField[Any]]:
        return {"at": self.when, "minutes": self.minutes, "cost": self.cost}

    @property
    def _many(self) -> dict[str, Chips]:
        return {
            "techniques": self.techniques,
            "inflammation": self.inflammation,
            "side_effects": self.side_effects,
        }

    @property
    def _single(self) -> dict[str, OneChip]:
        return {"treatment": self.treatment, "kind": self.kind, "person": self.person}

    @property
    def _scales(self) -> dict[str, ScaleField]:
        return {
            "pain_before": self.pain_before,
            "pain_after": self.pain_after,
            "spasm_before": self.spasm_before,
            "spasm_after": self.spasm_after,
            "bend_before": self.bend_before,
            "bend_after": self.bend_after,
            "sore_next_day": self.sore,
        }


def _field(name: str) -> RecordField:
    return field_of(Visit, name)


def _label(name: str) -> str:
    return _field(name).label


def _chips(kind: WordKind, ids: Sequence[str]) -> tuple[Chip, ...]:
    return tuple(Chip(id_, name_of(kind, id_)) for id_ in ids)


def _say_postpone() -> Content:
    """Why it is asked, and from where that is."""
    rule = rules()[POSTPONE]
    return Content.assemble(rule.text, "\n", (f"Source: {rule.source}.", "$quiet"))
