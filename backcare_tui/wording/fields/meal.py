"""The fields of a meal or a drink."""

from functools import partial

from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.values import MealKind, choices
from backcare_tui.library.measures import say_water
from backcare_tui.text import say_list, say_number
from backcare_tui.wording.entries import say_units
from backcare_tui.wording.fields.common import at, elsewhere
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.field import FieldTable, RecordField, ShellOption
from backcare_tui.wording.fields.read import water


def _cups(cups: float, _context: FieldContext) -> str:
    return "1 cup" if cups == 1 else f"{say_number(cups)} cups"


def _say_water(water_ml: int | str, _context: FieldContext) -> str:
    if isinstance(water_ml, str):  # as a draft has what cannot be read
        return water_ml
    return say_water(water_ml)


_meal = partial(RecordField, Meal, tells=elsewhere)
MEAL = (
    _meal(
        "text",
        "What",
        "salmon, lentils, greens",
        option=ShellOption("text", "TEXT", "such as 'salmon, lentils, greens'"),
    ),
    RecordField(
        Meal,
        "tags",
        "Tags",
        words="tags",
        shape="set",
        option=ShellOption("--tag", "WORD", "such as oily-fish"),
    ),
    _meal(
        "meal",
        "Meal",
        ", ".join(choices(MealKind)),
        words="meals",
        says=lambda meal, _context: str(meal),
        option=ShellOption("--meal", "MEAL", say_list(choices(MealKind), "or")),
    ),
    at(Meal),
    _meal(
        "water_ml",
        "Water",
        reads=water,
        says=_say_water,
        writes=_say_water,
        option=ShellOption("--water", "ML", "milliliters, 2 glasses or 16 fl oz"),
    ),
    _meal(
        "coffees",
        "Coffees",
        "how many",
        says=_cups,
        option=ShellOption("--coffee", "N", "how many cups"),
    ),
    _meal(
        "alcohol_units",
        "Alcohol",
        "drinks of 14 g: 1 is a small beer",
        says=lambda units, _context: say_units(units),
        option=ShellOption("--alcohol", "UNITS", "standard drinks of 14 g: 1 is a small beer"),
    ),
    _meal(
        "caffeine_mg",
        "Caffeine",
        "mg",
        option=ShellOption("--caffeine", "MG", "milligrams, where the cups are not known"),
        is_asked=False,
    ),
)
FIELDS: FieldTable = {Meal: MEAL}
