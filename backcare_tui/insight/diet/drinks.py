"""Drinks: those of a day, and the last one, whose amount can still be put right."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, Literal, get_args

import msgspec

from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.values import BadValue
from backcare_tui.library.measures import glass_ml

Drink = Literal["water_ml", "coffees", "alcohol_units"]
"""The field that a drink is kept in."""
ONE: dict[Drink, float] = {"coffees": 1, "alcohol_units": 1}
"""What one key takes down: a cup, a standard drink; of water a glass as it is here."""
STEPS: dict[Drink, float] = {"coffees": 1, "alcohol_units": 0.5}
"""By how much one key changes it: a cup, half a standard drink; of water a glass as it is here."""
DRINKS: tuple[Drink, ...] = get_args(Drink)
JUST_NOW = dt.timedelta(minutes=15)
"""For how long the amount of a drink can be changed by one key (our own rule)."""
DECAF_MG = 20
"""Caffeine that does not count as a coffee: a decaf has about 3 mg, a green tea 30 (clinical facts)."""


class DrinksOfDay(msgspec.Struct, frozen=True):
    """What was drunk in a day."""

    water_ml: int
    coffees: float
    caffeine_mg: int
    """Caffeine that was taken down in milligrams, besides the coffees."""
    alcohol_units: float
    """Standard drinks."""
    last_caffeine: dt.datetime | None
    last_alcohol: dt.datetime | None


def one_of(drink: Drink, at: dt.datetime) -> Meal:
    """One glass, cup or standard drink."""
    amount: dict[str, Any] = {drink: ONE.get(drink, glass_ml())}
    return Meal(at=at, meal="drink", **amount)


def drinks_of(meals: Iterable[Meal]) -> DrinksOfDay:
    """The drinks of a day's entries, in any order."""
    there = tuple(meals)
    return DrinksOfDay(
        water_ml=sum(meal.water_ml or 0 for meal in there),
        coffees=sum(meal.coffees or 0 for meal in there),
        caffeine_mg=sum(meal.caffeine_mg or 0 for meal in there),
        alcohol_units=sum(meal.alcohol_units or 0 for meal in there),
        last_caffeine=max((meal.at for meal in there if has_caffeine(meal)), default=None),
        last_alcohol=max((meal.at for meal in there if meal.alcohol_units), default=None),
    )


def has_caffeine(meal: Meal) -> bool:
    """Whether it is a coffee, or has as much caffeine as a tea."""
    return bool(meal.coffees) or (meal.caffeine_mg or 0) >= DECAF_MG


def drink_of(meal: Meal) -> Drink | None:
    """The one drink that an entry is about; None for a meal, or for several drinks in one."""
    if meal.text or meal.tags or meal.caffeine_mg:
        return None
    there: list[Drink] = [drink for drink in DRINKS if getattr(meal, drink)]
    return there[0] if len(there) == 1 else None


def drink_just_now(meals: Iterable[Meal], now: dt.datetime) -> Meal | None:
    """The last drink, if it was had within the last minutes; of two at one moment, the later made."""
    recent = [
        meal for meal in meals if drink_of(meal) and dt.timedelta(0) <= now - meal.at <= JUST_NOW
    ]
    return max(recent, key=lambda meal: (meal.at, meal.updated or meal.at, meal.made), default=None)


def changed_by(meal: Meal, steps: int) -> Meal:
    """A drink with a step more or less of it.

    Raises:
        BadValue: There would be nothing left, or it is no drink.
    """
    drink = drink_of(meal)
    if drink is None:
        raise BadValue("amount", None, "an amount of one drink")
    amount = getattr(meal, drink) + steps * STEPS.get(drink, glass_ml())
    if amount <= 0:
        raise BadValue("amount", 0, "more than nothing; d deletes a drink")
    return msgspec.structs.replace(meal, **{drink: int(amount) if drink == "water_ml" else amount})
