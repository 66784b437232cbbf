"""What is planned for which days of the week, and what of it is done."""

import datetime as dt
from collections.abc import Iterable

import msgspec
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.diary import REMOVE_ENTRY
from backcare_tui.commands.keymap import keyed
from backcare_tui.commands.move import ADD_TO_PLAN, TIME_OF_PLAN
from backcare_tui.commands.pages import CLOSE_PAGE
from backcare_tui.commands.places import GENERAL
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.times import read_time_of_day
from backcare_tui.diary.when import span_of, week_of
from backcare_tui.insight.movement.programs import progress, say_progress, under_way
from backcare_tui.insight.movement.week_plan import PlanWeek, plan_weeks, say_plan_week, toggled
from backcare_tui.library.routines import find_routine, routine_name
from backcare_tui.library.taxonomy import name_of
from backcare_tui.player.timeline import say_length
from backcare_tui.screens.frame.entry_list import OnEntries
from backcare_tui.text import WEEKDAYS, clean, say_time
from backcare_tui.widgets.week_grid import GridLine, WeekGrid, day_state

TEACHES = (
    "Your week will stand here: a line for each routine, a column for each day. "
    "Press {plan.add} to plan a routine, then space on the days that you mean to do it."
)
LEGEND = "● planned  ✓ done"


class PlanGrid(OnEntries):
    """Lies over Move: the plans against the days of this week."""

    TITLE = "Plan of the week"
    MODE = "move"
    CSS_PATH = "plan_grid.tcss"
    AUTO_FOCUS = "#plans"
    BINDINGS = bindings(ADD_TO_PLAN, TIME_OF_PLAN, REMOVE_ENTRY, CLOSE_PAGE)
    NAMED_LAST = GENERAL
    HELP = (
        "What you mean to do on which days; it shows on Today and in the week's review. "
        "Space plans the day under the cursor, {plan.time} says when, enter opens all that a plan has."
    )

    def compose_place(self) -> Iterable[Widget]:
        """The grid, and the week in sum."""
        self.grid = WeekGrid(
            [WEEKDAYS[day.weekday()][:2] for day in self._days()],
            empty=keyed(TEACHES),
            id="plans",
            classes="tile entries",
        )
        self.grid.border_title = "The plan of the week"
        self.grid.border_subtitle = LEGEND
        self._today = self.desk.clock.today()
        self.grid.set_reactive(WeekGrid.day, self._days().index(self._today))
        self.sum = Static(id="sum", markup=False)
        yield from (self.grid, self.sum)

    def _days(self) -> tuple[dt.date, ...]:
        first_weekday = self.desk.repository.settings().first_weekday
        return span_of(*week_of(self.desk.clock.today(), first_weekday))

    def read_diary(self) -> None:
        """The plans in force, and what was done this week."""
        repository, days = self.desk.repository, self._days()
        self._follow_day(days)
        between = (days[0], days[-1])
        sessions, own = repository.entries(Session, between), repository.entries(Routine)
        plans = repository.entries(Plan)
        weeks = plan_weeks(plans, days, sessions, repository.entries(Visit, between), own)
        self.grid.show([_line(week, own) for week in weeks])
        lines = [say_plan_week(weeks, sessions)] if weeks else []
        if at := under_way(plans, self.desk.clock.today()):
            known, plan = at
            done = progress(known, plan, repository.entries(Session, (plan.day, days[-1])))
            lines.append(f"{known.name} · {say_progress(done)}")
        self.sum.update(Content("\n").join(Content(clean(line)) for line in lines))

    def _follow_day(self, days: tuple[dt.date, ...]) -> None:
        """A cursor on today goes along with the day."""
        before, self._today = self._today, self.desk.clock.today()
        if days[self.grid.day].weekday() == before.weekday():
            self.grid.day = days.index(self._today)

    def show_saved(self, id_: str) -> None:
        """Go to the plan."""
        self.grid.select(id_)

    def on_week_grid_toggled(self, event: WeekGrid.Toggled) -> None:
        """Plan the day, or take it away."""
        self._change(toggled(self._plan(event.key), self._days()[event.day]))

    def action_add_to_plan(self) -> None:
        """Plan one more routine; its days come next."""

        def take(routine: str | None) -> None:
            if routine:
                self._add(routine)

        self.app.push_screen(screens.PickRoutine(self.desk, "Plan a routine"), take)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A time belongs to a plan."""
        if action == "time_of_plan" and self.is_mounted:
            return self.grid.row is not None
        return super().check_action(action, parameters)

    def action_time_of_plan(self) -> None:
        """Ask for the time of day of the plan under the cursor."""
        if not self.grid.row:
            return
        key = self.grid.row.key

        def take(time: str | None) -> None:
            if time:
                self._change(msgspec.structs.replace(self._plan(key), time=time))

        self.app.push_screen(
            screens.AskLine("At what time?", "Time", read_time_of_day, say_time, "07:30"), take
        )

    def _add(self, routine: str) -> None:
        plan = Plan(routine=routine, since=self.desk.clock.today())
        words = f"planned {routine_name(routine, self.desk.repository.entries(Routine))}"
        self.desk.add(plan, words=words)

    def action_remove_entry(self) -> None:
        """Take the plan under the cursor out of the week."""
        if self.grid.row:
            plan = self._plan(self.grid.row.key)
            words = f"the plan of {self._say_name(plan)}"
            self.desk.remove(plan.id, words=f"deleted {words}", said=f"deleted: {words}")

    def _change(self, plan: Plan) -> None:
        when = " ".join((*plan.days, (plan.time and say_time(plan.time)) or ""))
        self.desk.change(plan, words=f"{self._say_name(plan)}: {when}".strip())

    def _say_name(self, plan: Plan) -> str:
        return _name_of(plan, self.desk.repository.entries(Routine))

    def _plan(self, key: str) -> Plan:
        plans = self.desk.repository.entries(Plan)
        return next(plan for plan in plans if plan.id == key)


def _name_of(plan: Plan, own: tuple[Routine, ...]) -> str:
    if plan.routine:
        return routine_name(plan.routine, own)
    return name_of("treatments", plan.treatment or "")


def _line(week: PlanWeek, own: tuple[Routine, ...]) -> GridLine:
    plan = week.plan
    known = find_routine(plan.routine, own) if plan.routine else None
    return GridLine(
        plan.id,
        _name_of(plan, own),
        plan.time or "",
        say_length(known) if known else "",
        tuple(
            day_state(is_planned=is_planned, is_done=is_done)
            for is_planned, is_done in zip(week.planned, week.done, strict=True)
        ),
    )
