"""What makes the next entry quick: usual times and the words used most."""

import datetime as dt
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from backcare_tui.diary.habits import (
    days_without,
    most_used,
    until_now,
    usual_night,
)
from backcare_tui.diary.records.night import Night
from tests.conftest import MONDAY

TODAY = MONDAY.date()


def night(days_ago: int, bed: str | None = "23:00", up: str | None = "07:00") -> Night:
    length = None if bed else 400
    return Night(night=TODAY - dt.timedelta(days_ago), bed=bed, up=up, asleep_min=length)


def test_usual_times_are_the_middle_ones_also_around_midnight() -> None:
    nights = [night(3, "23:30", "07:00"), night(2, "00:30", "07:20"), night(1, "00:10", "06:40")]
    usual = usual_night(nights, TODAY)
    assert usual is not None
    assert (usual.night, usual.bed, usual.up) == (TODAY, "00:10", "07:00")


def test_lights_out_is_usual_for_who_mostly_states_it() -> None:
    stating = [
        Night(
            night=TODAY - dt.timedelta(n), bed="22:30", lights_out="23:00", woke="06:30", up="07:00"
        )
        for n in (3, 2)
    ]
    usual = usual_night([*stating, night(1)], TODAY)
    assert usual is not None
    assert (usual.bed, usual.lights_out, usual.woke) == ("22:30", "23:00", None)
    rarely = usual_night([*stating, *(night(n) for n in (5, 4))], TODAY)
    assert rarely is not None
    assert rarely.lights_out is None


def test_who_is_up_before_the_usual_time_is_up_now() -> None:
    usual = Night(night=TODAY, bed="23:00", up="07:00", latency_min=20)
    assert until_now(usual, MONDAY) == usual
    assert until_now(usual, MONDAY.replace(hour=5, minute=58)).up == "05:55"
    assert until_now(usual, MONDAY.replace(hour=0, minute=10)) == usual
    assert (
        until_now(replace(usual, night=TODAY - dt.timedelta(1)), MONDAY.replace(hour=5)).up
        == "07:00"
    )
    waking = replace(usual, woke="06:30")
    assert until_now(waking, MONDAY.replace(hour=5)) == waking


def test_one_late_night_does_not_move_the_usual_times() -> None:
    nights = [*(night(n) for n in range(5, 1, -1)), night(1, "03:45", "11:00")]
    usual = usual_night(nights, TODAY)
    assert usual is not None
    assert (usual.bed, usual.up) == ("23:00", "07:00")


def test_without_a_night_that_has_times_nothing_is_usual() -> None:
    assert usual_night([], TODAY) is None
    assert usual_night([night(1, None, None)], TODAY) is None


def test_a_forgotten_night_takes_its_usual_times_from_the_nights_after_it() -> None:
    usual = usual_night([night(0, "22:15", "06:30")], TODAY - dt.timedelta(days=5))
    assert usual is not None
    assert (usual.night, usual.bed) == (TODAY - dt.timedelta(days=5), "22:15")


def test_a_night_is_not_usual_because_of_itself() -> None:
    assert usual_night([night(0)], TODAY) is None


def test_only_the_last_fourteen_nights_count() -> None:
    nights = [*(night(n, "20:00", "04:00") for n in range(40, 14, -1))]
    nights += [night(n, "23:00", "07:00") for n in range(14, 0, -1)]
    usual = usual_night(nights, TODAY)
    assert usual is not None
    assert usual.bed == "23:00"


TIMES = st.times().map(lambda time: f"{time.hour:02}:{time.minute:02}")


@given(st.lists(st.tuples(TIMES, st.integers(1, 960), st.integers(0, 960)), min_size=1))
def test_whatever_the_nights_were_there_are_usual_times(
    nights: list[tuple[str, int, int]],
) -> None:
    """Also for shifts that change, where the middle of one end need not fit that of the other."""
    made = []
    for ago, (bed, in_bed, latency) in enumerate(nights, start=1):
        up = dt.datetime.combine(TODAY, dt.time.fromisoformat(bed)) + dt.timedelta(minutes=in_bed)
        day = TODAY - dt.timedelta(ago)
        made.append(Night(night=day, bed=bed, up=f"{up:%H:%M}", latency_min=min(latency, in_bed)))
    usual = usual_night(made[::-1], TODAY)
    assert usual is not None
    assert usual.bed is not None
    assert dt.time.fromisoformat(usual.bed).minute % 5 == 0


def test_words_used_most_come_first_and_the_known_ones_after_them() -> None:
    entries = [("heat",), ("walk", "heat"), ("walk", "heat")]
    assert most_used(entries, ("sleep", "walk")) == ("heat", "walk", "sleep")


def test_the_order_of_entries_does_not_change_what_is_used_most() -> None:
    entries = [("a", "a"), ("b",), ("a",)]
    assert {most_used(order, ()) for order in permutations(entries)} == {("a", "b")}


def test_days_without_an_entry_are_those_of_the_last_week_before_today() -> None:
    recorded = {TODAY - dt.timedelta(n) for n in (1, 3, 4, 5, 6)}
    assert days_without(recorded, TODAY) == [TODAY - dt.timedelta(2), TODAY - dt.timedelta(7)]
