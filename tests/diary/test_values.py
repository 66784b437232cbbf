from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.codec import read_record, write_document
from backcare_tui.diary.records.base import Imported, Record
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.dismissal import Dismissal
from backcare_tui.diary.records.kinds import KINDS
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Interference, Medicine, Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session, SessionStep
from backcare_tui.diary.records.setting import Setting
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.values import BadValue, allowed_in, field_types, read_value, said
from tests.conftest import MONDAY
from tests.diary.strategies import json_values
from tests.examples import tried
from tests.for_each import for_each

AT = MONDAY.isoformat()
LEAST: dict[type[Record], dict[str, Any]] = {
    Pain: {"at": AT, "severity": 4},
    Night: {"night": "2026-11-23", "bed": "23:00", "up": "07:00"},
    Session: {"at": AT, "routine": "desk-break"},
    Visit: {"at": AT, "treatment": "massage"},
    Meal: {"at": AT, "text": "soup"},
    Feeling: {"at": AT},
    Course: {"treatment": "massage", "started": "2026-11-01"},
    Routine: {"name": "mine"},
    Plan: {"routine": "desk-break"},
    Check: {"at": AT},
    Dismissal: {"at": AT, "advice": "walk"},
    Setting: {"name": "theme"},
}
"""The least that a document of each kind holds."""

BAD: list[tuple[type[Record], str, object, str]] = [
    (Pain, "severity", 14, "severity: 14 is not a whole number from 0 to 10."),
    (Pain, "severity", -1, "severity: -1 is not a whole number from 0 to 10."),
    (Pain, "severity", 3.5, "severity: 3.5 is not a whole number from 0 to 10."),
    (Pain, "severity", "4", 'severity: "4" is not a whole number from 0 to 10.'),
    (Pain, "severity", True, "severity: True is not a whole number from 0 to 10."),
    (Pain, "severity", None, "severity: nothing is not a whole number from 0 to 10."),
    (Pain, "mood", 0, "mood: 0 is not a whole number from 1 to 5."),
    (Pain, "mood", 6, "mood: 6 is not a whole number from 1 to 5."),
    (Pain, "stiffness_min", 1441, "stiffness_min: 1441 is not whole minutes from 0 to 1440."),
    (Pain, "areas", "neck", 'areas: "neck" is not a list of words.'),
    (Pain, "areas", ["neck", ""], "areas[1]: nothing is not a word or a few words."),
    (Pain, "areas", [4], "areas[0]: 4 is not a word or a few words."),
    (
        Pain,
        "area_severity",
        {"neck": 11},
        "area_severity: {'neck': 11} is not an area with a number from 0 to 10.",
    ),
    (
        Pain,
        "relief",
        {"heat": "some"},
        "relief: {'heat': 'some'} is not a word with yes, a-little or no.",
    ),
    (
        Pain,
        "medicines",
        ["ibuprofen"],
        'medicines[0]: "ibuprofen" is not a list of medicines, each with a name.',
    ),
    (
        Pain,
        "medicines",
        [{"dose": "400 mg"}],
        "medicines[0].name: nothing is not a word or a few words.",
    ),
    (
        Pain,
        "interference",
        {"activity": 11},
        "interference.activity: 11 is not a whole number from 0 to 10.",
    ),
    (Pain, "note", 5, "note: 5 is not a text."),
    (
        Pain,
        "imported",
        {"from": 1, "key": "a"},
        "imported.from: 1 is not where it came from: from, key, original.",
    ),
    (
        Pain,
        "at",
        "2026-11-23T08:12:00",
        'at: "2026-11-23T08:12:00" is not a moment with its offset, such as 2026-11-23T08:12:00+01:00.',
    ),
    (
        Pain,
        "at",
        "this morning",
        'at: "this morning" is not a moment with its offset, such as 2026-11-23T08:12:00+01:00.',
    ),
    (Pain, "id", "", "id: nothing is not an id."),
    (Pain, "id", 7, "id: 7 is not an id of letters, digits and dashes."),
    (Night, "night", "23.11.2026", 'night: "23.11.2026" is not a day such as 2026-11-23.'),
    (Night, "night", "2026-02-30", 'night: "2026-02-30" is not a day such as 2026-11-23.'),
    (Night, "bed", "24:00", 'bed: "24:00" is not a time of day such as 23:10.'),
    (Night, "bed", "7:00", 'bed: "7:00" is not a time of day such as 23:10.'),
    (Night, "bed", "23:10\n", 'bed: "23:10 " is not a time of day such as 23:10.'),
    (Night, "bed", "1\u0663:10", 'bed: "1\u0663:10" is not a time of day such as 23:10.'),
    (
        Night,
        "up",
        None,
        "up: nothing is not a time of day such as 06:45 (a night needs both).",
    ),
    (Night, "up", "23:00", 'up: "23:00" is not within 16 hours of 23:00.'),
    (Night, "up", "15:01", 'up: "15:01" is not within 16 hours of 23:00.'),
    (
        Night,
        "awake_min",
        481,
        "awake_min: 481 is not within the 480 minutes in bed, with the latency.",
    ),
    (Night, "awakenings", 100, "awakenings: 100 is not a whole number from 0 to 99."),
    (Night, "quality", 9, "quality: 9 is not a whole number from 1 to 5."),
    (Session, "done_s", 86_401, "done_s: 86401 is not whole seconds from 0 to 86400."),
    (
        Session,
        "steps",
        [{"exercise": "bridge", "outcome": "half"}],
        'steps[0].outcome: "half" is not one of done, skipped and stopped.',
    ),
    (Visit, "pressure", 5, "pressure: 5 is not 1 light, 2 medium, 3 firm or 4 deep."),
    (
        Visit,
        "response",
        "angry",
        'response: "angry" is not one of relaxed, unchanged, tensed and painful.',
    ),
    (Visit, "cost", -1, "cost: -1 is not an amount of 0 or more."),
    (Visit, "cost", float("nan"), "cost: nan is not an amount of 0 or more."),
    (Visit, "cost", float("inf"), "cost: inf is not an amount of 0 or more."),
    (Course, "planned_visits", 0, "planned_visits: 0 is not a whole number from 1 to 100."),
    (Course, "days", 1001, "days: 1001 is not a whole number of days from 1 to 1000."),
    (Course, "ended", "2026-10-31", 'ended: "2026-10-31" is not on or after 2026-11-01.'),
    (
        Meal,
        "meal",
        "brunch",
        'meal: "brunch" is not one of breakfast, lunch, dinner, snack and drink.',
    ),
    (Meal, "text", None, "text: nothing is not what was eaten or drunk."),
    (Meal, "water_ml", 0, "water_ml: 0 is not milliliters from 1 to 10000."),
    (Meal, "caffeine_mg", 5001, "caffeine_mg: 5001 is not milligrams from 1 to 5000."),
    (Meal, "coffees", 0, "coffees: 0 is not a number above 0, up to 50."),
    (Meal, "alcohol_units", 51, "alcohol_units: 51 is not a number above 0, up to 50."),
    (Routine, "level", 4, "level: 4 is not 1, 2 or 3."),
    (
        Routine,
        "steps",
        ["bridge"],
        'steps[0]: "bridge" is not a list of steps, each with an exercise.',
    ),
    (
        Plan,
        "days",
        ["monday"],
        'days[0]: "monday" is not one of mon, tue, wed, thu, fri, sat and sun.',
    ),
    (Check, "is_check_up", "no", 'is_check_up: "no" is not true or false.'),
    (Dismissal, "advice", "w" * 201, f'advice: "{"w" * 58}… is not a word or a few words.'),
]


@for_each(("kind", "field", "value", "sentence"), BAD)
def test_a_bad_value_is_one_sentence_naming_field_value_and_what_is_allowed(
    kind: type[Record], field: str, value: object, sentence: str
) -> None:
    with pytest.raises(BadValue) as caught:
        read_record(kind, {"id": "a", **LEAST[kind], field: value})
    assert str(caught.value) == sentence


@for_each("kind", LEAST)
def test_the_least_that_a_document_of_each_kind_holds_is_taken(kind: type[Record]) -> None:
    assert read_record(kind, {"id": "a", **LEAST[kind]}).id == "a"


@for_each("kind", [*KINDS, Medicine, Interference, SessionStep], ids=lambda kind: kind.__name__)
def test_every_field_can_say_what_it_allows(kind: type[msgspec.Struct]) -> None:
    silent = {name for name, type_ in field_types(kind).items() if not allowed_in(type_)}
    assert silent <= {"value"}


@given(st.sampled_from(list(LEAST)), st.data())
@tried(150)
def test_whatever_stands_in_a_field_is_taken_or_named(
    kind: type[Record], data: st.DataObject
) -> None:
    field = data.draw(st.sampled_from(sorted(field_types(kind))))
    value = data.draw(json_values)
    sentence = f"{field} was taken."
    try:
        record = read_record(kind, {"id": "a", **LEAST[kind], field: value})
    except BadValue as error:
        sentence = str(error)
    else:
        document = write_document(record)
        assert write_document(read_record(kind, document)) == document
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_a_long_value_is_shortened_in_its_sentence() -> None:
    assert len(str(BadValue("note", "long " * 100, "a text"))) < 100


def test_control_characters_in_a_value_do_not_reach_its_sentence() -> None:
    assert str(BadValue("note", "a\x1b[2Jb\nc", "a text")).isprintable()


@pytest.mark.parametrize(
    ("value", "words"), [(None, "nothing"), ("", "nothing"), ("a", '"a"'), (0, "0"), (2.5, "2.5")]
)
def test_a_raw_value_is_said_as_a_person_may_be_shown_it(value: object, words: str) -> None:
    assert said(value) == words


@pytest.mark.parametrize(
    ("kind", "field", "text", "value"),
    [
        (Pain, "severity", " 4 ", 4),
        (Pain, "areas", "neck, lower-back-l", ("neck", "lower-back-l")),
        (Pain, "note", "", None),
        (Pain, "note", "4", "4"),
        (Meal, "coffees", "1.5", 1.5),
        (Visit, "response", "relaxed", "relaxed"),
        (Check, "is_check_up", "true", True),
    ],
)
def test_a_field_is_read_from_what_a_person_typed(
    kind: type[Record], field: str, text: str, value: object
) -> None:
    assert read_value(kind, field, text) == value


@pytest.mark.parametrize(
    ("kind", "field", "text", "sentence"),
    [
        (Pain, "severity", "14", 'severity: "14" is not a whole number from 0 to 10.'),
        (Pain, "severity", "four", 'severity: "four" is not a whole number from 0 to 10.'),
        (Pain, "mood", "null", 'mood: "null" is not a whole number from 1 to 5.'),
        (Visit, "cost", "nan", 'cost: "nan" is not an amount of 0 or more.'),
        (Pain, "areas", "neck,,back", 'areas: "neck,,back" is not a list of words.'),
    ],
)
def test_a_typed_value_that_is_not_allowed_is_one_sentence(
    kind: type[Record], field: str, text: str, sentence: str
) -> None:
    with pytest.raises(BadValue) as caught:
        read_value(kind, field, text)
    assert str(caught.value) == sentence


def test_a_field_that_is_not_there_is_answered_with_those_that_are() -> None:
    with pytest.raises(BadValue, match=r'field: "colour" is not one of activity, enjoyment\.'):
        read_value(Interference, "colour", "red")


def test_where_an_entry_came_from_is_kept_by_its_name_in_the_file() -> None:
    record = read_record(
        Pain, {"id": "a", **LEAST[Pain], "imported": {"from": "daylio", "key": "1"}}
    )
    assert record.imported == Imported("daylio", "1")
    assert write_document(record)["imported"] == {"from": "daylio", "key": "1"}
