import datetime as dt
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from backcare_tui.diary.derived import (
    mean,
    mean_known,
    nights_by_day,
    pain_by_day,
    sleep_efficiency,
    time_asleep,
    time_in_bed,
)
from backcare_tui.diary.records.night import Night, minutes_between
from backcare_tui.diary.records.pain import Pain
from tests.conftest import MONDAY, FrozenClock
from tests.diary.strategies import nights, records
from tests.examples import tried

DAY = MONDAY.date()
NEW_YORK = FrozenClock(zone="America/New_York")


def test_the_worked_example_of_the_sleep_diary_comes_out(clock: FrozenClock) -> None:
    night = Night(
        night=DAY, bed="22:30", lights_out="23:00", latency_min=25, awake_min=40, woke="06:30",
        up="06:50",
    )  # fmt: skip
    assert time_in_bed(night, clock) == 500
    assert time_asleep(night, clock) == 385
    assert sleep_efficiency(night, clock) == pytest.approx(0.77)


@pytest.mark.parametrize(
    ("bed", "up", "minutes"),
    [
        ("23:10", "06:45", 455),
        ("00:30", "07:00", 390),
        ("23:59", "00:00", 1),
        ("14:00", "06:00", 960),
    ],
)
def test_a_night_may_go_over_midnight(bed: str, up: str, minutes: int, clock: FrozenClock) -> None:
    assert minutes_between(bed, up) == minutes
    assert time_in_bed(Night(night=DAY, bed=bed, up=up), clock) == minutes


def test_a_night_belongs_to_the_day_of_waking() -> None:
    night = Night(night=DAY, bed="23:10", up="06:45")
    assert night.day == DAY
    assert nights_by_day([night]) == {DAY: night}


@pytest.mark.parametrize(
    ("clock", "day", "minutes"),
    [
        (FrozenClock(), "2026-03-29", 420),
        (FrozenClock(), "2026-03-30", 480),
        (FrozenClock(), "2026-10-25", 540),
        (NEW_YORK, "2026-03-08", 420),
        (NEW_YORK, "2026-03-29", 480),
        (NEW_YORK, "2026-11-01", 540),
    ],
)
def test_a_night_is_as_long_as_it_was_when_the_clocks_change(
    clock: FrozenClock, day: str, minutes: int
) -> None:
    night = Night(
        night=dt.date.fromisoformat(day), bed="23:00", up="07:00", latency_min=20, awake_min=10
    )
    assert time_in_bed(night, clock) == minutes
    assert time_asleep(night, clock) == minutes - 30
    assert sleep_efficiency(night, clock) == pytest.approx((minutes - 30) / minutes)


def test_a_nap_within_the_hour_that_is_not_there_has_no_negative_length(
    clock: FrozenClock,
) -> None:
    night = Night(night=dt.date(2026, 3, 29), bed="02:30", up="03:10")
    assert time_in_bed(night, clock) == 0
    assert time_asleep(night, clock) == 0
    assert sleep_efficiency(night, clock) is None


def test_what_is_not_known_of_lying_awake_is_not_a_hundred_percent(clock: FrozenClock) -> None:
    night = Night(night=DAY, bed="23:00", up="07:00", awakenings=1, quality=4)
    assert (time_asleep(night, clock), sleep_efficiency(night, clock)) == (480, None)
    for field, known in (
        ("latency_min", 0), ("awake_min", 0), ("lights_out", "23:00"), ("woke", "07:00"),
    ):  # fmt: skip
        assert sleep_efficiency(replace(night, **{field: known}), clock) == 1


def test_a_night_of_which_only_the_length_is_known_has_no_efficiency() -> None:
    night = Night(night=DAY, asleep_min=440)
    assert time_in_bed(night) is None
    assert time_asleep(night) == 440
    assert sleep_efficiency(night) is None


def test_a_night_of_which_only_the_quality_is_known_has_no_length() -> None:
    assert time_asleep(Night(night=DAY, quality=3)) is None


@given(nights, st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe"]))
@tried(200)
def test_efficiency_is_a_part_of_the_time_in_bed(night: Night, zone: str) -> None:
    clock = FrozenClock(zone=zone)
    in_bed, asleep = time_in_bed(night, clock), time_asleep(night, clock)
    efficiency = sleep_efficiency(night, clock)
    assert in_bed is not None
    assert asleep is not None
    assert 0 <= asleep <= max(in_bed, 0)
    assert in_bed >= 0
    assert efficiency is None or 0 <= efficiency <= 1


def test_a_days_pain_is_the_mean_of_its_entries() -> None:
    entries = [
        Pain(at=MONDAY, severity=4),
        Pain(at=MONDAY + dt.timedelta(hours=9), severity=7),
        Pain(at=MONDAY - dt.timedelta(days=1), severity=2),
    ]
    assert list(pain_by_day(entries).items()) == [(DAY - dt.timedelta(days=1), 2), (DAY, 5.5)]


def test_a_pain_entry_belongs_to_its_local_day() -> None:
    late = Pain(at=dt.datetime.fromisoformat("2026-11-22T23:50:00-05:00"), severity=3)
    assert pain_by_day([late]) == {dt.date(2026, 11, 22): 3}


@given(st.lists(records(Pain), max_size=8), st.randoms(use_true_random=False))
@tried(50)
def test_a_days_pain_does_not_depend_on_the_order_of_the_entries(
    entries: list[Pain], random: Random
) -> None:
    mixed = list(entries)
    random.shuffle(mixed)
    assert list(pain_by_day(mixed).items()) == list(pain_by_day(entries).items())
    assert all(0 <= severity <= 10 for severity in pain_by_day(entries).values())


def test_of_two_nights_of_one_day_the_one_changed_last_counts() -> None:
    earlier = Night(night=DAY, asleep_min=400, updated=MONDAY)
    later = Night(
        night=DAY,
        asleep_min=380,
        updated=dt.datetime.fromisoformat("2026-11-23T07:30:00+00:00"),
    )
    assert nights_by_day([later, earlier]) == nights_by_day([earlier, later]) == {DAY: later}


def test_nights_are_in_the_order_of_days() -> None:
    days = [DAY - dt.timedelta(days=n) for n in (3, 0, 5)]
    found = nights_by_day([Night(night=day, asleep_min=400) for day in days])
    assert list(found) == sorted(days)


def test_a_mean_lies_in_the_middle() -> None:
    assert mean([1, 2, 6]) == 3


def test_a_mean_is_of_what_is_known() -> None:
    assert mean_known([None, 2, 4]) == 3
    assert mean_known([None]) is None
