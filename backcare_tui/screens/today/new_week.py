"""The week of one's own, line by line with why; where there is none yet it is made here, and kept."""

from textual import work
from textual.content import Content

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.hints import hint
from backcare_tui.commands.move import START_WEEK
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.week_plan import WeekPlan
from backcare_tui.guidance.my_week import first_to_start, say_amount
from backcare_tui.guidance.plan.current import week_plan_now
from backcare_tui.guidance.plan.make import new_week
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.week_page import WeekPage
from backcare_tui.screens.frame.week_words import draw_changes, draw_week
from backcare_tui.widgets.keys import Keys

TITLE = "My week"
NOTHING = "Nothing is asked of you this week. What you take down still counts."


class NewWeek(WeekPage):
    """Says what the week holds and why; enter starts the first routine of it."""

    BINDINGS = bindings(START_WEEK)
    HELP = (
        "Your week, each line with its reason. Enter starts the first routine; "
        "in Move its days can be moved and lines taken out."
    )

    def __init__(self, desk: Desk, *, is_made_anew: bool = False) -> None:
        """Show the week that runs.

        Args:
            desk: The diary.
            is_made_anew: Whether it is made from the answers even where there is one.
        """
        super().__init__(desk)
        self._is_made_anew = is_made_anew
        self._first: Routine | None = None
        """What enter starts."""

    def on_mount(self) -> None:
        """Show the week; make it where there is none."""
        plan = week_plan_now(self.desk.repository, self.desk.clock)
        if plan is None or self._is_made_anew:
            plan = new_week(self.desk.repository, self.desk.clock)
            self._keep(plan)
        self._show(plan)

    @work
    async def _keep(self, plan: WeekPlan) -> None:
        if self.desk.repository.read_only is None:
            await self.desk.put(plan, words="my week", complain=self.complain)

    def _show(self, plan: WeekPlan) -> None:
        repository = self.desk.repository
        goal = repository.settings().goal
        self.entitle(TITLE, f"toward: {goal}" if goal else say_amount(plan))
        blocks = draw_week(plan, repository.entries(Routine)) or [Content(NOTHING)]
        self.show_week("Why each line is there", [*blocks, *draw_changes(plan)])
        self._first = first_to_start(repository, self.desk.clock, plan)
        if self._first:
            self.offer_first(f"{self._first.name} first")
        else:
            self.first.update(hint("enter goes on to Today"))
        # The line above says what enter does where nothing is started.
        starts = frozenset() if self._first else frozenset((START_WEEK.action,))
        self.query_exactly_one(Keys).left_out = starts

    def action_start_week(self) -> None:
        """Start the first routine; where there is none, go on to Today."""
        if self._first:
            self.app.switch_screen(screens.Before(self.desk, self._first))
        else:
            self.dismiss(None)
