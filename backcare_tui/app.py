"""The app: modes, themes, the repository handed down, and a look at the file twice a second."""

import gc
import traceback
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual import constants, on
from textual._compositor import CompositorUpdate
from textual._styles_cache import StylesCache
from textual.app import App
from textual.events import Event, Resize
from textual.screen import Screen
from textual.theme import Theme

from backcare_tui import screens
from backcare_tui.ahead import read_ahead
from backcare_tui.commands.places import PLACES, Destination
from backcare_tui.diary.repository import CannotOpen, Repository
from backcare_tui.diary.when import Clock
from backcare_tui.screens.frame.desk import Desk, DiaryChanged
from backcare_tui.screens.frame.requests import OpenDay, OpenWeek
from backcare_tui.store import open_repository
from backcare_tui.text import say_day, say_time
from backcare_tui.themes import PALETTES, default_variables
from backcare_tui.widgets.in_turn import InTurn
from backcare_tui.widgets.painted import Changes, Painted

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from textual.command import Provider

    from backcare_tui.diary.records.routine import Routine

FIRST, *OTHERS = PLACES
"""The place that the app opens on, and those that are gone to."""
LOOK_S = 0.5
"""Seconds between two looks at whether another process wrote."""


def _commands() -> "type[Provider]":
    from backcare_tui.commands.palette import Commands

    return Commands


def _days() -> "type[Provider]":
    from backcare_tui.commands.palette import DayByName

    return DayByName


def _movements() -> "type[Provider]":
    from backcare_tui.commands.palette import MovementByName

    return MovementByName


class BackcareApp(App[None]):
    """backcare, full screen."""

    TITLE = "backcare"
    DEFAULT_MODE = FIRST.mode
    # Today's sheet is read with the app's: read later, it would have all rules parsed twice.
    CSS_PATH = ["app.tcss", "screens/today/place.tcss"]
    COMMANDS = {_commands, _days, _movements}

    def __init__(
        self,
        repository: Repository,
        clock: Clock | None = None,
        aside: str = "",
        start: "Routine | None" = None,
        *,
        reads_ahead: bool = False,
    ) -> None:
        """Show a diary that is already open.

        Args:
            repository: The diary.
            clock: The time; a test gives one that stands still.
            aside: What the heading says all the time, such as `demo`.
            start: A routine to begin with.
            reads_ahead: Whether the modules and the style sheets of what is likely opened next are
                read while nothing is to be done. For who stays a while; a test does not.
        """
        super().__init__()
        self.repository = repository
        self._start = start
        self._reads_ahead = reads_ahead
        self._in_turn = InTurn(self, super().on_event)
        self._painted = Painted()
        self._shown: Screen[Any] | None = None
        self.desk = Desk(repository, clock or Clock(), self, aside or _why_not(repository))
        for palette in PALETTES:
            self.register_theme(Theme(**palette.as_theme()))
        for place in OTHERS:
            self.add_mode(place.mode, partial(self._open, place))
        self._today, self._offset = self._day_and_offset()
        # Set before the first style sheet is read: a theme set later has all of them read again.
        self.set_reactive(App.theme, self._settled_theme())
        self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, so that every theme has them."""
        theme = self.available_themes.get(self.theme)
        return default_variables(dark=theme.dark if theme else True)

    def get_default_screen(self) -> Screen[None]:
        """Today, which the app opens on."""
        return self._open(FIRST)

    def _open(self, place: Destination) -> Screen[None]:
        """The screen of a place, imported when it is first gone to."""
        screen: Screen[None] = getattr(screens, place.screen)(self.desk)
        # It takes the style sheets as they are now. Textual counts a new screen as one that missed a
        # change of theme, and would read all sheets twice more before it shows it.
        screen._css_update_count = self._css_update_count  # noqa: SLF001
        return screen

    def on_mount(self) -> None:
        """Begin to look for other writers; on the first run, say what backcare is."""
        self.add_mode(FIRST.mode, partial(self._open, FIRST))
        self.take_settings()
        self.desk.changed.subscribe(self, self._take_change)
        self.app_resume_signal.subscribe(self, self._paint_anew)
        self.set_interval(LOOK_S, self.look_at_the_file)
        greetings = tuple(self._greetings())
        for number, greeting in enumerate(greetings):
            # The lowest one is closed last; only then is it time for the routine.
            self.push_screen(greeting, None if number else self._open_start)
        if not greetings:
            self._open_start()
        if self._reads_ahead:
            self.run_worker(read_ahead(self, self.desk))

    async def on_event(self, event: Event) -> None:
        """What is typed comes in turn, however fast."""
        await self._in_turn.take(event)

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        """Send only what is different; of a screen that comes to the front, all.

        So whatever another program wrote over the screen is gone with the next form or place.
        """
        if isinstance(renderable, CompositorUpdate) and not self.is_headless:
            if self._shown is not screen:
                # Textual keeps what a thousand widgets drew, of closed screens too: 40 MiB.
                StylesCache.get_inner_outer.cache_clear()
                self._painted.forget()
                self._shown = screen
            renderable = Changes(self._painted, renderable)
        super()._display(screen, renderable)

    def on_resize(self, event: Resize) -> None:
        """The same size again is told after a stop: the terminal may show anything."""
        if event.size == self.size and self.screen_stack:
            self._paint_anew()

    def _paint_anew(self, _: object = None) -> None:
        self._painted.forget()
        self.screen.refresh()

    def _greetings(self) -> "Iterator[Screen[Any]]":
        """What lies over the first place, the lowest first."""
        settings = self.repository.settings()
        if not settings.boundaries_seen:
            yield screens.Welcome(self.desk)
        if settings.player is not None:
            from backcare_tui.player.persistence import interrupted

            if under_way := interrupted(self.repository):
                yield screens.GoOn(self.desk, under_way)

    def _open_start(self, _: object = None) -> None:
        """Open the routine that the command line named, if it named one."""
        if self._start:
            self.push_screen(screens.Before(self.desk, self._start))

    def _take_change(self, changed: DiaryChanged) -> None:
        if changed.reason in {"setting", "elsewhere"}:
            self.take_settings()

    def take_settings(self) -> None:
        """Put the settings in force: colors and calm."""
        self.theme = self._settled_theme()
        is_calm = self.repository.settings().calm
        self.animation_level = "none" if is_calm else constants.TEXTUAL_ANIMATIONS

    def _settled_theme(self) -> str:
        theme = self.repository.settings().theme
        return theme if theme in self.available_themes else PALETTES[0].name

    @on(OpenDay)
    async def go_to_day(self, request: OpenDay) -> None:
        """Go to a day in the diary."""
        await self.switch_mode("diary")
        if isinstance(self.screen, screens.Diary):
            self.screen.go_to(request.day)

    @on(OpenWeek)
    async def go_to_week(self, request: OpenWeek) -> None:
        """Go to the review of a week."""
        await self.switch_mode("trends")
        if isinstance(self.screen, screens.Trends):
            self.screen.look_at_week(request.day)

    def _fatal_error(self) -> None:
        """Say that this is a fault of ours, and where; Textual would print what a person wrote."""
        self.panic(Text(say_fault(self._exception)))

    def look_at_the_file(self) -> None:
        """Show what another process wrote; begin a new day at midnight, and after a journey."""
        today, offset = self._day_and_offset()
        try:
            wrote = self.repository.refresh()
        except CannotOpen as error:
            if self.desk.said.text != str(error):
                self.desk.complain(str(error))
            return
        if wrote:
            words = "changed by another backcare, read again"
            self.desk.announce(DiaryChanged("elsewhere"), words)
        elif offset != self._offset:
            here = self.desk.clock.now()
            words = f"the clock has changed: it is {say_day(here.date())}, {say_time(here)}"
            self.desk.announce(DiaryChanged("new day"), words)
        elif today != self._today:
            self.desk.announce(DiaryChanged("new day"), "a new day")
        else:
            self.desk.forget_news()
        self._today, self._offset = today, offset

    def _day_and_offset(self) -> "tuple[dt.date, dt.timedelta | None]":
        now = self.desk.clock.now()
        return now.date(), now.utcoffset()


def say_fault(error: BaseException | None) -> str:
    """A fault of the program in a sentence, with its place in the code and nothing of the diary."""
    frames = traceback.extract_tb(error.__traceback__ if error else None)
    ours = [frame for frame in frames if "backcare_tui" in frame.filename] or list(frames)
    place = f" at {Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""
    return (
        f"backcare stopped because of a fault of its own ({type(error).__name__}{place}). "
        "What was saved is safe; what was being typed is kept as a draft."
    )


def _why_not(repository: Repository) -> str:
    return "read-only" if repository.read_only else ""


def run(path: Path, *, demo: bool = False, start: "Routine | None" = None) -> int:
    """Open the diary in a file, full screen; gives the exit status.

    Args:
        path: The file.
        demo: Whether the heading says that it is made up.
        start: A routine to begin with.

    Raises:
        CannotOpen: If the file cannot be read as a diary.
    """
    aside = "demo" if demo else ""
    app = BackcareApp(open_repository(path), aside=aside, start=start, reads_ahead=True)
    gc.freeze()  # what is there now stays: no need to walk through ten years again and again
    gc.enable()
    app.run()
    return app.return_code or 0
