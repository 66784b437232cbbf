"""What each line of the day does."""

import datetime as dt
from collections.abc import Callable

from textual import on

from backcare_tui import screens
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.trial import Trial, TrialDay
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.agenda import agenda
from backcare_tui.guidance.agenda_item import AgendaItem
from backcare_tui.insight.movement.programs import WALK
from backcare_tui.insight.trials.schedule import to_ask
from backcare_tui.library.routines import find_routine
from backcare_tui.screens.frame.entry_list import OnEntries, form_of
from backcare_tui.screens.frame.requests import OpenWeek
from backcare_tui.screens.today.agenda_rows import DONE
from backcare_tui.widgets.rows import Rows

ACTIONS = {
    "now": "something_now",
    "flare-plan": "flare_plan",
    "check-in": "check_in",
    "night": "night",
    "water": "water",
    "make-week": "make_week",
    "renew": "renew_week",
}
"""The actions of lines that are what a key does, too."""


class DoesTheDay(OnEntries):
    """A place with the day as a list, each line of which leads to what it is about."""

    @on(Rows.Chosen, "#agenda")
    def do_what_is_due(self, event: Rows.Chosen) -> None:
        """Do what a line of the day is about."""
        event.stop()
        key = event.row.key
        if key == DONE:
            self.query_exactly_one("#logged", Rows).focus()
        elif (item := self._item(key)) is None:
            self.read_diary()
        elif item.id in ACTIONS:
            self.call_next(self.run_action, ACTIONS[item.id])
        else:
            self._openers[item.id](item)

    @property
    def _openers(self) -> dict[str, Callable[[AgendaItem], object]]:
        """What each line of the day opens."""
        return {
            "course": lambda _: self.app.switch_mode("massage"),
            "week": lambda item: self.post_message(OpenWeek(dt.date.fromisoformat(item.of))),
            "routine": self._open_routine,
            "walk": self._open_routine,
            "gentle": lambda item: self.action_start_routine(item.of),
            "week-line": self._open_line,
            "trial": lambda _: self._ask_of_trial(),
            "soreness": self._open_soreness,
            "signs": lambda _: self.app.push_screen(screens.SignsOfInflammation(self.desk)),
            "activities": lambda _: self.app.push_screen(screens.Abilities(self.desk)),
        }

    def _open_line(self, item: AgendaItem) -> None:
        """Do a line of the week."""
        from backcare_tui.screens.frame.week_lines import open_line

        open_line(self, self.desk, int(item.of))

    def action_make_week(self) -> None:
        """Ask the first questions; who was asked has a week made from the answers."""
        if self.desk.repository.settings().introduced:
            self.app.push_screen(screens.NewWeek(self.desk))
        else:
            self.action_first_questions()

    def action_renew_week(self) -> None:
        """Two questions about the week that is over, and the next one."""
        self.app.push_screen(screens.RenewWeek(self.desk))

    def _routine(self, routine_id: str) -> Routine | None:
        return find_routine(routine_id, self.desk.repository.entries(Routine))

    def _item(self, id_: str) -> AgendaItem | None:
        """A line as it is by now; None where it went with the day."""
        items = agenda(self.desk.repository, self.desk.clock)
        return next((item for item in items if item.key == id_), None)

    def _ask_of_trial(self) -> None:
        """Ask what was done on the day that is over; while none is, tell of the trial."""
        repository, now = self.desk.repository, self.desk.clock.now()
        asked = to_ask(repository.entries(Trial), repository.entries(TrialDay), now)
        if asked:
            self.app.push_screen(screens.TrialAnswer(self.desk, *asked))
        else:
            self.app.push_screen(screens.TrialsPage(self.desk))

    def _open_soreness(self, item: AgendaItem) -> None:
        """Ask how sore one is after the visit of the day before."""
        visit = self.desk.find(item.of)
        if isinstance(visit, Visit):
            self.app.push_screen(screens.Soreness(self.desk, visit))

    def _open_routine(self, item: AgendaItem) -> None:
        """Start the routine that is due; open the session of one that is done."""
        if item.state == "done":
            if session := self.desk.find(item.of):
                self.app.push_screen(form_of(self.desk, session))
        elif item.of != WALK and (routine := self._routine(item.of)):
            self.app.push_screen(screens.Before(self.desk, routine))
        else:
            given = {"routine": item.of}
            self.app.push_screen(screens.EntryForm(self.desk, Session, given=given))
