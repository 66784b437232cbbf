"""Something eaten or drunk."""

from typing import ClassVar

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.values import (
    BadValue,
    Drinks,
    MealKind,
    Milligrams,
    Milliliters,
    Moment,
    Text,
    Words,
)


class Meal(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Something eaten or drunk."""

    table: ClassVar[str] = "meal"
    at: Moment
    meal: MealKind | None = None
    text: Text | None = None
    tags: Words = ()
    water_ml: Milliliters | None = None
    caffeine_mg: Milligrams | None = None
    coffees: Drinks | None = None
    alcohol_units: Drinks | None = None
    """Standard drinks."""

    def __post_init__(self) -> None:
        """Refuse a meal of nothing."""
        if not (
            self.text
            or self.tags
            or self.water_ml
            or self.caffeine_mg
            or self.coffees
            or self.alcohol_units
        ):
            raise BadValue("text", None, "what was eaten or drunk")
