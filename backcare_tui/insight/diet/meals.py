"""Which meal it is by the time of day, and the breakfast that can be had again."""

import datetime as dt
from collections.abc import Iterable, Sequence

from backcare_tui.diary.records.base import new_id
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.values import MealKind

_FROM: tuple[tuple[dt.time, MealKind], ...] = (
    (dt.time(22), "snack"),
    (dt.time(17, 30), "dinner"),
    (dt.time(15), "snack"),
    (dt.time(10, 30), "lunch"),
    (dt.time(4), "breakfast"),
    (dt.time(0), "snack"),
)
"""From which time of day on it is which meal, the latest first (our own rule)."""


def meal_at(time: dt.time) -> MealKind:
    """The meal that people have at a time of day: breakfast before 10:30, lunch before 15:00."""
    return next(kind for since, kind in _FROM if time >= since)


def breakfast_again(meals: Sequence[Meal], now: dt.datetime) -> Meal | None:
    """The breakfast of the last day before today that had one, as one entry of now.

    Args:
        meals: In the order of time.
        now: When it is eaten again.

    Returns:
        The new entry; None where no breakfast was taken down before today.
    """
    eaten = [
        meal
        for meal in meals
        if meal.meal == "breakfast" and meal.day < now.date() and (meal.text or meal.tags)
    ]
    return _as_one([meal for meal in eaten if meal.day == eaten[-1].day], now) if eaten else None


def _as_one(parts: Sequence[Meal], now: dt.datetime) -> Meal:
    """Several entries of one meal put together."""
    return Meal(
        id=new_id(),
        at=now,
        meal="breakfast",
        text=", ".join(dict.fromkeys(part.text for part in parts if part.text)) or None,
        tags=tuple(dict.fromkeys(tag for part in parts for tag in part.tags)),
        water_ml=_sum(part.water_ml for part in parts),
        caffeine_mg=_sum(part.caffeine_mg for part in parts),
        coffees=sum(part.coffees or 0 for part in parts) or None,
        alcohol_units=sum(part.alcohol_units or 0 for part in parts) or None,
    )


def _sum(amounts: Iterable[int | None]) -> int | None:
    return sum(amount or 0 for amount in amounts) or None
