"""The app: modes, themes, the repository handed down, and a look at the file twice a second."""

import os
from functools import partial
from pathlib import Path

from textual.app import App
from textual.command import Provider
from textual.theme import Theme

from backcare_tui import screens
from backcare_tui.diary.repository import CannotOpen, Repository
from backcare_tui.diary.when import Clock
from backcare_tui.screens.desk import Desk
from backcare_tui.store import open_repository
from backcare_tui.themes import PALETTES, default_variables

LOOK_S = 0.5
"""Seconds between two looks at whether another process wrote."""


def _commands() -> type[Provider]:
    from backcare_tui.commands.palette import Commands

    return Commands


def _days() -> type[Provider]:
    from backcare_tui.commands.palette import DayByName

    return DayByName


class BackcareApp(App[None]):
    """backcare, full screen."""

    TITLE = "backcare"
    CSS_PATH = "app.tcss"
    COMMANDS = {_commands, _days}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-normal"), (116, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-high"), (34, "-tall")]

    def __init__(self, repository: Repository, clock: Clock | None = None, aside: str = "") -> None:
        """Show a diary that is already open.

        Args:
            repository: The diary.
            clock: The time; a test gives one that stands still.
            aside: What the heading says all the time, such as `demo`.
        """
        super().__init__()
        self.repository = repository
        self.desk = Desk(repository, clock or Clock(), self, aside or _why_not(repository))
        for palette in PALETTES:
            self.register_theme(Theme(**palette.as_theme()))
        factories = {
            "today": screens.open_today,
            "diary": screens.open_diary,
            "move": screens.open_move,
            "massage": screens.open_massage,
            "diet": screens.open_diet,
            "trends": screens.open_trends,
        }
        for mode, factory in factories.items():
            self.add_mode(mode, partial(factory, self.desk))
        self._today = self.desk.clock.today()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, so that every theme has them."""
        theme = self.available_themes.get(self.theme)
        return default_variables(dark=theme.dark if theme else True)

    async def on_mount(self) -> None:
        """Open Today in the person's colors, and begin to look for other writers."""
        self.take_settings()
        await self.switch_mode("today")
        self.desk.changed.subscribe(self, lambda _: self.take_settings())
        self.set_interval(LOOK_S, self.look_at_the_file)
        if not self.repository.settings().get("boundaries_seen"):
            self.push_screen(screens.open_welcome(self.desk))

    def take_settings(self) -> None:
        """Put the settings in force: colors and calm."""
        settings = self.repository.settings()
        theme = str(settings.get("theme", ""))
        self.theme = theme if theme in self.available_themes else PALETTES[0].name
        if settings.get("calm") or os.environ.get("TEXTUAL_ANIMATIONS") == "none":
            self.animation_level = "none"

    def look_at_the_file(self) -> None:
        """Show what another process wrote; begin a new day at midnight."""
        today = self.desk.clock.today()
        try:
            wrote = self.repository.refresh()
        except CannotOpen as error:
            self.desk.say(str(error), "trouble")
            return
        if wrote:
            self.desk.say("changed by another backcare, read again")
        elif today != self._today:
            self.desk.say("a new day")
        self._today = today


def _why_not(repository: Repository) -> str:
    return "read-only" if repository.read_only else ""


def run(path: Path, *, demo: bool = False) -> int:
    """Open the diary in a file, full screen; gives the exit status.

    Raises:
        CannotOpen: If the file cannot be read as a diary.
    """
    app = BackcareApp(open_repository(path), aside="demo" if demo else "")
    app.run()
    return app.return_code or 0
