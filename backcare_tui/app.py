"""The app: modes, themes, the repository handed down, and a look at the file twice a second."""

from functools import partial
from typing import TYPE_CHECKING

from rich.text import Text
from textual import constants, on
from textual.driver import Driver
from textual.events import Event, Resize
from textual.screen import Screen

from backcare_tui import screens
from backcare_tui.ahead import read_ahead
from backcare_tui.commands.command import bindings
from backcare_tui.commands.keymap import NO_KEYS, GivenKeys, hold_keys
from backcare_tui.commands.places import PLACES, STILL, SUSPEND, Destination
from backcare_tui.commands.providers import PROVIDERS
from backcare_tui.diary.repository import CannotOpen, Repository
from backcare_tui.diary.when import Clock
from backcare_tui.ending import GONE, has_terminal, listen, outliving
from backcare_tui.fault import cause_of, say_fault
from backcare_tui.greeting import beginning, greetings, reopened_pages
from backcare_tui.leaving import Leaving
from backcare_tui.painting import PaintedApp
from backcare_tui.reopening import Reopening
from backcare_tui.screens.frame.breakpoints import is_vast
from backcare_tui.screens.frame.desk import Desk, DiaryChanged
from backcare_tui.screens.frame.requests import OpenDay, OpenWeek, ReopenAfter
from backcare_tui.screens.frame.too_small import is_too_small
from backcare_tui.screens.frame.upkeep import NO_UPKEEP, Reopened, Upkeep
from backcare_tui.serving import is_served
from backcare_tui.tending import UNTENDED, Tended, Tending
from backcare_tui.text import say_day, say_time
from backcare_tui.widgets.double_clicks import DoubleClicks
from backcare_tui.widgets.in_turn import InTurn

if TYPE_CHECKING:
    import datetime as dt

    from backcare_tui.diary.records.routine import Routine

FIRST, *OTHERS = PLACES
"""The place that the app opens on, and those that are gone to."""
LOOK_S = 0.5
"""Seconds between two looks at whether another process wrote."""


class BackcareApp(PaintedApp[None]):
    """backcare, full screen."""

    TITLE = "backcare"
    DEFAULT_MODE = FIRST.mode
    # Today's sheet is read with the app's: read later, it would have all rules parsed twice.
    CSS_PATH = ["app.tcss", "screens/today/place.tcss"]
    COMMANDS = set(PROVIDERS)
    BINDINGS = bindings(SUSPEND, STILL)

    def __init__(  # noqa: PLR0913 - what the app stands on, and how it begins
        self,
        repository: Repository,
        clock: Clock | None = None,
        aside: str = "",
        start: "Routine | None" = None,
        *,
        upkeep: Upkeep = NO_UPKEEP,
        reopened: Reopened | None = None,
        tended: Tended = UNTENDED,
        reads_ahead: bool = False,
        keys: GivenKeys = NO_KEYS,
    ) -> None:
        """Show a diary that is already open.

        Args:
            repository: The diary.
            clock: The time; a test gives one that stands still.
            aside: What the heading says all the time, such as `demo`.
            start: A routine to begin with.
            upkeep: What a person may look after the file with.
            reopened: Why the diary was just opened anew, if it was.
            tended: What is looked after meanwhile: backups that are due, copies, an inbox.
            reads_ahead: Whether the modules and the style sheets of what is likely opened next are
                read while nothing is to be done. For who stays a while; a test does not.
            keys: The keys that a person gave anew.
        """
        super().__init__(repository.settings().theme)
        self.repository = repository
        self._start = start
        self._reads_ahead = reads_ahead
        self._keys = keys
        hold_keys(keys)
        self.ended_by: int | None = None
        """The signal that ended it."""
        aside = aside or _why_not(repository)
        self.desk = Desk(repository, clock or Clock(), self, aside, upkeep)
        hand_on = DoubleClicks(self, super().on_event).take
        self._in_turn = InTurn(self, hand_on, self.desk.saves.settled)
        self._leaving = Leaving(self, self.desk, self._in_turn.until_done)
        self.reopening = Reopening(self, self.desk, tended.due, self._leaving.keep_all)
        self._reopened = reopened
        self._tending = Tending(self, self.desk, tended)
        for place in OTHERS:
            self.add_mode(place.mode, partial(self._open, place))
        self._today, self._offset = self._day_and_offset()

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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In a note `ctrl+z` takes back what was typed; there is no palette while a save is waited for, nor unseen.

        A browser has no background to go to.
        """
        if action == "suspend_process":
            return not (self.is_web or hasattr(self.focused, "action_undo"))
        if action == "command_palette" and not (
            self.desk.saves.is_free and not is_too_small(self.size)
        ):
            return False
        return super().check_action(action, parameters)

    def get_driver_class(self) -> type[Driver]:
        """The driver of this system, on a terminal that may go before the app does."""
        kind = super().get_driver_class()
        return kind if is_served() else outliving(kind)

    def on_mount(self) -> None:
        """Begin to look for other writers and for signals; on the first run, say what backcare is."""
        self.set_class(is_vast(self.size), "-vast")
        if not self.is_headless:
            listen(self.end)
        self.add_mode(FIRST.mode, partial(self._open, FIRST))
        self.set_keymap(dict(self._keys.keys))
        self.take_settings()
        self.desk.changed.subscribe(self, self._take_change)
        self.app_resume_signal.subscribe(self, self.paint_anew)
        self.set_interval(LOOK_S, self.look_at_the_file)
        found = tuple(greetings(self.desk, self._start))
        for number, greeting in enumerate(found):
            # The lowest one is closed last; only then is it time for the routine.
            self.push_screen(greeting, None if number else self._open_start)
        if not found:
            self._open_start()
        if notices := " ".join((*self.repository.notices, *self._keys.complaints)):
            self.desk.complain(notices)
        for page in reopened_pages(self.desk, self._reopened):
            self.push_screen(page)
        if self._reads_ahead:
            self.run_worker(read_ahead(self, self.desk))

    async def on_unmount(self) -> None:
        """What is being saved is saved to its end."""
        await self.desk.saves.close()

    def end(self, number: int) -> None:
        """End because of a signal, or as if there was one: what is under way is kept first."""
        if self.ended_by is None:
            self.ended_by = number
            self.leave()

    def leave(self) -> None:
        """End as nobody looks any more, with what is under way kept: a tab of a browser was closed."""
        self.run_worker(self._leaving.end())

    async def action_quit(self) -> None:
        """Close; what was typed is a draft, and where that cannot be one is told."""
        self.run_worker(self._leaving.quit())

    def action_suspend_process(self) -> None:
        """Go to the background, as the shell has it, with what is under way on the disk."""
        self.run_worker(self._suspend())

    async def _suspend(self) -> None:
        await self._leaving.rest()
        super().action_suspend_process()

    async def on_event(self, event: Event) -> None:
        """What is typed comes in turn, however fast."""
        await self._in_turn.take(event)

    def on_resize(self, event: Resize) -> None:
        """The same size again is told after a stop: the terminal may show anything."""
        if event.size == self.size and self.screen_stack:
            self.paint_anew()
        self.set_class(is_vast(event.size), "-vast")
        if is_too_small(event.size):
            self.run_worker(self._cover())

    async def _cover(self) -> None:
        """Say that there is too little room, over what is open; what is being done is done first."""
        await self._in_turn.until_done()
        if is_too_small(self.size) and not isinstance(self.screen, screens.TooSmall):
            self.push_screen(screens.TooSmall())

    def _open_start(self, _: object = None) -> None:
        """Open the routine that the command line named, if it named one."""
        if self._start:
            self.push_screen(beginning(self.desk, self._start))

    def _take_change(self, changed: DiaryChanged) -> None:
        if changed.reason != "new day":
            self.take_settings()

    def take_settings(self) -> None:
        """Put the settings in force: colors and calm."""
        settings = self.repository.settings()
        self.theme = self.look_for(settings.theme)
        self._move_or_rest(is_calm=settings.calm)

    def action_stand_still(self) -> None:
        """Have nothing move, or let it move again: at once, and from now on."""
        is_calm = not self.repository.settings().calm
        self._move_or_rest(is_calm=is_calm)
        self.desk.note("calm", "yes" if is_calm else None)

    def _move_or_rest(self, *, is_calm: bool) -> None:
        self.animation_level = "none" if is_calm else constants.TEXTUAL_ANIMATIONS

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

    @on(ReopenAfter)
    def end_and_open_anew(self, request: ReopenAfter) -> None:
        """Do what gives the diary another file, and end; whoever runs the app opens it anew."""
        self.run_worker(self.reopening.take(request))

    def _handle_exception(self, error: Exception) -> None:
        """What broke in a worker is what is told of, not that a worker broke."""
        super()._handle_exception(cause_of(error))

    def _fatal_error(self) -> None:
        """Say that this is a fault of ours, and where; Textual would print what a person wrote."""
        self.panic(Text(say_fault(self._exception)))

    def look_at_the_file(self) -> None:
        """Show what another process wrote; begin a new day at midnight, and after a journey."""
        if not (self.is_headless or has_terminal()):
            self.end(GONE)
        if self.reopening.is_under_way:
            return
        today, offset = self._day_and_offset()
        try:
            wrote = self.repository.refresh()
        except CannotOpen as error:
            if self.desk.said.text != str(error):
                self.desk.complain(str(error))
            return
        if wrote:
            notices = " ".join(self.repository.notices)
            words = notices or "changed by another backcare, read again"
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
        self._tending.look(self.look_at_the_file)

    def _day_and_offset(self) -> "tuple[dt.date, dt.timedelta | None]":
        now = self.desk.clock.now()
        return now.date(), now.utcoffset()


def _why_not(repository: Repository) -> str:
    return "read-only" if repository.read_only else ""
