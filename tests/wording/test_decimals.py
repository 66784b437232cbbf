"""A decimal comma is a decimal point, wherever a number is typed; where a whole one is, that is said."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.kinds import KINDS
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.pain import Medicine, Pain
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.times import read_length
from backcare_tui.diary.values import BadValue, read_value
from backcare_tui.exchange.formats.words import whole_severity
from backcare_tui.library.medicines import milligrams
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.field import RecordField
from backcare_tui.wording.fields.table import field_of, fields_of
from backcare_tui.wording.therapy.read import read_sheet
from tests.conftest import FrozenClock
from tests.for_each import for_each

CONTEXT = FieldContext(FrozenClock(dt.datetime(2026, 11, 23, 8, 12, tzinfo=dt.UTC)))
FIELDS = [field for kind in KINDS for field in fields_of(kind) if field.shape == "one"]
DECIMALS = [field for field in FIELDS if "float" in str(field.type)]
WHOLE = [
    field for field in FIELDS if "int" in re.findall(r"\b(?:int|float|str)\b", str(field.type))
]
SENTENCES = r"is not (a whole number|a length|milligrams|milliliters|clear without a unit|1 light)"


def test_a_comma_is_a_point_in_every_field_with_decimals() -> None:
    assert {field.name for field in DECIMALS} == {"cost", "coffees", "alcohol_units"}
    for field in DECIMALS:
        assert field.read("1,5", CONTEXT) == field.read("1.5", CONTEXT) == 1.5
        assert read_value(field.record, field.name, "0,25") == 0.25


@given(st.integers(0, 9), st.integers(1, 99), st.sampled_from(("", " ")))
def test_any_number_reads_the_same_with_either_sign(whole: int, part: int, around: str) -> None:
    comma, point = (f"{around}{whole}{sign}{part}{around}" for sign in ",.")
    for field in DECIMALS:
        if part < 10:  # a longer one may be thousands, or more than the field takes
            assert field.read(comma, CONTEXT) == field.read(point, CONTEXT) == float(point)
    assert read_length(f"{comma}h") == read_length(f"{point}h")
    assert milligrams(f"{comma} g") == milligrams(f"{point} g")
    water = field_of(Meal, "water_ml")
    if (whole, part) < (9, 0) and f"{whole}.{part}" > "0.1":
        assert water.read(f"{comma} l", CONTEXT) == water.read(f"{point} l", CONTEXT)


@for_each("field", WHOLE, ids=lambda field: f"{field.record.__name__}.{field.name}")
def test_where_a_whole_number_is_asked_for_both_are_refused_in_a_sentence(
    field: RecordField,
) -> None:
    for typed in ("1,5", "1.5"):
        with pytest.raises(BadValue, match=SENTENCES) as refused:
            field.read(typed, CONTEXT)
        assert f'"{typed}"' in str(refused.value)


def test_lengths_amounts_and_doses_take_both() -> None:
    assert read_length("7,5h") == read_length("7.5h") == 450
    water = field_of(Meal, "water_ml")
    assert water.read("0,5 l", CONTEXT) == water.read("0.5 l", CONTEXT) == 500
    assert milligrams("0,5 g") == milligrams("0.5 g") == 500
    assert whole_severity("4,5") == whole_severity("4.5") == 5
    taken = field_of(Pain, "medicines").read_each(["ibuprofen 0,5 g"], CONTEXT)
    assert taken == (Medicine("ibuprofen", "0.5 g"),)


def test_what_may_be_thousands_is_asked_about() -> None:
    with pytest.raises(BadValue, match=r'"1,500" is not clear: type 1\.5, or 1500\.'):
        field_of(Visit, "cost").read("1,500", CONTEXT)
    assert field_of(Visit, "cost").read("0,500", CONTEXT) == 0.5
    assert field_of(Meal, "coffees").read("1,500", CONTEXT) == 1.5  # nobody drinks 1500 cups


def test_in_a_list_a_comma_between_digits_is_asked_about() -> None:
    medicines = field_of(Pain, "medicines")
    with pytest.raises(BadValue, match=r'"0,5" is not clear in a list .* type 0\.5'):
        medicines.read("ibuprofen 0,5 g, heparin", CONTEXT)
    assert len(medicines.read("ibuprofen 400, 500 mg aspirin", CONTEXT)) == 2


@for_each("typed", ["9" * 400, "1,5,5", "1.234,5", "1,", ",", "\u0661,\u0665"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(BadValue):
        field_of(Visit, "cost").read(typed, CONTEXT)
    with pytest.raises(BadValue):
        field_of(Meal, "water_ml").read(f"{typed} l", CONTEXT)


@for_each("line", ["Walk 2,5 min", "Plank hold 2.5 s", "Cat-cow 1,5 x 8", "Bird dog 3 x 8,5"])
def test_a_sheet_reads_no_part_of_a_number_for_the_whole(line: str) -> None:
    (read,) = read_sheet(f"# Mine\n{line}").lines
    assert read.trouble
