"""How a day, and days taken together, are said."""

import datetime as dt

import pytest

from backcare_tui.diary.records.night import Night
from backcare_tui.insight.longer.bins import (
    DAY,
    Bin,
    gather_times,
)
from backcare_tui.insight.longer.marks import Mark
from backcare_tui.insight.longer.sentences import say_bin, say_bin_days, say_span
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock

TODAY = MONDAY.date()


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
