"""A place: heading, footer, the commands of everywhere, and "the diary changed" handled once."""

import datetime as dt
from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.widget import Widget

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.guidance import (
    ADVICE,
    CHECK_SIGNS,
    FLARE_PLAN,
    NOW,
    RATE_ACTIVITIES,
    UNDERSTAND,
)
from backcare_tui.commands.keymap import key_of
from backcare_tui.commands.places import EVERYWHERE, PLACE_NAMES, QUIT, SETTINGS
from backcare_tui.screens.frame.breakpoints import WIDTHS, take_size
from backcare_tui.screens.frame.desk import Desk, DiaryChanged, Said
from backcare_tui.screens.frame.everywhere import Everywhere
from backcare_tui.screens.frame.requests import OpenDay
from backcare_tui.text import say_day
from backcare_tui.widgets.heading import Aside, Heading
from backcare_tui.widgets.keys import HELP, Keys

NO_BACKUPS = "This diary has no backups: it is only there to look around."


class Place(Everywhere[None]):
    """One of the six modes. It reads the diary when shown, and again when the diary changed."""

    MODE: ClassVar[str] = ""
    NAMED_LAST: ClassVar[tuple[str, ...]] = ()
    """The actions that the footer names after what is done here, if there is room."""
    NAMED_TOO: ClassVar[tuple[str, ...]] = ()
    """The actions that the footer names though they are hidden elsewhere."""
    BINDINGS = bindings(*EVERYWHERE, CHECK_SIGNS, FLARE_PLAN, ADVICE, RATE_ACTIVITIES, UNDERSTAND)
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-high"), (34, "-tall")]

    def __init__(self, desk: Desk) -> None:
        """Work with what the app hands down."""
        super().__init__()
        self.desk = desk
        self.title = self.TITLE or PLACE_NAMES[self.MODE]
        self._missed: list[DiaryChanged] = []

    def compose(self) -> ComposeResult:
        """Heading, the place's own, footer."""
        take_size(self)
        asides = (
            Aside("≡", "menu", "app.command_palette"),
            Aside(key_of(SETTINGS), SETTINGS.words, f"screen.{SETTINGS.action}"),
            Aside(key_of(QUIT), QUIT.words, QUIT.action),
        )
        yield Heading(self.MODE, PLACE_NAMES, asides)
        yield from self.compose_place()
        yield Keys(*self.NAMED_LAST, CHECK_SIGNS.action, NOW.action, HELP, too=self.NAMED_TOO)

    def compose_place(self) -> Iterable[Widget]:
        """What only this place has."""
        raise NotImplementedError

    def read_diary(self) -> None:
        """Show what the diary holds now."""
        raise NotImplementedError

    def show_saved(self, id_: str) -> None:
        """Put the cursor on the entry that was saved, where it is listed here."""

    def on_mount(self) -> None:
        """Read, and listen for changes and notices."""
        self.desk.changed.subscribe(self, self._take_change)
        self.desk.noticed.subscribe(self, self._take_notice)
        self._show_notice()
        self.read_diary()

    def on_screen_resume(self) -> None:
        """Read again what changed while another screen was in front."""
        self._show_notice()
        self._read_again()

    def _take_notice(self, _said: Said) -> None:
        if self.is_current:
            self._show_notice()

    def _take_change(self, changed: DiaryChanged) -> None:
        self._missed.append(changed)
        if self.is_current:
            self._read_again()

    def _read_again(self) -> None:
        """Show what changed since the diary was read, if anything did."""
        if not self._missed:
            return
        missed, self._missed = self._missed, []
        self.read_diary()
        self.refresh_bindings()
        for changed in missed:
            if changed.saved_id:
                self.show_saved(changed.saved_id)

    def _show_notice(self) -> None:
        heading = self.query_exactly_one(Heading)
        heading.day = say_day(self.desk.clock.today())
        heading.notice, heading.trouble = self.desk.said.text, self.desk.said.kind == "trouble"
        heading.hint, heading.aside = self.desk.said.hint, self.desk.aside

    def on_heading_place_asked(self, event: Heading.PlaceAsked) -> None:
        """Go where the person clicked."""
        self.app.switch_mode(event.mode)

    def action_advice(self) -> None:
        """Open all that is worth knowing now."""
        self.app.push_screen(screens.AdvicePage(self.desk))

    def action_rate_activities(self) -> None:
        """Say how well the person's own activities go."""
        self.app.push_screen(screens.Abilities(self.desk))

    def action_show_day(self, day: str) -> None:
        """Open a day, given as YYYY-MM-DD, in the diary."""
        self.post_message(OpenDay(dt.date.fromisoformat(day)))

    def action_start_routine(self, routine_id: str) -> None:
        """Begin a routine by its id, one's own or of the library; a program is opened."""
        from backcare_tui.diary.records.routine import Routine
        from backcare_tui.library.routines import find_routine, program

        if program(routine_id):
            self.app.push_screen(screens.ProgramPage(self.desk, routine_id))
        elif routine := find_routine(routine_id, self.desk.repository.entries(Routine)):
            self.app.push_screen(screens.Before(self.desk, routine))

    def action_show_exercise(self, exercise_id: str) -> None:
        """Open the page of an exercise of the library."""
        self.app.push_screen(screens.ExercisePage(self.desk, exercise_id))

    def action_settings(self) -> None:
        """Open the settings."""
        self.app.push_screen(screens.SettingsPage(self.desk))

    def action_reminder(self) -> None:
        """Say which reminder stands, and ask for its times."""
        from backcare_tui.screens.frame.reminder import ask_reminder

        ask_reminder(self.app, self.desk)

    def action_first_questions(self) -> None:
        """Go through the questions of the first minutes, again or at last."""
        self.app.push_screen(screens.FirstMinutes(self.desk))

    def action_backups(self) -> None:
        """Open the backups."""
        if self.desk.upkeep.safekeeping is None:
            self.desk.complain(NO_BACKUPS)
        else:
            self.app.push_screen(screens.BackupsPage(self.desk, self.desk.upkeep.safekeeping()))
