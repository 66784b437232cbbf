"""One table of fields: who asks, reads or says one of them knows it by the same words."""

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.codec import write_document
from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.activity import ActiveDay
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.belief import Belief
from backcare_tui.diary.records.check import Check, Signs
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.dismissal import Dismissal
from backcare_tui.diary.records.kinds import KINDS
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Interference, Medicine, Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.routine import OwnExercise, Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.setting import Setting
from backcare_tui.diary.records.team import Agreement, Person, Question
from backcare_tui.diary.records.trial import Trial, TrialDay
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.records.week_plan import WeekAnswer, WeekPlan
from backcare_tui.diary.values import (
    BadValue,
    MealKind,
    PressureWord,
    Relief,
    VisitResponse,
    choices,
)
from backcare_tui.library.taxonomy import words
from backcare_tui.wording.details import say_details
from backcare_tui.wording.entries import say_entry
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.field import RecordField
from backcare_tui.wording.fields.pain import OF_INTERFERENCE, RELIEF_WORDS
from backcare_tui.wording.fields.session import LEG_WORDS
from backcare_tui.wording.fields.table import field_of, fields_of, find_field, labeled
from tests.conftest import MONDAY, FrozenClock
from tests.examples import tried

ANN = Person(id="ann-lee-1", name="Ann Lee")
CONTEXT = FieldContext(FrozenClock(), people=(ANN,))
DAY, A_DAY = MONDAY.date(), dt.timedelta(days=1)
IN_EVERY_RECORD = {"id", "updated", "imported"}
FOR_PROGRAMS: dict[type[Record], dict[str, str]] = {
    Session: {
        "name": "follows from the routine",
        "planned_s": "follows from the routine",
    },
    Night: dict.fromkeys(("bed_offset", "up_offset"), "follows from the times and the zone"),
    Visit: {"course": "the id of a course, found by its treatment and day"},
    Agreement: {"parts": "a line for each person, which the form draws from the team"},
    TrialDay: {"trial": "the id of a trial"},
    Routine: {
        field: "made in the routine editor, or the library's own"
        for field in Routine.__struct_fields__
        if field not in {"name", "note"} | IN_EVERY_RECORD
    },
    OwnExercise: dict.fromkeys(
        ("like", "dose", "sides", "is_checked", "checked_for"), "said on a sheet, or on its page"
    ),
    WeekPlan: dict.fromkeys(
        ("week", "minutes_a_day", "lines", "changes"), "made from the table, changed on its page"
    ),
    WeekAnswer: dict.fromkeys(
        ("week", "felt", "barriers", "days_off", "given_up"), "answered on the week's page"
    ),
    Dismissal: dict.fromkeys(("at", "advice", "until", "event"), "what the program remembers"),
    Setting: dict.fromkeys(("name", "value", "device"), "what the program remembers"),
}
"""The fields that people neither type nor read, with the reason."""
BASES: dict[type[Record], tuple[Record, ...]] = {
    Pain: (Pain(at=MONDAY, severity=4, medicines=(Medicine("arnica"),)),),
    Night: (Night(night=DAY, bed="23:00", up="06:00"), Night(night=DAY, quality=3)),
    Session: (Session(at=MONDAY, routine="desk-break"),),
    Visit: (Visit(at=MONDAY, treatment="massage"),),
    Meal: (Meal(at=MONDAY, text="soup"), Meal(at=MONDAY, water_ml=100)),
    Feeling: (Feeling(at=MONDAY),),
    ActiveDay: (ActiveDay(day=DAY, active_min=40), ActiveDay(day=DAY, steps=6200)),
    Course: (Course(treatment="massage", started=DAY - 9 * A_DAY),),
    Person: (ANN,),
    Agreement: (Agreement(agreed=DAY, goals=("walk",)),),
    Question: (Question(at=MONDAY, text="Heat?"),),
    Ability: (Ability(at=MONDAY, ratings={"socks": 3}),),
    Belief: (Belief(at=MONDAY, bending=3),),
    Trial: (
        Trial(
            name="A",
            outcome="pain",
            started=DAY - 9 * A_DAY,
            period_days=2,
            schedule=("with", "without"),
        ),
    ),
    TrialDay: (TrialDay(on=DAY, trial="a", did=False),),
    Routine: (Routine(name="mine"),),
    OwnExercise: (OwnExercise(name="mine", cue="slow"),),
    Plan: (Plan(routine="desk-break"), Plan(treatment="yoga")),
    Check: (Check(at=MONDAY),),
    Signs: (Signs(at=MONDAY),),
}
"""The least of each record that people know."""
TEXTS = (
    "with, without, without, with", "ann lee", "lower back left", "lower-back-l:6", "heat:yes", "lighter",
    "activity:3", "0.3 l", "relaxed", "numb", "lunch", "sleep", "unsure", "mon, thu", "saddle-numbness",
    "self-harm", "yes", "2", "5", "22:30", "yesterday 22:30", "yesterday",
)  # fmt: skip
"""Texts of which each field takes one at least."""
IN_A_COLUMN = {"at", "night", "day", "agreed", "on", "started"}
"""When it was stands beside an entry wherever entries are listed."""

EVERY = [(kind, field) for kind in BASES for field in fields_of(kind)]
TYPED = [each for each in EVERY if each[1] is not field_of(Session, "steps")]
"""All but the steps of a session, which the player writes and only their number is told."""


def read(field: RecordField) -> Iterator[Any]:
    """The values that a field reads from any of the texts."""
    for text in TEXTS:
        with suppress(BadValue):
            yield field.read(text, CONTEXT)


def said(record: Record) -> tuple[str, ...]:
    """All that a person is told of an entry."""
    return (*say_entry(record), *say_details(record, CONTEXT))


def test_every_field_of_every_record_is_in_the_table_or_for_programs_with_a_reason() -> None:
    for kind in KINDS:
        known = [field.name for field in fields_of(kind)]
        others = set(kind.__struct_fields__) - IN_EVERY_RECORD - set(known)
        assert others == set(FOR_PROGRAMS.get(kind, {})), kind
        assert len(known) == len(set(known)), kind


def test_every_field_is_found_by_all_that_people_call_it() -> None:
    for kind, field in EVERY:
        for name in (field.name, field.label, field.label.upper(), f"--{field.shell_name}"):
            assert find_field(kind, name) is field, (kind, name)
    assert find_field(Night, "temperature of the room") is None


def test_every_field_can_be_read_from_words_and_written_as_them() -> None:
    for kind, field in TYPED:
        values = list(read(field))
        assert values, (kind, field.name)
        for value in values:
            text = field.write(value, CONTEXT)
            assert field.shape != "one" or field.read(text, CONTEXT) == value, (kind, field.name)


@tried(1000)
@given(st.sampled_from(EVERY), st.text(max_size=30))
def test_what_is_typed_into_a_line_is_kept_or_refused(
    place: tuple[type[Record], RecordField], text: str
) -> None:
    with suppress(BadValue):
        value = place[1].read(text, CONTEXT)
        assert (value in (None, (), {}, "")) == (not text.strip())


def test_every_field_is_told_of_an_entry_that_has_it() -> None:
    for kind, field in TYPED:
        if field.name in IN_A_COLUMN:
            continue
        told = set()
        for base in BASES[kind]:
            for value in read(field):
                if value != getattr(base, field.name):
                    with suppress(BadValue):
                        told.add(
                            said(msgspec.structs.replace(base, **{field.name: value})) != said(base)
                        )
        assert True in told, (kind, field.name)


def test_the_fields_of_a_question_within_a_field_are_known_too() -> None:
    assert tuple(field.name for field in OF_INTERFERENCE) == Interference.__struct_fields__
    assert fields_of(Interference) is OF_INTERFERENCE


def test_closed_words_are_those_of_the_lists_that_name_them() -> None:
    pressures = words("pressures")
    assert tuple(word.id for word in pressures) == choices(PressureWord)
    assert [word.score for word in pressures] == [1, 2, 3, 4]
    assert tuple(word.id for word in words("responses")) == choices(VisitResponse)
    assert tuple(word.id for word in words("meals")) == choices(MealKind)
    assert tuple(RELIEF_WORDS) == choices(Relief)
    assert tuple(LEG_WORDS) == choices(field_of(Session, "leg").type)


READ: list[tuple[type[Record], str, str, object]] = [
    (Visit, "pressure", "Firm", 3),
    (Visit, "pressure", "3", 3),
    (Visit, "response", "Muscle tensed up", "tensed"),
    (Visit, "person", "ANN  lee", "ann-lee-1"),
    (Visit, "person", "ann-l", "ann-lee-1"),
    (Visit, "person", "Bob", "Bob"),
    (Night, "naps_min", "1h10", 70),
    (Night, "quality", "very good", 5),
    (Pain, "relief", "Heat: a little, ibuprofen:no", {"heat": "a-little", "ibuprofen": "no"}),
    (Pain, "interference", "Enjoying life:3", Interference(enjoyment=3)),
    (Pain, "areas", "neck-back, lower back left, neck-back", ("neck-back", "lower-back-l")),
    (Pain, "medicines", "a 1 mg, a 1 mg", (Medicine("a", "1 mg"), Medicine("a", "1 mg"))),
    (Meal, "meal", "Lunch", "lunch"),
    (Meal, "meal", "b", "breakfast"),
    (Meal, "meal", "dr", "drink"),
    (Meal, "water_ml", "300 ml", 300),
    (Meal, "water_ml", "5 ml", 5),
    (Meal, "water_ml", "0.5 l", 500),
    (Meal, "water_ml", "1,5l", 1500),
    (Meal, "water_ml", "1 glass", 250),
    (Meal, "water_ml", "16 fl oz", 473),
    (Meal, "water_ml", "8  OZ", 237),
    (Session, "done_s", "5 min 50 s", 350),
    (Session, "routine", "morning loosen up", "morning-loosen-up"),
    (Plan, "time", "7:30", "07:30"),
    (Plan, "days", "mon, Thu", ("mon", "thu")),
    (Course, "started", "in 3 days", DAY + dt.timedelta(days=3)),
]  # fmt: skip
"""What people type, and what is meant."""
REFUSED: list[tuple[type[Record], str, str, str]] = [
    (Night, "bed", "25:00", 'To bed: "25:00" is not a time of day such as 08:10 or 22:30.'),
    (Night, "awakenings", "often", 'Woke up: "often" is not a whole number from 0 to 99.'),
    (Visit, "pressure", "hard", 'Pressure: "hard" is not 1 light, 2 medium, 3 firm or 4 deep.'),
    (Meal, "meal", "d", 'Meal: "d" is not one of breakfast, lunch, dinner, snack and drink.'),
    (Meal, "meal", "brunch", 'Meal: "brunch" is not one of breakfast, lunch, '),
    (Meal, "water_ml", "much", 'Water: "much" is not milliliters from 1 to 10000, glasses '),
    (Meal, "water_ml", "2 mugs", 'Water: "2 mugs" is not milliliters from 1 to 10000, glasses '),
    (Meal, "water_ml", "0", 'Water: "0" is not milliliters from 1 to 10000.'),
    (Meal, "water_ml", "99999", 'Water: "99999" is not milliliters from 1 to 10000.'),
    (Pain, "areas", " , ", 'Where: " , " is not a list of words.'),
    (Pain, "areas", "elbow", 'area "elbow" is not a place on the body map; nearest are '),
    (Pain, "interference", "5", 'Past week: "5" is not enjoyment and activity, each 0 to 10, '),
    (Pain, "interference", "sleep:5", 'Past week: "sleep:5" is not enjoyment and activity, '),
    (Pain, "relief", "heat:yes, heat:no", 'It helped: "heat:no" is not possible: heat stands '),
    (Ability, "ratings", "socks", 'Activity: "socks" is not an activity with a number from '),
    (Check, "red_flags", "frob", 'Warning signs: "frob" is not a warning sign, as log check '),
]  # fmt: skip
"""What means nothing, and the beginning of its sentence."""


def test_a_field_is_read_as_people_say_it() -> None:
    for kind, name, text, value in READ:
        assert field_of(kind, name).read(text, CONTEXT) == value, (name, text)


def test_a_text_that_means_nothing_is_one_sentence_with_the_label() -> None:
    for kind, name, text, sentence in REFUSED:
        with pytest.raises(BadValue, match=f"^{re.escape(sentence)}") as caught:
            field_of(kind, name).read(text, CONTEXT)
        assert str(caught.value).endswith(".")


def test_what_a_record_refuses_is_named_as_its_form_names_it() -> None:
    with pytest.raises(BadValue) as caught:
        write_document(Night(night=DAY, bed="23:00", up="06:00", awake_min=500))
    error = labeled(caught.value, Night)
    assert str(error) == "Awake for: 500 is not within the 420 minutes in bed, with the latency."
    assert str(labeled(BadValue("areas[1]", "", "a word"), Pain)) == "Where: nothing is not a word."
    assert str(labeled(BadValue("id", "x", "an id"), Pain)) == 'id: "x" is not an id.'
