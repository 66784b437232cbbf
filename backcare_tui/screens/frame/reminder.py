"""The reminder of the system's own scheduler: what stands, and at which times it is to come."""

import asyncio
from collections.abc import Callable

from textual.app import App
from textual.content import Content

from backcare_tui import screens
from backcare_tui.reminders.machine import CannotRemind
from backcare_tui.reminders.reminding import Reminding
from backcare_tui.reminders.scheduler import StandingReminder
from backcare_tui.reminders.times import read_times, say_daily
from backcare_tui.screens.frame.choice import ChoiceAnswer
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.text import clean

OFF = ("off", "none", "no")
"""What takes it away, typed in the place of times."""
TITLE = "When shall the system remind you?"
HINT = "21:00, or 8 am and 9 pm; off takes it away"
NO_REMINDING = "Of this diary nothing reminds: it is only there to look around."
NONE = "none"


def ask_reminder(app: App[None], desk: Desk, show: Callable[[], object] = lambda: None) -> None:
    """Say which reminder stands, and ask for its times; what was written is said.

    What the system is asked takes a moment, so it is asked in a thread.

    Args:
        app: Whose screens and workers they are.
        desk: Knows what sets the reminder.
        show: Called once the reminder may be another one.
    """
    if desk.upkeep.reminding is None:
        desk.complain(NO_REMINDING)
        return
    reminding = desk.upkeep.reminding()

    def take(times: tuple[str, ...] | None) -> None:
        if times is not None:
            app.run_worker(set_to(times))

    async def ask() -> None:
        stands = await asyncio.to_thread(reminding.say_standing)
        asked = screens.AskLine(TITLE, "Times", read_wanted, say_wanted, HINT, stands)
        app.push_screen(asked, take)

    async def set_to(times: tuple[str, ...]) -> None:
        said = await asyncio.to_thread(obeyed, reminding, times)
        show()
        close = ChoiceAnswer("c", "", "Close")
        words = Content("\n".join(map(clean, said)))
        app.push_screen(screens.ChoiceDialog("Reminder", words, close, ()))

    app.run_worker(ask())


def read_wanted(text: str) -> tuple[str, ...]:
    """The times that are wanted, HH:MM; none to take the reminder away.

    Raises:
        BadValue: For what is no time of day.
    """
    return () if text.strip().lower() in OFF else read_times(text)


def say_wanted(times: tuple[str, ...]) -> str:
    """How that is echoed."""
    return say_daily(times) if times else "no reminder"


def say_shortly(stands: StandingReminder | None) -> str:
    """Which reminder stands, for a line of the settings: `none`, `21:00 daily`."""
    if stands is None:
        return NONE
    return say_daily(stands.times) + ("" if stands.is_on else f", but {stands.by} does not mind it")


def obeyed(reminding: Reminding, times: tuple[str, ...]) -> tuple[str, ...]:
    """Set the reminder, or take it away for no times; what was done, or why it could not be."""
    try:
        if not times:
            return reminding.take_away()
        return tuple(filter(None, (*reminding.remind(times), reminding.trouble())))
    except CannotRemind as error:
        return (str(error),)
