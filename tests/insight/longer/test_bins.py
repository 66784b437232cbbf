"""Longer times: which weeks are seen, days taken together, what is marked, and how it is said."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Medicine, Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.insight.days import DayFigures
from backcare_tui.insight.longer.bins import (
    DAY,
    SIZES,
    Bin,
    Size,
    bins_of,
    cut,
    gather_times,
    marks_between,
    number_of,
    size_within,
    weeks_seen,
)
from backcare_tui.insight.longer.marks import NOT_TAKEN_DAYS, Mark, gather_marks, new_medicines
from backcare_tui.insight.longer.sentences import say_bin, say_bin_days, say_span
from backcare_tui.library.routines import programs
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


def pain_with(medicine: str, day: int) -> Pain:
    at = MONDAY - dt.timedelta(days=200 - day)
    return Pain(at=at, severity=4, medicines=(Medicine(name=medicine),) if medicine else ())


def new_days(*taken: tuple[str, int]) -> list[tuple[int, str]]:
    entries = [pain_with("", 0), *(pain_with(name, day) for name, day in taken)]
    start = TODAY - DAY * 200
    return [((mark.day - start).days, mark.words) for mark in new_medicines(entries)]


def test_a_medicine_is_new_when_it_was_not_taken_for_28_days() -> None:
    later = 40 + NOT_TAKEN_DAYS
    assert new_days(("zzz", 40), ("zzz", later)) == [(40, "zzz begun")]
    assert new_days(("zzz", 40), ("ZZZ", later + 1)) == [
        (40, "zzz begun"),
        (later + 1, "ZZZ begun"),
    ]


def test_in_the_first_28_days_of_a_diary_no_medicine_is_called_new() -> None:
    assert new_days(("zzz", NOT_TAKEN_DAYS - 1), ("zzz", NOT_TAKEN_DAYS + 5)) == []
    assert new_days(("zzz", NOT_TAKEN_DAYS)) == [(NOT_TAKEN_DAYS, "zzz begun")]


def test_what_began_and_what_happened_is_marked_the_foremost_first(
    repository: TinyRepository,
) -> None:
    repository.add(
        Visit(at=MONDAY, treatment="massage"),
        Visit(at=MONDAY - dt.timedelta(days=1), treatment="acupuncture"),
        Pain(at=MONDAY, severity=8, is_flare=True),
        Pain(at=MONDAY + dt.timedelta(minutes=1), severity=7, is_flare=True),
        Course(treatment="massage", started=TODAY),
        Plan(routine=programs()[0].id, since=TODAY),
        Plan(routine="morning", since=TODAY),
    )
    marks = gather_marks(repository)
    assert [mark.kind for mark in marks] == ["visit", "course", "program", "flare", "massage"]
    assert marks[1].words == "course of massage begun"
    assert marks[2].words == f"{programs()[0].name} begun"
    assert [mark.kind for mark in marks_between(marks, TODAY - DAY, TODAY - DAY)] == ["visit"]
    assert marks_between(marks, TODAY + DAY, TODAY + DAY * 9) == ()


def test_control_characters_in_a_medicine_never_reach_the_line() -> None:
    (found,) = new_days(("bad\x1b[31m", 60))
    assert "\x1b" not in found[1]


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-11-16", "2026-11-22", "16 to 22 Nov"),
        ("2026-10-26", "2026-11-22", "26 Oct to 22 Nov"),
        ("2025-10-26", "2025-11-22", "26 Oct to 22 Nov 2025"),
        ("2025-11-24", "2026-11-29", "24 Nov 2025 to 29 Nov 2026"),
        ("2024-02-01", "2024-02-29", "Feb 2024"),
        ("2026-02-01", "2026-02-28", "Feb 2026"),
    ],
)
def test_a_time_is_said_from_day_to_day(first: str, last: str, said: str) -> None:
    between = (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    assert say_span(between, TODAY) == said


def test_a_day_is_said_with_all_that_is_known_of_it() -> None:
    of = Bin(TODAY, TODAY, 1, 4.5, 3, 6, 400, 1, 2, 25)
    marks = [Mark(TODAY, "massage", "massage"), Mark(TODAY, "massage", "massage")]
    assert say_bin_days(of, TODAY) == "Mon 23 Nov"
    assert say_bin(of, marks) == (
        "pain 4.5 (3 to 6)",
        "slept 6 h 40",
        "2 sessions, 25 min",
        "massage twice",
    )


def test_a_mean_of_some_days_says_of_how_many() -> None:
    of = Bin(TODAY, TODAY + DAY * 6, 5, 4.0, 4, 4, 400.0, 1, 1)
    assert say_bin(of, ()) == ("pain 4 on 5 days", "slept 6 h 40 on 1 night", "1 session")


def test_a_day_without_an_entry_says_so() -> None:
    assert say_bin(Bin(TODAY, TODAY), ()) == ("nothing taken down",)


def test_a_night_without_a_length_is_not_slept_for_no_time(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(Night(night=TODAY, quality=3))
    figures = gather_times(repository, clock).days[TODAY]
    assert figures.asleep_min is None
