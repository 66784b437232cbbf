"""The commands of Diet: drinks by single keys, meals, the pattern and its week."""

from backcare_tui.commands.command import Command
from backcare_tui.commands.diary import ADD_MEAL, ON_ENTRIES

COFFEE = Command("drink.coffee", "o", "drink('coffees')", "coffee", "A cup of coffee, now.")
ALCOHOL = Command(
    "drink.alcohol",
    "O",
    "drink('alcohol_units')",
    "alcohol",
    "A drink of 14 g of alcohol, now: 12 fl oz (355 ml) of beer, 5 fl oz (150 ml) of wine, or 1.5 fl oz (44 ml) of spirits.",
)
MORE_OF_DRINK = Command(
    "drink.more",
    "plus,equals_sign",
    "change_drink(1)",
    "amount",
    "More or less of the drink of the last 15 minutes: a glass, a cup, half a drink.",
    shown_as="+ -",
)
LESS_OF_DRINK = Command("drink.less", "minus", "change_drink(-1)", "less", "", show=False)
LATE_DRINKS = Command(
    "drink.late", "i", "late_drinks", "drinks, sleep", "Late coffee and alcohol, and your sleep."
)
BREAKFAST = Command(
    "meal.breakfast",
    "b",
    "breakfast",
    "breakfast",
    "The last breakfast before today again, now, as one entry.",
)
FIND_MEAL = Command(
    "meal.find",
    "slash",
    "find",
    "find",
    "Find meals as you type: words, tags, drinks.",
    shown_as="/",
)
ALL_MEALS = Command("meal.all", "escape", "show_all", "show all", "Search no more.", shown_as="esc")
PATTERN = Command(
    "diet.pattern", "p", "pattern", "pattern", "Choose the pattern of the week, or make your own."
)
EARLIER_WEEK = Command(
    "week.earlier",
    "left_square_bracket",
    "step(-1)",
    "week",
    "A week earlier or later, up to this one.",
    shown_as="[ ]",
)
LATER_WEEK = Command("week.later", "right_square_bracket", "step(1)", "week after", "", show=False)
ON_WEEKS = (EARLIER_WEEK, LATER_WEEK)
ON_MEALS = (
    ADD_MEAL,
    COFFEE,
    ALCOHOL,
    BREAKFAST,
    ALL_MEALS,
    MORE_OF_DRINK,
    LESS_OF_DRINK,
    FIND_MEAL,
    PATTERN,
    *ON_WEEKS,
    LATE_DRINKS,
    *ON_ENTRIES,
)
"""What can be done on the place."""
TAKE_TAGS = Command(
    "meal.tags",
    "ctrl+t",
    "take_tags",
    "tags",
    "Let go the tags that are suggested for what you typed, or take them again.",
    shown_as="^t",
    priority=True,
)
