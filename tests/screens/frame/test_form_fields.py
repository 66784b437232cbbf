"""Each form has a line for every field that people know of its record, by the name of the table."""

from collections.abc import Iterable, Iterator
from typing import get_args

from textual.app import App
from textual.widget import Widget

from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check, Signs
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.records.trial import TrialDay
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.values import Severity, choices
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.entry_list import form_of
from backcare_tui.screens.frame.form import Form
from backcare_tui.store.tiny import TinyRepository
from backcare_tui.widgets.fields.inputs import InputField
from backcare_tui.widgets.fields.offered import OfferedField
from backcare_tui.wording.fields import read
from backcare_tui.wording.fields.field import RecordField
from backcare_tui.wording.fields.table import fields_of
from tests.conftest import FrozenClock
from tests.wording.test_fields import BASES

WITHOUT_A_FORM = {Check, Signs, TrialDay, Routine}
"""These have a checklist, a dialog or an editor of their own."""
SHOWN_OTHERWISE: dict[type[Record], dict[str, str]] = {
    Pain: {
        "severity": "the scale",
        "areas": "the body map",
        "area_severity": "the body map",
        "relief": "the marks of what eased it",
        "interference": "two questions, each of them a line",
    },
    Visit: {"areas": "the body map"},
    Ability: {"ratings": "a name and a number, three times"},
}


def within(widgets: Iterable[Widget]) -> Iterator[Widget]:
    """Widgets, and all that is in them."""
    for widget in widgets:
        yield widget
        yield from within(widget._pending_children)


def test_every_field_has_its_line_by_its_label_or_is_shown_otherwise(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    desk = Desk(repository, clock, App())
    for kind in BASES.keys() - WITHOUT_A_FORM:
        form = form_of(desk, BASES[kind][0])
        assert isinstance(form, Form)
        assert form.kind is kind
        widgets = within([*form.compose_head(), *form.compose_fields()])
        labels = {getattr(widget, "label", "") for widget in widgets}
        missing = {f.name for f in fields_of(kind) if f.is_asked and f.label not in labels}
        assert missing == set(SHOWN_OTHERWISE.get(kind, {})), kind


def is_chosen(field: RecordField) -> bool:
    """Whether a field takes words or numbers of a list, which nobody has to know by heart."""
    is_scale = field.is_rating or Severity in (field.type, *get_args(field.type))
    is_named = field.reads in {read.routine, read.person}
    return bool(is_scale or is_named or field.is_several or field.words or choices(field.type))


def test_no_form_asks_for_a_code(repository: TinyRepository, clock: FrozenClock) -> None:
    desk = Desk(repository, clock, App())
    repository.add(Person(name="Dana"))
    typed: dict[type[Record], set[str]] = {}
    for kind in BASES.keys() - WITHOUT_A_FORM:
        form = form_of(desk, BASES[kind][0])
        assert isinstance(form, Form)
        chosen = {f.label: f.name for f in fields_of(kind) if f.is_asked and is_chosen(f)}
        for widget in within([*form.compose_head(), *form.compose_fields()]):
            label = getattr(widget, "label", "")
            if label in chosen and isinstance(widget, InputField):
                is_offered = isinstance(widget, OfferedField) and widget.offers
                typed |= {} if is_offered else {kind: {*typed.get(kind, set()), chosen[label]}}
    assert typed == {}
