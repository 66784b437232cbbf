"""The third place: routines by purpose, and what is in the one under the cursor."""

import datetime as dt
from collections.abc import Iterable

from textual import events, on
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.hints import hint
from backcare_tui.commands.keymap import keyed
from backcare_tui.commands.move import ACTIVE_DAY, ON_ROUTINES, START_ROUTINE
from backcare_tui.commands.places import GENERAL
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.week_plan import WeekPlan
from backcare_tui.guidance.opens_on import OpensOn, opens_on
from backcare_tui.guidance.pacing import PacingNow
from backcare_tui.guidance.plan.current import week_plan_now
from backcare_tui.guidance.plan.parts import is_active
from backcare_tui.guidance.plan.progress import LineProgress, line_progress, playable
from backcare_tui.guidance.week_agenda import is_to_renew
from backcare_tui.insight.movement.history import last_done
from backcare_tui.insight.movement.programs import ProgramProgress, progress, under_way
from backcare_tui.library.exercises import exercise_of
from backcare_tui.library.routines import Program, find_routine, program
from backcare_tui.screens.frame.breakpoints import NORMAL
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.finding import OffersSearch
from backcare_tui.screens.frame.week_lines import open_line
from backcare_tui.screens.move.on_routines import OnRoutines
from backcare_tui.screens.move.preview import Preview
from backcare_tui.screens.move.routine_text import KnownRoutines, grouped, searched
from backcare_tui.screens.move.week_rows import LINE, RENEW, line_number, week_rows_of
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.rows import Rows
from backcare_tui.widgets.search_line import SearchLine

COLUMNS = (ListColumn(), ListColumn(6, "right"), ListColumn(8, "right"))
"""Name, length, and when last done; the last one only beside the preview."""


class Routines(Rows):
    """The list of routines, which says what enter does."""

    BINDINGS = bindings(START_ROUTINE)


class Move(OnRoutines, OffersSearch):
    """The third place."""

    MODE = "move"
    CSS_PATH = "place.tcss"
    AUTO_FOCUS = "#routines"
    BINDINGS = bindings(*ON_ROUTINES, ACTIVE_DAY)
    NAMED_LAST = GENERAL
    HELP = (
        "Routines by purpose, with the cursor on what fits now; enter starts the one under it. "
        "Tab goes to its exercises, where enter opens one; what your conditions rule out is marked."
    )

    def __init__(self, desk: Desk) -> None:
        """All routines are shown at first."""
        super().__init__(desk)
        self._last: dict[str, dt.date] = {}
        self._under_way: ProgramProgress | None = None
        self._plan: WeekPlan | None = None
        self._lines: tuple[LineProgress, ...] = ()
        self._opens_on: OpensOn | None = None
        self._hour = -1

    def compose_place(self) -> Iterable[Widget]:
        """The routines, and beside them what is in one."""
        self.routines = Routines(
            columns=COLUMNS,
            empty=keyed("No routine is like that. Press {routine.all} to see all of them."),
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
        self._plan = week_plan_now(self.desk.repository, self.desk.clock)
        self._lines = (
            line_progress(self.desk.repository, self.desk.clock, self._plan) if self._plan else ()
        )
        self._show_list()
        self._stand()
        self._show_chosen()
        self._show_active()

    def on_screen_resume(self) -> None:
        """Another hour may ask for another routine."""
        if self._hour != self.desk.clock.now().hour:
            self._stand()

    def _stand(self) -> None:
        """Go to what fits now, whenever that has become another one; while one searches, nowhere."""
        self._hour = self.desk.clock.now().hour
        if self.search.value.strip():
            return
        before, self._opens_on = self._opens_on, opens_on(self.desk.repository, self.desk.clock)
        if self._opens_on and self._opens_on != before:
            line = self._opens_on.line
            self.routines.select(self._opens_on.id if line is None else f"{LINE}{line}")

    def show_saved(self, id_: str) -> None:
        """Go to the routine."""
        self.routines.select(id_)
        self._show_chosen()

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
        if event.row.key == RENEW:
            self.app.push_screen(screens.RenewWeek(self.desk))
        elif (number := line_number(event.row.key)) is not None:
            open_line(self, self.desk, number)
        else:
            self.action_start_routine(event.row.key)

    @on(Rows.Chosen, "#steps")
    def open_step(self, event: Rows.Chosen) -> None:
        """Open the exercise of a step; of a program, the program."""
        event.stop()
        routine = self._as_played()
        if routine is None:
            self.action_start_routine(self._chosen)
        elif exercise_of(step := routine.steps[int(event.row.key)]):
            self.action_show_exercise(step.exercise)

    def action_library(self) -> None:
        """All exercises."""
        self.app.push_screen(screens.Exercises(self.desk))

    def action_all_history(self) -> None:
        """The sessions of all routines."""
        self.app.push_screen(screens.History(self.desk))

    def action_week_plan(self) -> None:
        """The week of one's own; without one, what is planned by hand."""
        page = screens.MyWeek if self._plan else screens.PlanGrid
        self.app.push_screen(page(self.desk))

    def _show_list(self) -> None:
        kept = KnownRoutines(self._own(), self._last, self._under_way, self.desk.clock.today())
        typed = self.search.value
        if typed.strip():
            self.routines.rows = searched(typed, kept)
        else:
            self.routines.rows = (*self._week_rows(), *grouped(kept))

    def _week_rows(self) -> tuple[ListRow, ...]:
        is_over = is_to_renew(self.desk.repository, self.desk.clock)
        return week_rows_of(self._plan, self._lines, is_over=is_over)

    def _show_active(self) -> None:
        """How today stands to one's own usual day, quietly in the title; nothing where that is not known."""
        said = (
            PacingNow(self.desk.repository, self.desk.clock.today(), self.desk.clock)
            .say()
            .removeprefix("today ")
        )
        title = Content("Routines")
        self.listed.border_title = title + Content.styled(f" · {said}", "$quiet") if said else title

    def _show_chosen(self) -> None:
        self.preview.visible = bool(self._chosen)
        self.listed.border_subtitle = hint(_what_enter_does(self._chosen, self._line))
        if line := self._line:
            conditions = self.desk.repository.settings().conditions
            self.preview.show_line(line, self._as_played(), conditions)
        elif found := self._program():
            self.preview.show_program(found, self._under_way)
        elif routine := self.routine():
            conditions = self.desk.repository.settings().conditions
            first = self._opens_on
            why = first.why if first and first.id == routine.id else ""
            self.preview.show_routine(routine, conditions, why)

    def _own(self) -> tuple[Routine, ...]:
        return self.desk.repository.entries(Routine)

    def routine(self) -> Routine | None:
        """The routine under the cursor, or that of the line of the week; None on a program."""
        line = self._line
        return find_routine(line.line.id if line else self._chosen, self._own())

    def _as_played(self) -> Routine | None:
        """As `routine`, of a line of the week with the steps that were chosen for it."""
        line = self._line
        return playable(line.line, self._own()) if line else self.routine()

    @property
    def _line(self) -> LineProgress | None:
        """The line of the week under the cursor."""
        number = line_number(self._chosen)
        return None if number is None else self._lines[number]

    def _program(self) -> Program | None:
        return program(self._chosen)

    @property
    def _chosen(self) -> str:
        """The id under the cursor; empty where nothing is listed."""
        row = self.routines.row
        return row.key if row else ""


def _what_enter_does(chosen: str, line: LineProgress | None) -> str:
    if not chosen:
        return ""
    if chosen == RENEW:
        return "enter asks"
    is_opened = not is_active(line.line) if line else program(chosen)
    return "enter opens it" if is_opened else "enter starts it"
