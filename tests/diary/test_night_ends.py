"""A night is as long as it was, wherever it is read."""

import datetime as dt

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from backcare_tui.diary.codec import read_record, write_document
from backcare_tui.diary.derived import time_in_bed
from backcare_tui.diary.night_ends import night_ends, with_offsets
from backcare_tui.diary.records.night import Night
from tests.conftest import MONDAY, FrozenClock
from tests.diary.strategies import nights
from tests.examples import tried
from tests.for_each import for_each

BERLIN, NEW_YORK, TOKYO = "Europe/Berlin", "America/New_York", "Asia/Tokyo"
SPRING = Night(night=dt.date(2026, 3, 29), bed="23:00", up="07:00")
"""In Berlin the clocks went forward in it."""


def offsets(night: Night) -> tuple[str | None, str | None]:
    return night.bed_offset, night.up_offset


SLEPT = [
    (BERLIN, "2026-03-29", ("23:00", "07:00"), 420),
    (BERLIN, "2026-10-25", ("23:00", "07:00"), 540),
    (BERLIN, "2026-03-29", ("01:30", "02:30"), 60),  # an hour that was not there
    (BERLIN, "2026-03-29", ("02:30", "07:00"), 210),
    (NEW_YORK, "2026-03-08", ("22:30", "06:30"), 420),
    (NEW_YORK, "2026-11-01", ("22:30", "06:30"), 540),
    ("Australia/Lord_Howe", "2026-04-05", ("23:00", "07:00"), 510),
    ("Asia/Kathmandu", "2026-11-23", ("23:00", "07:00"), 480),
    ("America/St_Johns", "2026-03-08", ("23:00", "07:00"), 420),
]


@for_each(("zone", "day", "times", "minutes"), SLEPT)
def test_a_night_has_one_length_wherever_it_is_read(
    zone: str, day: str, times: tuple[str, str], minutes: int
) -> None:
    stated = Night(night=dt.date.fromisoformat(day), bed=times[0], up=times[1])
    night = with_offsets(stated, FrozenClock(zone=zone))
    kept = read_record(Night, write_document(night))
    for there in (BERLIN, NEW_YORK, TOKYO, "Pacific/Kiritimati", "Etc/UTC"):
        assert time_in_bed(kept, FrozenClock(zone=there)) == minutes, there


@given(nights, st.sampled_from([BERLIN, NEW_YORK, "Australia/Lord_Howe", "Africa/Monrovia"]))
@tried(100)
def test_offsets_tell_the_moments_that_it_was(night: Night, zone: str) -> None:
    clock = FrozenClock(zone=zone)
    slept = time_in_bed(night, clock)
    kept = time_in_bed(with_offsets(night, clock), FrozenClock(zone=TOKYO))
    assert slept is not None
    assert kept is not None
    assert abs(kept - slept) <= 1  # long ago there were offsets with seconds


def test_a_night_without_offsets_is_read_where_the_person_is() -> None:
    lengths = [time_in_bed(SPRING, FrozenClock(zone=zone)) for zone in (BERLIN, NEW_YORK)]
    assert lengths == [420, 480]


def test_a_night_of_which_only_the_length_is_known_has_no_ends(clock: FrozenClock) -> None:
    night = Night(night=MONDAY.date(), asleep_min=400, bed_offset="+01:00", up_offset="+01:00")
    assert night_ends(night, clock) is None
    assert offsets(with_offsets(night, clock)) == (None, None)


def test_a_correction_elsewhere_leaves_the_zone_that_it_was_slept_in() -> None:
    night = with_offsets(SPRING, FrozenClock(zone=BERLIN))
    assert offsets(night) == ("+01:00", "+02:00")
    corrected = with_offsets(replace(night, bed="22:30"), FrozenClock(zone=NEW_YORK), night)
    assert offsets(corrected) == ("+01:00", "+02:00")
    rated = with_offsets(replace(night, quality=4), FrozenClock(zone=NEW_YORK), night)
    assert offsets(rated) == ("+01:00", "+02:00")


def test_a_correction_where_it_was_slept_is_read_anew() -> None:
    here = FrozenClock(zone=BERLIN)
    night = with_offsets(SPRING, here)
    earlier = with_offsets(replace(night, up="01:30"), here, night)
    assert offsets(earlier) == ("+01:00", "+01:00")


def test_an_old_night_gets_its_offsets_once_its_times_are_changed(clock: FrozenClock) -> None:
    assert with_offsets(replace(SPRING, note="hot"), clock, SPRING).up_offset is None
    assert with_offsets(replace(SPRING, up="06:30"), clock, SPRING).up_offset == "+02:00"
    length = msgspec.structs.replace(SPRING, bed=None, up=None, asleep_min=400)
    assert offsets(with_offsets(length, clock, with_offsets(SPRING, clock))) == (None, None)
