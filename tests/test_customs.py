"""The clock and the units of a place: said as chosen, and what is said is read as the same again."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.customs import STANDARD, Customs, customs, fixed, follow
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.settings import RegionId, Settings
from backcare_tui.diary.times import read_bedtime, read_time_of_day
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import read_when
from backcare_tui.library.measures import glass_ml, say_water
from backcare_tui.library.regions import customs_of, regions
from backcare_tui.text import (
    say_list_time,
    say_time,
    time_width,
    with_times,
    write_moment,
    write_time,
)
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.table import field_of
from tests.conftest import FrozenClock
from tests.for_each import for_each

TWELVE, OUNCES = Customs(hours=12), Customs(units="us")
EITHER = st.sampled_from((STANDARD, TWELVE))
A_TIME = st.times().map(lambda time: time.replace(second=0, microsecond=0))
IN_FORM = FieldContext(is_in_form=True)


@for_each(
    ("time", "said"),
    [
        ("00:00", "12:00 am"),
        ("00:05", "12:05 am"),
        ("08:12", "8:12 am"),
        ("12:00", "12:00 pm"),
        ("21:30", "9:30 pm"),
    ],
)
def test_a_time_is_said_by_the_clock_of_the_place(time: str, said: str) -> None:
    assert say_time(time) == time
    with fixed(TWELVE):
        assert say_time(time) == say_time(dt.time.fromisoformat(time)) == said
        assert with_times(f"such as {time}, T{time}:30") == f"such as {said}, T{time}:30"


@given(A_TIME, EITHER)
def test_what_is_said_of_a_time_is_read_as_that_time_with_either_clock(
    time: dt.time, clock: Customs
) -> None:
    with fixed(clock):
        said, list_time = say_time(time), say_list_time(time)
        assert len(list_time) == time_width()
    for other in (STANDARD, TWELVE):
        with fixed(other):
            assert read_time_of_day(said) == read_time_of_day(list_time) == write_time(time)
    with fixed(clock):
        assert read_bedtime(said) == write_time(time), "also where bare hours are of the evening"


@given(st.dates(dt.date(1950, 1, 1), dt.date(2026, 11, 22)), A_TIME, EITHER)
def test_a_moment_that_stands_in_a_field_is_read_as_that_moment(
    day: dt.date, time: dt.time, custom: Customs
) -> None:
    clock = FrozenClock(zone="UTC")
    at = clock.local(dt.datetime.combine(day, time))
    with fixed(custom):
        assert read_when(write_moment(at), clock) == at


@for_each(
    ("typed", "evening"),
    [
        ("10:30", "22:30"),
        ("930", "21:30"),
        ("11", "23:00"),
        ("12:15", "00:15"),
        ("1:00", "01:00"),
        ("06:30", "06:30"),
        ("22:30", "22:30"),
        ("8 am", "08:00"),
    ],
)
def test_of_twelve_hours_a_bare_bedtime_is_of_the_evening_in_a_form(
    typed: str, evening: str
) -> None:
    bed = field_of(Night, "bed")
    with fixed(TWELVE):
        assert bed.read(typed, IN_FORM) == evening
        assert bed.read(typed, FieldContext()) == read_time_of_day(typed), "a script may have it"
    assert bed.read(typed, IN_FORM) == read_time_of_day(typed), "of 24 hours it is what it says"


@given(st.integers(1, 10_000))
def test_water_that_was_said_is_read_as_water_that_is_said_the_same(amount: int) -> None:
    water = field_of(Meal, "water_ml")
    for each in (STANDARD, OUNCES):
        with fixed(each):
            said = water.write(amount, IN_FORM)
            assert say_water(water.read(said, IN_FORM)) == said == say_water(amount)


def test_a_glass_is_one_of_the_place() -> None:
    assert (glass_ml(), say_water(glass_ml())) == (250, "250 ml")
    with fixed(OUNCES):
        assert (glass_ml(), say_water(glass_ml())) == (237, "8 fl oz")
        assert field_of(Meal, "water_ml").read("2 glasses", IN_FORM) == 474
        assert say_water(10) == "10 ml", "less than half an ounce is not rounded away"


def test_a_bare_number_that_may_be_ounces_is_asked_about_in_a_form_alone() -> None:
    water = field_of(Meal, "water_ml")
    with fixed(OUNCES):
        assert (water.read("300", IN_FORM), water.read("20", FieldContext())) == (300, 20)
        with pytest.raises(BadValue, match="16 oz"):
            water.read("20", IN_FORM)
    assert water.read("20", IN_FORM) == 20


def test_without_a_choice_it_is_as_where_one_lives() -> None:
    assert customs_of(Settings()) == STANDARD
    twelve = {each.id for each in regions() if each.hours == 12}
    assert twelve == {"us", "ca", "au", "nz"}
    assert {each.id for each in regions() if each.units == "us"} == {"us"}


@for_each(
    ("region", "clock", "units", "held"),
    [
        ("us", "", "", Customs(12, "us")),
        ("us", "24", "metric", STANDARD),
        ("uk", "12", "us", Customs(12, "us")),
        ("nz", "", "", TWELVE),
    ],
)
def test_what_was_chosen_goes_before_the_region(
    region: RegionId, clock: str, units: str, held: Customs
) -> None:
    assert customs_of(Settings(region=region, clock=clock, units=units)) == held  # type: ignore[arg-type]


def test_what_is_fixed_follows_nothing() -> None:
    with fixed(STANDARD):
        follow(TWELVE)
        assert customs() == STANDARD
    follow(TWELVE)
    assert customs() == TWELVE
