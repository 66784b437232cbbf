"""What is in a routine or a program: what it is for, its exercises, and how they look."""

from collections.abc import Collection
from typing import Unpack

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from backcare_tui.commands.hints import hint
from backcare_tui.diary.records.routine import Routine
from backcare_tui.guidance.my_week import say_line_days, say_line_done, why_of
from backcare_tui.guidance.plan.progress import LineProgress
from backcare_tui.insight.movement.programs import ProgramProgress
from backcare_tui.library.routines import Program
from backcare_tui.screens.move.exercise_text import figure_of
from backcare_tui.screens.move.routine_text import (
    about_program,
    about_routine,
    cares,
    shown_exercise,
    step_rows,
    week_rows,
)
from backcare_tui.text import clean
from backcare_tui.widgets.columns import ListColumn
from backcare_tui.widgets.options import Named
from backcare_tui.widgets.player.figure_view import FigureView
from backcare_tui.widgets.rows import Rows
from backcare_tui.widgets.sheet import Entry, Sheet

COLUMNS = (ListColumn(2, "right"), ListColumn())
WIDE_COLUMNS = (ListColumn(2, "right"), ListColumn(34), ListColumn())
PROGRAM_COLUMNS = (*COLUMNS, ListColumn(6, "right"))
WIDE = 58
"""Cells from which the list of exercises says how much of each."""
SHOWN_S = 5.0
"""Seconds that each exercise is shown, one after the other, while nobody goes through them."""


class Preview(Vertical):
    """Beside the list of routines. The figure shows the step of the cursor, or all in turn."""

    def __init__(self, **named: Unpack[Named]) -> None:
        super().__init__(**named)
        self.about = Sheet(id="about")
        self.figure = FigureView(is_looping=True, id="figure")
        self.much = Static(id="much", markup=False)
        self.steps = Rows(columns=WIDE_COLUMNS, id="steps")
        self.cares = Sheet(id="cares")
        self._routine: Routine | None = None
        self._conditions: Collection[str] = ()

    def compose(self) -> ComposeResult:
        """Words, figure, exercises, and what is to be cared for."""
        yield self.about
        yield self.figure
        yield self.much
        yield self.steps
        self.care = VerticalScroll(self.cares, id="care")
        yield self.care

    def on_mount(self) -> None:
        """Go through the exercises."""
        self.set_interval(SHOWN_S, self._show_next)

    def on_resize(self) -> None:
        """Say how much beside each exercise, or only of the one that is shown."""
        self._set_columns()

    def show_routine(self, of: Routine, conditions: Collection[str], why: str = "") -> None:
        """Show a routine to a person with these conditions, and why the cursor stands on it."""
        self._routine, self._conditions = of, conditions
        self.border_title = Content(clean(of.name))
        reason = (Entry("", (Content.styled(clean(why), "$quiet"),)),) if why else ()
        self.about.entries = (*about_routine(of, conditions), *reason)
        self.steps.rows = step_rows(of, conditions)
        self.cares.entries = cares(of, conditions)
        self._show()

    def show_line(
        self, line: LineProgress, of: Routine | None, conditions: Collection[str]
    ) -> None:
        """Show a line of the week: why it is there and on which days, over what is done in it."""
        self._routine, self._conditions = of, conditions
        self.border_title = Content(line.name)
        days = " · ".join(filter(None, (say_line_days(line.line), say_line_done(line))))
        about = (Content(why_of(line.line)[0]), Content.styled(days, "$quiet"))
        self.about.entries = (Entry("", tuple(each for each in about if each)),)
        self.steps.rows = step_rows(of, conditions) if of else ()
        self.cares.entries = cares(of, conditions) if of else ()
        self._show()

    def show_program(self, of: Program, under_way: ProgramProgress | None) -> None:
        """Show a program, with where one is in it."""
        self._routine, self._conditions = None, ()
        self.border_title = of.name
        self.about.entries = about_program(of, under_way)
        self.steps.rows = week_rows(of, under_way)
        self.cares.entries = ()
        self._show()

    def on_rows_highlighted(self) -> None:
        """Show how the exercise looks."""
        self._show_figure()

    def on_descendant_focus(self) -> None:
        """Say what enter does here."""
        self.border_subtitle = hint("enter opens it") if self.steps.has_focus else ""

    def on_descendant_blur(self) -> None:
        """Enter does something else elsewhere."""
        self.border_subtitle = ""

    def _show_next(self) -> None:
        """The next exercise, unless a person goes through them or wants no motion."""
        is_left_alone = self.screen.is_current and not self.steps.has_focus
        if not is_left_alone or self.app.animation_level == "none" or not len(self.steps.rows):
            return
        self.steps.cursor = (self.steps.cursor + 1) % len(self.steps.rows)

    def _show(self) -> None:
        self.care.display = bool(self.cares.entries)
        self.set_class(self.care.display, "-careful")
        self._set_columns()
        self._show_figure()

    def _set_columns(self) -> None:
        is_wide = self.content_size.width >= WIDE
        columns = WIDE_COLUMNS if is_wide else COLUMNS
        self.steps.columns = columns if self._routine else PROGRAM_COLUMNS
        self.much.set_class(is_wide or self._routine is None, "-empty")

    def _show_figure(self) -> None:
        row = self.steps.row
        self.much.update(row.cells[-1] if row else "")
        shown = None
        if self._routine and row and int(row.key) < len(self._routine.steps):
            shown = shown_exercise(self._routine, int(row.key), self._conditions)
        self.figure.set_class(shown is None, "-empty")
        if shown:
            self.figure.figure, self.figure.side = figure_of(shown)
