"""Which meal it is, and the breakfast that is had again."""

import datetime as dt

import pytest

from backcare_tui.diary.records.meal import Meal
from backcare_tui.insight.diet.meals import breakfast_again, meal_at
from tests.conftest import MONDAY
from tests.for_each import for_each

YESTERDAY = MONDAY - dt.timedelta(days=1)


@for_each(
    ("time", "kind"),
    [
        ("00:30", "snack"), ("03:59", "snack"), ("04:00", "breakfast"), ("10:29", "breakfast"),
        ("10:30", "lunch"), ("14:59", "lunch"), ("15:00", "snack"), ("17:30", "dinner"),
        ("21:59", "dinner"), ("22:00", "snack"), ("23:59", "snack"),
    ],
)  # fmt: skip
def test_the_time_of_day_says_which_meal_it_is(time: str, kind: str) -> None:
    assert meal_at(dt.time.fromisoformat(time)) == kind


def test_the_last_breakfast_before_today_comes_again_as_one_entry() -> None:
    meals = (
        Meal(at=YESTERDAY - dt.timedelta(days=3), meal="breakfast", text="eggs"),
        Meal(at=YESTERDAY, meal="breakfast", text="porridge", tags=("whole-grains",)),
        Meal(
            at=YESTERDAY, meal="breakfast", text="apple", tags=("fruit",), coffees=1, water_ml=250
        ),
        Meal(at=YESTERDAY, meal="breakfast", coffees=1),
        Meal(at=YESTERDAY, meal="lunch", text="soup"),
        Meal(at=MONDAY, meal="breakfast", text="toast"),
    )
    again = breakfast_again(meals, MONDAY)
    assert again is not None
    assert (again.at, again.meal, again.text) == (MONDAY, "breakfast", "porridge, apple")
    assert again.tags == ("whole-grains", "fruit")
    assert (again.water_ml, again.coffees, again.alcohol_units) == (250, 1, None)
    assert again.id not in {meal.id for meal in meals}


@pytest.mark.parametrize(
    "meals",
    [
        (),
        (Meal(at=MONDAY, meal="breakfast", text="toast"),),
        (Meal(at=YESTERDAY, meal="breakfast", coffees=1),),
        (Meal(at=YESTERDAY, meal="dinner", text="toast"),),
    ],
)
def test_without_a_breakfast_before_today_there_is_nothing_to_repeat(
    meals: tuple[Meal, ...],
) -> None:
    assert breakfast_again(meals, MONDAY) is None
