"""Longer times: which weeks are seen, and days taken together."""

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.insight.days import DayFigures
from backcare_tui.insight.longer.bins import (
    DAY,
    SIZES,
    Bin,
    Size,
    bins_of,
    cut,
    gather_times,
    number_of,
    size_within,
    weeks_seen,
)
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock

TODAY = MONDAY.date()
DAYS = st.dates(dt.date(2016, 1, 1), dt.date(2030, 12, 31))


@given(DAYS, DAYS, st.integers(1, 60), st.integers(0, 4000), st.sampled_from([0, 6]))
def test_the_weeks_that_are_seen_are_whole_and_hold_the_day(
    day: dt.date, last: dt.date, weeks: int, kept: int, first_weekday: int
) -> None:
    bounds = (TODAY - DAY * kept, TODAY)
    first, end = weeks_seen(day, last, weeks, bounds, first_weekday)
    assert first.weekday() == first_weekday
    assert (end - first).days + 1 == weeks * 7
    assert first <= min(max(day, bounds[0]), bounds[1]) <= end


@given(DAYS, DAYS, st.integers(1, 60), st.integers(0, 4000), st.sampled_from([0, 6]))
def test_nothing_is_seen_beyond_this_week_nor_before_the_first(
    day: dt.date, last: dt.date, weeks: int, kept: int, first_weekday: int
) -> None:
    bounds = (TODAY - DAY * kept, TODAY)
    first, end = weeks_seen(day, last, weeks, bounds, first_weekday)
    assert end <= TODAY + DAY * 6
    assert first > bounds[0] - DAY * 7 or end >= TODAY


def test_the_weeks_stay_where_they_are_while_the_day_is_among_them() -> None:
    bounds = (TODAY - DAY * 400, TODAY)
    last = TODAY - DAY * 60
    seen = weeks_seen(last - DAY * 10, last, 4, bounds)
    assert all(weeks_seen(seen[0] + DAY * n, last, 4, bounds) == seen for n in range(28))
    assert weeks_seen(seen[0] - DAY, last, 4, bounds)[0] == seen[0] - DAY * 7


@given(DAYS, st.integers(0, 4000), st.sampled_from(SIZES))
def test_the_pieces_of_a_time_follow_one_another_without_a_gap(
    first: dt.date, length: int, size: Size
) -> None:
    last = first + DAY * length
    pieces = list(cut((first, last), size))
    assert pieces[0][0] == first
    assert pieces[-1][1] == last
    assert all(before[1] + DAY == after[0] for before, after in pairwise(pieces))


def test_months_are_cut_as_the_calendar_has_them() -> None:
    months = list(cut((dt.date(2025, 11, 20), dt.date(2026, 3, 2)), Size("a month", months=1)))
    assert [first.isoformat() for first, _ in months] == [
        "2025-11-20",
        "2025-12-01",
        "2026-01-01",
        "2026-02-01",
        "2026-03-01",
    ]
    quarters = list(cut((dt.date(2025, 11, 20), dt.date(2026, 3, 2)), Size("3 months", months=3)))
    assert [first.isoformat() for first, _ in quarters] == ["2025-11-20", "2026-01-01"]


@given(st.integers(0, 4000), st.integers(12, 200))
def test_the_smallest_size_that_fits_is_taken(length: int, most: int) -> None:
    between = (TODAY - DAY * length, TODAY)
    size = size_within(between, most)
    assert len(list(cut(between, size))) <= most
    assert all(len(list(cut(between, each))) > most for each in SIZES[: SIZES.index(size)])


def test_some_days_together_have_the_mean_of_their_means() -> None:
    days = {
        TODAY: DayFigures(TODAY, pain=2, best=1, worst=3, asleep_min=400),
        TODAY + DAY: DayFigures(TODAY + DAY, pain=7, best=7, worst=7, sessions=2, moved_min=25),
        TODAY + DAY * 2: DayFigures(TODAY + DAY * 2, asleep_min=420, sessions=1),
    }
    (of,) = bins_of(days, [(TODAY, TODAY + DAY * 6)])
    assert (of.days, of.pain, of.best, of.worst) == (2, 4.5, 1, 7)
    assert (of.nights, of.asleep_min) == (2, 410)
    assert (of.sessions, of.moved_min) == (3, 25)


def test_days_of_which_nothing_is_known_stay_unknown() -> None:
    (of,) = bins_of({}, [(TODAY, TODAY)])
    assert of == Bin(TODAY, TODAY)
    assert of.pain is None


def test_a_day_is_found_in_its_bin_and_one_outside_in_the_nearest() -> None:
    bins = bins_of({}, cut((TODAY, TODAY + DAY * 13), Size("a week", days=7)))
    asked = (-1, 0, 6, 7, 13, 99)
    assert [number_of(bins, TODAY + DAY * n) for n in asked] == [0, 0, 0, 1, 1, 1]


def test_the_diary_is_gathered_day_by_day(week_diary: TinyRepository, clock: FrozenClock) -> None:
    yesterday = MONDAY - dt.timedelta(days=1)
    week_diary.add(
        Pain(at=yesterday, severity=3),
        Session(at=yesterday, routine="x", done_s=600),
        Session(at=yesterday, routine="y"),
    )
    times = gather_times(week_diary, clock)
    assert times.bounds == (TODAY - DAY * 7, TODAY)
    assert TODAY not in times.days
    figures = times.days[TODAY - DAY]
    assert (figures.pain, figures.best, figures.worst) == (5, 3, 7)
    assert figures.asleep_min == 7 * 60
    assert (figures.sessions, figures.moved_min) == (2, 10)
    assert times.days[TODAY - DAY * 2].moved_min is None


def test_an_empty_diary_is_only_today(repository: TinyRepository, clock: FrozenClock) -> None:
    times = gather_times(repository, clock)
    assert (dict(times.days), times.marks, times.bounds) == ({}, (), (TODAY, TODAY))
