"""The third place: routines by purpose, and what is in the one under the cursor."""

import datetime as dt
from collections.abc import Iterable

from textual import events, on
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.diary import ADD_SESSION
from backcare_tui.commands.move import ON_ROUTINES, START_ROUTINE
from backcare_tui.commands.places import GENERAL
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.insight.movement.history import last_done
from backcare_tui.insight.movement.programs import ProgramProgress, progress, under_way
from backcare_tui.library.exercises import is_known
from backcare_tui.library.routines import Program, find_routine, is_of_library, program
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.place import Place
from backcare_tui.screens.move.preview import Preview
from backcare_tui.screens.move.routine_text import KnownRoutines, grouped, searched
from backcare_tui.text import clean
from backcare_tui.widgets.columns import ListColumn
from backcare_tui.widgets.rows import Rows
from backcare_tui.widgets.search_line import SearchLine

COLUMNS = (ListColumn(), ListColumn(6, "right"), ListColumn(8, "right"))
"""Name, length, and when last done; the last one only beside the preview."""
NORMAL = 76
"""Columns of the screen from which the preview is shown."""


class Routines(Rows):
    """The list of routines, which says what enter does."""

    BINDINGS = bindings(START_ROUTINE)


class Move(Place):
    """The third place."""

    MODE = "move"
    CSS_PATH = "place.tcss"
    AUTO_FOCUS = "#routines"
    BINDINGS = bindings(*ON_ROUTINES, ADD_SESSION)
    NAMED_LAST = GENERAL
    HELP = (
        "Routines by purpose; enter starts the one under the cursor. "
        "Tab goes to its exercises, where enter opens one; what your conditions rule out is marked."
    )

    def __init__(self, desk: Desk) -> None:
        """All routines are shown at first."""
        super().__init__(desk)
        self._last: dict[str, dt.date] = {}
        self._under_way: ProgramProgress | None = None

    def compose_place(self) -> Iterable[Widget]:
        """The routines, and beside them what is in one."""
        self.routines = Routines(
            columns=COLUMNS,
            empty="No routine is like that. Press esc to see all of them.",
            id="routines",
        )
        self.search = SearchLine(
            self.routines, "search: neck, evening, cat and cow, …", id="search"
        )
        self.listed = Vertical(self.search, self.routines, id="listed", classes="tile")
        self.listed.border_title = "Routines"
        self.preview = Preview(id="preview", classes="tile")
        yield Horizontal(self.listed, self.preview, id="columns")

    def on_mount(self) -> None:
        """Nothing is searched for yet."""
        self.search.display = False

    def on_resize(self, event: events.Resize) -> None:
        """Names come first where there is little room."""
        self.routines.columns = COLUMNS if event.size.width >= NORMAL else COLUMNS[:2]

    def read_diary(self) -> None:
        """What there is, and when it was last done."""
        entries, today = self.desk.repository.entries, self.desk.clock.today()
        sessions = entries(Session)
        self._last = last_done(sessions)
        found = under_way(entries(Plan), today)
        self._under_way = progress(*found, sessions) if found else None
        self._show_list()
        self._show_chosen()

    def show_saved(self, id_: str) -> None:
        """Go to the routine."""
        self.routines.select(id_)
        self._show_chosen()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Name what can be done with a routine only where the cursor is on one."""
        if action == "remove_routine":
            return self._is_own()
        if action in {"edit_routine", "history"}:
            return self._routine() is not None
        if action in {"find", "show_all"}:
            return self.is_mounted and self.search.display is (action == "show_all")
        return super().check_action(action, parameters)

    def on_descendant_focus(self) -> None:
        """The footer names other keys in another list."""
        self.refresh_bindings()

    @on(SearchLine.Typed)
    def search_routines(self) -> None:
        """Search as one types; the cursor is on the best."""
        self._show_list()
        self.routines.cursor = 0
        self._show_chosen()

    @on(Rows.Highlighted, "#routines")
    def look_at_routine(self) -> None:
        """Show what is in the routine under the cursor."""
        self._show_chosen()
        self.refresh_bindings()

    @on(Rows.Chosen, "#routines")
    def start_chosen(self, event: Rows.Chosen) -> None:
        """Start the routine, or open the program."""
        event.stop()
        self.action_start_routine(event.row.key)

    @on(Rows.Chosen, "#steps")
    def open_step(self, event: Rows.Chosen) -> None:
        """Open the exercise of a step; of a program, the program."""
        event.stop()
        routine = self._routine()
        if routine is None:
            self.action_start_routine(self._chosen)
        elif is_known(shown := routine.steps[int(event.row.key)].exercise):
            self.action_show_exercise(shown)

    def action_edit_routine(self) -> None:
        """Change one's own, or a copy of one of the library."""
        if routine := self._routine():
            self.app.push_screen(screens.RoutineEditor(self.desk, routine))

    def action_new_routine(self) -> None:
        """Make one."""
        self.app.push_screen(screens.RoutineEditor(self.desk))

    def action_remove_routine(self) -> None:
        """Delete one's own."""
        routine = self._routine()
        if routine is not None and self._is_own():
            self.desk.remove(routine.id, words=f"deleted {clean(routine.name)}")

    def action_library(self) -> None:
        """All exercises."""
        self.app.push_screen(screens.Exercises(self.desk))

    def action_history(self) -> None:
        """The sessions of the routine."""
        if routine := self._routine():
            self.app.push_screen(screens.History(self.desk, routine.id))

    def action_all_history(self) -> None:
        """The sessions of all routines."""
        self.app.push_screen(screens.History(self.desk))

    def action_week_plan(self) -> None:
        """What is planned."""
        self.app.push_screen(screens.WeekPlan(self.desk))

    def action_add(self, _table: str) -> None:
        """Take a session down by hand, of the routine under the cursor."""
        routine = self._routine()
        given = {"routine": routine.id} if routine else {}
        self.app.push_screen(screens.EntryForm(self.desk, Session, given=given))

    def action_find(self) -> None:
        """Search as one types."""
        self.search.appear()

    def action_show_all(self) -> None:
        """No search any more."""
        self.search.vanish()

    def _show_list(self) -> None:
        kept = KnownRoutines(self._own(), self._last, self._under_way, self.desk.clock.today())
        typed = self.search.value
        self.routines.rows = searched(typed, kept) if typed.strip() else grouped(kept)

    def _show_chosen(self) -> None:
        self.preview.visible = bool(self._chosen)
        self.listed.border_subtitle = _what_enter_does(self._chosen)
        if found := self._program():
            self.preview.show_program(found, self._under_way)
        elif routine := self._routine():
            conditions = self.desk.repository.settings().conditions
            self.preview.show_routine(routine, conditions)

    def _own(self) -> tuple[Routine, ...]:
        return self.desk.repository.entries(Routine)

    def _routine(self) -> Routine | None:
        """The routine under the cursor; None on a program."""
        return find_routine(self._chosen, self._own())

    def _program(self) -> Program | None:
        return program(self._chosen)

    @property
    def _chosen(self) -> str:
        """The id under the cursor; empty where nothing is listed."""
        row = self.routines.row
        return row.key if row else ""

    def _is_own(self) -> bool:
        routine = self._routine()
        return routine is not None and not is_of_library(routine.id)


def _what_enter_does(chosen: str) -> str:
    if not chosen:
        return ""
    return "enter opens it" if program(chosen) else "enter starts it"
