"""What `change` makes of FIELD=VALUE, without a shell: every text is kept or refused in a sentence."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.cli.edits import FIXED, edited
from backcare_tui.diary.codec import write_document
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.dismissal import Dismissal
from backcare_tui.diary.records.kinds import KINDS
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Interference, Medicine, Pain
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.setting import Setting
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.records.week_plan import WeekAnswer, WeekPlan
from backcare_tui.diary.values import BadValue
from backcare_tui.text import clean
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.table import find_field
from tests.conftest import MONDAY
from tests.examples import tried
from tests.wording.test_fields import ANN, BASES, CONTEXT, TEXTS

RECORDS = {kind: bases[0] for kind, bases in BASES.items()} | {
    Dismissal: Dismissal(at=MONDAY, advice="walk"),
    WeekPlan: WeekPlan(week=MONDAY.date(), minutes_a_day=10),
    WeekAnswer: WeekAnswer(week=MONDAY.date()),
    Setting: Setting(name="theme", value="dusk"),
}
ODD = (
    ",", ":", " , : ", ":5", "5:", "a:b", "socks:3, socks:5", "sleep:5", "enjoyment:3, rest:2",
    "enjoyment:3", "-1", "1e3", "nan", "null", "true", "no", "{}", "[]", "1, 2", "2026-11-23",
    "x" * 300, "\x1b[2J", "[/]",
)  # fmt: skip
"""Texts that a reader may take for less than they say."""


def each_tried(record: Record) -> Iterator[tuple[str, str, Record | None, str]]:
    """Each field with each text: the record that came of it, or the sentence that refused it."""
    for name in record.__struct_fields__:
        for text in (*TEXTS, *ODD):
            if name not in FIXED:
                try:
                    yield name, text, edited(record, [f"{name}={text}"], CONTEXT), ""
                except BadValue as error:
                    yield name, text, None, str(error)


def parts(value: Any) -> int:
    """How many things a value of several holds."""
    if isinstance(value, Interference):
        return sum(each is not None for each in msgspec.structs.astuple(value))
    return len(value) if isinstance(value, tuple | dict) else 1


def test_every_text_for_every_field_of_every_record_is_kept_or_refused_in_a_sentence() -> None:
    assert set(RECORDS) == set(KINDS)
    for record in RECORDS.values():
        for name, text, made, sentence in each_tried(record):
            at = (record.table, name, text)
            if made is None:
                assert sentence.endswith("."), at
                assert sentence.isprintable(), at
                continue
            value = getattr(made, name)
            assert name in write_document(made) or value is False, at
            if isinstance(value, tuple | dict | Interference):
                typed = [part.strip() for part in text.split(",") if part.strip()]
                assert parts(value) in {len(typed), len(set(typed))}, at


ANY_FIELD = st.sampled_from(
    [(record, name) for record in RECORDS.values() for name in record.__struct_fields__]
).filter(lambda each: each[1] not in FIXED)
ANY_TEXT = st.text(max_size=30) | st.lists(st.sampled_from((*TEXTS, *ODD)), max_size=3).map(
    ",".join
)


@tried(2000)
@given(ANY_FIELD, ANY_TEXT.filter(bool))
def test_any_text_for_any_field_is_kept_and_said_again_or_refused(
    place: tuple[Record, str], text: str
) -> None:
    record, name = place
    try:
        made = edited(record, [f"{name}={text}"], CONTEXT)
    except BadValue as error:
        sentence = str(error)
    else:
        value = getattr(made, name)
        assert name in write_document(made) or value is False
        if field := find_field(type(record), name):
            again = field.write(value, CONTEXT)
            assert again.strip()
            assert getattr(edited(record, [f"{name}={again}"], CONTEXT), name) == value
        return
    assert sentence.endswith(".")
    assert clean(sentence) == sentence


def test_only_nothing_at_all_removes_a_field() -> None:
    entry = Pain(at=MONDAY, severity=4, note="stiff", areas=("neck-back",))
    gone = edited(entry, ["note=", "areas="], CONTEXT)
    assert (gone.note, gone.areas) == (None, ())
    for text in (" ", "\t", "\u2003"):
        with pytest.raises(BadValue, match=r"^note: nothing is not a value; note= with nothing"):
            edited(entry, [f"note={text}"], CONTEXT)


def test_every_field_is_emptied_by_nothing_or_that_is_refused() -> None:
    for record in RECORDS.values():
        for field in msgspec.structs.fields(type(record)):
            if field.name in FIXED:
                continue
            if field.required:
                with pytest.raises(BadValue, match="nothing is not"):
                    edited(record, [f"{field.name}="], CONTEXT)


def test_a_field_may_be_called_as_the_file_the_form_or_the_option_calls_it() -> None:
    night = Night(night=MONDAY.date(), bed="23:00", up="07:00")
    for name in ("naps_min", "naps", "--naps", "Naps that day", "naps that day"):
        assert edited(night, [f"{name}=1h10"], CONTEXT).naps_min == 70, name
    visit = Visit(at=MONDAY, treatment="massage")
    for name in ("person", "by", "with"):
        assert edited(visit, [f"{name}=ann lee"], CONTEXT).person == ANN.id, name


CHANGES: list[tuple[Record, str, str, object]] = [
    (Visit(at=MONDAY, treatment="massage"), "pressure", "Firm", 3),
    (Visit(at=MONDAY, treatment="massage"), "pressure", "3", 3),
    (Pain(at=MONDAY, severity=4), "mood", "very good", 5),
    (Pain(at=MONDAY, severity=4), "medicines", "arnica, a 5 mg",
     (Medicine("arnica"), Medicine("a", "5 mg"))),
    (Session(at=MONDAY, routine="r"), "done_s", "350", 350),
    (Session(at=MONDAY, routine="r"), "done_s", "6 min", 360),
    (Session(at=MONDAY, routine="r"), "length", "6", 360),
    (Session(at=MONDAY, routine="r"), "minutes", "6", 360),
]  # fmt: skip


def test_a_value_is_typed_as_a_person_says_it() -> None:
    for record, name, text, value in CHANGES:
        made = edited(record, [f"{name}={text}"], CONTEXT)
        assert value in msgspec.structs.astuple(made), (name, text)


REFUSED: list[tuple[Record, list[str], str]] = [
    (Pain(at=MONDAY, severity=4), ["interference=5"],
     'interference: "5" is not enjoyment and activity, each 0 to 10, such as WORD:VALUE.'),
    (Pain(at=MONDAY, severity=4), ["interference=enjoyment:3, sleep:5"],
     'interference: "sleep:5" is not enjoyment and activity, each 0 to 10, such as WORD:VALUE.'),
    (Pain(at=MONDAY, severity=4), ["areas=,"], 'areas: "," is not a list of words.'),
    (Pain(at=MONDAY, severity=4), ["mood=3", "Mood=4"],
     'Mood: "4" is not possible: it is stated twice.'),
    (Night(night=MONDAY.date(), bed="23:00", up="07:00"), ["bed=25:00"],
     'bed: "25:00" is not a time of day such as 08:10 or 22:30.'),
    (Night(night=MONDAY.date(), bed="23:00", up="07:00"), ["To bed=25:00"],
     'To bed: "25:00" is not a time of day such as 08:10 or 22:30.'),
    (Night(night=MONDAY.date(), bed="23:00", up="07:00"), ["latency=481"],
     "awake: 0 is not within the 480 minutes in bed, with the latency."),
    (Night(night=MONDAY.date(), bed="23:00", up="07:00"), ["awake_min=481"],
     "awake_min: 481 is not within the 480 minutes in bed, with the latency."),
    (Visit(at=MONDAY, treatment="massage"), ["person=Bob"],
     'person: "Bob" is not somebody of the care team: Ann Lee.'),
    (Pain(at=MONDAY, severity=4), ["frob=2"], 'field: "frob" is not one of area_severity, areas, '),
    (Pain(at=MONDAY, severity=4), ["severity"], 'change: "severity" is not of the form FIELD=VALUE'),
]  # fmt: skip


def test_a_wrong_value_is_a_sentence_that_names_the_field_as_it_was_typed() -> None:
    for record, edits, sentence in REFUSED:
        with pytest.raises(BadValue, match=f"^{re.escape(sentence)}"):
            edited(record, edits, CONTEXT)


def test_the_name_of_a_session_follows_its_routine() -> None:
    session = Session(at=MONDAY, routine="desk-break", name="Desk break")
    made = edited(session, ["routine=morning loosen up"], CONTEXT)
    assert (made.routine, made.name) == ("morning-loosen-up", "Morning Loosen-Up")
    own = FieldContext(routines=(Routine(id="mine", name="Kitchen stretch"),))
    assert edited(session, ["routine=kitchen stretch"], own).name == "Kitchen stretch"


def test_times_and_a_length_take_the_place_of_each_other() -> None:
    timed = Night(night=MONDAY.date(), bed="22:30", lights_out="23:00", woke="06:30", up="06:50")
    length = edited(timed, ["asleep_min=7h"], CONTEXT)
    assert (length.asleep_min, length.bed, length.lights_out, length.woke, length.up) == (
        420, None, None, None, None,
    )  # fmt: skip
    again = edited(length, ["bed=23:00", "up=07:00"], CONTEXT)
    assert (again.asleep_min, again.bed, again.up) == (None, "23:00", "07:00")
    with pytest.raises(BadValue, match="asleep_min: 420 is not possible beside times; state one"):
        edited(timed, ["asleep_min=7h", "up=07:00"], CONTEXT)
    # What an import brought together stays together until one of them is typed.
    both = Night(night=MONDAY.date(), bed="23:00", up="07:00", asleep_min=400)
    assert edited(both, ["quality=4"], CONTEXT).asleep_min == 400
