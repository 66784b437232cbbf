"""Drinks of a day, and the amount of the last one."""

import datetime as dt

import pytest

from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.values import BadValue
from backcare_tui.insight.diet.drinks import (
    JUST_NOW,
    Drink,
    changed_by,
    drink_just_now,
    drink_of,
    drinks_of,
    one_of,
)
from tests.conftest import MONDAY

MINUTE = dt.timedelta(minutes=1)


def test_the_drinks_of_a_day_are_summed_with_the_time_of_the_last() -> None:
    found = drinks_of(
        (
            Meal(at=MONDAY, water_ml=250),
            Meal(at=MONDAY, text="soup", water_ml=300, coffees=1),
            Meal(at=MONDAY + MINUTE, caffeine_mg=30),
            Meal(at=MONDAY + 2 * MINUTE, caffeine_mg=3),
            Meal(at=MONDAY - MINUTE, alcohol_units=1.5),
        )
    )
    assert (found.water_ml, found.coffees, found.caffeine_mg) == (550, 1, 33)
    assert (found.alcohol_units, found.last_alcohol) == (1.5, MONDAY - MINUTE)
    assert found.last_caffeine == MONDAY + MINUTE


def test_a_day_without_drinks_has_none_and_no_time() -> None:
    found = drinks_of((Meal(at=MONDAY, text="bread"),))
    assert (found.water_ml, found.coffees, found.alcohol_units) == (0, 0, 0)
    assert (found.last_caffeine, found.last_alcohol) == (None, None)


@pytest.mark.parametrize(
    ("meal", "drink"),
    [
        (Meal(at=MONDAY, water_ml=300), "water_ml"),
        (Meal(at=MONDAY, coffees=2), "coffees"),
        (Meal(at=MONDAY, water_ml=300, coffees=1), None),
        (Meal(at=MONDAY, text="cake", coffees=1), None),
        (Meal(at=MONDAY, caffeine_mg=80), None),
    ],
)
def test_only_an_entry_of_one_drink_has_an_amount_to_change(
    meal: Meal, drink: Drink | None
) -> None:
    assert drink_of(meal) == drink


def test_the_last_drink_is_the_latest_of_the_last_minutes() -> None:
    old = Meal(at=MONDAY - JUST_NOW - MINUTE, coffees=1)
    edge = Meal(at=MONDAY - JUST_NOW, coffees=1)
    first = Meal(at=MONDAY, coffees=1, updated=MONDAY - MINUTE)
    second = Meal(at=MONDAY, water_ml=250, updated=MONDAY)
    later = Meal(at=MONDAY + MINUTE, coffees=1)
    cake = Meal(at=MONDAY, text="cake")
    assert drink_just_now((old, cake, later), MONDAY) is None
    assert drink_just_now((old, edge), MONDAY) == edge
    assert drink_just_now((second, first, edge), MONDAY) == second


@pytest.mark.parametrize(
    ("drink", "more", "less"),
    [("water_ml", 500, 0), ("coffees", 2, 0), ("alcohol_units", 1.5, 0.5)],
)
def test_a_step_is_a_glass_a_cup_or_half_a_drink(drink: Drink, more: float, less: float) -> None:
    one = one_of(drink, MONDAY)
    assert getattr(changed_by(one, 1), drink) == more
    if less:
        assert getattr(changed_by(one, -1), drink) == less
    else:
        with pytest.raises(BadValue, match="more than nothing"):
            changed_by(one, -1)


def test_half_a_drink_is_the_least() -> None:
    half = changed_by(one_of("alcohol_units", MONDAY), -1)
    with pytest.raises(BadValue, match="d deletes"):
        changed_by(half, -1)


def test_a_meal_has_no_amount() -> None:
    with pytest.raises(BadValue, match="one drink"):
        changed_by(Meal(at=MONDAY, text="cake"), 1)
