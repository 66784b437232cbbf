"""The places: one table, from which the app's modes, the keys, the heading and the help are made."""

import msgspec

from backcare_tui.commands.command import Command
from backcare_tui.commands.diary import CATCH_UP, CHECK_IN, NIGHT, REDO, UNDO, WATER
from backcare_tui.commands.guidance import CHECK_SIGNS
from backcare_tui.commands.pages import HELP


class Destination(msgspec.Struct, frozen=True):
    """One of the places."""

    mode: str
    """Its mode of the app."""
    name: str
    """What a person calls it."""
    screen: str
    """The name of its screen in `backcare_tui.screens`."""
    tip: str
    """A sentence for the palette."""


PLACES = (
    Destination("today", "Today", "Today", "What is worth doing now."),
    Destination("diary", "Diary", "Diary", "Pain and sleep, day by day."),
    Destination("move", "Move", "Move", "Routines, done and planned."),
    Destination(
        "massage", "Massage", "Massage", "Massages, other care, and the people who give it."
    ),
    Destination("diet", "Diet", "Diet", "Meals and drinks, as notes."),
    Destination("trends", "Trends", "Trends", "The week in one look."),
)
"""The places in the order of their keys, which count from 1."""
PLACE_NAMES = {place.mode: place.name for place in PLACES}
GO_TO_PLACES = tuple(
    Command(
        f"place.{place.mode}",
        str(number),
        f"app.switch_mode('{place.mode}')",
        place.name,
        place.tip,
        show=False,
    )
    for number, place in enumerate(PLACES, start=1)
)
SETTINGS = Command(
    "app.settings",
    "comma",
    "settings",
    "settings",
    "Colors, calm, and when a week begins.",
    show=False,
    shown_as=",",
)
QUIT = Command(
    "app.quit", "q", "app.quit", "quit", "Close backcare. Everything is saved already.", show=False
)
GENERAL = (CHECK_IN.action, NIGHT.action, UNDO.action, CHECK_SIGNS.action)
"""What a place names last where it has much of its own to name."""
EVERYWHERE = (
    *GO_TO_PLACES,
    CHECK_IN,
    NIGHT,
    WATER,
    CATCH_UP,
    UNDO,
    REDO,
    HELP,
    SETTINGS,
    QUIT,
)
"""What can be done from each of the places."""
