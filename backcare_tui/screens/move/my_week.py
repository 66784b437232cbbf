"""My week against its days: what is meant, what is done, and why each line is there."""

import datetime as dt
from collections.abc import Iterable

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.diary import REMOVE_ENTRY
from backcare_tui.commands.keymap import keyed
from backcare_tui.commands.move import BY_HAND, RENEW_WEEK, WHY_OF_WEEK
from backcare_tui.commands.pages import CLOSE_PAGE
from backcare_tui.commands.places import GENERAL
from backcare_tui.diary.records.week_plan import WeekPlan
from backcare_tui.diary.when import span_of, weekday_id
from backcare_tui.guidance.my_week import (
    say_amount,
    say_changes,
    say_line_done,
    say_line_minutes,
    say_line_name,
    with_day_turned,
    without_line,
)
from backcare_tui.guidance.plan.current import plan_to_renew, week_plan_now
from backcare_tui.guidance.plan.progress import LineProgress, line_progress
from backcare_tui.guidance.plan.weeks_kept import is_held
from backcare_tui.screens.frame.place import Place
from backcare_tui.screens.frame.week_lines import open_line
from backcare_tui.screens.move.week_rows import first_due
from backcare_tui.text import WEEKDAYS, clean
from backcare_tui.widgets.rows import Rows
from backcare_tui.widgets.week_grid import GridLine, WeekGrid, day_state

TEACHES = (
    "Your week will stand here. {app.first-questions} asks six short questions, and makes one."
)
LEGEND = "● meant  ✓ done"
DUE = "The week is over: {week.renew} asks two questions, and shows the next one."


class MyWeek(Place):
    """Lies over Move: the lines of the week against its days."""

    TITLE = "My week"
    MODE = "move"
    CSS_PATH = "my_week.tcss"
    AUTO_FOCUS = "#mine"
    BINDINGS = bindings(WHY_OF_WEEK, RENEW_WEEK, REMOVE_ENTRY, BY_HAND, CLOSE_PAGE)
    NAMED_LAST = GENERAL
    HELP = (
        "Your week, made from your answers and from what happened. Space moves a day, enter starts a line, "
        "{entry.remove} takes it out, {week.why} says why each is there. Walks and routines stand beside each other."
    )

    def compose_place(self) -> Iterable[Widget]:
        """The grid, and beneath it why the line under the cursor is there."""
        names = [WEEKDAYS[(self._first_weekday + n) % 7][:2] for n in range(7)]
        self.grid = WeekGrid(names, empty=keyed(TEACHES), id="mine", classes="tile")
        self.grid.border_title = "My week"
        self.grid.border_subtitle = LEGEND
        self._plan: WeekPlan | None = None
        self._today: dt.date | None = None
        self._lines: tuple[LineProgress, ...] = ()
        self.why = Static(id="sum", markup=False)
        yield from (self.grid, self.why)

    @property
    def _first_weekday(self) -> int:
        return self.desk.repository.settings().first_weekday

    def read_diary(self) -> None:
        """The week that runs, and what of it is done."""
        repository, clock = self.desk.repository, self.desk.clock
        was_empty = self._plan is None
        self._plan = plan = week_plan_now(repository, clock)
        self._lines = line_progress(repository, clock, plan) if plan else ()
        if plan is None:
            self.grid.show([])
            self.why.update(Content(""))
            return
        week = span_of(plan.week, plan.week + dt.timedelta(days=6))
        self.grid.show([_grid_line(n, each, week) for n, each in enumerate(self._lines)])
        self.grid.border_subtitle = Content(f"{say_amount(plan)}   {LEGEND}")
        if self._today != clock.today():
            self._today = clock.today()
            self.grid.day = (self._today - plan.week).days
        if was_empty and (due := first_due(self._lines)) is not None:
            self.grid.select(str(due))
        self._show_why()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Name only what can be done with the week as it stands."""
        if action == "renew_week":
            return self._is_over
        if action == "why_of_week":
            return self.is_mounted and self._plan is not None
        if action == "remove_entry":
            return self._can_change
        return super().check_action(action, parameters)

    @property
    def _is_over(self) -> bool:
        return plan_to_renew(self.desk.repository, self.desk.clock) is not None

    @property
    def _can_change(self) -> bool:
        """What a warning sign has left of the week is not changed by hand."""
        return self._plan is not None and not is_held(self._plan)

    @on(Rows.Highlighted, "#mine")
    def look_at_line(self) -> None:
        """Say why the line under the cursor is there."""
        self._show_why()

    @on(Rows.Chosen, "#mine")
    def begin_line(self, event: Rows.Chosen) -> None:
        """Do the line."""
        event.stop()
        open_line(self, self.desk, int(event.row.key))

    def on_week_grid_toggled(self, event: WeekGrid.Toggled) -> None:
        """Move a day of the line."""
        if self._plan and self._can_change:
            day = self._plan.week + dt.timedelta(days=event.day)
            self._put(
                with_day_turned(self._plan, int(event.key), day),
                f"{self._say_name(event.key)}: days",
            )

    def action_remove_entry(self) -> None:
        """Take the line under the cursor out of this week."""
        if self._plan and self._can_change and self.grid.row:
            key = self.grid.row.key
            self._put(without_line(self._plan, int(key)), f"took out {self._say_name(key)}")

    def action_why_of_week(self) -> None:
        """All reasons."""
        self.app.push_screen(screens.NewWeek(self.desk))

    def action_renew_week(self) -> None:
        """Two questions, and the next week."""
        self.app.push_screen(screens.RenewWeek(self.desk))

    def action_by_hand(self) -> None:
        """What is planned by hand."""
        self.app.push_screen(screens.PlanGrid(self.desk))

    def _put(self, plan: WeekPlan, words: str) -> None:
        if plan != self._plan:
            self.desk.put(plan, words=words)

    def _say_name(self, key: str) -> str:
        return self._lines[int(key)].name

    def _show_why(self) -> None:
        """Why the line is there, how far one is, and what is new in the week."""
        row = self.grid.row
        if self._plan is None or row is None or not row.key.isdecimal():
            return
        each = self._lines[int(row.key)]
        done = say_line_done(each)
        said = [Content.assemble((each.name, "bold"), f"   {done}" if done else "")]
        said.append(Content.styled(clean(each.line.why), "$quiet"))
        said += [
            Content.assemble(f"→ {what} ", (why, "$quiet")) for what, why in say_changes(self._plan)
        ]
        if self._is_over:
            said.append(Content.styled(DUE, "$next"))
        self.why.update(Content("\n").join(said))


def _grid_line(number: int, each: LineProgress, week: tuple[dt.date, ...]) -> GridLine:
    planned = [weekday_id(day) in each.line.days for day in week]
    states = tuple(
        day_state(is_planned=on, is_done=day in each.days)
        for on, day in zip(planned, week, strict=True)
    )
    return GridLine(
        str(number), say_line_name(each), each.line.time or "", say_line_minutes(each.line), states
    )
