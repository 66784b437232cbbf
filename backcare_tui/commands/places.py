"""The places: one table, from which the app's modes, the keys, the heading and the help are made."""

import msgspec

from backcare_tui.commands.command import Command
from backcare_tui.commands.diary import CATCH_UP, CHECK_IN, NIGHT, REDO, UNDO, WATER
from backcare_tui.commands.guidance import CHECK_SIGNS, NOW
from backcare_tui.commands.pages import HELP, MANUAL


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
    "Colors, calm, voice, reminder, backups, about you: all on one page.",
    show=False,
    shown_as=",",
)
BACKUPS = Command(
    "app.backups",
    "B",
    "backups",
    "backups",
    "Your backups, and the way back to one.",
    show=False,
)
REMINDER = Command(
    "app.reminder",
    "f6",
    "reminder",
    "reminder",
    "A reminder by the system's own scheduler: which one stands, and at which times.",
    show=False,
)
FIRST_QUESTIONS = Command(
    "app.first-questions",
    "f3",
    "first_questions",
    "first questions",
    "The questions of the first minutes again, and a week made from them.",
    show=False,
)
QUIT = Command(
    "app.quit", "q", "app.quit", "quit", "Close backcare. Everything is saved already.", show=False
)
SUSPEND = Command(
    "app.suspend",
    "ctrl+z",
    "suspend_process",
    "to the background",
    "Leave backcare in the background of the shell, with what was typed kept; fg brings it back.",
    show=False,
    shown_as="^z",
    priority=True,
)
STILL = Command(
    "app.still",
    "f4",
    "stand_still",
    "stand still",
    "Have nothing move, figures and breath too, or let it move again; Settings keep it.",
    show=False,
)
GENERAL = (CHECK_IN.action, NIGHT.action, UNDO.action, CHECK_SIGNS.action, NOW.action)
"""What a place names last where it has much of its own to name."""
ALWAYS = (*GO_TO_PLACES, CHECK_IN, NIGHT, NOW, WATER, CATCH_UP, UNDO, REDO)
"""What can be done from each of the places, and from each page that lies over one."""
EVERYWHERE = (
    *ALWAYS,
    HELP,
    MANUAL,
    SETTINGS,
    BACKUPS,
    REMINDER,
    FIRST_QUESTIONS,
    QUIT,
)
"""What can be done from each of the places."""
