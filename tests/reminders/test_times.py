"""Times of day as people type them, and which of them it is."""

import datetime as dt

import pytest

from backcare_tui.diary.values import BadValue
from backcare_tui.reminders.times import day_to_remind_of, read_times, say_daily
from tests.for_each import for_each

UNDERSTOOD = {
    "21:00": ("21:00",),
    "9pm": ("21:00",),
    "9 pm, 8 AM": ("08:00", "21:00"),
    "9.30": ("09:30",),
    "7": ("07:00",),
    "21:00 21:00 8:00": ("08:00", "21:00"),
    "8:00 and 21:00": ("08:00", "21:00"),
}


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


@for_each("text", UNDERSTOOD)
def test_times_are_read_as_people_type_them(text: str) -> None:
    assert read_times(text) == UNDERSTOOD[text]
    assert read_times(say_daily(UNDERSTOOD[text]).removesuffix(" daily")) == UNDERSTOOD[text]


@for_each("text", ["", " ", "24:00", "25:00", "noonish", "and", "13pm", "1 2 3 4 5 6 7"])
def test_what_is_no_time_is_said_so(text: str) -> None:
    with pytest.raises(BadValue, match=r"times? of day"):
        read_times(text)


def test_it_is_the_time_up_to_an_hour_after_and_never_before() -> None:
    times = ("08:00", "23:30")
    monday, tuesday = dt.date(2026, 11, 23), dt.date(2026, 11, 24)
    assert day_to_remind_of(at("2026-11-23T08:00:00+01:00"), times) == monday
    assert day_to_remind_of(at("2026-11-23T09:00:00"), times) == monday
    assert day_to_remind_of(at("2026-11-24T00:20:00"), times) == monday, "the evening's day"
    assert day_to_remind_of(at("2026-11-24T08:10:00"), times) == tuesday
    assert day_to_remind_of(at("2026-11-23T07:59:59"), times) is None
    assert day_to_remind_of(at("2026-11-24T03:00:00"), times) is None, (
        "a machine that woke at night"
    )
    spring = at("2026-03-29T03:00:00+02:00")
    assert day_to_remind_of(spring, ["02:30"]) == spring.date(), "an hour that is left out"
