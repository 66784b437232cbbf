"""Bearable's rows about food: what was eaten, and what was marked of it."""

import re
from collections.abc import Mapping

from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.values import MealKind
from backcare_tui.exchange.batch import Gathering
from backcare_tui.exchange.formats.bearable_row import Reading
from backcare_tui.exchange.formats.words import ids_or_words, known_word

_SECTION = re.compile(
    r"(?:^|(?<=\.)\s*|\s\|\s)(breakfast|lunch|dinner|meals|snacks?|drinks?):\s*", re.IGNORECASE
)
_MEALS: Mapping[str, MealKind] = {
    "breakfast": "breakfast",
    "lunch": "lunch",
    "dinner": "dinner",
    "snack": "snack",
    "snacks": "snack",
    "drink": "drink",
    "drinks": "drink",
}


def take_food(reading: Reading, found: Gathering) -> None:
    """Take each section of a food diary as a meal of its own."""
    parts = _SECTION.split(reading.detail)
    sections = [("", parts[0]), *zip(parts[1::2], parts[2::2], strict=True)]
    for place, (name, text) in enumerate(sections):
        dishes = [dish.strip(" .") for dish in text.split(" | ") if dish.strip(" .")]
        note = [reading.note] if reading.note and place == len(sections) - 1 else []
        if dishes or note:
            meal = Meal(
                at=reading.at,
                meal=_MEALS.get(name.lower()),
                text="\n".join([", ".join(dishes), *note]).strip(),
                tags=tuple(t for dish in dishes if (t := known_word(dish, "tags"))),
            )
            found.take(reading.line, meal, reading.key(name), reading.original or None)


def take_food_factors(reading: Reading, found: Gathering) -> None:
    """Take what was marked of the food of a moment as a meal of tags alone."""
    tags = ids_or_words([item.name for item in reading.items], "tags")
    if tags:
        meal = Meal(at=reading.at, tags=tags, text=reading.note or None)
        found.take(reading.line, meal, reading.key(), reading.original or None)
