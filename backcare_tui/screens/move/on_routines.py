"""What can be done with the routine under the cursor, and what can be added: change, write, print, delete, do by hand."""

from textual.content import Content

from backcare_tui import screens
from backcare_tui.diary.records.activity import ActiveDay
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.insight.movement.active_days import typed_day
from backcare_tui.library.routines import is_of_library
from backcare_tui.screens.frame.choice import ChoiceAnswer
from backcare_tui.screens.frame.place import Place
from backcare_tui.screens.move.mat_writing import MatWriting
from backcare_tui.text import clean

A_SESSION = ChoiceAnswer("s", "session", "A session that you did: a routine, a walk, a swim")
A_ROUTINE = ChoiceAnswer("r", "routine", "A new routine of your own")
A_SHEET = ChoiceAnswer("t", "sheet", "A sheet that your therapist gave you, typed")
"""What can be added here; the first one opens a form, which keeps nothing by itself."""


class OnRoutines(Place):
    """A place with a list of routines."""

    def routine(self) -> Routine | None:
        """The routine under the cursor; None where it is on none."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Name what can be done with a routine only where the cursor is on one."""
        if action == "remove_routine":
            return self._is_own()
        if action in {"edit_routine", "history", "as_text", "on_paper", "for_the_mat"}:
            return self.routine() is not None
        return super().check_action(action, parameters)

    def action_edit_routine(self) -> None:
        """Change one's own, or a copy of one of the library."""
        if routine := self.routine():
            self.app.push_screen(screens.RoutineEditor(self.desk, routine))

    def action_add_in_move(self) -> None:
        """Ask what there is to add."""
        dialog = screens.ChoiceDialog("Add", Content(""), A_SESSION, [A_ROUTINE, A_SHEET])
        self.app.push_screen(dialog, self._add_chosen)

    def _add_chosen(self, what: str | None) -> None:
        if what == A_ROUTINE.value:
            self.app.push_screen(screens.RoutineEditor(self.desk))
        elif what == A_SHEET.value:
            self.action_type_sheet()
        elif what == A_SESSION.value:
            self._add_session()

    def action_type_sheet(self) -> None:
        """Make one from a therapist's sheet."""
        self.app.push_screen(screens.SheetForm(self.desk))

    def action_as_text(self) -> None:
        """Change one's own as text, or a copy of one of the library."""
        if routine := self.routine():
            self.app.push_screen(screens.SheetForm(self.desk, routine))

    def action_on_paper(self) -> None:
        """Look at the routine as it is printed."""
        if routine := self.routine():
            self.app.push_screen(screens.SheetPaper(self.desk, routine))

    def action_for_the_mat(self) -> None:
        """Write the routine as a page for a phone."""
        if routine := self.routine():
            MatWriting(self.desk, routine).ask(self.app)

    def action_remove_routine(self) -> None:
        """Delete one's own."""
        routine = self.routine()
        if routine is not None and self._is_own():
            self.desk.remove(routine.id, words=f"deleted {clean(routine.name)}")

    def action_history(self) -> None:
        """The sessions of the routine."""
        if routine := self.routine():
            self.app.push_screen(screens.History(self.desk, routine.id))

    def _add_session(self) -> None:
        """Take a session down by hand, of the routine under the cursor."""
        routine = self.routine()
        given = {"routine": routine.id} if routine else {}
        self.app.push_screen(screens.EntryForm(self.desk, Session, given=given))

    def action_active_day(self) -> None:
        """Take down how active today is, or change that."""
        desk = self.desk
        today = desk.clock.today()
        typed = typed_day(desk.repository.entries(ActiveDay, (today, today)))
        self.app.push_screen(screens.EntryForm(desk, ActiveDay, typed, {"day": "today"}))

    def _is_own(self) -> bool:
        routine = self.routine()
        return routine is not None and not is_of_library(routine.id)
