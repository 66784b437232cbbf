"""Late coffee and alcohol beside the nights: only with enough nights, never as a cause."""

import datetime as dt
from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.insight.diet.late_drinks import (
    AFTER_BED,
    NIGHTS_NEEDED,
    Late,
    LateDrinkNights,
    compared,
    say_compared,
    to_bed_at,
)
from tests.conftest import MONDAY, FrozenClock

CLOCK = FrozenClock()
MINUTE = dt.timedelta(minutes=1)


def night(ago: int = 0, bed: str = "23:00", latency: int = 0) -> Night:
    day = MONDAY.date() - dt.timedelta(days=ago)
    return Night(id=f"n{ago}", night=day, bed=bed, up="07:00", latency_min=latency)


def bed_of(each: Night) -> dt.datetime:
    bed = to_bed_at(each, CLOCK)
    assert bed is not None
    return bed


def drink(drink_: Late, at: dt.datetime) -> Meal:
    amount = {"coffees": 1.0} if drink_ == "coffee" else {"alcohol_units": 1.0}
    return Meal(at=at, meal="drink", **amount)  # type: ignore[arg-type]  # one of two fields


def found(drink_: Late, meals: Sequence[Meal], *nights: Night) -> tuple[int, int]:
    result = compared(drink_, meals, nights, CLOCK)
    return result.nights_after, result.nights_else


def test_going_to_bed_is_on_the_evening_before_or_after_midnight() -> None:
    assert bed_of(night(bed="23:00")) == MONDAY.replace(hour=23, minute=0) - dt.timedelta(days=1)
    assert bed_of(night(bed="00:30")) == MONDAY.replace(hour=0, minute=30)
    assert to_bed_at(Night(night=MONDAY.date(), asleep_min=400), CLOCK) is None


@pytest.mark.parametrize(("drink_", "hours"), [("coffee", 6), ("alcohol", 4)])
@pytest.mark.parametrize("bed", ["22:00", "00:30", "02:00"])
def test_late_is_from_some_hours_before_bed_to_an_hour_after(
    drink_: Late, hours: int, bed: str
) -> None:
    one = night(bed=bed)
    edge = bed_of(one) - dt.timedelta(hours=hours)
    assert found(drink_, [drink(drink_, edge - MINUTE)], one) == (0, 1)
    assert found(drink_, [drink(drink_, edge)], one) == (1, 0)
    assert found(drink_, [drink(drink_, bed_of(one) + AFTER_BED)], one) == (1, 0)
    assert found(drink_, [drink(drink_, bed_of(one) + AFTER_BED + MINUTE)], one) == (0, 0)


def test_a_drink_at_half_past_midnight_goes_with_the_night_that_follows() -> None:
    at = MONDAY.replace(hour=0, minute=30)
    assert found("alcohol", [drink("alcohol", at)], night(bed="01:00"), night(1)) == (1, 0)


def test_an_evening_of_which_nothing_is_known_is_not_one_without_a_drink() -> None:
    meals = [drink("alcohol", bed_of(night(1)))]
    assert found("alcohol", meals, night(0), night(1), night(5)) == (1, 0)
    soup = Meal(at=bed_of(night(0)) - dt.timedelta(hours=3), text="soup")
    assert found("alcohol", [*meals, soup], night(0), night(1), night(5)) == (1, 1)


def test_a_night_without_times_is_left_out() -> None:
    meals = [drink("coffee", MONDAY - dt.timedelta(hours=10))]
    assert found("coffee", meals, Night(night=MONDAY.date(), asleep_min=400)) == (0, 0)


def test_coffee_does_not_count_as_alcohol() -> None:
    one = night()
    assert found("alcohol", [drink("coffee", bed_of(one))], one) == (0, 1)


def several(after: int, others: int) -> LateDrinkNights:
    """So many nights of 7 h after alcohol, and of 7 h 40 without."""
    nights = [night(ago, latency=60) for ago in range(after)]
    nights += [night(ago, latency=20) for ago in range(after, after + others)]
    meals = [drink("alcohol", bed_of(each)) for each in nights[:after]]
    meals += [Meal(at=bed_of(each), text="tea and a book") for each in nights[after:]]
    return compared("alcohol", meals, nights, CLOCK)


def test_four_nights_of_each_kind_are_compared() -> None:
    result = several(NIGHTS_NEEDED, NIGHTS_NEEDED)
    assert result.is_enough
    assert (
        say_compared(result)
        == "After evenings with alcohol you slept 7 h, else 7 h 40 (4 and 4 nights)."
    )


@pytest.mark.parametrize(
    ("after", "others", "said"),
    [
        (0, 9, ""),
        (1, 9, "Evenings with alcohol and sleep: 1 night so far, compared from 4 on."),
        (3, 9, "Evenings with alcohol and sleep: 3 nights so far, compared from 4 on."),
        (4, 3, "Evenings with alcohol and sleep: 1 more night without it needed."),
        (
            2,
            1,
            (
                "Evenings with alcohol and sleep: 2 nights so far, compared from 4 on; "
                "3 more nights without it needed."
            ),
        ),
    ],
)
def test_with_fewer_it_says_what_is_missing_and_compares_nothing(
    after: int, others: int, said: str
) -> None:
    result = several(after, others)
    assert not result.is_enough
    assert say_compared(result) == said


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 23)), max_size=20), st.randoms())
def test_the_order_of_entries_changes_nothing(drunk: list[tuple[int, int]], random: Random) -> None:
    nights = [night(ago, latency=ago) for ago in range(15)]
    meals = [
        drink("alcohol", MONDAY.replace(hour=hour) - dt.timedelta(days=ago)) for ago, hour in drunk
    ]
    before = compared("alcohol", meals, nights, CLOCK)
    random.shuffle(meals)
    random.shuffle(nights)
    after = compared("alcohol", meals, nights, CLOCK)
    assert (after.nights_after, after.nights_else) == (before.nights_after, before.nights_else)
    assert after.asleep_after == pytest.approx(before.asleep_after)
    assert after.asleep_else == pytest.approx(before.asleep_else)
