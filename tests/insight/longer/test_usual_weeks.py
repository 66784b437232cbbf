"""Each week of a longer time against the thirteen before it."""

import datetime as dt

from backcare_tui.insight.days import DayFigures
from backcare_tui.insight.longer.bins import DAY, Bin
from backcare_tui.insight.longer.sentences import say_outside
from backcare_tui.insight.longer.usual_weeks import outside_of, usual_weeks, week_at
from tests.for_each import for_each

LAST = dt.date(2026, 11, 22)
"""A Sunday."""


def days_of(*weeks: float | None) -> dict[dt.date, DayFigures]:
    """Each day of weeks, the last of which ends on LAST; None for one without an entry."""
    first = LAST - DAY * (7 * len(weeks) - 1)
    return {
        day: DayFigures(day, pain=pain)
        for number, pain in enumerate(weeks)
        for at in range(7)
        if (day := first + DAY * (7 * number + at)) and pain is not None
    }


STEADY = (4, 4.5) * 6
BETWEEN = (LAST - DAY * 13, LAST)


@for_each(("pain", "lies"), [(9, 1), (0, -1), (4, 0)])
def test_a_week_is_held_against_those_before_it_and_not_against_itself(
    pain: float, lies: int
) -> None:
    before, last = usual_weeks(days_of(*STEADY, 4, pain), BETWEEN)
    assert (before.lies, last.lies) == (0, lies)
    assert last.usual == usual_weeks(days_of(*STEADY, 4, 10), BETWEEN)[1].usual


def test_every_week_that_has_a_day_in_the_time_is_there_by_its_first_weekday() -> None:
    days = days_of(*STEADY, 4, 4)
    by_monday = usual_weeks(days, (LAST - DAY * 8, LAST - DAY))
    assert [week.first for week in by_monday] == [LAST - DAY * 13, LAST - DAY * 6]
    by_sunday = usual_weeks(days, (LAST - DAY * 8, LAST), 6)
    assert [week.first for week in by_sunday] == [LAST - DAY * 14, LAST - DAY * 7, LAST]


def test_of_few_weeks_nothing_is_usual_and_after_a_long_silence_neither() -> None:
    assert usual_weeks(days_of(9, 1, 4), BETWEEN)[1].usual is None
    silent = usual_weeks(days_of(*STEADY, *(None,) * 13, 9), (LAST, LAST))
    assert (silent[0].usual, silent[0].lies) == (None, 0)


def test_the_week_of_a_day_is_found_and_of_one_outside_none() -> None:
    weeks = usual_weeks(days_of(*STEADY, 4, 9), BETWEEN)
    assert week_at(weeks, LAST) == weeks[1]
    assert week_at(weeks, LAST - DAY * 7) == weeks[0]
    assert week_at(weeks, LAST + DAY) is None
    assert week_at((), LAST) is None


def test_a_bin_is_marked_where_the_middle_of_a_week_is_in_it() -> None:
    weeks = usual_weeks(days_of(*STEADY, 0, 9), BETWEEN)
    assert outside_of(weeks, Bin(LAST - DAY * 3, LAST - DAY * 3)) == {1}
    assert outside_of(weeks, Bin(LAST, LAST)) == set()
    assert outside_of(weeks, Bin(LAST - DAY * 13, LAST)) == {1, -1}


def test_it_is_said_of_a_week_outside_and_of_no_other() -> None:
    calm, high = usual_weeks(days_of(*STEADY, 4, 9), BETWEEN)
    assert tuple(say_outside(high)) == ("a week of 9, above the usual 2.7 to 5.3",)
    assert tuple(say_outside(calm)) == tuple(say_outside(None)) == ()
