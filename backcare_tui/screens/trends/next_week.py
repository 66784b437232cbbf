"""The next week, with each change and its reason, before it is kept."""

from functools import partial

from textual import work
from textual.content import Content

from backcare_tui.commands.command import bindings
from backcare_tui.commands.move import KEEP_WEEK
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.week_plan import WeekAnswer, WeekPlan
from backcare_tui.diary.repository import CannotKeep
from backcare_tui.guidance.my_week import say_amount
from backcare_tui.guidance.plan.renew import renewed_week
from backcare_tui.guidance.week_questions import DRAFT
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.week_page import WeekPage
from backcare_tui.screens.frame.week_words import draw_changes, draw_week
from backcare_tui.text import say_day

SAME = "Nothing changes: the same again, as it is."
WHOLE = "The whole week"
LEFT = "the next week is not kept yet; it is offered again"


class NextWeek(WeekPage):
    """Enter keeps it, as one change with what was said of the week before."""

    BINDINGS = bindings(KEEP_WEEK)
    HELP = "What is new in the next week, and why; then all of it. Enter keeps it, esc does not."

    def __init__(self, desk: Desk, answer: WeekAnswer) -> None:
        """Make it from what was said of the week before."""
        super().__init__(desk)
        self._answer = answer
        self._plan: WeekPlan = renewed_week(desk.repository, desk.clock, answer)

    def on_mount(self) -> None:
        """Show it."""
        self.entitle("Next week", f"from {say_day(self._plan.week)} · {say_amount(self._plan)}")
        changes = draw_changes(self._plan) or [Content.styled(SAME, "$quiet")]
        own = self.desk.repository.entries(Routine)
        whole = Content.styled(WHOLE, "bold $here")
        self.show_week("What changes, and why", [*changes, whole, *draw_week(self._plan, own)])
        self.offer_first("Keep this week")

    @work
    async def action_keep_week(self) -> None:
        """Keep it and the answer as one change."""
        words = f"my week from {say_day(self._plan.week)}"
        if await self.desk.put(self._answer, self._plan, words=words, complain=self.complain):
            self.desk.saves.quietly(self._forget())
            self.dismiss(None)

    async def _forget(self) -> None:
        """The answers are in the diary now; a draft of them that stays behind is said."""
        try:
            await self.desk.saves.make(partial(self.desk.repository.keep_draft, DRAFT, None))
        except CannotKeep as error:
            self.desk.complain(str(error))

    def action_leave(self) -> None:
        """Back; nothing was kept, and that is said."""
        self.desk.say(LEFT)
        self.dismiss(None)
