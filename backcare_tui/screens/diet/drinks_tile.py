"""What was drunk today, each drink with its key, and what late ones and the nights look like."""

import datetime as dt
from collections.abc import Sequence

from textual.content import Content

from backcare_tui.commands.diary import WATER
from backcare_tui.commands.diet import ALCOHOL, COFFEE
from backcare_tui.commands.keymap import key_of
from backcare_tui.insight.diet.drinks import DrinksOfDay
from backcare_tui.insight.diet.late_drinks import LateDrinkNights, say_compared
from backcare_tui.library.measures import glass_ml, say_water
from backcare_tui.text import say_count, say_number, say_time
from backcare_tui.wording.entries import say_units

NAME = 9
"""Cells of a drink's name with the gap after it."""
MOST_DRAWN = 8
"""Glasses that there is room to draw; of more the number alone tells."""
SOURCES = "Seen together, which proves no cause. Studied: Ebrahim 2013, Drake 2013."


def draw_drinks(drinks: DrinksOfDay) -> Content:
    """A line a drink of today: its key, its name, how much, and when the last one was."""
    return Content("\n").join(
        (
            _line(key_of(WATER), "Water", _draw_water(drinks.water_ml)),
            _line(key_of(COFFEE), "Coffee", Content(_say_coffee(drinks))),
            _line(key_of(ALCOHOL), "Alcohol", Content(_say_alcohol(drinks))),
        )
    )


def draw_late(found: Sequence[LateDrinkNights]) -> Content:
    """What is known of late drinks and the nights, in quiet words; nothing where nothing is."""
    said = [words for each in found if (words := say_compared(each))]
    if any(each.is_enough for each in found):
        said.append(SOURCES)
    return Content.styled("\n".join(said), "$quiet")


def _line(key: str, name: str, amount: Content) -> Content:
    return Content.assemble((key, "$next"), f" {name.ljust(NAME)}") + amount


def _draw_water(water_ml: int) -> Content:
    """Glasses of the day, as many as there were: no number of them is held out."""
    if not water_ml:
        return Content("none today")
    glasses = water_ml // glass_ml()
    full = Content.styled("●" * min(glasses, MOST_DRAWN), "$here")
    said = f"{say_count(glasses, 'glass', 'glasses')} · " if glasses else ""
    return Content.assemble(full, " " if glasses else "", said, say_water(water_ml))


def _say_coffee(drinks: DrinksOfDay) -> str:
    besides = f"{drinks.caffeine_mg} mg caffeine" if drinks.caffeine_mg else ""
    cups = say_number(drinks.coffees) if drinks.coffees else ""
    return _said((cups, besides), drinks.last_caffeine)


def _say_alcohol(drinks: DrinksOfDay) -> str:
    amount = say_units(drinks.alcohol_units) if drinks.alcohol_units else ""
    return _said((amount,), drinks.last_alcohol)


def _said(parts: Sequence[str], last: dt.datetime | None) -> str:
    said = [part for part in parts if part]
    if said and last:
        said.append(f"last {say_time(last)}")
    return " · ".join(said) or "none today"
