import contextlib
import datetime as dt
import sys
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.times import read_length, read_time_of_day
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import (
    Clock,
    read_any_day,
    read_day,
    read_start,
    read_when,
    span_of,
    week_of,
)
from tests.conftest import MONDAY, FrozenClock
from tests.examples import tried
from tests.for_each import for_each

UNKNOWN = [
    "soon",
    "monkey",
    "sunburn 8:00",
    "money",
    "25:00",
    "8:60",
    "13 pm",
    "0 am",
    "yesterday 25:00",
    "3 months ago",
    "h ago",
    "2026-13-01",
    "2026-11-31 08:00",
    "2026-11-21 8:00:61",
    "now-ish",
    "\ud800",
    "0001-01-01 00:00",
    "day before yesterday",
]


@for_each(
    ("words", "moment"),
    [
        ("", "2026-11-23T08:12:00+01:00"),
        ("now", "2026-11-23T08:12:00+01:00"),
        ("08:10", "2026-11-23T08:10:00+01:00"),
        ("8:10", "2026-11-23T08:10:00+01:00"),
        ("7 am", "2026-11-23T07:00:00+01:00"),
        ("7:30AM", "2026-11-23T07:30:00+01:00"),
        ("12am", "2026-11-23T00:00:00+01:00"),
        ("today", "2026-11-23T08:12:00+01:00"),
        ("today 6:45", "2026-11-23T06:45:00+01:00"),
        ("yesterday", "2026-11-22T08:12:00+01:00"),
        ("Yesterday  22:30", "2026-11-22T22:30:00+01:00"),
        ("yesterday 10 pm", "2026-11-22T22:00:00+01:00"),
        ("yesterday 10:15 pm", "2026-11-22T22:15:00+01:00"),
        ("yesterday 12pm", "2026-11-22T12:00:00+01:00"),
        ("last night 23:00", "2026-11-22T23:00:00+01:00"),
        ("3h ago", "2026-11-23T05:12:00+01:00"),
        ("3 hours ago", "2026-11-23T05:12:00+01:00"),
        ("20 min ago", "2026-11-23T07:52:00+01:00"),
        ("90m ago", "2026-11-23T06:42:00+01:00"),
        ("2 days ago", "2026-11-21T08:12:00+01:00"),
        ("1 week ago", "2026-11-16T08:12:00+01:00"),
        ("mon 8:00", "2026-11-23T08:00:00+01:00"),
        ("mon 9:00", "2026-11-16T09:00:00+01:00"),
        ("Friday 17:30", "2026-11-20T17:30:00+01:00"),
        ("last monday 8:00", "2026-11-16T08:00:00+01:00"),
        ("last fri 8:00", "2026-11-20T08:00:00+01:00"),
        ("tues 7am", "2026-11-17T07:00:00+01:00"),
        ("2026-11-21T08:10", "2026-11-21T08:10:00+01:00"),
        ("2026-11-21 08:10", "2026-11-21T08:10:00+01:00"),
        ("2026-11-21  8:10", "2026-11-21T08:10:00+01:00"),
        ("2026-11-21T08:10:30", "2026-11-21T08:10:30+01:00"),
        ("2026-11-21T08:10:30.5Z", "2026-11-21T08:10:30+00:00"),
        ("2026-11-21 08:10+05:30", "2026-11-21T08:10:00+05:30"),
        ("2026-11-21", "2026-11-21T00:00:00+01:00"),
        ("2026-07-01 08:10", "2026-07-01T08:10:00+02:00"),
    ],
)
def test_words_name_a_moment(words: str, moment: str, clock: FrozenClock) -> None:
    assert read_when(words, clock).isoformat() == moment


@for_each(
    ("words", "day"),
    [
        ("", "2026-11-23"),
        ("today", "2026-11-23"),
        ("Yesterday", "2026-11-22"),
        ("last night", "2026-11-22"),
        ("mon", "2026-11-23"),
        ("last mon", "2026-11-16"),
        ("tue", "2026-11-17"),
        ("wednesday", "2026-11-18"),
        ("thurs", "2026-11-19"),
        ("last sat", "2026-11-21"),
        ("sunday", "2026-11-22"),
        ("3 days ago", "2026-11-20"),
        ("1 day ago", "2026-11-22"),
        ("-3d", "2026-11-20"),
        ("2026-11-21", "2026-11-21"),
    ],
)
def test_words_name_a_day(words: str, day: str, clock: FrozenClock) -> None:
    assert read_day(words, clock).isoformat() == day


@for_each("words", UNKNOWN)
def test_words_that_are_not_known_are_refused_with_the_forms_that_are(
    words: str, clock: FrozenClock
) -> None:
    with pytest.raises(BadValue, match=r"^at: .* is not a moment such as 08:10, yesterday 22:30"):
        read_when(words, clock)
    with pytest.raises(BadValue, match=r"^day: .* is not a day such as today, yesterday"):
        read_day("x" + words, clock)


@pytest.mark.parametrize(
    "words", ["22:30", "9 am", "2026-11-24", "2026-11-23 08:13", "2026-11-23T08:12:00+00:59"]
)
def test_times_to_come_are_refused(words: str, clock: FrozenClock) -> None:
    with pytest.raises(BadValue, match="is not in the past; times to come cannot be recorded"):
        read_when(words, clock)


def test_days_to_come_are_refused(clock: FrozenClock) -> None:
    with pytest.raises(BadValue, match="is not in the past; times to come cannot be recorded"):
        read_day("2026-11-24", clock)


@pytest.mark.parametrize("word", ["monkey", "sunburn", "satin", "wedge", "frisbee"])
def test_a_word_that_only_begins_like_a_weekday_is_not_one(word: str, clock: FrozenClock) -> None:
    with pytest.raises(BadValue):
        read_day(word, clock)


@given(st.text(max_size=30))
@tried(200)
def test_any_words_are_a_time_that_was_or_are_refused(words: str) -> None:
    clock = FrozenClock()
    with contextlib.suppress(BadValue):
        assert read_when(words, clock) <= clock.now()
    with contextlib.suppress(BadValue):
        assert read_day(words, clock) <= clock.today()


@for_each(
    ("zone", "now", "words", "moment"),
    [
        # Spring: 02:00 to 03:00 is not there on 29 March (Berlin) and 8 March (New York) 2026.
        ("Europe/Berlin", "2026-03-29T04:00:00+02:00", "3h ago", "2026-03-29T00:00:00+01:00"),
        ("Europe/Berlin", "2026-03-29T08:00:00+02:00", "yesterday", "2026-03-28T08:00:00+01:00"),
        ("Europe/Berlin", "2026-03-30T02:30:00+02:00", "yesterday", "2026-03-29T03:30:00+02:00"),
        ("Europe/Berlin", "2026-03-30T08:00:00+02:00", "2 days ago", "2026-03-28T08:00:00+01:00"),
        ("Europe/Berlin", "2026-03-30T08:00:00+02:00", "mon 9:00", "2026-03-23T09:00:00+01:00"),
        ("America/New_York", "2026-03-08T05:00:00-04:00", "3h ago", "2026-03-08T01:00:00-05:00"),
        ("America/New_York", "2026-03-08T09:00:00-04:00", "1d ago", "2026-03-07T09:00:00-05:00"),
        # Autumn: 02:00 to 03:00 comes twice on 25 October (Berlin), 01:00 on 1 November (New York).
        ("Europe/Berlin", "2026-10-25T04:00:00+01:00", "3h ago", "2026-10-25T02:00:00+02:00"),
        ("Europe/Berlin", "2026-10-25T08:00:00+01:00", "1:30", "2026-10-25T01:30:00+02:00"),
        ("Europe/Berlin", "2026-10-26T08:00:00+01:00", "mon 9:00", "2026-10-19T09:00:00+02:00"),
        ("America/New_York", "2026-11-01T08:00:00-05:00", "yesterday", "2026-10-31T08:00:00-04:00"),
        ("America/New_York", "2026-11-01T01:30:00-05:00", "1h ago", "2026-11-01T01:30:00-04:00"),
    ],
)
def test_words_are_right_where_the_clocks_changed(
    zone: str, now: str, words: str, moment: str
) -> None:
    clock = FrozenClock(dt.datetime.fromisoformat(now), zone)
    assert read_when(words, clock).isoformat() == moment


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    """The clock of the system, on a machine in Berlin."""
    if sys.platform == "win32":
        pytest.skip("Windows cannot be moved to another zone")
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield Clock()
    monkeypatch.undo()
    time.tzset()


def test_the_zone_is_read_anew_while_the_program_runs(
    berlin: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    summer = dt.datetime.fromisoformat("2026-07-01T12:00:00")
    assert berlin.local(summer).utcoffset() == dt.timedelta(hours=2)
    monkeypatch.setenv("TZ", "America/New_York")
    berlin.now()
    assert berlin.local(summer).utcoffset() == dt.timedelta(hours=-4)
    assert berlin.here(summer.replace(tzinfo=dt.UTC)).hour == 8


@pytest.mark.parametrize(
    ("wall", "moment"),
    [
        ("2026-11-23T08:12:00", "2026-11-23T08:12:00+01:00"),
        ("2026-07-01T08:12:00", "2026-07-01T08:12:00+02:00"),
        ("2026-03-29T01:59:00", "2026-03-29T01:59:00+01:00"),
        ("2026-03-29T03:00:00", "2026-03-29T03:00:00+02:00"),
        ("2026-10-25T03:00:00", "2026-10-25T03:00:00+01:00"),
    ],
)
def test_a_wall_time_has_the_offset_of_its_day(berlin: Clock, wall: str, moment: str) -> None:
    at = berlin.local(dt.datetime.fromisoformat(wall))
    assert at.isoformat() == moment
    assert berlin.here(at.astimezone(dt.UTC)).isoformat() == moment


def test_now_is_to_the_second_with_the_local_offset(berlin: Clock) -> None:
    now = berlin.now()
    assert now.microsecond == 0
    assert now.utcoffset() in {dt.timedelta(hours=1), dt.timedelta(hours=2)}
    assert berlin.today() in {now.date(), now.date() + dt.timedelta(days=1)}


@for_each(
    ("words", "time_of_day"),
    [
        ("7", "07:00"),
        ("23", "23:00"),
        ("0705", "07:05"),
        ("705", "07:05"),
        ("7:05", "07:05"),
        ("7.05", "07:05"),
        ("7:05 pm", "19:05"),
        ("7 PM", "19:00"),
        ("12 am", "00:00"),
        ("930p", "21:30"),
        ("9:30 p.m.", "21:30"),
        ("12a", "00:00"),
        ("Noon", "12:00"),
        ("midnight", "00:00"),
        ("00:00", "00:00"),
    ],
)
def test_a_time_of_day_is_read_as_people_write_it(words: str, time_of_day: str) -> None:
    assert read_time_of_day(words) == time_of_day


@for_each(
    "words",
    ["", "24", "2400", "7:60", "13 pm", "0 am", "7:5", "noonish", "-1", "70p", "9:30 am pm"],
)
def test_what_is_no_time_of_day_is_refused(words: str) -> None:
    with pytest.raises(BadValue, match=r"^time: .* is not a time of day such as 08:10 or 22:30"):
        read_time_of_day(words)


@for_each(
    ("words", "minutes"),
    [
        ("7h20", 440),
        ("7 h 20 min", 440),
        ("7 hours 20 minutes", 440),
        ("7.5h", 450),
        ("7,5 h", 450),
        ("7:20", 440),
        ("7h", 420),
        ("45 min", 45),
        ("45", 45),
        ("24h", 1440),
        ("0", 0),
    ],
)
def test_a_length_is_read_as_people_write_it(words: str, minutes: int) -> None:
    assert read_length(words) == minutes


@for_each("words", ["", " ", "long", "7.5", "24h1", "25:00", "1441", "-5", "h", "7:5", "٣:20"])
def test_what_is_no_length_is_refused(words: str) -> None:
    with pytest.raises(BadValue, match=r"^length: .* is not a length such as 7h20"):
        read_length(words)


def test_a_week_begins_on_monday_unless_said_otherwise() -> None:
    sunday = dt.date(2026, 11, 22)
    assert week_of(sunday) == (dt.date(2026, 11, 16), sunday)
    assert week_of(sunday, first_weekday=6) == (sunday, dt.date(2026, 11, 28))


@given(st.dates(dt.date(1900, 1, 1), dt.date(2200, 1, 1)), st.integers(0, 6))
def test_a_week_has_seven_days_and_holds_its_day(day: dt.date, first_weekday: int) -> None:
    first, last = week_of(day, first_weekday)
    assert first <= day <= last
    assert first.weekday() == first_weekday
    assert len(span_of(first, last)) == 7


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("", 0),
        ("today", 0),
        ("Tomorrow", 1),
        ("in 3 days", 3),
        ("in 2 weeks", 14),
        ("in 1 day", 1),
        ("yesterday", -1),
        ("2026-12-03", 10),
        ("2027-11-23", 365),
    ],
)
def test_what_begins_may_do_so_on_a_day_gone_or_to_come(
    text: str, days: int, clock: FrozenClock
) -> None:
    assert read_start(text, clock) == MONDAY.date() + dt.timedelta(days)


@pytest.mark.parametrize(
    "text", ["soon", "in 0 weeks", "2027-11-24", "in 366 days", "in 0 days", "1899-01-01"]
)
def test_any_other_day_to_begin_is_refused_in_one_sentence(text: str, clock: FrozenClock) -> None:
    with pytest.raises(BadValue, match=rf'^day: "{text}" is not a day such as .*\.$'):
        read_start(text, clock)


def test_the_farthest_day_is_a_year_ahead(clock: FrozenClock) -> None:
    assert read_start("in 365 days", clock) == MONDAY.date() + dt.timedelta(days=365)


def test_a_plan_may_hold_until_any_day_to_come(clock: FrozenClock) -> None:
    assert read_any_day("2099-01-01", clock) == dt.date(2099, 1, 1)
    with pytest.raises(BadValue, match=r'^day: "some day" is not a day such as today, tomorrow'):
        read_any_day("some day", clock)
